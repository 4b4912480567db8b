"""The change log as data: who changed which field of which line, from what to what, when and why; filtered, in rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from model.fields import FIELD, OTHER
from model.history import Step
from model.money import parse_amount
from model.refusals import AmountRefused
from model.safe_csv import csv_of
from model.since_save import Net

SCHEME = "scheme"
TAKEN_BACK = "Taken back"
HEADINGS = ("When", "Who", "Line", "Field", "From", "To", "Reason", "Source", "Saved")
YES, NOT_YET = "Yes", "Not yet"

Cell = str | Decimal


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One field of one line that was changed.

    Attributes:
        reference: the line's; blank where the tracker as a whole was changed.
        key: the field's; `SCHEME` for the RAG scheme.
        before: as shown then.
        source: the file that the value came from; blank for the keyboard.
        words: the act that it was part of, such as `Paste (12 cells)`.
        saved: whether it is in the workbook.
    """

    when: datetime
    who: str
    reference: str
    key: str
    before: str
    after: str
    why: str
    source: str
    words: str
    saved: bool = True

    @property
    def field(self) -> str:
        """The field in words."""
        if self.key == SCHEME:
            return "RAG scheme"
        name = FIELD[self.key].name if self.key in FIELD else self.key.removeprefix(OTHER)
        return name[:1].upper() + name[1:]

    @property
    def at(self) -> str:
        """When, at the local time, so that it sorts as text."""
        return f"{self.when.astimezone():%Y-%m-%d %H:%M:%S}"

    @property
    def texts(self) -> tuple[str, ...]:
        """What the log shows of it, under `HEADINGS`."""
        saved = YES if self.saved else NOT_YET
        said = (self.at, self.who, self.reference, self.field, self.before, self.after, self.why, self.source)
        return (*said, saved)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries to give; what is blank says nothing.

    Attributes:
        text: words in any column, in any order.
        since: the first day, at the local time.
        until: the last day.
    """

    text: str = ""
    reference: str = ""
    key: str = ""
    who: str = ""
    since: date | None = None
    until: date | None = None

    def lets(self, entry: LogEntry) -> bool:
        """Tell whether an entry is wanted."""
        day = entry.when.astimezone().date()
        named = self.reference in ("", entry.reference) and self.key in ("", entry.key) and self.who in ("", entry.who)
        in_time = (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        return named and in_time and self._has_words(entry)

    def _has_words(self, entry: LogEntry) -> bool:
        whole = "\n".join((*entry.texts, entry.words)).casefold()
        return all(word in whole for word in self.text.casefold().split())


def entries_of(acts: Iterable[Net[Step]], when: datetime) -> Iterator[LogEntry]:
    """Give what acts since a save have changed, field by field; `when` is the time for what was taken back."""
    for net in acts:
        step = net.act
        at, why = (when, f"{TAKEN_BACK}: {step.words}") if net.taken_back else (step.when, step.why)
        for reference, key, before, after in _changes(step):
            sides = (after, before) if net.taken_back else (before, after)
            yield LogEntry(at, step.who, reference, key, *sides, why, step.source, step.words, saved=False)


def log_rows(entries: Sequence[LogEntry]) -> list[tuple[Cell, ...]]:
    """Give entries as the rows of a sheet, headings first; what a figure was and became are amounts in £000."""
    return [HEADINGS, *(_row(entry) for entry in entries)]


def csv_text(entries: Sequence[LogEntry]) -> str:
    """Write entries as csv that no spreadsheet program takes for formulas (see `safe_csv`)."""
    return csv_of(log_rows(entries))


def _changes(step: Step) -> Iterator[tuple[str, str, str, str]]:
    before, after = step.schemes
    if before != after:
        yield "", SCHEME, before.name if before else "", after.name if after else ""
    for change in step.changes:
        yield change.reference, change.key, change.before, change.after


def _row(entry: LogEntry) -> tuple[Cell, ...]:
    return tuple(
        _figure(text, entry.key) if heading in ("From", "To") else text
        for heading, text in zip(HEADINGS, entry.texts, strict=True)
    )


def _figure(text: str, key: str) -> Cell:
    if key not in FIELD or not FIELD[key].is_figure:
        return text
    try:
        amount = parse_amount(text)
    except AmountRefused:
        return text
    return text if amount is None else amount
