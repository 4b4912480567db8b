"""The typefaces that a PDF is set in, and which characters they can show."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import category

import fontpkg_inter  # type: ignore[import-untyped]
import manimgx_fonts  # type: ignore[import-untyped]
import typst

PACKAGED = (Path(fontpkg_inter.__file__).parent / "files", Path(manimgx_fonts.__file__).parent)
# Characters that are never seen, so that no face needs them: joiners, marks of direction, variants.
UNSEEN = frozenset(
    chr(code)
    for first, last in ((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
) | {"\ufeff"}
DISALLOWED = ("\ufffe", "\uffff")
_PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | set("–—‘’“”•…€−→←↑↓�") | {"\u200b"}


def faces_for(characters: Iterable[str]) -> tuple[typst.Fonts, frozenset[str]]:
    """Give the faces to set some characters in, and those that none of them has.

    The packaged faces are the same on every machine; only where they lack a character are the machine's own added.
    """
    lacking = frozenset(characters) - _PLAIN
    if not lacking:
        return _packaged(), frozenset()
    never = frozenset(filter(_is_no_letter, lacking))
    lacking -= UNSEEN | never | _shown_by(_packaged())
    if not lacking:
        return _packaged(), never
    return _all_here(), never | (lacking - _shown_by(_all_here()))


def _is_no_letter(character: str) -> bool:
    """Tell whether no PDF may hold a character, though some faces have a shape for it."""
    return category(character) in ("Cc", "Cs") or character in DISALLOWED


@cache
def _packaged() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(PACKAGED))


@cache
def _all_here() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=list(PACKAGED))


@cache
def _shown_by(faces: typst.Fonts) -> frozenset[str]:
    # Only text in other scripts needs this, and reading typefaces takes as long as a third of an appendix.
    from model.files.appendix_pdf.coverage import codes  # noqa: PLC0415

    files = {(face.path, face.index) for face in faces.fonts() if face.path}
    return frozenset(chr(code) for path, index in files for code in codes(path, index))
