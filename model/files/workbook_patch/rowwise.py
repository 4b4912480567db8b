"""Formulas that name cells of their own row alone: in a long sheet nearly all, and told by what rows have in common."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.files.workbook_patch.formula_words import OWN_ROW, words
from model.files.workbook_patch.formulas import written
from model.files.workbook_patch.markup import plain
from model.files.workbook_patch.named_areas import NamedAreas
from model.files.workbook_patch.sheet import Sheet

# Where the number of a formula's row is the row of a cell and not part of a name or a figure.
_OWN = re.compile(rf"(?<![A-Z0-9_.$])\$?[A-Z]{{1,3}}\$?{OWN_ROW}(?![\w.!\[(])")
_PLAIN = re.compile(rb"<f>([^<]*)<")
_BETWEEN, _OWN_BYTES = b"<", OWN_ROW.encode()


@dataclass
class Rowwise:
    """Passes over such formulas; a text that was found to be one is known from then on, whatever its row."""

    areas: NamedAreas
    _known: set[bytes] = field(default_factory=set)

    def others(self, sheet: Sheet) -> Iterator[re.Match[bytes]]:
        """Give the formulas of a sheet that may name cells outside of their row, as they are written."""
        for begin, stop in self._stretches(sheet):
            for found in written(sheet, begin, stop):
                text, row, rest = found.group("text", "row", "rest")
                if not (
                    row and text and (not rest or b"shared" not in rest) and self._stays(text.replace(row, _OWN_BYTES))
                ):
                    yield found

    def _stretches(self, sheet: Sheet) -> Iterator[tuple[int, int]]:
        """Give the stretches of a sheet that hold other formulas, as offsets."""
        if sheet.markup.prefix or sheet.markup.has_asides:
            yield sheet.data.inner, sheet.data.close
            return
        begin = stop = 0
        last = sheet.text.rfind(b"<f", sheet.data.inner, sheet.data.close)
        for number, start, end in sheet.row_spans():
            if start > last:
                break
            if self._passes(sheet.text[start:end], b"%d" % number):
                continue
            if start != stop:
                yield begin, stop
                begin = start
            stop = end
        yield begin, stop

    def _passes(self, row: bytes, number: bytes) -> bool:
        """Whether no formula of a row names another row; rows that are alike are taken apart once."""
        formulas = _PLAIN.findall(row)
        if row.count(b"<f") != len(formulas):
            return False
        pattern = _BETWEEN.join(formulas).replace(number, _OWN_BYTES)
        if pattern not in self._known:
            if not all(map(self._stays, pattern.split(_BETWEEN))):
                return False
            self._known.add(pattern)
        return True

    def _stays(self, pattern: bytes) -> bool:
        """Whether a text, its row left open, names cells of that row alone."""
        if pattern in self._known:
            return True
        text = plain(pattern)
        if "'" in text or len(_OWN.findall(text)) != text.count(OWN_ROW) or not self.areas.stays_in_row(words(text)):
            return False
        self._known.add(pattern)
        return True
