"""The worksheets of a workbook file: a tame one is read at once, any other in a process that can end alone."""

import io
import pickle
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import python_calamine

from model.files import worksheets
from model.files.extent import is_stretched, is_tame, stray_cell
from model.files.package import Parts, pack, package_kind, unpack
from model.files.unreadable import Damaged, NoWorksheet, PasswordProtected, TooManyCells, Unreadable
from model.files.worksheets import DAMAGED, PASSWORD, READ, TOO_MUCH, Worksheet

# Ten times what 10,000 lines take; what is longer than this is not going to be a tracker.
LONGEST = 3.0
REFUSALS = {PASSWORD: PasswordProtected, DAMAGED: Damaged, TOO_MUCH: TooManyCells}
NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)

# python-calamine gives an error value (#REF!) as an empty cell; turned into text, it stays visible.
ERROR_CELL = re.compile(rb'(<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?) t="e"')
ERROR_TEXT = rb'\1 t="str"'
ODS_ERROR = b'office:value-type="string" office:string-value="" calcext:value-type="error"'
ODS_TEXT = b'office:value-type="string" calcext:value-type="error"'


def package_worksheets(path: Path, data: bytes) -> tuple[str, list[Worksheet]]:
    """Read a workbook that is a compressed package.

    Returns:
        Which kind it is, and its worksheets.

    Raises:
        Unreadable: It is none, or broken, protected or too large.
    """
    parts = unpack(path, data)
    kind = package_kind(path, parts)
    texts = parts if kind == "xlsb" else {name: _errors_as_text(content) for name, content in parts.items()}
    if kind == "xlsx" and is_tame(texts):
        return kind, _read_here(path, pack(texts))
    package = data if texts == parts else pack(texts)
    del parts, texts  # larger than the package, and not needed while that is read
    try:
        return kind, _read_apart(path, package)
    except (TooManyCells, Damaged) as failure:
        raise _explained(path, unpack(path, package), failure) from failure


def compound_worksheets(path: Path, data: bytes) -> list[Worksheet]:
    """Read a workbook of the older kind (.xls).

    Raises:
        Unreadable: It is broken, protected or too large.
    """
    return _read_apart(path, data)


def _errors_as_text(content: bytes) -> bytes:
    if b"#" in content and b' t="e"' in content:
        return ERROR_CELL.sub(ERROR_TEXT, content)
    return content.replace(ODS_ERROR, ODS_TEXT)


def _read_here(path: Path, package: bytes) -> list[Worksheet]:
    try:
        found = list(worksheets.read_worksheets(package))
    except python_calamine.CalamineError as broken:
        raise Damaged(path) from broken
    return _some(path, found)


def _explained(path: Path, parts: Parts, failure: Unreadable) -> Unreadable:
    """Say which value is too far away, where that is why reading failed."""
    stray = stray_cell(parts)
    return TooManyCells(path, stray) if stray or is_stretched(parts) else failure


def _read_apart(path: Path, package: bytes) -> list[Worksheet]:
    """Read in a process of its own, whose end without a word means that it ran out of memory or time."""
    try:
        answer = subprocess.run(  # noqa: S603 - this very program's Python, and one of its own files
            [sys.executable, "-P", worksheets.__file__],
            input=package,
            capture_output=True,
            timeout=LONGEST,
            check=False,
            creationflags=NO_CONSOLE,
        ).stdout
        found, closing = _heard(io.BytesIO(answer))
    except (subprocess.TimeoutExpired, EOFError, pickle.UnpicklingError) as silence:
        raise TooManyCells(path) from silence
    if closing != READ:
        raise REFUSALS[closing](path)
    return _some(path, found)


def _heard(answer: io.BytesIO) -> tuple[list[Worksheet], str]:
    """Put together what the process wrote: its worksheets and its closing word."""
    hear = partial(pickle.load, answer)
    found = []
    while not isinstance(said := hear(), str):
        name, hidden = said
        found.append(Worksheet(name, hidden, [row for batch in iter(hear, None) for row in batch]))
    return found, said


def _some(path: Path, found: list[Worksheet]) -> list[Worksheet]:
    if not found:
        raise NoWorksheet(path)
    return found
