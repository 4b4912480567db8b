"""Files that give no tracker, each with the words that its refusal must have; made in a folder, for tests."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from binary_workbooks import a_compound, an_xls, an_xlsb
from packages import (
    SHARED,
    SHEET,
    a_bomb,
    a_package,
    an_ods,
    an_xlsx,
    an_xlsx_with,
    changed,
    parts_of,
    with_claimed_size,
)

Make = Callable[[Path], object]

ENTITY = b'<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst'
DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office:document-content/>"}
PROTECTED_ODS = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
    "content.xml": b"\x01\x02\x03",
}


def _bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def _cut(path: Path, kept: float) -> None:
    data = an_xlsx(path, [["x" * 50, number] for number in range(500)]).read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])


def _with(*changes: tuple[str, bytes, bytes]) -> Make:
    return lambda path: changed(an_xlsx(path), *changes)


def _charts_only(path: Path) -> None:
    parts = parts_of(an_xlsx(path))
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(b"worksheet", b"chartsheet")
    parts["xl/chartsheets/sheet1.xml"] = parts.pop(SHEET).replace(b"worksheet", b"chartsheet")
    a_package(path, parts)


def _spread(path: Path) -> None:
    """Many sheets that are each just small enough."""
    an_xlsx(path, [], **{f"S{number}": [["x"]] for number in range(40)})
    for number in range(2, 42):
        changed(path, (f"xl/worksheets/sheet{number}.xml", b'<row r="1"', b'<row r="39999"'))
        changed(path, (f"xl/worksheets/sheet{number}.xml", b'r="A1"', b'r="Z39999"'))


def _repeated_text(path: Path) -> None:
    """One long text that sixty thousand cells refer to."""
    changed(an_xlsx(path, [["x"] * 20] * 3000), (SHARED, b"<t>x</t>", b"<t>" + b"x" * 100_000 + b"</t>"))


# The file's name, how to make it, and words that its sentence has.
BAD_FILES: dict[str, tuple[Make, str]] = {
    "gone.xlsx": (Path.exists, "is not there"),
    "empty.xlsx": (_bytes(b""), "is empty"),
    "folder.xlsx": (Path.mkdir, "is a folder"),
    "picture.xlsx": (_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)), "is a picture"),
    "photograph.csv": (_bytes(b"\xff\xd8\xff\xe0" + bytes(100)), "is a picture"),
    "paper.xlsx": (_bytes(b"%PDF-1.7\n"), "is a PDF"),
    "page.xls": (_bytes(b"\xef\xbb\xbf\r\n<HTML><body><table>"), "is a web page"),
    "sheet2003.xls": (_bytes(b'<?xml version="1.0"?><Workbook/>'), "is an XML file"),
    "word.xlsx": (lambda path: a_package(path, DOCX), "is a Word document"),
    "word.docx": (lambda path: a_package(path, DOCX), "is a Word document"),
    "writer.ods": (lambda path: a_package(path, ODT), "is a Word document"),
    "slides.xlsx": (lambda path: a_package(path, {"ppt/presentation.xml": b""}), "is a presentation"),
    "folder.zip": (lambda path: a_package(path, {"notes.txt": b"x"}), "is a compressed folder"),
    "nothing.xlsx": (lambda path: a_package(path, {}), "is a compressed folder"),
    "old.doc": (lambda path: a_compound(path, {"WordDocument": b""}), "is a Word document"),
    "mail.msg": (lambda path: a_compound(path, {"__substg1.0_001A001E": b""}), "is an e-mail"),
    "unknown.xls": (lambda path: a_compound(path, {"Contents": b""}), "is damaged"),
    "protected.xlsx": (lambda path: a_compound(path, {"EncryptedPackage": b"", "Workbook": b""}), "with a password"),
    "protected.xls": (lambda path: an_xls(path, {(0, 0): "x"}, encrypted=True), "with a password"),
    "protected.ods": (lambda path: a_package(path, PROTECTED_ODS), "with a password"),
    "third.xlsx": (lambda path: _cut(path, 0.3), "is damaged"),
    "most.xlsx": (lambda path: _cut(path, 0.99), "is damaged"),
    "start.xlsx": (_bytes(b"PK\x03\x04"), "is damaged"),
    "half.xls": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)), "is damaged"),
    "zeros.xlsx": (_bytes(bytes(5000)), "is a file of another program"),
    "no-sheet.xlsx": (_with(("xl/workbook.xml", b"<sheet ", b"<other ")), "has no worksheet"),
    "charts.xlsx": (_charts_only, "has no worksheet"),
    "entities.xlsx": (_with((SHARED, b"<sst", ENTITY), (SHARED, b"<t>x</t>", b"<t>&b;</t>")), "is damaged"),
    "far.xlsx": (lambda path: an_xlsx_with(path, {"A1": 1, "XFD1048576": 1}), "value in cell XFD1048576 far from"),
    "wide.xlsx": (lambda path: an_xlsx_with(path, {"XFD1": 1, "A9999": 1}), "value in cell XFD1 far from"),
    "deep.xlsx": (lambda path: an_xlsx_with(path, {"A1048576": 1, "Z1": 1}), "value in cell A1048576 far from"),
    "beyond.xlsx": (
        lambda path: changed(
            an_xlsx_with(path, {"A1": 1, "B10": 1}),
            (SHEET, b'"B10"', b'"B10000000"'),
            (SHEET, b'"10"', b'"10000000"'),
        ),
        "value in cell B10000000 far from",
    ),
    "twice.xlsx": (_with((SHEET, b' t="s"', b' t="s" r="XFD1048576"')), "value in cell XFD1048576 far from"),
    "behind.xlsx": (_with((SHEET, b'r="A1" t="s"', b'r="A1" x=">" t="s" r="XFD1048576"')), "holds more than"),
    "single.xlsx": (_with((SHEET, b'r="A1" t="s"', b"r = 'ZZZZZZZZZ1' t='s'")), "holds more than"),
    "spread.xlsx": (_spread, "holds more than"),
    "far.xlsb": (lambda path: an_xlsb(path, {(0, 0): 1, (1048575, 16383): 1}), "holds more than"),
    "far.xls": (lambda path: an_xls(path, {(0, 0): 1, (65535, 255): 1}), "holds more than"),
    "claim.xls": (lambda path: an_xls(path, {(0, 0): 1}, last=(0xFFFFFFFF, 0xFFFF)), "holds more than"),
    "far.ods": (
        lambda path: an_ods(path, [["x"], [None], ["y", *[None] * 2, "z"]], repeated=1048574),
        "holds more than",
    ),
    "text-bomb.xlsx": (_repeated_text, "holds more than"),
    "bomb.xlsx": (lambda path: a_bomb(path, SHEET, 140), "unpacks to more than 128 MB"),
    "many-parts.xlsx": (
        lambda path: a_package(path, {str(number): b"" for number in range(10_001)}),
        "unpacks to more than 128 MB",
    ),
    "hidden-bomb.xlsx": (lambda path: with_claimed_size(a_bomb(path, SHEET, 140), SHEET, 1000), "is damaged"),
    "claimed.xlsx": (lambda path: with_claimed_size(an_xlsx(path), SHEET, 4_000_000_000), "unpacks to more than"),
    "binary.csv": (_bytes(b"Reference,Plan\0\0\0\n"), "is a file of another program"),
    "binary.txt": (_bytes(bytes(range(256)) * 10), "is a file of another program"),
}


def make_bad_files(folder: Path) -> dict[Path, str]:
    """Make them all; the words that each refusal must have, by file."""
    words = {}
    for name, (make, said) in BAD_FILES.items():
        make(folder / name)
        words[folder / name] = said
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.xlsx")
        words |= {folder / "pipe.xlsx": "is a device or a pipe", Path("/dev/zero"): "is a device or a pipe"}
    return words


def huge_file(path: Path) -> Path:
    """A file of 5 GB of which the disk holds next to nothing."""
    shutil.copy(an_xlsx(path.with_suffix(".start")), path)
    os.truncate(path, 5 * 1024**3)
    return path
