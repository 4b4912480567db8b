"""The list of formulas that a workbook may carry: a cell that has none any more leaves it."""

import re
from collections.abc import Callable

from model.files.workbook_patch.markup import ASIDE, ATTRIBUTES, Markup, Splice, attributes, plain, with_attribute
from model.files.workbook_patch.parts import CONTENT_TYPES, Parts, key_of

Left = frozenset[tuple[str, str]]


def entries(chain: Markup) -> list[tuple[str, str, re.Match[bytes]]]:
    """Give the list: the sheet's number, which an entry has from the one before where it names none, and the place."""
    found, sheet = [], ""
    for tag in chain.tags(b"c").finditer(chain.text):
        if tag["tag"] and not tag["end"]:
            about = attributes(tag["rest"])
            sheet = plain(about.get(b"i", sheet.encode()))
            found.append((sheet, plain(about.get(b"r", b"")), tag))
    return found


def leaving(chain: Markup, left: Left) -> list[Splice] | None:
    """Give what takes cells out of the list; None where nothing would be left in it."""
    splices, written = [], ""
    listed = entries(chain)
    for sheet, place, tag in listed:
        if (sheet, place) in left:
            splices.append(Splice(tag.start(), tag.end(), b""))
            continue
        if b"i" not in attributes(tag["rest"]) and sheet != written:
            rest = with_attribute(tag["rest"], b"i", sheet.encode())
            splices.append(Splice(tag.start("rest"), tag.end("rest"), rest))
        written = sheet
    return None if all((sheet, place) in left for sheet, place, _ in listed) else splices


def part_leaving(parts: Parts, owner: str, key: str) -> dict[str, list[Splice]]:
    """Give what takes a part out of the two lists that name it."""
    folder, _, name = owner.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    gone = {each.id for each in parts.relations(owner) if each.target == key}
    return {
        relations: _without(
            parts.markup(relations), b"Relationship", lambda about: plain(about.get(b"Id", b"")) in gone
        ),
        CONTENT_TYPES.lower(): _without(
            parts.markup(CONTENT_TYPES.lower()),
            b"Override",
            lambda about: key_of(plain(about.get(b"PartName", b""))) == key,
        ),
    }


def _without(markup: Markup, name: bytes, is_gone: Callable[[dict[bytes, bytes]], bool]) -> list[Splice]:
    elements = re.compile(
        rb"%s|<(?P<tag>(?:[^\s/>!?:]+:)?%s)(?=[\s/>])(?P<rest>%s)(?:(?<=/)>|>\s*</(?P=tag)\s*>)"
        % (ASIDE, name, ATTRIBUTES),
        re.DOTALL,
    )
    found = elements.finditer(markup.text)
    return [
        Splice(each.start(), each.end(), b"") for each in found if each["tag"] and is_gone(attributes(each["rest"]))
    ]
