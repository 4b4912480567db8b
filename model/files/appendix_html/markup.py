"""Elements of a web page, put together so that no text is ever taken for markup."""

import re
from collections.abc import Iterable
from html import escape
from typing import NewType

from model.files.workbook_texts import REPLACEMENT

Markup = NewType("Markup", str)
Value = str | int | bool

_WITHOUT_END = frozenset({"meta"})
# What a page may not hold: control characters, halves of a pair, and the places that Unicode keeps for programs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def text(words: str) -> Markup:
    """Give words as a page shows them; a return, which a browser would take for a line's end, stays one."""
    return Markup(escape(words).replace("\r", "&#13;"))


def joined(parts: Iterable[Markup]) -> Markup:
    """Put parts after each other."""
    return Markup("".join(parts))


def element(name: str, /, *parts: Markup, **attributes: Value) -> Markup:
    """Give an element with what it holds.

    Args:
        attributes: by their names, in which `_` stands for `-`; one at the end keeps Python's words apart: `class_`.
            A blank or False leaves an attribute out; True stands without a value.
    """
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in _WITHOUT_END:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(parts)}</{name}>")


def told(name: str, words: str, /, **attributes: Value) -> Markup:
    """Give an element that holds words of the officer's, in whichever direction they run."""
    return element(name, text(words), dir="auto", **attributes)


def fit(page: str) -> tuple[str, int]:
    """Give a page as a file can hold it, and how many characters had to be replaced."""
    return _UNWRITABLE.subn(REPLACEMENT, page)


def _attribute(name: str, value: Value) -> str:
    if value is False or value == "":
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
