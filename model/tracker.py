"""The tracker: the only way to change a year. Each change is a step that can be undone; watchers hear which lines."""

import getpass
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from model.change_log import LogEntry
from model.editing import edited, is_locked
from model.entries import read_entry
from model.fields import FIELD, OTHER
from model.files.council_workbook import Report, write_workbook
from model.findings.direction import CODE as DIRECTION
from model.history import History, Keeper, Step
from model.money import ZERO
from model.rag import Scheme
from model.rating import rating_of
from model.refusals import NoSuchField, NoSuchSaving, NotEditable, PlanLocked, ReasonNeeded, Viewing
from model.saving import Direction, Saving
from model.settle import settled, words_of
from model.standing import Standing
from model.totals import Totals
from model.travel import travel_since
from model.year import Finding, Year

Watcher = Callable[[frozenset[int]], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One value as typed or pasted: the line, the field's key, the text."""

    line: int
    key: str
    text: str


def account() -> str:
    """Give the name of the account for the log."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def _now() -> datetime:
    return datetime.now(UTC)


class Tracker:
    """A year's tracker that can be edited.

    Every change goes through here: it is refused whole, or recorded whole and told to the watchers.
    """

    def __init__(self, year: Year, who: str = "", clock: Callable[[], datetime] = _now) -> None:
        """Take a year as it was read; `who` is the name for the log, the account's when blank."""
        self.year = year
        self.who = who or account()
        self.viewing = False
        self.plan_reason = ""
        self.history = History()
        self.keeper: Keeper | None = None
        self._clock = clock
        self._saved = year
        self._watchers: list[Watcher] = []
        self.standing = Standing(year)

    def __getitem__(self, reference: str) -> Saving:
        """Give the saving of a reference.

        Raises:
            NoSuchSaving: no line, or more than one, has it.
        """
        found = [saving for saving in self.year if saving.reference == reference]
        if len(found) != 1:
            raise NoSuchSaving(reference, len(found))
        return found[0]

    def watch(self, watcher: Watcher) -> None:
        """Call a watcher after each change with the lines concerned; with none when all may be."""
        self._watchers.append(watcher)

    def totals(self) -> Totals:
        """Give the totals of all lines, in £000; they are kept up to date and not to be changed."""
        return self.standing.totals

    def findings(self) -> tuple[Finding, ...]:
        """Give what does not agree, line by line, then for the tracker as a whole."""
        return self.standing.findings

    def changed(self, line: int, key: str) -> bool:
        """Tell whether a field shows something else than when the tracker was last saved."""
        now, then = self.year.savings[line], self._saved.savings[line]
        if now is then and self.year.scheme is self._saved.scheme:
            return False
        if key == "rating":
            return rating_of(now, self.year.scheme).name != rating_of(then, self._saved.scheme).name
        return (now.value(key), now.unread.get(key)) != (then.value(key), then.unread.get(key))

    def changed_lines(self) -> frozenset[int]:
        """Give the lines that show something else than when the tracker was last saved."""
        pairs = zip(self.year, self._saved, strict=True)
        differing = (now.line for now, then in pairs if now is not then and now != then)
        keys = [column.key for column in self.year.layout]
        return frozenset(line for line in differing if any(self.changed(line, key) for key in keys))

    def edit(self, reference: str | int, key: str, text: str, reason: str = "") -> Step | None:
        """Change one field as if it were typed: `tracker.edit("A/R.6.266", "forecast_q4", "-90")`.

        Args:
            reference: the saving's reference, or its line.
            text: as typed; amounts in £000. Blank clears.
            reason: needed to override a calculated rating.

        Returns:
            The step, or None where the text changes nothing.

        Raises:
            Refusal: with the sentence that says why; nothing is changed.
        """
        line = self[reference].line if isinstance(reference, str) else reference
        return self.edit_many([Entry(line, key, text)], reason=reason)

    def edit_many(self, entries: Iterable[Entry], words: str = "", reason: str = "", source: str = "") -> Step | None:
        """Change several fields in one step: all of them, or, where one can't be read, none.

        Args:
            words: what is done, for the Undo command; made from the entry where it is one.
            source: the file that the entries come from; blank for the keyboard.

        Raises:
            Refusal: with the sentence that says why; nothing is changed.
        """
        if self.viewing:
            raise Viewing
        given = tuple(entries)
        changed: dict[int, Saving] = {}
        for entry in given:
            saving = changed.get(entry.line, self.year.savings[entry.line])
            changed[entry.line] = self.entered(saving, entry, reason)
        words = words or f"{FIELD[given[0].key].name} of {self.year.savings[given[0].line].reference}" if given else ""
        plan = any(is_locked(entry.key) for entry in given)
        return self._record(changed, words, why=reason or (self.plan_reason if plan else ""), source=source)

    def entered(self, saving: Saving, entry: Entry, reason: str = "") -> Saving:
        """Give what an entry would make of a line, changing nothing; refused as `edit` refuses."""
        if entry.key.startswith(OTHER):
            raise NotEditable(entry.key.removeprefix(OTHER))
        if entry.key not in FIELD:
            raise NoSuchField(entry.key)
        if is_locked(entry.key) and not self.plan_reason:
            raise PlanLocked(saving.reference)
        value = read_entry(FIELD[entry.key], entry.text)
        return edited(saving, entry.key, value, self.year.scheme, reason)

    def settle(self, finding: Finding, act: str) -> Step | None:
        """Settle a finding in one of its ways, by the act's name."""
        lines = self._concerned(finding)
        scheme = self.year.scheme
        changed = {line: settled(self.year.savings[line], act, finding.key, scheme) for line in lines}
        source = self.standing.travel.previous.source if self.standing.travel and finding.code == DIRECTION else ""
        return self._record(changed, words_of(act, finding.reference, finding.key), finding.message, source)

    @property
    def previous(self) -> Year | None:
        """The previous period, by which the direction of travel is computed; None where none is set."""
        return self.standing.travel.previous if self.standing.travel else None

    def set_previous(
        self, previous: Year | None, pairs: Mapping[int, int] | None = None, tolerance: Decimal = ZERO
    ) -> None:
        """Set the previous period, or none; it is nothing that is saved or undone. See `model.travel.travel_since`.

        Raises:
            OtherYear: it is one of another year.
        """
        travel = travel_since(previous, self.year, pairs, tolerance) if previous else None
        self.standing = Standing(self.year, self.standing.opened, travel)
        self._tell(frozenset())

    def computed_direction(self, line: int) -> Direction | None:
        """Give a line's direction of travel since the previous period; None where there is none to compute."""
        return self.standing.travel.direction(self.year.savings[line]) if self.standing.travel else None

    def take_directions(self) -> Step | None:
        """Give every line its computed direction of travel, in one step; None where that changes nothing."""
        if self.viewing:
            raise Viewing
        travel = self.standing.travel
        if travel is None:
            return None
        why = f"Computed since {travel.since}"
        return self._record(travel.taken(self.year), "Take the computed directions", why, travel.previous.source)

    def adopt(self, scheme: Scheme | None) -> Step | None:
        """Rate this tracker by a scheme from now on; with None, ratings are judged, as they stand."""
        if scheme == self.year.scheme:
            return None
        if scheme is None:
            standing = {saving.line: rating_of(saving, self.year.scheme).name for saving in self.year}
            changed = {
                saving.line: saving.but(rating_printed=standing[saving.line], override="", override_reason="")
                for saving in self.year
            }
            return self._record(changed, "Judge ratings by hand", scheme=None)
        changed = {saving.line: saving.but(rating_printed=None, to_review=False) for saving in self.year}
        return self._record(changed, f"Adopt the RAG scheme of {scheme.name}", scheme=scheme)

    def unlock_plan(self, reason: str) -> None:
        """Let plan figures be typed; the reason is logged with each. A blank reason is refused; see `lock_plan`."""
        if not reason.strip():
            raise ReasonNeeded("Unlocking plan figures")
        self.plan_reason = reason.strip()

    def lock_plan(self) -> None:
        """Lock plan figures again."""
        self.plan_reason = ""

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none."""
        if self.viewing:
            raise Viewing
        step = self.history.back()
        if step and self.keeper:
            self.keeper.undone(step)
        return step and self._show(step, step.before, step.schemes[0])

    def redo(self) -> Step | None:
        """Do the step again that was last taken back; None where there is none."""
        if self.viewing:
            raise Viewing
        step = self.history.forth()
        if step and self.keeper:
            self.keeper.redone(step)
        return step and self._show(step, step.after, step.schemes[1])

    @property
    def saved(self) -> Year:
        """The tracker as it was when it was opened or last saved."""
        return self._saved

    def rebase(self, base: Year, merged: Year, source: str) -> Step | None:
        """Go over to a colleague's version of the file with what was changed here, in one step; while viewing too.

        Args:
            base: their version, line by line as here; what differs from it is not saved.
            merged: their version with what was changed here.
            source: the file's name.
        """
        viewing, self.viewing = self.viewing, False
        try:
            step = self._record(dict(enumerate(merged.savings)), f"Bring in {source}", source=source)
        finally:
            self.viewing = viewing
        self._saved = base
        if merged.savings == base.savings:
            self.history.mark_saved()
        else:
            self.history.forget_save()
        self._tell(frozenset())
        return step

    def mark_saved(self) -> None:
        """Remember the tracker as it is now as saved."""
        self.history.mark_saved()
        self._saved = self.year
        self._tell(frozenset())

    def take_up(self, history: History, year: Year) -> None:
        """Stand where a history left off that began with the tracker as it was read."""
        self.history, self.year = history, year
        self.standing = Standing(year, self.standing.opened, self.standing.travel)
        self._tell(frozenset())

    def export(self, path: str | Path, log: Sequence[LogEntry] | None = None) -> Report:
        """Write the council's workbook, a new file, with a change log where one is given; see `write_workbook`."""
        return write_workbook(self.year, Path(path), log=log)

    def _concerned(self, finding: Finding) -> tuple[int, ...]:
        if finding.line is not None:
            return (finding.line,)
        return tuple(saving.line for saving in self.year if str(saving.value(finding.key) or "").strip() == "0")

    def _record(
        self,
        changed: Mapping[int, Saving],
        words: str,
        why: str = "",
        source: str = "",
        **terms: Scheme | None,
    ) -> Step | None:
        if self.viewing:
            raise Viewing
        after = {line: saving for line, saving in changed.items() if saving != self.year.savings[line]}
        scheme = terms.get("scheme", self.year.scheme)
        if not after and scheme == self.year.scheme:
            return None
        before = {line: self.year.savings[line] for line in after}
        schemes = (self.year.scheme, scheme)
        step = Step(words, self._clock(), self.who, why, source, before, after, schemes)
        if self.keeper:
            self.keeper.recorded(step)
        self.history.record(step)
        return self._show(step, after, scheme)

    def _show(self, step: Step, savings: Mapping[int, Saving], scheme: Scheme | None) -> Step:
        whole = scheme is not self.year.scheme
        before = [self.year.savings[line] for line in savings]
        self.year = replace(self.year.with_savings(savings), scheme=scheme)
        if whole:
            self.standing = Standing(self.year, self.standing.opened, self.standing.travel)
        else:
            self.standing.move(self.year, before)
        self._tell(frozenset() if whole else frozenset(savings))
        return step

    def _tell(self, lines: frozenset[int]) -> None:
        for watcher in tuple(self._watchers):
            watcher(lines)
