"""A zip archive as its bytes lie: where each member begins and ends, so that it can be copied without unpacking."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from model.files.package import LARGEST_UNPACKED, MOST_PARTS
from model.files.unreadable import PasswordProtected, UnpacksTooLarge
from model.files.workbook_patch.refused import DamagedPackage

LOCAL, CENTRAL, END, END_64, LOCATOR_64 = (b"PK" + sign for sign in (b"\3\4", b"\1\2", b"\5\6", b"\6\6", b"\6\7"))
LOCAL_FORM = struct.Struct("<4s5H3L2H")
CENTRAL_FORM = struct.Struct("<4s6H3L5H2L")
END_FORM = struct.Struct("<4s4H2LH")
END_64_FORM = struct.Struct("<4sQ2H2L4Q")
LOCATOR_FORM = struct.Struct("<4sLQL")
EXTRA_FORM = struct.Struct("<2H")
LONGEST_COMMENT = 0xFFFF
IN_EXTRA, EXTRA_64 = 0xFFFFFFFF, 1
ENCRYPTED, UTF_8 = 0x1, 0x800
STORED, DEFLATED = 0, 8
# The newest version of the format's description that a part may ask for: 6.3.
NEWEST = 63
# How much is compared, and how much is unpacked, at once.
PIECE, MOUTHFUL = 1 << 18, 1 << 14


class Member(NamedTuple):
    """One part: `begin` to `end` are its header, its data and whatever follows up to the next part.

    Attributes:
        central: its record in the archive's directory.
        offset_64: where in `central` its offset stands in the long form; 0 where it stands in the short one.
    """

    name: str
    method: int
    crc: int
    packed: int
    size: int
    begin: int
    data: int
    end: int
    central: bytes
    offset_64: int


@dataclass(frozen=True)
class Archive:
    """The members in the order of the directory, and the bytes after the directory."""

    path: Path
    content: bytes
    members: tuple[Member, ...]
    directory: int
    tail: bytes
    end_in_tail: int

    def unpack(self, member: Member) -> bytes:
        """Unpack one member.

        Raises:
            DamagedPackage: It is not what the directory says.
        """
        packed = memoryview(self.content)[member.data : member.data + member.packed]
        unpacked = bytes(packed) if member.method == STORED else self._inflate(packed, member)
        if len(unpacked) != member.size or zlib.crc32(unpacked) != member.crc:
            raise DamagedPackage(self.path, f"its part {member.name} is damaged")
        return unpacked

    def _inflate(self, packed: memoryview, member: Member) -> bytes:
        try:
            return _inflated(packed, member.size)
        except zlib.error as broken:
            raise DamagedPackage(self.path, f"its part {member.name} is damaged") from broken


def read_archive(path: Path, content: bytes) -> Archive:
    """Find the members of an archive.

    Raises:
        Refusal: It is cut, encrypted, too large, or not laid out as one archive.
    """
    try:
        return _read(path, content)
    except (struct.error, IndexError, UnicodeDecodeError) as broken:
        raise DamagedPackage(path, "it is damaged or only part of a workbook") from broken


def _read(path: Path, content: bytes) -> Archive:
    end = content.rfind(END, max(0, len(content) - END_FORM.size - LONGEST_COMMENT))
    if end < 0:
        raise DamagedPackage(path, "it is damaged or only part of a workbook")
    _, disk, _, _, count, size, offset, comment = END_FORM.unpack_from(content, end)
    behind = end
    if content[end - LOCATOR_FORM.size : end].startswith(LOCATOR_64):
        _, _, at, _ = LOCATOR_FORM.unpack_from(content, end - LOCATOR_FORM.size)
        sign, *_, count, size, offset = END_64_FORM.unpack_from(content, at)
        behind = at if sign == END_64 else -1
    if disk or end + END_FORM.size + comment != len(content) or offset + size != behind:
        raise DamagedPackage(path, "its directory is not where it should be")
    records = _records(path, content, offset, count)
    if sum(len(record.central) for record in records) != size:
        raise DamagedPackage(path, "its directory is not as long as it says")
    return Archive(path, content, _placed(path, content, records, offset), offset, content[behind:], end - behind)


def _records(path: Path, content: bytes, at: int, count: int) -> list[Member]:
    if count > MOST_PARTS:
        raise UnpacksTooLarge(path, LARGEST_UNPACKED)
    records: list[Member] = []
    for _ in range(count):
        records.append(_record(path, content, at))
        at += len(records[-1].central)
    return records


def _record(path: Path, content: bytes, at: int) -> Member:
    fields = CENTRAL_FORM.unpack_from(content, at)
    sign, _, needed, flags, method, _, _, crc, packed, size, name, extra, comment, *_, offset = fields
    if sign != CENTRAL:
        raise DamagedPackage(path, "its directory is damaged")
    if flags & ENCRYPTED:
        raise PasswordProtected(path)
    named = at + CENTRAL_FORM.size
    text = content[named : named + name].decode("utf-8" if flags & UTF_8 else "cp437")
    if method not in {STORED, DEFLATED} or needed & 0xFF > NEWEST:
        raise DamagedPackage(path, f"its part {text} is packed in an unusual way")
    record = content[at : named + name + extra + comment]
    sizes, offset_64 = _long_sizes(record, name, extra, [size, packed, offset])
    size, packed, offset = sizes
    return Member(text, method, crc, packed, size, offset, 0, 0, record, offset_64)


def extras(fields: bytes, begin: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """Give the extra fields of a record: the kind of each, and where it begins and ends, with its head."""
    while begin + EXTRA_FORM.size <= stop:
        kind, length = EXTRA_FORM.unpack_from(fields, begin)
        yield kind, begin, begin + EXTRA_FORM.size + length
        begin += EXTRA_FORM.size + length


def _long_sizes(record: bytes, name: int, extra: int, sizes: list[int]) -> tuple[list[int], int]:
    """Take from the extra fields what is too long for the record; gives where the offset stands there, 0 if it does."""
    begin, offset_64 = CENTRAL_FORM.size + name, 0
    for at in [at + EXTRA_FORM.size for kind, at, _ in extras(record, begin, begin + extra) if kind == EXTRA_64][:1]:
        stands = at
        for number in [number for number, size in enumerate(sizes) if size == IN_EXTRA]:
            (sizes[number],) = struct.unpack_from("<Q", record, stands)
            offset_64 = stands if number == 2 else 0  # noqa: PLR2004 - size, packed size, offset
            stands += 8
    return sizes, offset_64


def _inflated(packed: memoryview, size: int) -> bytes:
    """Unpack no more than a byte over what was claimed, piece by piece: the whole is held once."""
    unpacking, unpacked = zlib.decompressobj(-zlib.MAX_WBITS), io.BytesIO()
    # Room for all of it at once: growing would hold it twice.
    unpacked.seek(size)
    unpacked.write(b" ")
    unpacked.seek(0)
    for begin in range(0, len(packed), MOUTHFUL):
        unpacked.write(unpacking.decompress(packed[begin : begin + MOUTHFUL], size + 1 - unpacked.tell()))
        if unpacked.tell() > size or unpacking.eof:
            break
    unpacked.truncate()
    return unpacked.getvalue()


def alike(one: bytes, begin: int, other: bytes, at: int, length: int) -> bool:
    """Whether so many bytes are the same in two places; compared piece by piece, copied never as a whole."""
    pieces = range(0, length, PIECE)
    return all(
        one[begin + step : begin + min(step + PIECE, length)] == other[at + step : at + min(step + PIECE, length)]
        for step in pieces
    )


def _placed(path: Path, content: bytes, records: list[Member], directory: int) -> tuple[Member, ...]:
    """Tell where each member's data is; members that lie in each other, or are named otherwise, are refused."""
    if not records:
        raise DamagedPackage(path, "it has no parts")
    ordered = sorted({record.begin for record in records})
    following = dict(zip(ordered, [*ordered[1:], directory], strict=True))
    if len(ordered) != len(records):
        raise DamagedPackage(path, "two of its parts are one")
    placed = []
    for record in records:
        sign, *_, name, extra = LOCAL_FORM.unpack_from(content, record.begin)
        data = record.begin + LOCAL_FORM.size + name + extra
        end = following[record.begin]
        named = record.central[CENTRAL_FORM.size :].startswith(content[data - name - extra : data - extra])
        if sign != LOCAL or not named or data + record.packed > end:
            raise DamagedPackage(path, f"its part {record.name} is not where it should be")
        placed.append(record._replace(data=data, end=end))
    return tuple(placed)
