"""What spreadsheet programs put beside a workbook that they have open: Excel's owner file, LibreOffice's lock."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Excel writes 165 bytes (Word 162, the oldest Excel 54): a length and the name in the country's letters, then a
# length and the name in UTF-16. The second length stands after 54 or 55 bytes, whichever program wrote it.
_UTF_16_AT = (55, 54)
_LONGEST_NAME = 52
_LARGEST = 4096
_FIELDS = 5
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*),")
_SPECIAL = re.compile(r"([\\,;])")


@dataclass(frozen=True, slots=True)
class LockText:
    """The five fields of LibreOffice's lock: the name, login, machine, time, and the address of its profile."""

    name: str = ""
    login: str = ""
    host: str = ""
    time: str = ""
    profile: str = ""

    def __str__(self) -> str:
        """Write it as LibreOffice does."""
        fields = (self.name, self.login, self.host, self.time, self.profile)
        return ",".join(_SPECIAL.sub(r"\\\1", field) for field in fields) + ";"


def excel_file(path: Path) -> Path:
    """Give the name of Excel's owner file for a workbook."""
    return path.with_name(f"~${path.name}")


def libreoffice_file(path: Path) -> Path:
    """Give the name of LibreOffice's lock for a document."""
    return path.with_name(f".~lock.{path.name}#")


def content(path: Path) -> bytes | None:
    """Read such a file; None where there is none, and nothing where its program lets nobody read it."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def excel_user(owner: bytes) -> str:
    """Read the name in Excel's owner file; blank where it holds none."""
    for place in _UTF_16_AT:
        size = owner[place] if len(owner) > place else 0
        name = owner[place + 2 : place + 2 + 2 * size]
        if 0 < size <= _LONGEST_NAME and size != ord(" ") and len(name) == 2 * size:
            return _shown(name.decode("utf-16-le", "replace"))
    size = owner[0] if owner else 0
    return _shown(owner[1 : 1 + min(size, _UTF_16_AT[1] - 1)].decode("cp1252", "replace"))


def lock_text(lock: bytes) -> LockText:
    """Read LibreOffice's lock; what it does not say is blank."""
    text = lock.decode("utf-8", "replace").strip("\0\r\n ")
    fields = [_ESCAPED.sub(r"\1", field) for field in _split(text.removesuffix(";"))]
    return LockText(*(_shown(field) for field in fields[:_FIELDS]))


def _split(text: str) -> Sequence[str]:
    return _SEPARATOR.sub(r"\1" + "\n", text).split("\n") if text else []


def _shown(name: str) -> str:
    return "".join(sign for sign in name if sign.isprintable()).strip()
