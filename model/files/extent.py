"""Whether a workbook's sheets are small enough to be read at once: a cheap proof over their bytes.

python-calamine lays out the whole rectangle from a sheet's first value to its last, and ends the process where that
does not fit into memory. So a sheet is only read in this process if every cell in it stands in one of a few boxes.
The proof may fail for a harmless sheet; it holds for no harmful one.
"""

import re

from model.files.package import Parts
from model.files.worksheets import MOST_CELLS

# Larger sheets are read all the same, in a process of their own.
LARGEST_PROVED = 32 * 1024 * 1024
# Every mention of a shared text becomes two copies of it while it is read, one with up to four bytes a letter.
MOST_TEXT = 64 * 1024 * 1024

# The rest of a cell's tag as spreadsheet programs write it: of two places in one tag, the second would count.
REST = rb'(?:>| t="[A-Za-z]++">| s="\d++"(?:>| t="[A-Za-z]++">| ?/>)| ?/>)'


def _outside(columns: bytes, rows: bytes) -> re.Pattern[bytes]:
    """Give what starts a cell that is outside a box, or that is not written as spreadsheet programs write it."""
    return re.compile(rb'<c(?! r="(?:%b)(?:%b)"%b)[\s/>]' % (columns, rows, REST))


# Columns, rows, and what a cell outside of them looks like. Searching stops at the first such cell.
BOXES = (
    (26, 999, _outside(rb"[A-Z]", rb"\d{1,3}")),
    (26, 39_999, _outside(rb"[A-Z]", rb"\d{1,4}|[1-3]\d{4}")),
    (78, 999, _outside(rb"[AB]?[A-Z]", rb"\d{1,3}")),
    (78, 29_999, _outside(rb"[AB]?[A-Z]", rb"\d{1,4}|[12]\d{4}")),
    (702, 999, _outside(rb"[A-Z]{1,2}", rb"\d{1,3}")),
)
# A cell whose name has a prefix (x:c), which calamine reads too.
PREFIXED = re.compile(rb":c[\s/>]")

# Shared texts exactly as spreadsheet programs write them, so that each text ends where its tag ends; calamine sets
# memory aside for as many as they say they are.
TEXT = rb'(?:<t(?: xml:space="preserve")?>[^<]*+</t>|<t/>)'
FONT = rb'(?:<rPr>(?:<\w+(?: \w+="[^"<>]*")*/>)*+</rPr>)?+'
HEAD = rb'(?:<\?xml[^<>]*>)?\s*<sst(?: xmlns="[^"<>]*")?(?: count="\d{1,6}")?(?: uniqueCount="\d{1,6}")?>'
SHARED = re.compile(rb"%b(?:<si>(?:%b|<r>%b%b</r>)*+</si>)*+</sst>\s*" % (HEAD, TEXT, FONT, TEXT))
MENTION = re.compile(rb't="s"><v>(\d{1,6})</v></c>')

# A value in a third column letter or a sixth row digit.
STRAY = re.compile(rb"""<c\s[^<>]*?r=["']([A-Za-z]{3}\d{1,9}|[A-Za-z]{1,2}\d{6,9})["'][^<>]*?(?<!/)><""")
# In .ods, something after a thousand rows or cells that are told as one.
STRETCHED = re.compile(
    rb'<table:table-row[^<>]*rows-repeated="\d{4}.*office:value-type'
    rb'|<table:table-cell[^<>]*columns-repeated="\d{4}[^<>]*/><table:table-cell',
    re.DOTALL,
)


def is_tame(parts: Parts) -> bool:
    """Whether reading this workbook is sure to need little memory."""
    if sum(map(len, parts.values())) > LARGEST_PROVED:
        return False
    sheets = [content for content in parts.values() if b"sheetData" in content]
    shared = [content for name, content in parts.items() if name.lower().endswith("sharedstrings.xml")]
    return sum(map(_cells, sheets)) <= MOST_CELLS and _text(shared, sheets) <= MOST_TEXT


def _cells(sheet: bytes) -> int:
    """At most how many cells a sheet's rectangle has; too many where nothing is known."""
    if PREFIXED.search(sheet):
        return MOST_CELLS + 1
    for columns, rows, outside in BOXES:
        if not outside.search(sheet):
            return columns * rows
    return MOST_CELLS + 1


def _text(shared: list[bytes], sheets: list[bytes]) -> int:
    """At most how many bytes shared texts take, each as often as it is mentioned; too many where nothing is known."""
    if not all(map(SHARED.fullmatch, shared)) or len(shared) > 1:
        return MOST_TEXT + 1
    lengths = [len(text) for content in shared for text in content.split(b"<si>")[1:]]
    mentions = sum(sheet.count(b't="s"') for sheet in sheets)
    most = max(lengths, default=0) * mentions
    return most if most <= MOST_TEXT else _mentioned(lengths, sheets, mentions)


def _mentioned(lengths: list[int], sheets: list[bytes], mentions: int) -> int:
    """How many bytes the mentioned texts take, where every mention is written in the usual way."""
    numbers = [int(number) for sheet in sheets for number in MENTION.findall(sheet)]
    if len(numbers) != mentions or max(numbers) >= len(lengths):
        return MOST_TEXT + 1
    return sum(lengths[number] for number in numbers)


def stray_cell(parts: Parts) -> str:
    """Name a value far below or far to the right, if there is one; empty if not."""
    for content in parts.values():
        if b"sheetData" in content and (stray := STRAY.search(content)):
            return stray[1].decode().upper()
    return ""


def is_stretched(parts: Parts) -> bool:
    """Whether an .ods has a value far below or far to the right."""
    return any(STRETCHED.search(table) for table in parts.get("content.xml", b"").split(b"</table:table>"))
