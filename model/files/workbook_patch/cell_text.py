"""A changed cell as bytes: what it keeps, and its new value."""

import re
from decimal import Decimal
from xml.sax.saxutils import escape

from model.files.workbook_patch.changes import Shows, number_text
from model.files.workbook_patch.markup import attributes, with_attribute
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.sheet import Cell, Sheet
from model.files.workbook_texts import fragments

# A carriage return would be read as a line feed.
_ENTITIES = {"\r": "&#13;"}
# Where a result looks like the format's own code for a character.
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_WHITE = re.compile(r"\A\s|\s\Z|[\n\t]|\s\s")


def value_of(prefix: bytes, value: Shows, *, result: bool) -> tuple[bytes | None, bytes]:
    """Give the kind of a cell and its value element; `result` where it stands beside a formula."""
    if value is None:
        return (b"str", b"<%sv></%sv>" % (prefix, prefix)) if result else (None, b"")
    if isinstance(value, bool):
        return b"b", b"<%sv>%d</%sv>" % (prefix, value, prefix)
    if isinstance(value, Decimal):
        return None, b"<%sv>%s</%sv>" % (prefix, number_text(value).encode(), prefix)
    if result:
        return b"str", _text(prefix, b"v", _CODE.sub("_x005F_", value))
    return b"inlineStr", b"<%sis>%s</%sis>" % (prefix, _pieces(prefix, value), prefix)


def _pieces(prefix: bytes, text: str) -> bytes:
    """Give a text, in runs where it would be taken for the format's own code."""
    pieces = fragments(text)
    if len(pieces) == 1:
        return _text(prefix, b"t", text)
    return b"".join(b"<%sr>%s</%sr>" % (prefix, _text(prefix, b"t", piece), prefix) for piece in pieces)


def _text(prefix: bytes, name: bytes, text: str) -> bytes:
    kept = b' xml:space="preserve"' if name == b"t" and _WHITE.search(text) else b""
    return b"<%s%s%s>%s</%s%s>" % (prefix, name, kept, escape(text, _ENTITIES).encode(), prefix, name)


def new_cell(prefix: bytes, at: Place, style: bytes | None, value: Shows) -> bytes:
    """Give a cell that was not there."""
    kind, content = value_of(prefix, value, result=False)
    rest = b' r="%s"' % str(at).encode()
    rest = with_attribute(rest, b"s", style) if style is not None else rest
    rest = with_attribute(rest, b"t", kind) if kind else rest
    return b"<%sc%s>%s</%sc>" % (prefix, rest, content, prefix) if content else b"<%sc%s/>" % (prefix, rest)


def changed_cell(sheet: Sheet, cell: Cell, value: Shows, *, formula: bytes) -> bytes:
    """Give a cell with another value; `formula` is what it keeps of one, as bytes."""
    prefix = cell.tag[:-1]
    kind, content = value_of(prefix, value, result=bool(formula))
    rest = with_attribute(cell.rest.removesuffix(b"/").rstrip(), b"t", kind)
    if not formula and b"cm" in attributes(rest):
        rest = with_attribute(rest, b"cm", None)
    inner = formula + content + element(sheet, cell, b"extLst")
    return b"<%s%s>%s</%s>" % (cell.tag, rest, inner, cell.tag) if inner else b"<%s%s/>" % (cell.tag, rest)


def stale_cell(sheet: Sheet, cell: Cell, formula: bytes) -> bytes:
    """Give a formula's cell without its result, which whoever opens the workbook then works out."""
    rest = with_attribute(cell.rest, b"t", None)
    inner = (formula or element(sheet, cell, b"f")) + element(sheet, cell, b"extLst")
    return b"<%s%s>%s</%s>" % (cell.tag, rest, inner, cell.tag)


def restyled(rest: bytes, style: int) -> bytes:
    """Give a cell's attributes with another style."""
    return with_attribute(rest, b"s", b"%d" % style)


def element(sheet: Sheet, cell: Cell, name: bytes) -> bytes:
    """Give an element of a cell as it is written; empty where the cell has none."""
    begin = -1
    for found in sheet.markup.tags(name).finditer(sheet.text, cell.inner, cell.close):
        if not found["tag"]:
            continue
        if found["rest"].endswith(b"/") and begin < 0:
            return found[0]
        if found["end"]:
            return sheet.text[begin : found.end()]
        begin = found.start()
    return b""
