"""XML as bytes: read in whatever encoding it has, checked, and changed only where something is put in its place."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.parsers import expat
from xml.sax.saxutils import unescape

from model.files.workbook_patch.refused import DamagedPackage

MAIN = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)
# What may stand between tags without being one; a tag that is looked for is told from it by its group.
ASIDE = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
ATTRIBUTES = rb"""(?:[^"'>]++|"[^"]*"|'[^']*')*+"""
_ATTRIBUTE = re.compile(rb"""([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_ROOT = re.compile(rb"(?:%s|[^<])*?<([^\s/>!?]+)(%s)>" % (ASIDE, ATTRIBUTES), re.DOTALL)
_DOCUMENT_TYPE = re.compile(rb"(?:<!--.*?-->|<\?.*?\?>|[^<])*+<!DOCTYPE", re.DOTALL)
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
LONGEST_NUMBER = 10
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")


class Splice(NamedTuple):
    """Bytes to put in place of others; an empty range puts them in between."""

    begin: int
    end: int
    bytes_: bytes


@dataclass(frozen=True)
class Markup:
    """The text of one part in UTF-8, and the encoding that the part itself has."""

    path: Path
    name: str
    text: bytes
    encoding: str

    def encoded(self, text: bytes) -> bytes:
        """Give a text of this part as the part's bytes."""
        return text if self.encoding == "utf-8" else text.decode().encode(self.encoding, "xmlcharrefreplace")

    @cached_property
    def root(self) -> re.Match[bytes]:
        """The first tag: its name and its attributes."""
        return next(_ROOT.finditer(self.text))

    @cached_property
    def prefixes(self) -> tuple[bytes, ...]:
        """What the names of spreadsheet elements may begin with: `x:`, or nothing."""
        declared = attributes(self.root[2])
        found = [name for name, value in declared.items() if name.startswith(b"xmlns") and plain(value) in MAIN]
        return tuple(name[6:] + b":" if name.startswith(b"xmlns:") else b"" for name in found)

    def tags(self, name: bytes) -> re.Pattern[bytes]:
        """Give what finds the tags of a spreadsheet element.

        `end` is `/` for a closing one, then `tag` and `rest`; what is no tag at all has no `tag`.
        """
        return self.finder(
            rb"<(?P<end>/?)(?P<tag>%s(?P<name>%s))(?=[\s/>])(?P<rest>%s)>", self.prefix, name, ATTRIBUTES
        )

    def openings(self, name: bytes, first: bytes) -> re.Pattern[bytes]:
        """Give what finds the opening tags of a spreadsheet element, the faster way in long parts.

        It finds `tag` and `rest`, and `given`, the number that an attribute gives where it stands first.
        """
        given = rb'(?P<tag>)(?=(?: %s="(?P<given>[0-9]+)")?)' % first
        return self.finder(rb"<%s%s%s(?=[\s/>])(?P<rest>%s)>", self.prefix, name, given, ATTRIBUTES)

    @cached_property
    def prefix(self) -> bytes:
        """What finds the beginning of the names of spreadsheet elements."""
        prefixes = list(map(re.escape, self.prefixes))
        return prefixes[0] if len(prefixes) == 1 else b"(?:%s)" % b"|".join(prefixes)

    def finder(self, wanted: bytes, *filled: bytes) -> re.Pattern[bytes]:
        """Compile what finds something, and steps over comments and the like where the part has any.

        Args:
            wanted: has a group `tag`, to tell what is found from what is stepped over.
        """
        pattern = wanted % filled
        return re.compile(rb"%s|%s" % (ASIDE, pattern) if self.has_asides else pattern, re.DOTALL)

    @cached_property
    def has_asides(self) -> bool:
        """Whether there are comments, instructions or the like, in which tags are none."""
        declared = self.text.find(b">") if self.text.startswith((b"<?", codecs.BOM_UTF8 + b"<?")) else 0
        # One sign is found faster than two, and most sheets have none of the second.
        return any(sign[1:] in self.text and self.text.find(sign, declared) >= 0 for sign in (b"<!", b"<?"))

    def ending(self, tag: bytes, begin: int) -> int:
        """Give where the last closing tag of a name begins; -1 where there is none that is easily found."""
        return -1 if self.has_asides else self.text.rfind(b"</%s>" % tag, begin)

    def tree(self, text: bytes | None = None) -> Element:
        """Give a part, or a piece of it put under its own root, as elements."""
        parser = XMLParser()  # noqa: S314 - read_markup let nothing through that declares entities
        try:
            if text is None:
                parser.feed(self.text)
            else:
                head = b"<%s%s>" % (self.root[1], self.root[2].rstrip(b"/"))
                parser.feed(b"%s%s</%s>" % (head, text, self.root[1]))
            return parser.close()
        except ParseError as broken:
            raise DamagedPackage(self.path, f"its part {self.name} is damaged") from broken


def read_markup(path: Path, name: str, content: bytes, *, checked: bool = False) -> Markup:
    """Read a part that is XML.

    Args:
        checked: it is known to be well-formed, or will be found out.

    Raises:
        DamagedPackage: It is not well formed, or declares a document type, which no workbook does.
    """
    damaged = DamagedPackage(path, f"its part {name} is damaged")
    encoding = _encoding(content)
    try:
        text = content if encoding == "utf-8" else content.decode(encoding).encode()
        if not checked:
            _check(path, name, text, content)
    except (expat.ExpatError, LookupError, ValueError) as broken:
        raise damaged from broken
    return Markup(path, name, text, encoding)


def _encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return "utf-16-le"
    if content.startswith((codecs.BOM_UTF16_BE, b"\0<")):
        return "utf-16-be"
    declared = _DECLARED.match(content.removeprefix(codecs.BOM_UTF8))
    name = declared[1].decode().lower() if declared else "utf-8"
    return "utf-8" if name == "utf8" else name


def _check(path: Path, name: str, text: bytes, content: bytes) -> None:
    """Let the parser read it once: whatever is looked for afterwards is looked for in well-formed XML."""
    if _DOCUMENT_TYPE.match(text):
        raise DamagedPackage(path, f"its part {name} declares a document type")
    expat.ParserCreate(namespace_separator=" ").Parse(content, True)


def attributes(rest: bytes) -> dict[bytes, bytes]:
    """Give the attributes of a tag, their values as they are written."""
    return {name: value[1:-1] for name, value in _ATTRIBUTE.findall(rest)}


def plain(value: bytes) -> str:
    """Give an attribute's value as it is meant."""
    text = value.decode()
    if "&" not in text:
        return text
    numbered = _REFERENCE.sub(lambda found: chr(int(found[1], 16) if found[1] else int(found[2])), text)
    return unescape(numbered, _QUOTES)


def whole(value: bytes | None) -> int | None:
    """Give the number that an attribute is; None where it is none, or longer than any that a workbook has."""
    return int(value) if value is not None and value.isdigit() and len(value) <= LONGEST_NUMBER else None


def with_attribute(rest: bytes, name: bytes, value: bytes | None) -> bytes:
    """Give what follows a tag's name with an attribute set, or without it where the value is None."""
    for found in _ATTRIBUTE.finditer(rest):
        if found[1] != name:
            continue
        if value is None:
            return rest[: found.start()].rstrip() + rest[found.end() :]
        return rest[: found.start(2)] + b'"%s"' % value + rest[found.end(2) :]
    if value is None:
        return rest
    closed = rest.endswith(b"/")
    return rest.removesuffix(b"/").rstrip() + b' %s="%s"' % (name, value) + b"/" * closed


def spliced(text: bytes, splices: Iterable[Splice]) -> bytes:
    """Give a text with bytes put into their places, in any order."""
    pieces: list[bytes | memoryview] = []
    at, view = 0, memoryview(text)
    for splice in sorted(splices, key=lambda each: (each.begin, each.end)):
        pieces += [view[at : splice.begin], splice.bytes_]
        at = splice.end
    return b"".join([*pieces, view[at:]])
