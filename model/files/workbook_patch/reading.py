"""What a cell of a part shows, read element by element."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple
from xml.etree.ElementTree import Element

from model.files.workbook_patch.changes import Shows
from model.files.workbook_patch.markup import MAIN, Markup, whole

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Shown(NamedTuple):
    """What a cell holds: its value, and its formula's element where it has one."""

    value: Shows
    formula: Element | None


def local(element: Element) -> str:
    """Give the name of a spreadsheet element without its namespace; blank for others."""
    space, _, name = element.tag.rpartition("}")
    return name if space[1:] in MAIN else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Give the children of a name."""
    return (child for child in element if local(child) == name)


def child(element: Element, name: str) -> Element | None:
    """Give the first child of a name."""
    return next(children(element, name), None)


def shown(cell: Element, shared: Markup | None) -> Shown:
    """Read a cell; texts that stand elsewhere are looked up in `shared`."""
    formula, result = child(cell, "f"), child(cell, "v")
    text = (result.text or "") if result is not None else ""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = child(cell, "is")
        return Shown(None if inline is None else runs(inline) or None, formula)
    if kind == "s":
        return Shown(_shared(text, shared), formula)
    if kind == "b":
        return Shown(text.strip() in {"1", "true"} if text else None, formula)
    return Shown(_number(text) if kind == "n" else unescaped(text) or None, formula)


def runs(text: Element) -> str:
    """Give a text with formats as plain text, without its reading aid."""
    pieces = [each.text or "" for each in children(text, "t")]
    pieces += [piece.text or "" for run in children(text, "r") for piece in children(run, "t")]
    return "".join(map(unescaped, pieces))


def unescaped(text: str) -> str:
    """Give a text with the characters that the format spells out."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _number(text: str) -> Decimal | str | None:
    try:
        number = Decimal(text.strip()) if text.strip() else None
    except InvalidOperation:
        return text
    return text if number is not None and number.is_nan() else number


def _shared(number: str, shared: Markup | None) -> str | None:
    wanted = whole(number.strip().encode("ascii", "replace"))
    if shared is None or wanted is None:
        return None
    found = 0
    for text in shared.tags(rb"si").finditer(shared.text):
        if not text["tag"] or text["end"]:
            continue
        if found == wanted:
            return _text_at(shared, text)
        found += 1
    return None


def _text_at(shared: Markup, begin: re.Match[bytes]) -> str | None:
    if begin["rest"].endswith(b"/"):
        return None
    endings = shared.tags(rb"si").finditer(shared.text, begin.end())
    end = next(found.end() for found in endings if found["end"])
    return runs(shared.tree(shared.text[begin.start() : end])[0]) or None
