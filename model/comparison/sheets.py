"""A comparison as plain tables: headings, and rows of texts and amounts, for files and for paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.comparison.columns import BOTH, ComparedColumn, Side
from model.comparison.making import Comparison
from model.comparison.movement import Movement, StepKind, movement
from model.comparison.rows import Row
from model.comparison.wording import Kept, differences
from model.fields import FIELD, FIGURES, OTHER, Kind
from model.money import round_percent
from model.safe_csv import csv_of
from model.saving import Saving
from model.year import Year

Value = str | Decimal | None

UNITS = "Amounts in thousands of pounds (£000). A saving is negative, a cost or a shortfall positive."
BLANKS = "An empty cell means that the tracker has nothing there; 0 means nought."
_ABOUT = ("Reference", "What became of it", "What differs", "To decide")
_MAY_BE = "May be the same as"
_TEXTS = ("title", "description", "commentary", "links")
_UNITS = {Kind.AMOUNT: " (£000)", Kind.PERCENT: " (%)"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; every row has a value for each heading, and no two headings are alike.

    Attributes:
        name: short enough for a sheet of a workbook.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets_of(comparison: Comparison, rows: Sequence[Row] | None = None) -> tuple[Sheet, ...]:
    """Give the rows side by side, how the forecast moved within a year, what differs in texts, totals and notes.

    Args:
        rows: those to list; all of them where left out. The totals and the movement are always of all.
    """
    listed = comparison.rows if rows is None else rows
    moved = movement(comparison) if comparison.same_year else None
    sheets = [_side_by_side(comparison, listed), _totals(comparison)]
    if moved:
        sheets += [_movement(comparison, moved), _waterfall(moved)]
        sheets += [_committees(moved)] if len(moved.committees) > 1 else []
    texts = _texts(comparison, listed)
    return (*sheets, *([texts] if texts.rows else []), _notes(comparison, len(listed)))


def csv_text(comparison: Comparison, rows: Sequence[Row] | None = None) -> str:
    """Write the rows side by side as csv that no spreadsheet program takes for formulas."""
    sheet = _side_by_side(comparison, comparison.rows if rows is None else rows)
    return csv_of([sheet.headings, *sheet.rows])


def title_of(comparison: Comparison) -> str:
    """Name a comparison: `2017-18 and 2020-21 compared`; within a year `2020-21: Quarter 1 and Quarter 2 compared`."""
    before, after = comparison.names
    year = f"{comparison.later.year}: " if comparison.same_year else ""
    return f"{year}{before} and {after} compared"


def is_comparison(content: Year) -> bool:
    """Tell whether what was read as a tracker is a comparison that was written: it has headings that no tracker has."""
    return {column.heading.strip() for column in content.layout}.issuperset(_ABOUT)


def told(row: Row) -> str:
    """Say in words what differs on a row: `forecast changed; rating worse`."""
    return "; ".join(f"{name_of(key)} {found.word.value}" for key, found in row.differences.items())


def to_say(row: Row, comparison: Comparison) -> str:
    """Say what the officer has to say of a row, or may; blank where nothing is asked."""
    may_be = comparison.may_be(row)
    return f"May be {may_be}" if may_be else row.question


def name_of(key: str) -> str:
    """Give what a sentence calls a field."""
    return key.removeprefix(OTHER) if key.startswith(OTHER) else FIELD[key].name


def value_of(row: Row, side: Side, key: str) -> Value:
    """Give what a side has in a field: amounts and percentages as numbers, directions as words, all else as shown."""
    saving = row.earlier if side is Side.EARLIER else row.later
    if saving is None:
        return None
    if key in FIELD and FIELD[key].kind in _UNITS and key not in saving.unread:
        return _figure(saving, key)
    if key == "direction" and key not in saving.unread:
        return saving.direction.value or None
    return row.text(side, key) or None


def _figure(saving: Saving, key: str) -> Value:
    value = saving.value(key)
    if not isinstance(value, Decimal):
        return None
    return round_percent(value) if FIELD[key].kind is Kind.PERCENT else value


def _side_by_side(comparison: Comparison, rows: Iterable[Row]) -> Sheet:
    cells = [(column, side) for column in comparison.columns for side in column.sides]
    headings = [*_ABOUT, _MAY_BE]
    if comparison.same_year:
        headings += ["Forecast moved (£000)", "Direction computed"]
    headings += [_heading(column, side, comparison) for column, side in cells]
    listed = tuple(
        (*_about(row, comparison), *(value_of(row, side, column.key) for column, side in cells)) for row in rows
    )
    return Sheet("Comparison", title_of(comparison), tuple(_unlike(headings)), listed)


def _about(row: Row, comparison: Comparison) -> tuple[Value, ...]:
    asked, suggested = row.question or None, comparison.may_be(row) or None
    said: tuple[Value, ...] = (row.reference, row.kind.value, told(row) or None, asked, suggested)
    if not comparison.same_year:
        return said
    travelled = row.travelled()
    return (*said, row.forecast_moved, travelled.value if travelled else None)


def _heading(column: ComparedColumn, side: Side, comparison: Comparison) -> str:
    name = comparison.names[BOTH.index(side)]
    if column.own or column.key.startswith(OTHER):
        return f"{column.heading}, {name}"
    field = FIELD[column.key]
    return f"{_capital(field.name)}, {name}{_UNITS.get(field.kind, '')}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _unlike(headings: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for heading in headings:
        unlike, number = heading, 1
        while unlike.casefold() in taken:
            number += 1
            unlike = f"{heading} ({number})"
        taken.add(unlike.casefold())
        yield unlike


def _totals(comparison: Comparison) -> Sheet:
    totals, moved = comparison.totals, comparison.totals_moved
    keys = [key for key in FIGURES if any(totals[side][key] is not None for side in BOTH)]
    headings = ["Total", *(f"{name} (£000)" for name in comparison.names)]
    rows: list[tuple[Value, ...]] = [(_capital(name_of(key)), *(totals[side][key] for side in BOTH)) for key in keys]
    if moved is not None:
        headings.append("Moved (£000)")
        rows = [(*row, moved[key]) for key, row in zip(keys, rows, strict=True)]
    return Sheet("Totals", f"Totals: {title_of(comparison)}", tuple(_unlike(headings)), tuple(rows))


def _movement(comparison: Comparison, moved: Movement) -> Sheet:
    headings = (
        "What became of it",
        "Reference",
        "Title",
        "Committee",
        *(f"Forecast, {name} (£000)" for name in moved.names),
        "Moved (£000)",
    )
    rows = tuple(
        (move.kind.value, move.reference, move.title, move.committee, move.earlier, move.later, move.amount)
        for move in moved.moves
    )
    return Sheet("Movement", f"How the forecast moved: {title_of(comparison)}", tuple(_unlike(headings)), rows)


def _waterfall(moved: Movement) -> Sheet:
    # A total moves nothing: the column of what moved adds up to the difference between the two.
    rows = tuple(
        (step.words, step.start, None if step.kind is StepKind.TOTAL else step.amount, step.end)
        for step in moved.steps()
    )
    headings = ("Step", "From (£000)", "Moved (£000)", "To (£000)")
    return Sheet("Waterfall", "From one forecast to the other, the largest moves by name", headings, rows)


def _committees(moved: Movement) -> Sheet:
    headings = ("Committee", *(f"Forecast, {name} (£000)" for name in moved.names), "Moved (£000)")
    rows = tuple((part.name, part.earlier, part.later, part.amount) for part in moved.committees)
    return Sheet("Committees", "How the forecast moved by committee", tuple(_unlike(headings)), rows)


def _texts(comparison: Comparison, rows: Iterable[Row]) -> Sheet:
    before, after = comparison.names
    headings = ("Reference", "Field", f"Text, {before}", f"Text, {after}", "Removed", "Added")
    return Sheet(
        "Texts", f"What differs in texts: {title_of(comparison)}", tuple(_unlike(headings)), tuple(_told(rows))
    )


def _told(rows: Iterable[Row]) -> Iterator[tuple[Value, ...]]:
    for row in rows:
        for key in _TEXTS:
            found = row.difference(key)
            if found is not None:
                parts = differences(found.earlier, found.later)
                changed = (
                    " … ".join(part.text.strip() for part in parts if part.kind is kind and part.text.strip())
                    for kind in (Kept.REMOVED, Kept.ADDED)
                )
                yield row.reference, name_of(key), found.earlier or None, found.later or None, *changed


def _notes(comparison: Comparison, listed: int) -> Sheet:
    years = zip(comparison.names, (comparison.earlier, comparison.later), strict=True)
    rows: list[tuple[Value, ...]] = [(name, _described(year)) for name, year in years]
    rows += [("Units", UNITS), ("Empty cells", BLANKS), *(("Note", remark) for remark in comparison.remarks)]
    if listed < len(comparison.rows):
        rows.append(("Listed", f"{listed_of(comparison, listed)}; totals are of all savings."))
    return Sheet("Notes", f"Notes: {title_of(comparison)}", ("About", "Note"), tuple(rows))


def listed_of(comparison: Comparison, listed: int) -> str:
    """Say how many rows are listed: `1 of 4 rows is listed`."""
    return f"{listed:,} of {len(comparison.rows):,} rows {'is' if listed == 1 else 'are'} listed"


def _described(year: Year) -> str:
    source = f"from {year.source}" if year.source else ""
    return ", ".join(filter(None, [year.name, f"{len(year.savings):,} savings", source]))
