"""What a save has done, for the officer to see."""

from dataclasses import dataclass, field

from model.files.workbook_patch.changes import Shows


@dataclass(frozen=True)
class CellChange:
    """One cell: what it showed, and what it shows."""

    sheet: str
    cell: str
    before: Shows
    after: Shows


@dataclass(frozen=True)
class Receipt:
    """What was changed, read from the file that was written.

    Attributes:
        cells: every cell that was asked for and is different now.
        untouched_parts: how many parts of the package are the same to the byte.
        changed_parts: the parts that are not, and why they can't be.
        warnings: sentences about what the officer should know.
        to_recalculate: formulas elsewhere that depend on the cells; their results were dropped and are worked out by
            the next spreadsheet program that opens the workbook.
        digest: of the file's content as it was written.
    """

    cells: tuple[CellChange, ...] = ()
    untouched_parts: int = 0
    changed_parts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    to_recalculate: tuple[tuple[str, str], ...] = field(default=())
    digest: str = field(default="", compare=False)
