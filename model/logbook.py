"""The change log of an open tracker: what its workbook holds since it was first opened here, and what is not saved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from model.change_log import LogEntry, LogFilter, csv_text, entries_of
from model.files.atomic import write_whole
from model.files.kept_log import KeptLog
from model.history import Step
from model.prompts import Prompts
from model.refusals import Refusal
from model.since_save import Net, SinceSave

EVERYTHING = LogFilter()


class Logbook:
    """Hears every act; those that a save makes definite go into the log that is kept.

    What was done and taken back before a save is in no log: it is in no workbook either.
    """

    def __init__(self, folder: Path, workbook: Path | None, title: str, digest: str = "") -> None:
        """Go on with the log of a workbook; the example, which has no file, has none either until it is saved.

        Args:
            digest: of the workbook's content, by which it is known again where it was renamed, moved or copied.
        """
        self._folder = folder
        self._title = title
        self._workbook = workbook
        self._digest = digest
        self._since = SinceSave[Step]()
        if workbook is not None:
            self._kept(workbook).belongs_to(digest)

    def recorded(self, step: Step) -> None:
        """Note a step."""
        self._since.done(step)

    def undone(self, step: Step) -> None:
        """Note that a step was taken back."""
        self._since.undone(step)

    def redone(self, step: Step) -> None:
        """Note that a step was done again."""
        self._since.done(step)

    def take_up(self, acts: Iterable[Net[Step]]) -> None:
        """Note what was done again after a crash."""
        for net in acts:
            (self._since.undone if net.taken_back else self._since.done)(net.act)

    def entries(self, wanted: LogFilter = EVERYTHING) -> tuple[LogEntry, ...]:
        """Give what was changed, the oldest first."""
        return tuple(entry for entry in (*self._earlier(), *self._new()) if wanted.lets(entry))

    def saved(self, workbook: Path, digest: str = "") -> None:
        """Add what a save has made definite; a tracker that is saved as another workbook takes its log along.

        Args:
            digest: of the content that was written.

        Raises:
            LogNotKept: with the sentence that says why; it is added with the next save.
        """
        log = self._kept(workbook)
        earlier = () if log.is_there else self._earlier()
        log.append((*earlier, *(replace(entry, saved=True) for entry in self._new())))
        log.belongs_to(digest)
        self._workbook, self._digest = workbook, digest
        self._since.clear()

    def _earlier(self) -> tuple[LogEntry, ...]:
        """Give what is kept of the workbook, or was when it had another name."""
        if self._workbook is None:
            return ()
        kept = self._kept(self._workbook)
        return kept.read() if kept.is_there else kept.before_it_moved(self._digest)

    def _new(self) -> tuple[LogEntry, ...]:
        return tuple(entries_of(self._since.net, datetime.now(UTC)))

    def _kept(self, workbook: Path) -> KeptLog:
        return KeptLog(self._folder, workbook, self._title)


def write_log(path: Path, entries: Iterable[LogEntry]) -> None:
    """Write entries as csv, in UTF-8 with its mark, as spreadsheet programs need it for £ and arrows.

    Raises:
        Unwritable: with the sentence that says why.
    """
    write_whole(path, csv_text(tuple(entries)).encode("utf-8-sig", "replace"))


def export_log(prompts: Prompts, entries: Sequence[LogEntry], beside: Path) -> bool:
    """Write entries as csv under a name that is asked for, beside a file at first; tells whether it was done."""
    path = prompts.ask_file_to_write(beside.with_name(f"{beside.stem} changes.csv"))
    if path is None:
        return False
    try:
        write_log(path, entries)
    except Refusal as refusal:
        prompts.refuse(str(refusal))
        return False
    prompts.tell(f"Exported {changes_in_words(entries)} as “{path.name}”.")
    return True


def changes_in_words(entries: Sequence[LogEntry]) -> str:
    """Count changes in words."""
    return f"{len(entries):,} change{'s' if len(entries) != 1 else ''}"
