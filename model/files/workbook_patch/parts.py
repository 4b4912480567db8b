"""The parts of a workbook's package and how they refer to each other."""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from model.files.package import LARGEST_UNPACKED
from model.files.unreadable import UnpacksTooLarge
from model.files.workbook_patch.archive import Archive, Member
from model.files.workbook_patch.markup import Markup, read_markup
from model.files.workbook_patch.refused import DamagedPackage, NotSavedInto

CONTENT_TYPES = "[Content_Types].xml"
_SPELT = re.compile(rb"%([0-9A-Fa-f]{2})")
_MAIN_TYPE = re.compile(r"(?:sheet|template|addin)\.(?:macroEnabled\.)?main\+xml|addin\.macroEnabled\.main\+xml")


class Relation(NamedTuple):
    """One reference of a part: `kind` is the last word of its type, `target` the key of the part it names."""

    id: str
    kind: str
    target: str


class Parts:
    """Reads parts by their names, which count as the same whatever their case."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._members: dict[str, Member] = {}
        self._read: dict[str, Markup] = {}
        self._unpacked = 0
        for member in archive.members:
            key = key_of(member.name)
            if key in self._members:
                raise DamagedPackage(archive.path, f"it has its part {member.name} twice")
            self._members[key] = member

    @property
    def path(self) -> Path:
        """The file, for sentences."""
        return self.archive.path

    def __contains__(self, key: str) -> bool:
        return key in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def name(self, key: str) -> str:
        """Give a part's name as the archive has it."""
        return self._members[key].name

    def content(self, key: str) -> bytes:
        """Unpack a part.

        Raises:
            Refusal: It is missing or damaged, or all that was unpacked is more than the limit.
        """
        member = self._members.get(key)
        if member is None:
            raise DamagedPackage(self.path, f"its part {key} is missing")
        self._unpacked += member.size
        if self._unpacked > LARGEST_UNPACKED:
            raise UnpacksTooLarge(self.path, LARGEST_UNPACKED)
        return self.archive.unpack(member)

    def markup(self, key: str) -> Markup:
        """Read a part that is XML, once."""
        if key not in self._read:
            self._read[key] = read_markup(self.path, self.name(key) if key in self else key, self.content(key))
        return self._read[key]

    def relations(self, key: str) -> list[Relation]:
        """Give the parts that a part refers to; what lies outside the package is left out."""
        folder, name = posixpath.split(key)
        about = posixpath.join(folder, "_rels", f"{name}.rels")
        if about not in self:
            return []
        return [
            Relation(each.get("Id", ""), posixpath.basename(each.get("Type", "")), _resolved(folder, each))
            for each in self.markup(about).tree()
            if each.get("TargetMode") != "External"
        ]

    @cached_property
    def workbook(self) -> str:
        """The key of the part that lists the sheets.

        Raises:
            NotSavedInto: The package is no workbook, or one of a kind that is only read.
        """
        if "mimetype" in self and CONTENT_TYPES.lower() not in self:
            raise NotSavedInto(self.path, "a workbook in the OpenDocument format")
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self:
                self._check_kind(relation.target)
                return relation.target
        raise NotSavedInto(self.path, "no workbook")

    def _check_kind(self, key: str) -> None:
        kind = self.content_type(key)
        if "sheet.binary" in kind:
            raise NotSavedInto(self.path, "an .xlsb workbook")
        if not _MAIN_TYPE.search(kind):
            raise NotSavedInto(self.path, "no workbook")

    def content_type(self, key: str) -> str:
        """Give what the package says a part is."""
        by_ending = ""
        for each in self.markup(CONTENT_TYPES.lower()).tree():
            if key_of(each.get("PartName", "")) == key:
                return each.get("ContentType", "")
            if each.get("Extension", "").lower() == key.rpartition(".")[2]:
                by_ending = each.get("ContentType", "")
        return by_ending


def key_of(name: str) -> str:
    """Give what two names of one part have in common."""
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, reference: Element) -> str:
    target = reference.get("Target", "").replace("\\", "/")
    named = _SPELT.sub(lambda found: bytes.fromhex(found[1].decode()), target.encode()).decode("utf-8", "replace")
    return key_of(posixpath.normpath(posixpath.join("/", folder, named)))
