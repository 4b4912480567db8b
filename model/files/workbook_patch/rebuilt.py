"""An archive with some parts replaced or gone; every byte of the others is copied as it lies."""

import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

from model.files.workbook_patch.archive import (
    CENTRAL_FORM,
    END_64_FORM,
    END_FORM,
    EXTRA_64,
    IN_EXTRA,
    LOCAL_FORM,
    LOCATOR_FORM,
    STORED,
    Archive,
    Member,
    extras,
)

FOLLOWED_BY_SIZES = 0x8
_SHORT_COUNT = 0xFFFF
# A long sheet is packed in a third of the time if it may be a tenth larger.
LONG, EASY, TIGHT = 1 << 20, 4, 6


class _Packed(NamedTuple):
    crc: int
    size: int
    data: bytes


def rebuilt(archive: Archive, changed: Callable[[str], bytes | None], gone: frozenset[str] = frozenset()) -> bytes:
    """Lay the archive out anew.

    Args:
        changed: tells what a part holds now, by the name that the archive gives it; None where it stays.
        gone: the parts to leave out.
    """
    pieces, records, at = [archive.content[: _first(archive)]], {}, _first(archive)
    for member in sorted(archive.members, key=lambda each: each.begin):
        if member.name in gone:
            continue
        content = changed(member.name)
        if content is None:
            piece, records[member.name] = archive.content[member.begin : member.end], _moved(member, at)
        else:
            piece, records[member.name] = _replaced(archive, member, content, at)
        del content
        pieces.append(piece)
        at += len(piece)
    directory = [records[member.name] for member in archive.members if member.name not in gone]
    return b"".join([*pieces, *directory, _tail(archive, len(directory), sum(map(len, directory)), at)])


def _first(archive: Archive) -> int:
    return min((member.begin for member in archive.members), default=archive.directory)


def _moved(member: Member, at: int) -> bytes:
    """Give the record of a member that stands elsewhere now."""
    if member.offset_64:
        return member.central[: member.offset_64] + struct.pack("<Q", at) + member.central[member.offset_64 + 8 :]
    fields = CENTRAL_FORM.unpack_from(member.central)
    return CENTRAL_FORM.pack(*fields[:-1], at) + member.central[CENTRAL_FORM.size :]


def _replaced(archive: Archive, member: Member, content: bytes, at: int) -> tuple[bytes, bytes]:
    """Give what lies in the archive for a new content, and its record; packed as it was, dated as it was."""
    packed = _pack(content, member.method)
    local = list(LOCAL_FORM.unpack_from(archive.content, member.begin))
    name, extra = local[-2:]
    named = member.begin + LOCAL_FORM.size
    kept = _short(archive.content[named + name : named + name + extra])
    behind = b"" if local[2] & FOLLOWED_BY_SIZES else archive.content[member.data + member.packed : member.end]
    local[2] &= ~FOLLOWED_BY_SIZES
    local[6:] = [packed.crc, len(packed.data), packed.size, name, len(kept)]
    piece = [LOCAL_FORM.pack(*local), archive.content[named : named + name], kept, packed.data, behind]
    return b"".join(piece), _record(member, packed, at)


def _record(member: Member, packed: _Packed, at: int) -> bytes:
    central = list(CENTRAL_FORM.unpack_from(member.central))
    name, extra = central[10:12]
    rest = member.central[CENTRAL_FORM.size :]
    kept = _short(rest[name : name + extra])
    central[3] &= ~FOLLOWED_BY_SIZES
    central[7:10] = [packed.crc, len(packed.data), packed.size]
    central[11], central[-1] = len(kept), at
    return CENTRAL_FORM.pack(*central) + rest[:name] + kept + rest[name + extra :]


def _pack(content: bytes, method: int) -> _Packed:
    crc = zlib.crc32(content)
    if method == STORED:
        return _Packed(crc, len(content), content)
    packing = zlib.compressobj(EASY if len(content) > LONG else TIGHT, wbits=-zlib.MAX_WBITS)
    return _Packed(crc, len(content), packing.compress(content) + packing.flush())


def _short(extra: bytes) -> bytes:
    """Give extra fields without that for long sizes, which stand in the record now."""
    fields = list(extras(extra, 0, len(extra)))
    behind = fields[-1][2] if fields else 0
    return b"".join([*(extra[begin:end] for kind, begin, end in fields if kind != EXTRA_64), extra[behind:]])


def _tail(archive: Archive, count: int, size: int, at: int) -> bytes:
    """Give what follows the directory, with the directory's new place; long forms stay long."""
    tail, end = archive.tail, archive.end_in_tail
    before = tail[:end]
    if before:
        long = list(END_64_FORM.unpack_from(tail))
        long[-4:] = [count, count, size, at]
        locator = list(LOCATOR_FORM.unpack_from(before, end - LOCATOR_FORM.size))
        locator[2] = at + size
        before = END_64_FORM.pack(*long) + before[END_64_FORM.size : end - LOCATOR_FORM.size]
        before += LOCATOR_FORM.pack(*locator)
    short = list(END_FORM.unpack_from(tail, end))
    for field, value in zip((3, 4, 5, 6), (count, count, size, at), strict=True):
        long_form = _SHORT_COUNT if field < 5 else IN_EXTRA  # noqa: PLR2004 - two counts, then two sizes
        short[field] = short[field] if before and short[field] == long_form else value
    return before + END_FORM.pack(*short) + tail[end + END_FORM.size :]
