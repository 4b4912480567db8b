"""A comparison taken elsewhere: written as a workbook, csv or PDF under a name that is asked for, or as pages."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from model.comparison import Comparison, Row
from model.comparison.sheets import title_of
from model.files.appendix_pages import size_of
from model.files.comparison_pdf import comparison_drawings, write_comparison_pdf
from model.files.comparison_workbook import write_comparison_csv, write_comparison_workbook
from model.files.council_workbook import Report
from model.pages import Page
from model.prompts import Patience, Prompts, at_once
from model.refusals import Refusal

Write = Callable[[Comparison, Path, Sequence[Row]], Report]
WAYS: Mapping[str, tuple[str, Write]] = {
    ".xlsx": ("Workbook", write_comparison_workbook),
    ".csv": ("csv", write_comparison_csv),
    ".pdf": ("PDF", write_comparison_pdf),
}
LONGEST = 120
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


class ComparisonPapers:
    """Writes comparisons where the officer says."""

    def __init__(self, prompts: Prompts, folder: Path) -> None:
        """Ask and tell through prompts; a folder is suggested."""
        self._prompts = prompts
        self._folder = folder

    def export(self, comparison: Comparison, rows: Sequence[Row], patience: Patience = at_once) -> bool:
        """Write some rows of a comparison as the officer chooses; tells whether it was done."""
        many = f"{len(rows):,} row{'s' * (len(rows) != 1)}"
        way = self._prompts.choose(f"Write the {many} shown as", [words for words, _ in WAYS.values()])
        if way is None:
            return False
        suffix, (_, write) = list(WAYS.items())[way]
        path = self._prompts.ask_file_to_write(self._folder / file_name(comparison, suffix))
        if path is None:
            return False
        try:
            report = patience("Writing the comparison", lambda _here: write(comparison, path, rows))
        except Refusal as refusal:
            self._prompts.refuse(str(refusal))
            return False
        self._prompts.tell(f"Exported {many} as “{report.path.name}”.", "\n".join(report.remarks))
        return True


def file_name(comparison: Comparison, suffix: str) -> str:
    """Give a name that is safe on every system: `2017-18 and 2020-21 compared.xlsx`."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", title_of(comparison)).split())
    return words[: LONGEST - len(suffix)].strip(" .") + suffix


def comparison_pages(comparison: Comparison, rows: Sequence[Row]) -> tuple[Page, ...]:
    """Lay some rows of a comparison out as pages to print."""
    return tuple(Page(drawing, *size_of(drawing)) for drawing in comparison_drawings(comparison, rows))
