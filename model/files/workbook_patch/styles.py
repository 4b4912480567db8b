"""A look for a changed cell: one more entry in the workbook's list of looks, the others stay as they are."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from model.files.workbook_patch.changes import Wanted
from model.files.workbook_patch.markup import Markup, Splice, attributes, whole, with_attribute
from model.files.workbook_patch.refused import DamagedPackage

_FILLED = re.compile(r"""patternType=["'](?!none["'])|<[^>]*gradientFill""")


@dataclass
class Styles:
    """The looks of a workbook, and those that are to be added."""

    markup: Markup
    added: dict[bytes, list[bytes]] = field(default_factory=dict)

    def number(self, wish: Wanted, own: int, like: int | None = None) -> int:
        """Give the number of a look: the cell's own with the colours of another cell, or those that are asked for.

        Args:
            own: the number of the cell's look as it is.
            like: that of the cell whose ground and colour of letters it takes.
        """
        before = look = self._element(b"cellXfs", own)
        if like is not None:
            other = self._element(b"cellXfs", like)
            look = self._in_ink(self._filled(look, self._number(other, b"fillId")), self._ink(other))
        if wish.fill:
            look = self._filled(look, self._append(b"fills", self._fill(wish.fill)))
        if wish.ink:
            look = self._in_ink(look, b'<%scolor rgb="%s"/>' % (self._prefix, wish.ink.encode()))
        return own if look == before else self._append(b"cellXfs", look)

    def ground(self, number: int) -> str:
        """Give the fill of a look as it is written; blank where it has none, or where the list does not say."""
        try:
            fill = self._element(b"fills", self._number(self._element(b"cellXfs", number), b"fillId")).decode()
        except DamagedPackage:
            return ""
        return fill if _FILLED.search(fill) else ""

    def splices(self) -> list[Splice]:
        """Give what is to be put into the part."""
        made = []
        for name, new in self.added.items():
            begin, end = self._list(name)
            rest = with_attribute(begin["rest"], b"count", b"%d" % (len(self._entries[name]) + len(new)))
            made += [
                Splice(begin.start("rest"), begin.end("rest"), rest),
                Splice(end.start(), end.start(), b"".join(new)),
            ]
        return made

    @property
    def _prefix(self) -> bytes:
        return self._list(b"cellXfs")[0]["tag"].removesuffix(b"cellXfs")

    def _fill(self, colour: str) -> bytes:
        x = self._prefix
        colours = b'<%sfgColor rgb="%s"/><%sbgColor indexed="64"/>' % (x, colour.encode(), x)
        return b'<%sfill><%spatternFill patternType="solid">%s</%spatternFill></%sfill>' % (x, x, colours, x, x)

    def _number(self, look: bytes, name: bytes) -> int:
        """Give the number of a look's fill or font; the first of the list where it names none."""
        number = whole(attributes(_tag(look)).get(name, b"0"))
        if number is None:
            raise self._damaged()
        return number

    def _filled(self, look: bytes, fill: int) -> bytes:
        return look if self._number(look, b"fillId") == fill else _set(look, b"fillId", b"applyFill", fill)

    def _in_ink(self, look: bytes, colour: bytes) -> bytes:
        """Give a look with its letters in a colour, as an element; in none of their own where that is empty."""
        if self._ink(look) == colour:
            return look
        font = self._font(self._element(b"fonts", self._number(look, b"fontId")), colour)
        return _set(look, b"fontId", b"applyFont", self._append(b"fonts", font))

    def _ink(self, look: bytes) -> bytes:
        """Give the colour of a look's letters as it is written."""
        found = self._colour.search(self._element(b"fonts", self._number(look, b"fontId")))
        return found[0] if found else b""

    @cached_property
    def _colour(self) -> re.Pattern[bytes]:
        return re.compile(rb"<%scolor[\s/][^>]*?(?:/>|></%scolor>)" % (self._prefix, self._prefix))

    def _font(self, font: bytes, new: bytes) -> bytes:
        """Give a font in another colour; its colour has a fixed place among what a font says."""
        x = self._prefix
        if old := self._colour.search(font):
            return font[: old.start()] + new + font[old.end() :]
        behind = re.search(rb"<%s(?:name|family|charset|scheme)[\s/]|</%sfont\s*>" % (x, x), font)
        if behind is None:
            return b"<%sfont>%s</%sfont>" % (x, new, x)
        return font[: behind.start()] + new + font[behind.start() :]

    def _append(self, name: bytes, entry: bytes) -> int:
        """Give the number of an entry, which is added unless it is there."""
        known = [*self._entries[name], *self.added.get(name, [])]
        if entry in known:
            return known.index(entry)
        self.added.setdefault(name, []).append(entry)
        return len(known)

    def _element(self, name: bytes, number: int) -> bytes:
        known = [*self._entries[name], *self.added.get(name, [])]
        if number >= len(known):
            raise self._damaged()
        return known[number]

    @cached_property
    def _entries(self) -> dict[bytes, list[bytes]]:
        names = {b"cellXfs": b"xf", b"fills": b"fill", b"fonts": b"font"}
        return {name: self._listed(name, entry) for name, entry in names.items()}

    def _listed(self, name: bytes, entry: bytes) -> list[bytes]:
        begin, end = self._list(name)
        entries, opened = [], 0
        for found in self.markup.tags(entry).finditer(self.markup.text, begin.end(), end.start()):
            if not found["tag"]:
                continue
            if found["rest"].endswith(b"/"):
                entries.append(found[0])
            elif found["end"]:
                entries.append(self.markup.text[opened : found.end()])
            else:
                opened = found.start()
        return entries

    def _list(self, name: bytes) -> tuple[re.Match[bytes], re.Match[bytes]]:
        found = [each for each in self.markup.tags(name).finditer(self.markup.text) if each["tag"]]
        if len(found) != 2:  # noqa: PLR2004 - the tag before the list and the one after it
            raise self._damaged()
        return found[0], found[1]

    def _damaged(self) -> DamagedPackage:
        return DamagedPackage(self.markup.path, "its list of cell styles is damaged")


def _tag(element: bytes) -> bytes:
    """Give the attributes of an element's first tag."""
    return element[: element.index(b">")]


def _set(look: bytes, name: bytes, applied: bytes, number: int) -> bytes:
    """Give a look with another fill or font."""
    at = look.index(b">")
    head, behind = look[:at], look[at:]
    space = re.match(rb"<[^\s/>]+", head)
    tag = space[0] if space else b""
    rest = with_attribute(with_attribute(head.removeprefix(tag), name, b"%d" % number), applied, b"1")
    return tag + rest + behind
