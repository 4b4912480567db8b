"""A save is whole or not at all: each call of the system fails in turn, and each broken result is noticed."""

import errno
import os
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from model.files.unwritable import Unwritable
from model.files.workbook_patch import Unpatchable, patch_workbook
from model.files.workbook_patch import patch as door
from model.files.workbook_patch.archive import read_archive
from model.files.workbook_patch.proof import Proof
from model.files.workbook_patch.rebuilt import rebuilt
from odd_workbooks import MAIN, a_sheet, a_workbook
from packages import a_package, parts_of
from patched import as_calamine_sees

ROW = (
    '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1</f><v>2</v></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>'
    '<row r="3" ht="9"><c r="A3"><f>A1</f><v>5</v></c></row>'
)
CHAIN = f'<calcChain xmlns="{MAIN}"><c r="B1" i="5"/><c r="B2"/><c r="A3"/></calcChain>'
CALLS = [
    "os.fsync",
    "os.replace",
    "pathlib.Path.replace",
    "pathlib.Path.open",
    "pathlib.Path.read_bytes",
    "shutil.copymode",
    "secrets.token_hex",
]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int
) -> None:
    path = a_workbook(tmp_path / "t.xlsx", a_sheet(ROW))
    content = path.read_bytes()
    monkeypatch.setattr(door, "contents", lambda _path: content)

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as failing:
        failing.setattr(call, fail)
        refused = False
        try:
            patch_workbook(path, path, {("Sheet1", "A1"): 7})
        except Unwritable:
            refused = True
    assert [each.name for each in tmp_path.iterdir()] == ["t.xlsx"]
    assert (path.read_bytes() == content) == refused
    assert as_calamine_sees(path, "Sheet1", "A1") == (1 if refused else 7)


def spoilt(path: Path, spoil: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch) -> str:
    """The sentence of a save whose file is spoilt between the writing and the proof."""
    content, prove = path.read_bytes(), Proof.prove

    def spoil_first(proof: Proof, written: Path) -> None:
        spoil(written)
        prove(proof, written)

    monkeypatch.setattr(Proof, "prove", spoil_first)
    with pytest.raises(Unpatchable) as refusal:
        patch_workbook(
            path, path, {("Sheet1", "A1"): Decimal(7), ("Sheet1", "B1"): 9, ("Sheet1", "E4"): "x", ("Sheet1", "F1"): 1}
        )
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    return str(refusal.value)


SHEET, WORKBOOK, STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "why"),
    [
        (SHEET, b"<v>7</v>", b"<v>8</v>", "row 1"),
        (SHEET, b"<v>9</v>", b"<f>1</f><v>9</v>", "row 1"),
        (SHEET, b'<c r="A1" s="1">', b'<c r="A1" s="0">', "row 1"),
        (SHEET, b'<c r="A1" s="1">', b'<c r="A1" s="1" ph="1">', "row 1"),
        (SHEET, b'<c r="F1"><v>1</v></c>', b"", "row 1"),
        (SHEET, b'<c r="F1">', b'<c r="F1" ph="1">', "row 1"),
        (SHEET, b'<c r="F1">', b'<c r="D1"/><c r="F1">', "row 1"),
        (SHEET, b'ref="B2:B2"', b'ref="B2:B3"', "row 2"),
        (SHEET, b'<row r="2">', b'<row r="2" ht="5">', "row 2"),
        (SHEET, b"<f>A1</f>", b"<f>A2</f>", "row 3"),
        (SHEET, b'<row r="3" ht="9">', b'<row r="3" ht="8">', "row 3"),
        (SHEET, b'<row r="4"><c r="E4" t="inlineStr"><is><t>x</t></is></c></row>', b"", "row 4"),
        (SHEET, b"</sheetData>", b'<row r="9"/></sheetData>', "other cells"),
        (SHEET, b"</worksheet>", b"<!-- --></worksheet>", "differs around its cells"),
        (SHEET, b"</sheetData>", b"", "can't be read"),
        (SHEET, b"<v>7</v>", b"<v>7</w>", "can't be read"),
        (WORKBOOK, b'fullCalcOnLoad="1"', b"", "workbook.xml differs"),
        (WORKBOOK, b'name="Sheet1"', b'name="Sheet2"', "workbook.xml differs"),
        (STYLES, b"Calibri", b"Courier", "styles.xml is not the same"),
        ("xl/calcChain.xml", b'<c r="A3"/>', b"", "calcChain.xml differs"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_never_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, old: bytes, new: bytes, why: str
) -> None:
    path = a_workbook(tmp_path / "t.xlsx", a_sheet(ROW), parts={"xl/calcChain.xml": CHAIN})
    sentence = spoilt(path, lambda written: rewritten(written, part, old, new), monkeypatch)
    assert why in sentence
    assert "The old file is whole." in sentence


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Change bytes of a part where it lies, and nothing of what the archive says of others."""
    archive = read_archive(path, path.read_bytes())
    content = parts_of(path)[part]
    assert old in content, content
    path.write_bytes(rebuilt(archive, lambda name: content.replace(old, new) if name == part else None))


def test_a_file_with_other_parts_is_never_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_workbook(tmp_path / "t.xlsx", a_sheet(ROW))
    more = lambda written: a_package(written, parts_of(written) | {"more.xml": b""})  # noqa: E731 - said once
    assert "its parts are not those of the old file" in spoilt(path, more, monkeypatch)


@pytest.mark.parametrize("size", [0, 10, 500])
def test_a_file_that_was_cut_is_never_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    path = a_workbook(tmp_path / "t.xlsx", a_sheet(ROW))
    assert "it can't be read" in spoilt(path, lambda written: os.truncate(written, size), monkeypatch)


def test_a_part_that_was_packed_anew_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_workbook(tmp_path / "t.xlsx", a_sheet(ROW))
    same = lambda written: a_package(written, parts_of(written), zipfile.ZIP_STORED)  # noqa: E731 - said once
    assert "is not the same" in spoilt(path, same, monkeypatch)
