"""The page of an appendix put in its place whole."""

from pathlib import Path

from model.appendix.making import Appendix
from model.files.appendix_html.markup import fit
from model.files.appendix_html.page import page_of
from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.workbook_texts import REPLACEMENT


def write_html(appendix: Appendix, path: Path) -> Report:
    """Write an appendix as one web page, whole or not at all.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    page, replaced = fit(page_of(appendix))
    write_whole(path, page.encode())
    return Report(path, (_remark(replaced),) if replaced else ())


def _remark(replaced: int) -> str:
    if replaced == 1:
        return f"One character can't stand on a web page; it is “{REPLACEMENT}” there."
    return f"{replaced:,} characters can't stand on a web page; each is “{REPLACEMENT}” there."
