"""The list of trackers that were read, and of what is to be known of files: not read, left out, not counted."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gui.listing import SHORT_WORDS, Heading, Row
from gui.roles import Kind
from gui.years.entries import Spot
from gui.years.sums import LINES, NO_PERIOD, SUMS, YEAR, year_name
from model.years import LeftOut, Trackers
from model.years.overview import Listed

TRACKERS = (
    YEAR,
    Heading("Report", SHORT_WORDS, "As at when its figures are known"),
    Heading("Tracker", Kind.TITLE, "Its file, with its folder or sheet where that tells it apart"),
    LINES,
    *SUMS[:3],
    Heading("Counted", SHORT_WORDS, "Of several trackers of one year and period, one is counted"),
)
REMARKS = (Heading("File", Kind.REFERENCE), Heading("What to know", Kind.TEXT))


def tracker_rows(listed: Iterable[Listed]) -> list[Row]:
    """Give the trackers as rows; each leads to its file."""
    return [Row(tuple(_cells(one)), Spot(one.tracker.name)) for one in listed]


def file_rows(files: Iterable[LeftOut]) -> list[Row]:
    """Give files that were not read as rows, with the sentence that says why."""
    return [Row((one.path.name, one.sentence)) for one in files]


def remark_rows(trackers: Trackers) -> list[Row]:
    """Give everything that is to be known: what was not read, left out, not counted, or stands last."""
    rows = file_rows((*trackers.not_read, *trackers.left_out))
    rows += [Row((clash.counted.name, clash.sentence), Spot(clash.counted.name)) for clash in trackers.clashes]
    return rows + [Row((one.name, note), Spot(one.name)) for one in trackers for note in one.notes]


def count_words(trackers: Trackers) -> str:
    """Say how much was read: `4 trackers of 2 years with 214 lines (counted: 3 with 147)`."""
    lines, counted = (sum(len(one.content.savings) for one in some) for some in (trackers, trackers.counted))
    years = len({tracker.year for tracker in trackers})
    said = f"{_count(len(trackers.known), 'tracker')} of {_count(years, 'year')} with {_count(lines, 'line')}"
    if len(trackers.counted) < len(trackers.known):
        said = f"{said} (counted: {len(trackers.counted):,} with {counted:,})"
    bad = len(trackers.not_read)
    return f"{said}; {_count(bad, 'file')} {'was' if bad == 1 else 'were'} not read" if bad else said


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"


def _cells(one: Listed) -> Iterator[str | Decimal | None]:
    tracker = one.tracker
    yield from (year_name(tracker.year), tracker.period.words or NO_PERIOD, tracker.name)
    yield from (Decimal(one.lines), one.plan, one.forecast, one.variance)
    yield "Yes" if one.counted else "No"
