"""The columns of the long table, declared once: what is known of a tracker, then the fields of its lines."""

from model.fields import FIELDS, Kind
from model.files.long_table import Holds, LongColumn
from model.year import Year

LEFT_OUT = ("description", "links")
_HOLDS = {
    Kind.AMOUNT: Holds.AMOUNT,
    Kind.PERCENT: Holds.PERCENT,
    Kind.COMPLETE: Holds.FLAG,
}
OF_TRACKER = (
    LongColumn("tracker", "Tracker", Holds.TEXT),
    LongColumn("sheet", "Sheet", Holds.TEXT),
    LongColumn("year", "Year", Holds.TEXT),
    LongColumn("period", "Period", Holds.TEXT),
    LongColumn("month", "Month of the year", Holds.COUNT),
    LongColumn("quarters", "Quarters ended", Holds.COUNT),
    LongColumn("counted", "Counted", Holds.FLAG),
    LongColumn("last_known", "Last of its year", Holds.FLAG),
    LongColumn("line", "Line", Holds.COUNT),
)
"""What stands before the fields of a line.

`tracker` is its name here; `month` is 1 for April to 12 for March, 0 before the year and 13 after its end; `counted`
is whether it is in any sum, `last_known` whether it is the last of its year; `line` is the line's place in it from 0.
"""
FIELDS_OF_LINE = tuple(field for field in FIELDS if field.key not in LEFT_OUT)
COLUMNS = (
    *OF_TRACKER,
    *(
        LongColumn(field.key, f"{field.name[0].upper()}{field.name[1:]}", _HOLDS.get(field.kind, Holds.TEXT))
        for field in FIELDS_OF_LINE
    ),
)
"""The columns in their order; the fields of a line are those of a saving, but for description and partner links."""
KEYS = tuple(column.key for column in COLUMNS)


def is_long_table(content: Year) -> bool:
    """Tell whether what was read as a tracker is a long table: it has headings that no tracker has together."""
    headings = {column.heading.strip() for column in content.layout}
    return any(
        headings.issuperset(names)
        for names in zip(*((column.key, column.heading) for column in OF_TRACKER), strict=True)
    )
