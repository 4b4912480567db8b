"""The appendix's table: its columns under their bands, its lines as words, its totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.appendix.choice import ALWAYS, Choice, Lines
from model.appendix.words import Paragraphs, cell_words, one_line
from model.fields import FIELD, OTHER, Band, Kind
from model.money import show_amount
from model.rag import BLACK, RED
from model.rating import rating_of
from model.saving import Saving
from model.totals import Totals
from model.year import Year

BANDS = {Band.INVESTMENT: "Investment £000", Band.PLAN: "Planned £000", Band.FORECAST: "Forecast £000"}
_PRIOR = "Prior years £000"
_VARIANCE = ("variance", "percent")
_AFTER = {"percent": "variance"}
_HEADINGS = {"reference": "Reference", "complete": "Complete", "direction": "Direction", "commentary": "Commentary"}
_UNITS = {"variance": "£000", "percent": "%"}

_PLACES = {key: place for place, key in enumerate(FIELD)}
# The fields' own order, with the percentage beside the variance that it tells about.
ORDER = tuple(sorted(FIELD, key=lambda key: (_PLACES[_AFTER.get(key) or key], key in _AFTER)))


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the table: what it holds, its heading and the band above it; blank for none."""

    key: str
    words: str
    band: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One saving as words, a tuple of paragraphs for each column; `notes` are the numbers of its footnotes."""

    reference: str
    rating: str
    cells: tuple[Paragraphs, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of an appendix and their totals, one text for each column."""

    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    totals: tuple[str, ...]


def table_of(savings: Sequence[Saving], year: Year, choice: Choice, notes: Mapping[int, tuple[int, ...]]) -> Table:
    """Lay savings out as words; `notes` gives the footnotes of a line."""
    headings = headings_of(year, choice)
    totals = Totals(savings, year.scheme)
    return Table(
        headings,
        tuple(_line(saving, year, headings, notes.get(saving.line, ())) for saving in savings),
        tuple(show_amount(totals[heading.key]) if heading.kind == Kind.AMOUNT else "" for heading in headings),
    )


def chosen(savings: Sequence[Saving], year: Year, lines: Lines) -> tuple[Saving, ...]:
    """Give the savings that the table lists."""
    if lines is Lines.NOT_COMPLETE:
        return tuple(saving for saving in savings if saving.complete is not True)
    if lines is Lines.RED_AND_BLACK:
        return tuple(saving for saving in savings if rating_of(saving, year.scheme).name in (RED, BLACK))
    return tuple(savings)


def headings_of(year: Year, choice: Choice) -> tuple[Heading, ...]:
    """Give the columns that were chosen, in the program's order; then those that only this tracker has."""
    wanted = (*ALWAYS, *choice.columns, *(["description"] if choice.descriptions else []))
    known = [key for key in ORDER if key in wanted]
    others = [column.key for column in year.layout if not column.known and column.key in choice.columns]
    return tuple(_heading(key) for key in [*known, *others])


def _heading(key: str) -> Heading:
    if key.startswith(OTHER):
        return Heading(key, one_line(key.removeprefix(OTHER)), "", Kind.TEXT)
    field = FIELD[key]
    band = "Variance" if key in _VARIANCE else BANDS.get(field.band, _PRIOR) if field.band else ""
    words = _UNITS.get(key) or _HEADINGS.get(key) or field.short or field.heading
    return Heading(key, words, band, field.kind)


def _line(saving: Saving, year: Year, headings: Sequence[Heading], notes: tuple[int, ...]) -> Line:
    cells = tuple(cell_words(saving, heading.key, year) for heading in headings)
    return Line(one_line(saving.reference), rating_of(saving, year.scheme).name, cells, notes)
