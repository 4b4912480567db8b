"""The PDF itself: the layout filled with the appendix's data, put in its place whole."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.appendix.choice import Paper
from model.appendix.making import Appendix
from model.files.appendix_pdf.data import layout_data
from model.files.atomic import write_whole
from model.files.council_workbook import Report

_ENDS = "(<end-of-savings>, <end-of-appendix>).map(end => query(end).first().location().page())"
LAYOUTS = {Paper.A3: "appendix.typ", Paper.A4: "appendix.typ", Paper.LARGE_PRINT: "appendix-large.typ"}


def write_pdf(appendix: Appendix, path: Path) -> Report:
    """Write an appendix as a PDF, whole or not at all.

    Returns:
        Where it is, and which characters no typeface on this machine could show.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    written, lacking = pdf_bytes(appendix)
    write_whole(path, written)
    return Report(path, (_said(lacking),) if lacking else ())


def pdf_bytes(appendix: Appendix, made: datetime | None = None) -> tuple[bytes, frozenset[str]]:
    """Lay an appendix out; gives the PDF, and the characters that it could not show.

    Args:
        made: the time that the file states; now if left out.
    """
    compiler, lacking = laid_out(appendix)
    stated = (made or datetime.now(UTC)).replace(microsecond=0)
    return compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=stated), lacking


def compiler_for(appendix: Appendix) -> Any:  # noqa: ANN401 - Typst's own compiler, which is not imported before
    """Give the compiler of an appendix, for other forms of its pages than the file."""
    return laid_out(appendix)[0]


def laid_out(appendix: Appendix) -> tuple[Any, frozenset[str]]:
    """Give the compiler of an appendix, and the characters that it prints as `�`.

    Where notes and key would have a last page for themselves, the table's lines stand closer if that spares the page.
    """
    # Here and nowhere else: the compiler is 80 MB, which a start without an appendix is spared.
    from model.files.appendix_pdf.typesetting import typesetter  # noqa: PLC0415

    layout = LAYOUTS[appendix.choice.paper]
    usual = typesetter(layout, layout_data(appendix))
    if appendix.choice.paper is Paper.LARGE_PRINT or not _pages_after_savings(usual[0]):
        return usual
    close = typesetter(layout, layout_data(appendix, close=True))
    return usual if _pages_after_savings(close[0]) else close


def _pages_after_savings(compiler: Any) -> int:  # noqa: ANN401 - Typst's own compiler, which is not imported before
    savings, appendix = json.loads(compiler.eval(_ENDS))
    return int(appendix - savings)


def _said(lacking: frozenset[str]) -> str:
    named = ", ".join(f"U+{ord(character):04X}" for character in sorted(lacking)[:5])
    more = f" and {len(lacking) - 5} more" if len(lacking) > 5 else ""  # noqa: PLR2004 - as many as are named
    return f"No typeface here can show these characters, which are printed as “�”: {named}{more}."
