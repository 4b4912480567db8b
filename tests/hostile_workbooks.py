"""Workbooks with malice or bad luck in them, made from a good tracker, for tests of what reads and saves them."""

import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from model.resources import EXAMPLE
from packages import SHEET, a_package, parts_of, with_claimed_size

Parts = dict[str, bytes]
Make = Callable[[Path], object]

STYLES, STRINGS, WORKBOOK = "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
RELATIONS, TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
ROOTS = {SHEET: b"<worksheet", STRINGS: b"<sst", WORKBOOK: b"<workbook", STYLES: b"<styleSheet"}
ROOTS |= {RELATIONS: b"<Relationships", TYPES: b"<Types"}
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha" * 9) for n in range(10))
MEGABYTE = 1024 * 1024


def with_parts(change: Callable[[Parts], object]) -> Make:
    """The tracker with its parts changed."""

    def make(path: Path) -> None:
        parts = parts_of(EXAMPLE)
        change(parts)
        a_package(path, parts)

    return make


def replaced(name: str, old: bytes, new: bytes, *, everywhere: bool = False) -> Make:
    """The tracker with bytes of a part replaced, where they first stand or wherever they do."""

    def change(parts: Parts) -> None:
        assert old in parts[name], (name, old)
        parts[name] = parts[name].replace(old, new, -1 if everywhere else 1)

    return with_parts(change)


def declared(name: str, entities: bytes) -> Make:
    """The tracker with entities declared in a part, and the last of them used in its root's text."""
    root = ROOTS[name]
    return with_parts(
        lambda parts: parts.update(
            {
                name: parts[name]
                .replace(root, b"<!DOCTYPE x [" + entities + b"]>" + root, 1)
                .replace(b"</", b"&l9;</", 1)
            }
        )
    )


def cut(share: float) -> Make:
    """The tracker's first bytes."""
    return lambda path: path.write_bytes(EXAMPLE.read_bytes()[: int(EXAMPLE.stat().st_size * share)])


def padded(name: str, megabytes: int) -> Make:
    """The tracker with a part that unpacks to so much."""
    return with_parts(lambda parts: parts.update({name: parts[name] + b" " * megabytes * MEGABYTE}))


def named(*names: str) -> Make:
    """The tracker with further parts of these names, the last of them in place of its sheet."""

    def change(parts: Parts) -> None:
        parts.update(dict.fromkeys(names, parts[SHEET]))
        parts[RELATIONS] = parts[RELATIONS].replace(b"worksheets/sheet1.xml", names[-1].encode(), 1)

    return with_parts(change)


def twice(name: str) -> Make:
    """The tracker with a part that is there twice."""

    def make(path: Path) -> None:
        a_package(path, parts_of(EXAMPLE))
        alias = name.encode()[:-1] + b"~"
        with zipfile.ZipFile(path, "a") as package:
            package.writestr(alias.decode(), b"<other/>")
        path.write_bytes(path.read_bytes().replace(alias, name.encode()))

    return make


def many_rows(row: bytes, count: int) -> Make:
    """The tracker with rows below its last, each with its number in place of `#`."""

    def change(parts: Parts) -> None:
        rows = b"".join(row.replace(b"#", b"%d" % number) for number in range(100, 100 + count))
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")

    return with_parts(change)


