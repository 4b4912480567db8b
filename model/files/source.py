"""A file's bytes, read once and whole, and what they are, told by their first signs and not by the name."""

import os
import re
import stat
from pathlib import Path
from typing import Literal

from model.files.unreadable import (
    Damaged,
    EmptyFile,
    FileTooLarge,
    FolderNotFile,
    NoAccess,
    NoSuchFile,
    NotOrdinaryFile,
    PasswordProtected,
    ReadingFailed,
    SomethingElse,
)

Family = Literal["package", "compound", "text"]

# A council's workbook with photographs in it is 20 MB; the file is held whole while it is read.
LARGEST_FILE = 64 * 1024 * 1024

PACKAGE = (b"PK\x03\x04", b"PK\x05\x06")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

OTHER_FILES = (
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, a film or a sound"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Word document"),
    (b"Rar!", "a compressed folder"),
    (b"7z\xbc\xaf", "a compressed folder"),
    (b"\x1f\x8b", "a compressed file"),
)
MARKUP = (
    (b"<?xml", "an XML file"),
    (b"<html", "a web page"),
    (b"<!doctype html", "a web page"),
    (b"<table", "a web page"),
)

# What follows the first record of an encrypted .xls (FilePass), perhaps after a mark against writing.
ENCRYPTED = re.compile(
    rb"\x09\x08(?:\x10\x00\x00\x06\x05\x00.{12}|\x08\x00\x00\x05\x05\x00.{4})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)

# Streams that tell a compound file's program apart; a workbook may hold a Word document and so comes first.
STREAMS = (
    ("Workbook", None),
    ("Book", None),
    ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a presentation"),
    ("__substg1.0_", "an e-mail"),
)


def contents(path: Path) -> bytes:
    """Read a file whole.

    Raises:
        Unreadable: There is no such file, it is no ordinary file, it is empty or too large, or the system refuses.
    """
    try:
        _check_ordinary(path)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as missing:
        raise NoSuchFile(path) from missing
    except PermissionError as forbidden:
        raise NoAccess(path) from forbidden
    except OSError as failure:
        raise ReadingFailed(path, failure.strerror or "no reason given") from failure
    except ValueError as no_name:  # a path with a NUL in it
        raise NoSuchFile(path) from no_name
    if not data:
        raise EmptyFile(path)
    if len(data) > LARGEST_FILE:
        raise FileTooLarge(path, LARGEST_FILE)
    return data


def _check_ordinary(path: Path) -> None:
    """Ask before opening: opening a pipe waits for somebody to write into it."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - Path.stat is this with one more frame
    if stat.S_ISDIR(mode):
        raise FolderNotFile(path)
    if not stat.S_ISREG(mode):
        raise NotOrdinaryFile(path)


def family(path: Path, data: bytes) -> Family:
    """Tell what the bytes are.

    Raises:
        Unreadable: They are no workbook and no text, or a workbook behind a password.
    """
    if data.startswith(PACKAGE):
        return "package"
    if data.startswith(COMPOUND):
        _check_compound(path, data)
        return "compound"
    for signs, what in OTHER_FILES:
        if data.startswith(signs):
            raise SomethingElse(path, what)
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signs, what in MARKUP:
        if start.startswith(signs):
            raise SomethingElse(path, what)
    return "text"


def _check_compound(path: Path, data: bytes) -> None:
    """Refuse a compound file that is no workbook; its directory spells stream names in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data or ENCRYPTED.search(data):
        raise PasswordProtected(path)
    for stream, what in STREAMS:
        if stream.encode("utf-16-le") in data:
            if what:
                raise SomethingElse(path, what)
            return
    raise Damaged(path)
