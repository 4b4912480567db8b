"""Contents put into a worksheet's cells, so that text stays text and every figure is there for a reader's eye."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from model.files.workbook_formats import Formats
from model.files.workbook_lines import Content, Formula
from model.files.workbook_texts import CellTexts, fragments
from model.money import plain

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]


class CellWriter:
    """Writes into one worksheet; rows and columns count from 0."""

    def __init__(self, sheet: Worksheet, formats: Formats, texts: CellTexts) -> None:
        """Take the worksheet, and what keeps its formats and its remarks."""
        self.sheet = sheet
        self._run = formats.run
        self._texts = texts

    def put(self, row: int, column: int, content: Content, look: Format, whose: str) -> None:
        """Write what a cell holds; `whose` names it in a remark: `the commentary of A/R.6.266`."""
        match content:
            case None | "":
                self.sheet.write_blank(row, column, None, look)
            case bool():
                self.sheet.write_boolean(row, column, content, look)
            case Decimal():
                self.sheet.write_number(row, column, self._number(content, whose), look)
            case Formula(result=Decimal() as result):
                self.sheet.write_formula(row, column, content.at(row + 1), look, self._number(result, whose))
            case Formula(result=result):
                self.sheet.write_formula(row, column, content.at(row + 1), look, result)
            case _:
                self.put_text(row, column, content, look, whose)

    def put_text(self, row: int, column: int, text: str, look: Format, whose: str) -> None:
        """Write text as text, whatever it looks like."""
        first, *more = fragments(self._texts.fit(text, whose))
        if not more:
            self.sheet.write_string(row, column, first, look)
            return
        runs = [part for fragment in more for part in (self._run, fragment)]
        self.sheet.write_rich_string(row, column, first, *runs, look)

    def _number(self, amount: Decimal, whose: str) -> float:
        kept = Decimal(f"{amount:.15g}")
        if kept != amount:
            self._texts.remark(f"{whose} has more digits than a workbook keeps (15): it stands as {plain(kept)} there.")
        return int(kept) if kept == kept.to_integral_value() else float(kept)
