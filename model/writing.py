"""Writes trackers to files: into the workbook that they come from, or as a new workbook under a name asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from model.change_log import LogEntry
from model.document import Document
from model.files.council_workbook import Report
from model.files.log_sheet import CHANGE_LOG
from model.files.unwritable import ChangedMeanwhile
from model.logbook import changes_in_words
from model.merge import Conflict, Merge, merge
from model.own_workbook import OwnWorkbook, own_workbook, receipt_words, why_not
from model.prompts import Patience, Prompts
from model.refusals import FileOpenAlready, Refusal
from model.resources import EXAMPLE
from model.year import Year

MINE, THEIRS, ONE_BY_ONE, COPY = range(4)
_NEW_WORKBOOK = "Save as a new workbook"
_WAYS = ("Keep mine", "Take theirs", "Decide one by one", "Export mine as a copy…")
MOST_LISTED = 8

ReadYear = Callable[[Path], Year | None]
Folder = Callable[[], Path | None]


class Writing:
    """Saving and exporting, with everything that is asked and told about it."""

    def __init__(
        self, prompts: Prompts, patience: Patience, documents: Sequence[Document], read: ReadYear, folder: Folder
    ) -> None:
        """Write for a session.

        Args:
            documents: those that are open, whose files are not written over.
            read: reads a file again; None where that was refused, which has been told.
            folder: gives the folder that is suggested for a tracker without a file.
        """
        self._prompts = prompts
        self._folder = folder
        self._patience = patience
        self._documents = documents
        self._read = read
        self._shown: Document | None = None

    def closed(self, document: Document) -> None:
        """Put away the receipt of a tracker that is closed."""
        if document is self._shown:
            self._shown = None
            self._prompts.end_receipt()

    def save(self, document: Document) -> bool:
        """Save into the tracker's own workbook; where that can't be, say why and offer a new one."""
        why = why_not(document.path) if document.path else ""
        if why:
            return self._offer(why) and self.save_as(document)
        if document.own is None:
            return self.save_as(document)
        if not self.bring_in(document):
            return False
        try:
            return self._save_into(document, document.own)
        except ChangedMeanwhile as changed:
            self._prompts.refuse(str(changed))
            return False
        except Refusal as refusal:
            return self._offer(str(refusal)) and self.save_as(document)

    def save_as(self, document: Document) -> bool:
        """Save as a new council workbook, which is the tracker's own from then on."""
        report = self.written(document)
        if report is None:
            return False
        document.path, document.name = report.path, report.path.name
        document.tracker.mark_saved()
        year = self._read(report.path)
        alike = year is not None and [saving.reference for saving in year] == [
            saving.reference for saving in document.tracker.year
        ]
        document.own = own_workbook(report.path, year) if year is not None and alike else None
        if document.own is not None:
            document.own.wrote(report.digest)
        if report.remarks:
            self._prompts.tell(f"Saved as “{report.path.name}”.", "\n".join(report.remarks))
        return True

    def bring_in(self, document: Document) -> bool:
        """Bring in what somebody else saved into the file meanwhile; False where that can't be, or is not wanted."""
        own = document.own
        if own is None or not own.changed_outside:
            return True
        theirs = self._read(own.path)
        if theirs is None:
            return False
        merged = self._merged(document, theirs)
        if merged is None:
            return False
        own.read_again(merged.base)
        document.tracker.rebase(merged.base, merged.merged, own.path.name)
        self._prompts.tell(*_brought_in(own.path.name, merged))
        return True

    def export(self, document: Document, log: Sequence[LogEntry] | None = None) -> bool:
        """Write a copy as a new workbook, with a change log where one is given, and tell of it."""
        report = self.written(document, log)
        if report is None:
            return False
        listed = "" if log is None else f", with {changes_in_words(log)} on its sheet “{CHANGE_LOG}”"
        self._prompts.tell(f"Exported as “{report.path.name}”{listed}.", "\n".join(report.remarks))
        return True

    def written(self, document: Document, log: Sequence[LogEntry] | None = None) -> Report | None:
        """Write a new workbook under a name that is asked for, with a change log where one is given."""
        path = self._prompts.ask_file_to_write(self._suggested(document))
        if path is None:
            return None
        try:
            self._check_free(path, document)
            return self._patience(f"Writing “{path.name}”", lambda _here: document.tracker.export(path, log))
        except Refusal as refusal:
            self._prompts.refuse(str(refusal))
            return None

    def _save_into(self, document: Document, own: OwnWorkbook) -> bool:
        tracker = document.tracker
        saving = f"Saving “{own.path.name}”"
        receipt, remark = self._patience(saving, lambda _here: own.save(tracker.saved, tracker.year))
        tracker.mark_saved()
        said, cells = receipt_words(receipt, tracker.year, own)
        detail = "\n".join(part for part in (remark, cells) if part)
        self._shown = document
        self._prompts.show_receipt(f"Saved into “{own.path.name}”: {said}", detail)
        return True

    def _offer(self, why: str) -> bool:
        return self._prompts.choose(f"{why} Save the tracker as a new workbook instead?", (_NEW_WORKBOOK,)) is not None

    def _merged(self, document: Document, theirs: Year) -> Merge | None:
        """Merge another's version, each conflict decided by the officer."""
        opened, mine, name = document.tracker.saved, document.tracker.year, theirs.source
        first = merge(opened, theirs, mine, lambda _conflict: True)
        if first is None:
            self._prompts.refuse(
                f"“{name}” was saved by somebody else meanwhile, with other lines or columns than here, so the two"
                " can't be brought together. Choose File > Export workbook to keep your version beside it."
            )
            return None
        mine_kept = self._decided(first.conflicts, document, name)
        return None if mine_kept is None else merge(opened, theirs, mine, mine_kept.__contains__)

    def _decided(self, conflicts: Sequence[Conflict], document: Document, name: str) -> frozenset[Conflict] | None:
        """Give the conflicts in which mine is kept; None where the officer thought better of saving."""
        if not conflicts:
            return frozenset()
        listed = [f"• {conflict.sentence}" for conflict in conflicts[:MOST_LISTED]]
        more = [f"… and {len(conflicts) - MOST_LISTED:,} more"] if len(conflicts) > MOST_LISTED else []
        question = f"Somebody else saved “{name}” meanwhile, and changed what you changed too:"
        way = self._prompts.choose("\n".join([question, *listed, *more]), _WAYS)
        if way == COPY:
            self.export(document)
            return None
        if way != ONE_BY_ONE:
            return {MINE: frozenset(conflicts), THEIRS: frozenset[Conflict](), None: None}[way]
        answers = {conflict: self._prompts.choose(conflict.sentence, _WAYS[:ONE_BY_ONE]) for conflict in conflicts}
        return None if None in answers.values() else frozenset(c for c, answer in answers.items() if answer == MINE)

    def _suggested(self, document: Document) -> Path:
        """Give a name that is free, beside the file that the tracker comes from."""
        year = document.tracker.year.year
        known = document.path or (self._folder() or Path.home()) / f"savings-tracker{year and f'-{year}'}"
        stem, number = known.with_suffix(".xlsx"), 1
        free = stem
        while is_there(free):
            number += 1
            free = stem.with_name(f"{stem.stem} ({number}).xlsx")
        return free

    def _check_free(self, path: Path, document: Document) -> None:
        """Refuse the file of any tracker that is open, unless it was written from this one."""
        taken = [EXAMPLE, *(other.source for other in self._documents)]
        taken += [other.path for other in self._documents if other is not document]
        asked = path if path.suffix else path.with_name(f"{path.name}.xlsx")
        if any(is_file(known, asked) for known in taken):
            raise FileOpenAlready(asked.name)


def _brought_in(name: str, merged: Merge) -> tuple[str, str]:
    """Say what came of another's save, and list it."""
    saved = f"“{name}” was saved by somebody else meanwhile"
    if not merged.taken:
        return f"{saved}, with the same figures and words as here.", ""
    more = len(merged.news) - MOST_LISTED
    listed = [*merged.news[:MOST_LISTED], *([f"… and {more:,} more"] if more > 0 else [])]
    lines = f"{merged.taken:,} line{'s' if merged.taken != 1 else ''}"
    return f"{saved}. Their changes of {lines} are here now.", "\n".join(listed)


def is_there(path: Path) -> bool:
    """Tell whether something stands at a path, as far as the system lets one look."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(known: Path | None, path: Path) -> bool:
    """Tell whether two paths lead to one file, there or not."""
    if known is None:
        return False
    try:
        return known.samefile(path)
    except OSError:
        return known.absolute() == path.absolute()
