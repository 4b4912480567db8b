"""Every way in which a package may be packed comes out as it went in."""

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from model.files.package import LARGEST_UNPACKED
from model.files.workbook_patch import Receipt, patch_workbook
from model.files.workbook_patch.planning import SIGNED
from model.refusals import Refusal
from odd_workbooks import MAIN, SHEET, a_sheet, a_workbook, relations
from packages import a_package, parts_of, with_claimed_size
from patched import as_calamine_sees, as_openpyxl_sees, assert_only, contents, members

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'


class Unseekable(io.RawIOBase):
    """A stream that only goes on, so that sizes have to follow the data."""

    def __init__(self) -> None:
        self.written = io.BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self.written.write(data)


def repacked(path: Path, way: str) -> Path:
    """The same parts, packed in another way."""
    parts = parts_of(path)
    stream = Unseekable()
    method = zipfile.ZIP_STORED if way == "stored" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream if way == "streamed" else path, "w", method) as package:
        package.comment = b"A comment PK" if way == "commented" else b""
        for number, (name, content) in enumerate(parts.items()):
            about = zipfile.ZipInfo(name, (1999, 1, 2, 3, 4, 2 * number))
            about.compress_type = method
            about.comment = b"of a part" if way == "commented" else b""
            about.extra = struct.pack("<2H4s", 0xCAFE, 4, b"kept") if way == "commented" else b""
            about.external_attr = 0o640 << 16
            with package.open(about, "w", force_zip64=way == "long") as writing:
                writing.write(content)
        package.writestr("customXml/é.txt", "named in UTF-8")
    if way == "streamed":
        path.write_bytes(stream.written.getvalue())
    return path


@pytest.mark.parametrize("way", ["stored", "streamed", "commented", "long"])
def test_a_package_stays_as_it_was_packed(tmp_path: Path, way: str) -> None:
    before = repacked(a_workbook(tmp_path / "b.xlsx", a_sheet(ROW)), way)
    after = tmp_path / "a.xlsx"
    patch_workbook(before, after, {("Sheet1", "A1"): 7})
    assert_only(before, after, SHEET, {"A1"})
    assert as_openpyxl_sees(after, "Sheet1", "A1") == as_calamine_sees(after, "Sheet1", "A1") == 7
    third = tmp_path / "c.xlsx"
    patch_workbook(after, third, {("Sheet1", "A1"): "once more"})
    assert_only(before, third, SHEET, {"A1"})


def with_long_directory(content: bytes) -> bytes:
    """The package with its directory told in the long form, and the places of its parts as well."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        begin, infos = package.start_dir, package.infolist()
    records, at = b"", begin
    for info in infos:
        fields = list(struct.unpack_from("<4s6H3L5H2L", content, at))
        size = 46 + fields[10] + fields[11] + fields[12]
        name = content[at + 46 : at + 46 + fields[10]]
        extra = struct.pack("<2H2s", 0xCAFE, 2, b"ab") + struct.pack("<2H3Q", 1, 24, fields[9], fields[8], fields[-1])
        fields[8], fields[9], fields[11], fields[-1] = 0xFFFFFFFF, 0xFFFFFFFF, len(extra), 0xFFFFFFFF
        records += struct.pack("<4s6H3L5H2L", *fields) + name + extra
        at += size
        assert info.header_offset < begin
    long = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, len(infos), len(infos), len(records), begin)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, begin + len(records), 1)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return content[:begin] + records + long + locator + end


def test_a_directory_in_the_long_form_stays_in_it(tmp_path: Path) -> None:
    before, after = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW)), tmp_path / "a.xlsx"
    before.write_bytes(with_long_directory(before.read_bytes()))
    patch_workbook(before, after, {("Sheet1", "A1"): "a longer text than was there before"})
    assert_only(before, after, SHEET, {"A1"})
    assert after.read_bytes()[-22:] == before.read_bytes()[-22:]
    third = tmp_path / "c.xlsx"
    patch_workbook(after, third, {("Sheet1", "A1"): 1})
    assert as_calamine_sees(third, "Sheet1", "A1") == 1


def test_bytes_before_and_between_the_parts_stay(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    with zipfile.ZipFile(path, "a") as package:
        sheet = package.getinfo(SHEET)
        begin = package.start_dir
    content = bytearray(path.read_bytes())
    content[begin:begin] = b"in between"
    content[-6:-2] = struct.pack("<L", begin + 10)
    path.write_bytes(content)
    patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})
    assert b"in betweenPK\1\2" in (tmp_path / "a.xlsx").read_bytes()
    assert sheet.header_offset < begin
    assert members(path) == members(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"PK\5\6", b"XX\5\6", "is damaged or only part of a workbook"),
        (b"PK\1\2", b"XX\1\2", "its directory is damaged"),
        (b"PK\3\4", b"XX\3\4", "is no workbook or a text file"),
    ],
)
def test_a_broken_package_is_refused(tmp_path: Path, old: bytes, new: bytes, why: str) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(Refusal) as refusal:
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})
    assert why in str(refusal.value) or "text file" in str(refusal.value)
    assert not (tmp_path / "a.xlsx").exists()


def edited(path: Path, at_record: int, form: str, value: int, *, name: str = SHEET) -> Path:
    """The package with a field of a part's record in the directory set."""
    content = bytearray(path.read_bytes())
    begin = content.rindex(name.encode()) - 46
    struct.pack_into(form, content, begin + at_record, value)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("at", "form", "value", "why"),
    [
        (8, "<H", 1, "is protected with a password"),
        (10, "<H", 12, "is packed in an unusual way"),
        (6, "<H", 64, "is packed in an unusual way"),
        (16, "<L", 1, "sheet1.xml is damaged"),
        (20, "<L", 1 << 30, "is not where it should be"),
        (20, "<L", 10, "sheet1.xml is damaged"),
        (24, "<L", 0xFFFFFFFF, "unpacks to more than"),
        (24, "<L", 5, "sheet1.xml is damaged"),
        (24, "<L", LARGEST_UNPACKED + 1, "unpacks to more than"),
        (42, "<L", 0, "two of its parts are one"),
        (42, "<L", 1 << 30, "is damaged or only part"),
        (42, "<L", 1, "is not where it should be"),
        (32, "<H", 5, "directory"),
    ],
)
def test_a_record_that_lies_is_refused(tmp_path: Path, at: int, form: str, value: int, why: str) -> None:
    path = edited(a_workbook(tmp_path / "b.xlsx", a_sheet(ROW)), at, form, value)
    with pytest.raises(Refusal, match=why):
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})


