"""Why a file could not be opened, each as one sentence that says what to do."""

from pathlib import Path

from model.refusals import Refusal

MEGABYTE = 1024 * 1024


class Unreadable(Refusal):
    """A file that gives no cells."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file as its folder shows it, with anything that can't be shown replaced."""
        name = (path.name or str(path)).encode("utf-8", "replace").decode()
        shown = "".join(sign if sign.isprintable() else "�" for sign in name)
        super().__init__(f"“{shown}” {why}.")


class NoSuchFile(Unreadable):
    """Nothing stands at the path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "is not there: it may have been moved, renamed or deleted, so look for it and open it again"
        )


class FolderNotFile(Unreadable):
    """A folder was chosen."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a folder: open the tracker that is inside it")


class NotOrdinaryFile(Unreadable):
    """A device, a pipe or the like."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a device or a pipe and not a file: open the file that holds the tracker")


class NoAccess(Unreadable):
    """The system does not let this user read the file, or another program holds it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "can't be read with your permissions: close it in other programs or ask its owner, then open it again"
        )


class ReadingFailed(Unreadable):
    """The system gave up, as when a network drive goes away; `reason` is in its words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"could not be read ({reason}): check the drive or the network and open it again")


class EmptyFile(Unreadable):
    """Not one byte."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is empty: open an earlier copy or ask for the file again")


class FileTooLarge(Unreadable):
    """More bytes than the program takes; `limit` is in bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(
            path,
            f"is larger than {limit // MEGABYTE} MB, the most that can be opened: "
            "save a copy that holds only the tracker and open that",
        )


class UnpacksTooLarge(Unreadable):
    """Compressed parts that would grow past what the program takes; `limit` is in bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(
            path,
            f"unpacks to more than {limit // MEGABYTE} MB, the most that can be opened: "
            "save a copy that holds only the tracker's sheet and open that",
        )


class TooManyCells(Unreadable):
    """More than can be laid out in memory, mostly for one stray value; `cell` names it where it is known."""

    def __init__(self, path: Path, cell: str = "") -> None:
        stray = f"has a value in cell {cell}" if cell else "holds more than can be opened at once, mostly for one value"
        super().__init__(
            path,
            f"{stray} far from the tracker: in a spreadsheet program go to the last cell (Ctrl+End), "
            "delete the rows and columns that the tracker does not use, save, and open it again",
        )


class PasswordProtected(Unreadable):
    """An encrypted file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "is protected with a password: save a copy without it in a spreadsheet program and open the copy"
        )


class SomethingElse(Unreadable):
    """A readable file of another kind, whatever its name ends in; `what` is such as “a picture”."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            path, f"is {what} and not a workbook or a text file of a tracker: open the tracker's own file instead"
        )


class Damaged(Unreadable):
    """A workbook that is cut short or broken inside."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "is damaged or only part of a workbook: copy or download it again, "
            "or save it anew in a spreadsheet program and open that",
        )


class NoWorksheet(Unreadable):
    """A workbook of charts or macros only."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "has no worksheet: open the workbook that holds the tracker")
