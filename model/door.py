"""The door for scripts: a tracker from a file, with no window and nobody to ask."""

from pathlib import Path

from model.files.reading import read_year
from model.tracker import Tracker


def open_tracker(path: str | Path, who: str = "") -> Tracker:
    """Open a tracker from a workbook or a text file.

    Args:
        path: where it is; of several equally good sheets the first is read.
        who: the name for the log, the account's when blank.

    Raises:
        Refusal: the file can't be read, or has no tracker in it; `str()` of it is the sentence that says why.
    """
    return Tracker(read_year(Path(path)), who)
