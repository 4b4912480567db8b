"""Why a file could not be written, each as a sentence that says what to do."""

from pathlib import Path

from model.refusals import Refusal


class Unwritable(Refusal):
    """A file that was not written; what stood in its place before still does."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file as its folder shows it, with anything that can't be shown replaced."""
        shown = "".join(sign if sign.isprintable() else "�" for sign in path.name or str(path))
        super().__init__(f"“{shown}” {why}.")


class NoSuchFolder(Unwritable):
    """The folder to write to does not exist, or is a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was not written: its folder is not there. Choose another folder")


class NameOfFolder(Unwritable):
    """A folder has the name already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a folder. Choose another name for the file")


class FolderClosed(Unwritable):
    """This user may not write in the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was not written: you may not write in its folder. Choose another folder")


class WriteProtected(Unwritable):
    """The file that would be replaced may not be changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is write-protected. Choose another name, or allow changes to the file and try again")


class OpenElsewhere(Unwritable):
    """The file that would be replaced is open in another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "is open in another program, or was when that program stopped. Close it there or choose another name"
        )


class ChangedMeanwhile(Unwritable):
    """Another program wrote the file between the last look at it and the save."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was changed by another program just now. Save again to bring both versions together")


class DiskFull(Unwritable):
    """No room is left."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was not written: the disk is full. Make room or choose another disk, then try again")


class NameTooLong(Unwritable):
    """The system takes no name of that length."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was not written: its name is too long. Choose a shorter one")


class WritingFailed(Unwritable):
    """The system gave up, as when a network drive goes away; `reason` is in its words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"was not written ({reason}). Check the name, the drive or the network and try again")


class NotAWorkbookName(Unwritable):
    """A name that ends as files of another kind do."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"ends in “{path.suffix}”, but a workbook ends in “.xlsx”. Choose such a name")


class NameCompletedIsTaken(Unwritable):
    """With its ending added, the name is that of a file which nobody agreed to replace."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "exists already. Choose another name, or give this one in full to replace the file")


class TooLargeForASheet(Unwritable):
    """More lines or columns than a worksheet has."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was not written: the tracker has more lines or columns than a worksheet can hold")
