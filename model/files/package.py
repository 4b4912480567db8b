"""A compressed package, unpacked within limits and laid out anew: what is read is what was checked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

from model.files.unreadable import Damaged, PasswordProtected, SomethingElse, UnpacksTooLarge

# 10,000 lines by 60 columns, two of them 2,000 characters long, are 115 MB as .ods and 60 MB as .xlsx.
LARGEST_UNPACKED = 128 * 1024 * 1024
# A workbook with a sheet for each service, each with notes, drawings and settings, has some hundreds of parts.
MOST_PARTS = 10_000
# Cells, and what names and dates them, are kept in these; pictures, macros and the like are never unpacked.
KEPT = {".xml", ".rels", ".bin", ""}
SKIPPED = ("charts", "customXml", "docProps", "drawings", "embeddings", "externalLinks", "media", "pivotCache", "theme")

PART_MARK = b"PK\x01\x02"
ENCRYPTED = 0x1
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# Everything that zipfile lets through from a broken package.
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, IndexError)

PackageKind = Literal["xlsx", "xlsb", "ods"]
Parts = Mapping[str, bytes]


def unpack(path: Path, data: bytes) -> Parts:
    """Unpack the parts of a workbook's package that bear on its cells.

    Raises:
        Unreadable: The package is broken, encrypted, or would unpack to more than the limits.
    """
    if data.count(PART_MARK) > MOST_PARTS:
        raise UnpacksTooLarge(path, LARGEST_UNPACKED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            kept = [part for part in package.infolist() if _is_kept(part.filename)]
            _check_parts(path, kept)
            return {part.filename: _read_part(package, part) for part in kept}
    except BROKEN as broken:
        raise Damaged(path) from broken


def _is_kept(name: str) -> bool:
    place = PurePosixPath(name.replace("\\", "/"))
    return place.suffix.lower() in KEPT and not any(folder in SKIPPED for folder in place.parts)


def _check_parts(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnpacksTooLarge(path, LARGEST_UNPACKED)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise PasswordProtected(path)
    if any(part.compress_type not in COMPRESSIONS for part in parts):
        raise Damaged(path)


def _read_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Unpack one part; asking for its claimed size keeps a false claim from unpacking any further."""
    with package.open(part) as stream:
        return stream.read(part.file_size + 1)


def package_kind(path: Path, parts: Parts) -> PackageKind:
    """Tell which workbook a package is.

    Raises:
        Unreadable: It is none, or encrypted.
    """
    names = {name.replace("\\", "/").lower() for name in parts}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise PasswordProtected(path)
    if b"spreadsheet" in parts.get("mimetype", b"") and "content.xml" in names:
        return "ods"
    raise SomethingElse(path, _what_else(names, parts.get("mimetype", b"")))


def _what_else(names: set[str], mimetype: bytes) -> str:
    if "word/document.xml" in names or b"opendocument.text" in mimetype:
        return "a Word document"
    if "ppt/presentation.xml" in names or b"presentation" in mimetype:
        return "a presentation"
    return "a compressed folder"


def pack(parts: Parts) -> bytes:
    """Lay parts out as a package without compression."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as writing:
        for name, content in parts.items():
            writing.writestr(zipfile.ZipInfo(name), content)
    return package.getvalue()
