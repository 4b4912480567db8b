"""A file made into a year's tracker, whatever its format."""

from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from model.files.grid import Grid, read_grids
from model.files.recognise import Choose, recognise
from model.year import Year


def read_year(path: Path, choose: Choose | None = None) -> Year:
    """Read a tracker from a workbook or a text file.

    Args:
        choose: asks which of several equally good sheets to read, by their names; without it the first is read.

    Raises:
        Refusal: the file can't be read, or has no tracker in it.
    """
    return recognise(read_grids(path), path.name, choose)


class ReadAhead:
    """Reads trackers whose cells were begun to be read when it was made: some of that goes on beside other work.

    At the start, that is the loading of the window's libraries. A tracker of many lines is open a fifth sooner.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        """Begin to read these files, one after the other."""
        self._begun: dict[Path, Future[tuple[Grid, ...]]] = {path: Future() for path in paths}
        Thread(target=self._read_all, args=(dict(self._begun),), daemon=True).start()

    def __call__(self, path: Path, choose: Choose | None = None) -> Year:
        """Read a tracker as `read_year` does; one that was read ahead is read anew the next time."""
        begun = self._begun.pop(path, None)
        return recognise(begun.result() if begun else read_grids(path), path.name, choose)

    @staticmethod
    def _read_all(begun: dict[Path, Future[tuple[Grid, ...]]]) -> None:
        for path, cells in begun.items():
            try:
                cells.set_result(read_grids(path))
            except BaseException as mishap:  # noqa: BLE001 - raised again by whoever asks for the file
                cells.set_exception(mishap)
