"""A tracker whose changes are kept in a journal, and a crash of the program that has it open."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from builders import A_SCHEME, QUARTER_1, a_saving, a_year
from model.files.fingerprint import fingerprint
from model.files.journal import Journal
from model.files.journal_lines import Head
from model.files.recovery import Recovery, unfinished
from model.refusals import Refusal
from model.saving import Saving
from model.tracker import Tracker
from model.year import Year


class Kept:
    """A tracker whose changes are kept in a journal, and the file that it was read from."""

    def __init__(self, folder: Path, *savings: Saving, scheme: bool = False) -> None:
        self.folder = folder / "recovery"
        self.path = folder / "tracker.xlsx"
        self.path.write_bytes(b"as opened")
        self.year = a_year(*(savings or (a_saving("A"), a_saving("B"))), scheme=A_SCHEME if scheme else None)
        times = iter(QUARTER_1 + timedelta(minutes=minute) for minute in range(1000))
        self.tracker = Tracker(self.year, "M. Officer", lambda: next(times))
        self.told: list[Refusal] = []
        self.journal = Journal(self.folder, self.head(), self.told.append)
        self.tracker.keeper = self.journal

    def head(self) -> Head:
        """What a journal that begins now says first."""
        return Head("tracker.xlsx", "Savings", self.path, fingerprint(self.path), QUARTER_1)

    def save(self, content: bytes = b"as saved") -> Year:
        """Saves the tracker; gives what the file holds then."""
        self.path.write_bytes(content)
        self.tracker.mark_saved()
        self.journal.saved(self.head())
        return self.tracker.year

    def crash(self) -> "Kept":
        """Ends as a process that is killed: the system closes its files."""
        if self.journal._file is not None:
            self.journal._file.let_go()
            self.journal._file = None
        return self

    def found(self) -> Recovery:
        """The one recovery that is offered."""
        (recovery,) = unfinished(self.folder)
        return recovery

    def restored(self, year: Year | None = None) -> Tracker:
        """A tracker read anew, with the changes done again."""
        tracker = Tracker(self.year if year is None else year, "M. Officer")
        self.found().restore(tracker)
        return tracker


def words(tracker: Tracker) -> list[str]:
    """The steps that stand."""
    return [step.words for step in tracker.history.done]


def journals(kept: Kept) -> list[Path]:
    """The journals on the disk."""
    return sorted(kept.folder.iterdir()) if kept.folder.exists() else []


def raising(error: OSError) -> Callable[..., None]:
    """A function that fails, whatever it is asked."""

    def fail(*_asked: object, **_named: object) -> None:
        raise error

    return fail
