"""The commands that open, save and close trackers."""

from collections.abc import Callable

from model.backup_choice import BackupChoice
from model.session import Session

USUAL, ANOTHER = range(2)


class FileActs:
    """Open, save, export, close."""

    def __init__(
        self,
        session: Session,
        commit: Callable[[], bool],
        leave: Callable[[], object],
        say: Callable[[str], object],
    ) -> None:
        """Act through a session; `commit` takes what is being typed, unless it is refused; `say` tells in passing."""
        self._session = session
        self._say = say
        self._commit = commit
        self._leave = leave

    def open_file(self) -> None:
        """Ask for a tracker and open it."""
        if self._commit():
            self._session.open()

    def open_example(self) -> None:
        """Open the example tracker."""
        if self._commit():
            self._session.open_example()

    def save(self) -> None:
        """Save the tracker in front into its workbook, or under a name that is asked for."""
        document = self._session.current
        if not self._commit() or document is None:
            return
        if document.unsaved:
            self._session.save()
        else:
            self._say("Nothing has changed that is not saved. Export workbook writes a copy.")

    def save_as(self) -> None:
        """Save the tracker in front under a name that is asked for."""
        if self._commit():
            self._session.save_as()

    def export(self) -> None:
        """Write the tracker in front as a new workbook."""
        if self._commit():
            self._session.export()

    def export_with_log(self) -> None:
        """Write the tracker in front as a new workbook, with its change log."""
        if self._commit():
            self._session.export_with_log()

    def choose_backups(self) -> None:
        """Ask where the versions that saves replace are kept, if anywhere."""
        chosen = BackupChoice()
        now = f"in {chosen.folder}" if chosen.folder else "nowhere"
        question = f"Before a save replaces a workbook, a copy of it is kept {now}. Where should copies be kept?"
        way = self._session.prompts.choose(question, ("In the usual folder", "In another folder…", "Keep none"))
        if way == ANOTHER:
            folder = self._session.prompts.ask_folder(chosen.folder)
            if folder is not None:
                chosen.choose(folder)
        elif way is not None:
            chosen.choose(chosen.usual if way == USUAL else None)

    def close_tracker(self) -> None:
        """Close the tracker in front."""
        if self._commit():
            self._session.close()

    def next_tracker(self) -> None:
        """Go on to the next tracker that is open."""
        self._go_on(1)

    def previous_tracker(self) -> None:
        """Go back to the tracker before."""
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        documents, current = self._session.documents, self._session.current
        if current is not None:
            self._session.bring_up(documents[(documents.index(current) + step) % len(documents)])

    def quit(self) -> None:
        """Close the window and every tracker."""
        self._leave()
