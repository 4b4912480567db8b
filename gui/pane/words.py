"""What the panes say in words of their own: counts, changes, details, findings without their reference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from model.entries import shown
from model.fields import FIELD, FIELDS, OTHER, Band, other_key
from model.history import Change, Step, changes_between
from model.saving import Saving
from model.settle import without_tags
from model.tracker import Tracker
from model.year import Finding

MOST_CHANGES = 20
LONGEST_SHOWN = 24
LONGEST_TOLD = 300
CELL_HOLDS = 32_767
Named = tuple[tuple[str, str], ...]
_BANDS = (Band.INVESTMENT, Band.PRIOR)


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One change of a line: in one line, and with who and why."""

    line: str
    more: str


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def count_words(text: str) -> str:
    """Count the characters of a commentary; one that no workbook cell holds is told so."""
    count = len(text)
    words = f"{count:,} character{'' if count == 1 else 's'}"
    return f"{words}: a workbook cell holds {CELL_HOLDS:,}" if count > CELL_HOLDS else words


def field_words(key: str) -> str:
    """Name a field at the beginning of a line: `Q4 forecast`; blank for the line as a whole."""
    if key.startswith(OTHER):
        return key.removeprefix(OTHER)
    return capital(FIELD[key].name) if key in FIELD else ""


def finding_words(finding: Finding) -> str:
    """Give a finding's sentence where its reference stands beside it already."""
    return capital(finding.message.removeprefix(f"{finding.reference}: " if finding.reference else ""))


def description_words(saving: Saving) -> str:
    """Give the description as text, its tags taken out; `0` is empty."""
    return without_tags(shown(saving, "description"))


def details(saving: Saving) -> Named:
    """Give by name what else is said of the line: its committee and the links with partners."""
    return _named(saving, ("committee", "links"))


def other_figures(saving: Saving) -> Named:
    """Give investments and prior years by name, as far as there are any."""
    return _named(saving, [field.key for field in FIELDS if field.band in _BANDS])


def other_columns(saving: Saving) -> Named:
    """Give what stands in the columns that the program does not know, by heading."""
    return _named(saving, [other_key(heading) for heading in saving.other])


def _named(saving: Saving, keys: Iterable[str]) -> Named:
    return tuple((field_words(key), text) for key in keys if (text := without_tags(shown(saving, key))))


def changes_of(tracker: Tracker, line: int, now: datetime) -> tuple[tuple[ChangeWords, ...], int]:
    """Give the latest changes of a line, newest first, and how many steps with earlier ones there are."""
    done = tracker.history.done
    places = [place for place in range(len(done) - 1, -1, -1) if line in done[place].before]
    latest = places[:MOST_CHANGES]
    words = (
        _change_words(change, done[place], now, saved=tracker.history.saves(place))
        for place in latest
        for change in changes_between(done[place].before[line], done[place].after[line])
    )
    return tuple(islice(words, MOST_CHANGES)), len(places) - len(latest)


def _change_words(change: Change, step: Step, now: datetime, *, saved: bool) -> ChangeWords:
    parts = [f"{field_words(change.key)} {_from_to(change)}", _time_words(step.when, now)]
    more = [part for part in _more(change, step) if part]
    return ChangeWords(" · ".join([*parts, *([] if saved else ["not saved"])]), "\n".join(more))


def _from_to(change: Change) -> str:
    before, after = change.before.strip(), change.after.strip()
    if max(len(before), len(after)) <= LONGEST_SHOWN and "\n" not in before + after:
        return f"{before or 'blank'} → {after or 'blank'}"
    if not before:
        return "written"
    return "changed" if after else "cleared"


def _more(change: Change, step: Step) -> Iterator[str]:
    yield f"{step.words}: {step.who}, {step.when.astimezone():%d.%m.%Y %H:%M}"
    yield f"Why: {step.why}" if step.why else ""
    yield f"From {step.source}" if step.source else ""
    if FIELD[change.key].is_words:
        yield f"Before: {_cut(change.before)}"
        yield f"After: {_cut(change.after)}"


def _cut(text: str) -> str:
    return f"{text[:LONGEST_TOLD]}…" if len(text) > LONGEST_TOLD else text or "blank"


def _time_words(when: datetime, now: datetime) -> str:
    here = when.astimezone()
    days = "" if here.date() == now.astimezone().date() else f"{here.day} {here:%b} "
    return f"{days}{here:%H:%M}"