def overlapping(path: Path) -> None:
    """A package whose directory lists one member a thousand times."""
    data = bytearray(EXAMPLE.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HLL", data, end + 10)
    directory = bytes(data[start : start + size]) * 1000
    tail = bytearray(data[end:])
    struct.pack_into("<HHLL", tail, 8, count * 1000 & 0xFFFF, count * 1000 & 0xFFFF, len(directory), start)
    path.write_bytes(bytes(data[:start]) + directory + bytes(tail))


HOSTILE: Mapping[str, Make] = {
    **{f"cut at {share}": cut(share) for share in (0.01, 0.3, 0.6, 0.9, 0.999)},
    "a bomb below the limit": padded(SHEET, 90),
    "a bomb of texts below the limit": padded(STRINGS, 90),
    "a bomb above the limit": padded(SHEET, 150),
    "a part that claims to be small": lambda path: (padded(SHEET, 20)(path), with_claimed_size(path, SHEET, 99)),
    "a part that claims to be large": lambda path: (
        a_package(path, parts_of(EXAMPLE)),
        with_claimed_size(path, SHEET, 0xFFFFFFF0),
    ),
    "a package in itself": with_parts(lambda parts: parts.update({"xl/a.zip": EXAMPLE.read_bytes()})),
    "thousands of parts": with_parts(lambda parts: parts.update({f"xl/{n}.xml": b"<a/>" for n in range(9_900)})),
    "too many parts": with_parts(lambda parts: parts.update({f"xl/{n}.xml": b"<a/>" for n in range(10_100)})),
    "a directory that lists one part a thousand times": overlapping,
    **{f"an entity bomb in {name}": declared(name, LAUGHS) for name in ROOTS},
    **{
        f"an entity from a file in {name}": declared(name, b'<!ENTITY l9 SYSTEM "file:///etc/passwd">')
        for name in (SHEET, STRINGS)
    },
    "names that leave the package": named("../../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "../../../evil.xml"),
    "a target that leaves the package": replaced(RELATIONS, b"worksheets/sheet1.xml", b"../../../../etc/passwd"),
    "a target on the net": replaced(RELATIONS, b"worksheets/sheet1.xml", b"https://example.invalid/sheet1.xml"),
    "a name without end": named("xl/" + "a" * 60_000 + ".xml"),
    **{f"{name} twice": twice(name) for name in (SHEET, WORKBOOK, TYPES)},
    "an extent that lies": replaced(SHEET, b'<dimension ref="', b'<dimension ref="A1:XFD1048576" x="'),
    "an extent that is none": replaced(SHEET, b'<dimension ref="', b'<dimension ref="ZZZZ0:-1" x="'),
    "spans that lie": replaced(SHEET, b'spans="1:26"', b'spans="99999999999999999999:0"'),
    "elements within elements": replaced(SHEET, b"<sheetData>", b"<a>" * 200_000 + b"</a>" * 200_000 + b"<sheetData>"),
    "cells within cells": replaced(SHEET, b"</v></c>", b"</v>" + b"<c>" * 50_000 + b"</c>" * 50_000 + b"</c>"),
    "a formula of brackets": replaced(SHEET, b"<f>", b"<f>" + b"(" * 400_000),
    "a formula of ranges": replaced(SHEET, b"<f>", b"<f>" + b"A1:" * 200_000),
    "a formula that is a link": replaced(SHEET, b"<f>", b'<f>HYPERLINK("https://example.invalid",A1)&amp;'),
    "a text that is not there": replaced(SHEET, b' t="s"><v>0<', b' t="s"><v>999999999<'),
    "a text of a number below nought": replaced(SHEET, b' t="s"><v>0<', b' t="s"><v>-5<'),
    "a look that is not there": replaced(SHEET, b' s="3"', b' s="4294967295"'),
    "a cell of a row that is none": replaced(SHEET, b'<c r="A7"', b'<c r="A99999999999999999999"'),
    "a row beyond the sheet": replaced(SHEET, b'<row r="8"', b'<row r="4294967304"'),
    "rows in no order": replaced(SHEET, b'<row r="9"', b'<row r="2"'),
    "a value at the far corner": replaced(
        SHEET, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    ),
    "one merge over the grid": replaced(SHEET, b"<mergeCell ", b'<mergeCell ref="B2:XFD1048576"/><mergeCell '),
    "looks down to the last row": many_rows(b'<row r="#" s="1" customFormat="1"/>', 1_048_000),
    "empty cells far down": many_rows(b'<row r="#"><c r="A#" s="1"/><c r="Z#" s="1"/></row>', 60_000),
    **{
        f"a figure of {name}": replaced(SHEET, b"<v>-375</v>", b"<v>" + figure + b"</v>", everywhere=True)
        for name, figure in {
            "308 noughts": b"1e308",
            "more than can be": b"1e999999",
            "no number": b"NaN",
            "a million digits": b"9" * 1_000_000,
            "a small one": b"1e-999999",
            "words": b"0x1F",
        }.items()
    },
    "control characters": replaced(STRINGS, b"<t>", b"<t>\x01\x08\x1f"),
    "control characters spelt out": replaced(STRINGS, b"<t>", b"<t>_x0000_\xe2\x80\xae_x001F_&#x202E;"),
    "numbers of characters that are none": replaced(STRINGS, b"<t>", b"<t>&#0;"),
    "half a character": replaced(STRINGS, b"<t>", b"<t>\xff\xfe\xc3"),
    "another encoding than it says": with_parts(
        lambda parts: parts.update({SHEET: parts[SHEET].replace(b'encoding="UTF-8"', b'encoding="UTF-16"')})
    ),
    "a sheet that is none": with_parts(lambda parts: parts.update({SHEET: os.urandom(4_000)})),
    "no sheet": with_parts(lambda parts: parts.pop(SHEET)),
    "no list of parts": with_parts(lambda parts: parts.pop(TYPES)),
    "an old workbook by another name": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "a paper by another name": lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(600)),
    "a text by another name": lambda path: path.write_bytes(b"Reference\tPlan\n"),
    "nothing at all": lambda path: path.write_bytes(b""),
    "bytes of chance": lambda path: path.write_bytes(bytes(range(256)) * 40),
}
