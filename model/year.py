"""A year's tracker at one moment: its title, its layout, its lines and what was said when it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from model.fields import FIELD, OTHER
from model.rag import Scheme
from model.saving import Saving

PERCENT_PLACES = 2
NO_TOTALS: Mapping[str, Decimal] = MappingProxyType({})


class Severity(StrEnum):
    """How much a finding matters: an error is a figure or reference that can't be right as it stands."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Settlement:
    """One way to settle a finding.

    Attributes:
        act: the name by which the tracker carries it out (see `settle`).
        words: the command as the officer reads it.
    """

    act: str
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree, said beside the figure and never corrected by itself.

    Attributes:
        line: the saving's line, or None for the tracker as a whole.
        key: the field concerned; blank for the line as a whole.
        cell: where the source has it, with its sheet: `2020-21!N35`; blank where unknown.
    """

    code: str
    severity: Severity
    message: str
    line: int | None = None
    reference: str = ""
    key: str = ""
    cell: str = ""
    settlements: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout: a field (or a column of another name), its heading and its band as printed."""

    key: str
    heading: str
    band: str = ""

    @property
    def known(self) -> bool:
        """Whether the program knows what the column holds."""
        return not self.key.startswith(OTHER)

    @property
    def short(self) -> str:
        """The heading in a narrow column: ours where the field is known, else as printed."""
        return (FIELD[self.key].short or FIELD[self.key].heading) if self.known else self.heading


@dataclass(frozen=True)
class Year:
    """A tracker's content at one moment; immutable: an edit makes another one.

    Attributes:
        title: as printed, such as `Savings Tracker 2020-21`.
        year: such as `2020-21`; blank where the source does not say.
        period: as printed, such as `Quarter 1` or `as at October 2017`; blank where the source does not say.
        layout: which columns the tracker prints, in which order, under which bands.
        scheme: the RAG scheme that rates its lines; None where ratings are judged.
        notes: what the reader could not place.
        printed_totals: the grand totals as printed, £000, by field key; empty where none are printed.
        source: the file's name, and its sheet.
        digest: of the bytes that it was read from; blank where it comes from no file.
    """

    title: str = ""
    year: str = ""
    period: str = ""
    layout: tuple[Column, ...] = ()
    scheme: Scheme | None = None
    savings: tuple[Saving, ...] = ()
    notes: tuple[Finding, ...] = ()
    printed_totals: Mapping[str, Decimal] = field(default_factory=lambda: NO_TOTALS)
    source: str = ""
    sheet: str = ""
    digest: str = field(default="", compare=False, repr=False)

    def __iter__(self) -> Iterator[Saving]:
        """Walk the lines in their order."""
        return iter(self.savings)

    def with_savings(self, changed: Mapping[int, Saving]) -> "Year":
        """Give the year with some lines replaced, by line."""
        savings = list(self.savings)
        for line, saving in changed.items():
            savings[line] = saving
        return replace(self, savings=tuple(savings))

    @cached_property
    def partly_unread(self) -> tuple[Saving, ...]:
        """The lines with text where the program could not read what the field holds."""
        return tuple(saving for saving in self.savings if saving.unread)

    @cached_property
    def committees(self) -> tuple[str, ...]:
        """The committees named on any line, one by one, in alphabetical order."""
        return tuple(sorted({name for text in {saving.committee for saving in self} for name in committees_of(text)}))

    @cached_property
    def percent_places(self) -> int:
        """How many places the printed percentages have, at most two: a spreadsheet drops the zeros of a single one."""
        printed = (saving.percent_printed for saving in self)
        return max((places for percent in printed if percent and (places := _places(percent))), default=0)

    @property
    def name(self) -> str:
        """The title with the period, which some titles hold already; blank where the source has neither."""
        period = "" if self.period in self.title else self.period
        return ", ".join(part for part in (self.title, period) if part)

    def has(self, key: str) -> bool:
        """Tell whether the layout prints a field."""
        return any(column.key == key for column in self.layout)


def committees_of(text: str) -> tuple[str, ...]:
    """Split a committee cell that names several: `Adults, C&YP`; 0 and blank name none."""
    names = (name.strip() for name in text.replace(";", ",").split(","))
    return tuple(name for name in names if name and name != "0")


def _places(percent: Decimal) -> int:
    exponent = percent.normalize().as_tuple().exponent
    return min(PERCENT_PLACES, -exponent) if isinstance(exponent, int) and exponent < 0 else 0
