"""Why a workbook can't be saved into, each as one sentence that says what to do; nothing has been written then."""

from pathlib import Path

from model.refusals import Refusal

EXPORT = "Export a new workbook instead"


class Unpatchable(Refusal):
    """A workbook, or a cell of it, that is not written; the file is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file as its folder shows it, with anything that can't be shown replaced."""
        name = (path.name or str(path)).encode("utf-8", "replace").decode()
        shown = "".join(sign if sign.isprintable() else "�" for sign in name)
        super().__init__(f"“{shown}” was not saved: {why}.")


class NotSavedInto(Unpatchable):
    """A kind of file that can be read but not saved into; `kind` is such as “an .ods spreadsheet”."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path, f"it is {kind}, and only .xlsx and .xlsm workbooks can be saved into. {EXPORT}")


class DamagedPackage(Unpatchable):
    """A package in which something is not as the format has it; `what` names it."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            path, f"{what}. Save it anew in a spreadsheet program and open that, or {EXPORT[0].lower()}{EXPORT[1:]}"
        )


class NoSuchSheet(Unpatchable):
    """A sheet name that the workbook does not have, or that is no sheet of cells."""

    def __init__(self, path: Path, sheet: str) -> None:
        super().__init__(path, f"it has no worksheet “{sheet}”. Open the file again")


class NoSuchCell(Unpatchable):
    """A place outside every sheet."""

    def __init__(self, path: Path, sheet: str, cell: str) -> None:
        super().__init__(path, f"“{cell}” on sheet “{sheet}” is no cell. Open the file again")


class CellHeld(Unpatchable):
    """A cell that can't be changed by itself; `why` says what it is part of."""

    def __init__(self, path: Path, sheet: str, cell: str, why: str) -> None:
        super().__init__(
            path, f"{cell} on sheet “{sheet}” {why}. Change it in a spreadsheet program, or undo this edit"
        )


class ValueRefused(Unpatchable):
    """A value that no cell can hold."""

    def __init__(self, path: Path, sheet: str, cell: str, why: str) -> None:
        super().__init__(path, f"what {cell} on sheet “{sheet}” would hold {why}. Change the entry and save again")


class ProofFailed(Unpatchable):
    """The file that was written is not what it should be; `what` names the first difference."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            path,
            f"reading it again before the old file would have been replaced showed that {what}. "
            f"The old file is whole. {EXPORT}",
        )
