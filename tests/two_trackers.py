"""Two trackers to compare, and how one line of them is decided to be another."""

from datetime import UTC, datetime
from typing import Any

from builders import a_year
from council_trackers import council_tracker
from model.comparison import Comparison, Row, compare
from model.lineage import Decision, Decisions, Lineage, Verdict, lineage, name_of
from model.saving import Saving
from model.year import Year

DECIDED = datetime(2020, 7, 10, 9, 30, tzinfo=UTC)


def published_years() -> tuple[Year, Year]:
    """The two published trackers, the earlier first."""
    return council_tracker("2017-18"), council_tracker("2020-21")


def quarter(number: int, *savings: Saving, **more: Any) -> Year:
    """A tracker of a quarter of 2020-21."""
    told = {"year": "2020-21", "period": f"Quarter {number}", "source": f"q{number}.xlsx"}
    return a_year(*savings, **{**told, **more})


def compared(earlier: Year, later: Year, found: Lineage | None = None) -> Comparison:
    """Two trackers compared by their lineage, as nobody has decided anything of it."""
    return compare(earlier, later, lineage(earlier, later) if found is None else found)


def decided(earlier: Year, later: Year, *verdicts: tuple[str, str, Verdict]) -> Decisions:
    """What an officer said of some savings, each named by its two references."""

    def named(year: Year, reference: str) -> Saving:
        return next(saving for saving in year if saving.reference == reference)

    return Decisions(
        Decision(
            name_of(earlier, named(earlier, before)),
            name_of(later, named(later, after)),
            verdict,
            "M. Officer",
            DECIDED,
        )
        for before, after, verdict in verdicts
    )


def row_of(comparison: Comparison, reference: str) -> Row:
    """The only row of a reference."""
    (row,) = (row for row in comparison.rows if row.reference == reference)
    return row
