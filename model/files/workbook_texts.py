"""Text as a cell can hold it: line breaks, characters that a workbook has no place for, and what is too long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST = 32_767
LONG_TEXT = "Long text"
GOES_ON = f"… [continued on sheet “{LONG_TEXT}”]"
# A sign takes one or two of the 32,767 places of a cell, so that a piece of this length fits whatever its signs.
PIECE = 16_000
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Where text looks like the file format's own code: `_x000D_` to a spreadsheet program, `<r>…</r>` to XlsxWriter.
_CODE = re.compile(r"(?<=_x)(?=[0-9A-Fa-f]{4}_)|(?<=\A<)(?=r>)")


@dataclass(frozen=True, slots=True)
class LongText:
    """A text too long for a cell; `whose` is such as `the description of A/R.6.210`."""

    whose: str
    text: str

    @property
    def pieces(self) -> Iterator[str]:
        """The whole text, in pieces that each fit a cell."""
        return (self.text[start : start + PIECE] for start in range(0, len(self.text), PIECE))


@dataclass(slots=True)
class CellTexts:
    """Makes texts fit for cells and remembers which had to be written otherwise than they are."""

    remarks: list[str] = field(default_factory=list)
    long: list[LongText] = field(default_factory=list)

    def fit(self, text: str, whose: str) -> str:
        """Give a text as its cell holds it; line breaks become those of a spreadsheet program."""
        written = with_line_breaks(text)
        if _UNWRITABLE.search(written):
            written = _UNWRITABLE.sub(REPLACEMENT, written)
            self.remark(f"{whose} has characters that a workbook can't hold; each stands as “{REPLACEMENT}” there.")
        if len(written) <= PIECE or _places(written) <= LONGEST:
            return written
        self.long.append(LongText(whose, written))
        self.remark(
            f"{whose} is longer than a cell can hold: its cell has the beginning, sheet “{LONG_TEXT}” all of it."
        )
        return written[:PIECE] + GOES_ON

    def remark(self, sentence: str) -> None:
        """Keep a sentence about what was written otherwise."""
        self.remarks.append(sentence[0].upper() + sentence[1:])


def plain_line(text: str, longest: int) -> str:
    """Give text as one short line of signs that every file can hold, for names, footers and properties."""
    line = " ".join(_UNWRITABLE.sub(" ", text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def with_line_breaks(text: str) -> str:
    """Give text with each kind of line break as the one that spreadsheet programs use."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def fragments(text: str) -> list[str]:
    """Split text where it would be taken for code, so that as runs of one text it comes back as typed."""
    return _CODE.split(text)


def _places(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