@pytest.mark.parametrize(("at", "form", "value"), [(-18, "<H", 9), (-10, "<L", 5), (-6, "<L", 5), (-2, "<H", 4)])
def test_an_end_that_lies_is_refused(tmp_path: Path, at: int, form: str, value: int) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    content = bytearray(path.read_bytes())
    struct.pack_into(form, content, len(content) + at, value)
    path.write_bytes(content)
    with pytest.raises(Refusal, match="its directory is not where it should be"):
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})


def test_a_directory_shorter_than_it_says_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, len(content) - 12, 3)
    path.write_bytes(content)
    with pytest.raises(Refusal, match="its directory is not as long as it says"):
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})


def test_damaged_data_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    with zipfile.ZipFile(path) as package:
        begin = package.getinfo(SHEET).header_offset + 30 + len(SHEET)
    content = bytearray(path.read_bytes())
    content[begin : begin + 8] = b"\xff" * 8
    path.write_bytes(content)
    with pytest.raises(Refusal, match=r"sheet1\.xml is damaged"):
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})


def test_a_part_that_is_larger_than_it_says_is_unpacked_no_further(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW + " " * 5_000_000))
    with_claimed_size(path, SHEET, 1000)
    with pytest.raises(Refusal, match=r"sheet1\.xml is damaged"):
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})


def test_parts_that_are_too_large_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.files.workbook_patch.parts.LARGEST_UNPACKED", 2000)
    monkeypatch.setattr("model.files.workbook_patch.archive.MOST_PARTS", 6)
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW + " " * 1500))
    with pytest.raises(Refusal, match="unpacks to more than"):
        patch_workbook(path, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})
    many = a_package(tmp_path / "m.xlsx", {f"part{number}": b"" for number in range(7)})
    with pytest.raises(Refusal, match="unpacks to more than"):
        patch_workbook(many, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7})


@pytest.mark.parametrize(
    "target", ["/XL/Sheets/One%20Sheet.XML", "sheets/One%20Sheet.xml", "..\\xl\\SHEETS\\One Sheet.xml"]
)
def test_parts_may_lie_anywhere_and_be_named_in_any_case(tmp_path: Path, target: str) -> None:
    parts: dict[str, str | bytes] = {
        "xl/sheets/One Sheet.xml": a_sheet(ROW).encode(),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", target)),
    }
    before, after = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts=parts), tmp_path / "a.xlsx"
    receipt = patch_workbook(before, after, {("Sheet1", "A1"): 7})
    assert receipt.changed_parts == ("xl/sheets/One Sheet.xml", "xl/workbook.xml")
    assert_only(before, after, "xl/sheets/One Sheet.xml", {"A1"})


def test_a_signature_stays_and_the_receipt_says_that_it_no_longer_holds(tmp_path: Path) -> None:
    parts = {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}
    before, after = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts=parts), tmp_path / "a.xlsx"
    assert patch_workbook(before, after, {}) == Receipt(untouched_parts=8)
    assert patch_workbook(before, after, {("Sheet1", "A1"): 7}).warnings == (SIGNED,)
    assert contents(after)["_xmlsignatures/sig1.xml"] == b"<Signature/>"


def test_what_the_program_does_not_know_stays_whole(tmp_path: Path) -> None:
    parts = {
        "docMetadata/LabelInfo.xml": b'<clbl:labelList xmlns:clbl="urn:l"><clbl:label id="{1}"/></clbl:labelList>',
        "docProps/custom.xml": b'<Properties xmlns="urn:p"><property name="MSIP_Label_1"/></Properties>',
        "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
        "xl/persons/person.xml": b"<personList/>",
        "xl/metadata.xml": f'<metadata xmlns="{MAIN}"/>'.encode(),
        "xl/pivotCache/pivotCacheDefinition1.xml": b"not even XML <",
        "xl/media/image1.png": bytes(range(256)),
    }
    before, after = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts=parts), tmp_path / "a.xlsx"
    receipt = patch_workbook(before, after, {("Sheet1", "A1"): 7})
    assert (receipt.untouched_parts, receipt.changed_parts) == (11, (SHEET, "xl/workbook.xml"))
    assert_only(before, after, SHEET, {"A1"})
