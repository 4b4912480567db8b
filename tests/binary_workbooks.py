"""Workbooks in Excel's two binary formats, as small as they can be: .xlsb (MS-XLSB) and .xls (MS-XLS in MS-CFB)."""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from packages import a_package

# Where a value stands, row and column from 0.
Cells = Mapping[tuple[int, int], str | float]

SECTOR = 512
END_OF_CHAIN = 0xFFFFFFFE
FAT_SECTOR = 0xFFFFFFFD
FREE = 0xFFFFFFFF

RELATIONSHIPS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>"""
CONTENT_TYPES = b"""<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>"""


def an_xlsb(path: Path, cells: Cells, last: tuple[int, int] = (0, 0)) -> Path:
    """A binary package with one sheet, `Tracker`, which claims to reach to `last`."""
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Tracker")
    book = _record(0x83) + _record(0x8F) + _record(0x9C, bundle) + _record(0x90) + _record(0x84)
    return a_package(
        path,
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONSHIPS.format("officeDocument", "xl/workbook.bin").encode(),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": RELATIONSHIPS.format("worksheet", "worksheets/sheet1.bin").encode(),
            "xl/worksheets/sheet1.bin": _xlsb_sheet(cells, last),
        },
    )


def _xlsb_sheet(cells: Cells, last: tuple[int, int]) -> bytes:
    sheet = _record(0x81) + _record(0x94, struct.pack("<IIII", 0, last[0], 0, last[1])) + _record(0x91)
    for (row, column), value in sorted(cells.items()):
        sheet += _record(0x00, struct.pack("<I", row) + bytes(13))
        place = struct.pack("<II", column, 0)
        if isinstance(value, str):
            sheet += _record(0x06, place + _wide(value))
        else:
            sheet += _record(0x05, place + struct.pack("<d", value))
    return sheet + _record(0x92) + _record(0x82)


def _record(kind: int, content: bytes = b"") -> bytes:
    """One record; kinds from 128 and sizes from 128 take several bytes of seven bits."""
    return _sevens(kind) + _sevens(len(content)) + content


def _sevens(number: int) -> bytes:
    signs = b""
    while number > 0x7F:
        signs += bytes([number & 0x7F | 0x80])
        number >>= 7
    return signs + bytes([number])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def an_xls(path: Path, cells: Cells, last: tuple[int, int] = (1, 1), *, encrypted: bool = False) -> Path:
    """A workbook of Excel 97 with one sheet, `Tracker`, which claims to reach to `last`."""
    file_pass = _biff(0x2F, struct.pack("<H", 1) + bytes(52)) if encrypted else b""
    opening = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0)) + file_pass
    name = struct.pack("<BB", 7, 0) + b"Tracker"
    position = len(opening) + 4 + 6 + len(name) + 4
    book = opening + _biff(0x85, struct.pack("<IH", position, 0) + name) + _biff(0x0A)
    return a_compound(path, {"Workbook": book + _xls_sheet(cells, last)})


def _xls_sheet(cells: Cells, last: tuple[int, int]) -> bytes:
    sheet = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    sheet += _biff(0x200, struct.pack("<IIHHH", 0, last[0], 0, last[1], 0))
    for (row, column), value in sorted(cells.items()):
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            sheet += _biff(0x204, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
        else:
            sheet += _biff(0x203, place + struct.pack("<d", value))
    return sheet + _biff(0x0A)


def _biff(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def a_compound(path: Path, streams: Mapping[str, bytes]) -> Path:
    """A compound file with a few streams, each at least so long that it has sectors of its own."""
    sectors = [b"", b""]  # the table of sectors and the directory, which are known at the end
    chains = [FAT_SECTOR, END_OF_CHAIN]
    entries = [_entry("Root Entry", 5, END_OF_CHAIN, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(4096, b"\0")
        pieces = [padded[place : place + SECTOR].ljust(SECTOR, b"\0") for place in range(0, len(padded), SECTOR)]
        entries.append(_entry(name, 2, len(sectors), len(padded), after=number + 1 if number < len(streams) else FREE))
        chains += [*range(len(sectors) + 1, len(sectors) + len(pieces)), END_OF_CHAIN]
        sectors += pieces
    sectors[0] = _table(chains)
    sectors[1] = b"".join(entries).ljust(SECTOR, b"\0")
    path.write_bytes(_header() + b"".join(sectors))
    return path


def _table(chains: Sequence[int]) -> bytes:
    return struct.pack(f"<{SECTOR // 4}I", *chains, *[FREE] * (SECTOR // 4 - len(chains)))


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE, after: int = FREE) -> bytes:
    spelled = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(spelled) + 2, kind, 1, FREE, after, child)
    return spelled.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def _header() -> bytes:
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    kinds = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    places = struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0)
    return signature + kinds + places + struct.pack("<109I", 0, *[FREE] * 108)
