"""The run over other people's workbooks judges rightly: it tells a whole save from one that lost something."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from model.files.workbook_patch import patch_workbook
from model.resources import EXAMPLE
from packages import SHEET, a_package, changed, parts_of
from sources import ROOT

WORKBOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"
VALUE = -7777


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What judges."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks" / "acts"))
    return importlib.import_module("judged")


@pytest.fixture
def saved(tmp_path: Path, judging: ModuleType) -> Path:
    """The example with the cell saved that is chosen for it."""
    cell = judging.cell_to_change(EXAMPLE)
    patch_workbook(EXAMPLE, tmp_path / "saved.xlsx", {(cell.sheet, cell.place): VALUE})
    return tmp_path / "saved.xlsx"


def found(judging: ModuleType, path: Path) -> str:
    """What is found in a saved example."""
    said: str = judging.judged(EXAMPLE, path, judging.cell_to_change(EXAMPLE), VALUE)
    return said


def test_a_whole_save_is_found_whole(judging: ModuleType, saved: Path) -> None:
    assert found(judging, saved) == ""


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (STYLES, b"Calibri", b"Courier", "xl/styles.xml differs"),
        (WORKBOOK, b'name="2020-21"', b'name="2020-22"', "xl/workbook.xml differs"),
        (SHEET, b"<v>-375</v>", b"<v>-376</v>", "differs"),
        (SHEET, b"<v>-7777</v>", b"<v>-7778</v>", "does not hold the new value"),
        (SHEET, b"<sheetPr>", b'<sheetPr codeName="x">', "what is around the cells differs"),
    ],
)
def test_what_was_lost_is_named(judging: ModuleType, saved: Path, part: str, old: bytes, new: bytes, said: str) -> None:
    assert said in found(judging, changed(saved, (part, old, new)))


def test_a_part_that_is_gone_is_named(judging: ModuleType, saved: Path) -> None:
    parts = parts_of(saved)
    del parts["docProps/app.xml"]
    assert "docProps/app.xml" in found(judging, a_package(saved, parts))


def test_what_another_program_loses_is_told_from_what_it_writes_anew(judging: ModuleType, tmp_path: Path) -> None:
    source = Path(shutil.copy(EXAMPLE, tmp_path / "source.xlsx"))
    a_package(source, parts_of(source) | {"docMetadata/LabelInfo.xml": b"<a/>"})
    openpyxl.load_workbook(source).save(tmp_path / "theirs.xlsx")
    cell = judging.cell_to_change(source)
    assert judging.judged_other(source, tmp_path / "theirs.xlsx", cell) == "gone: docMetadata/LabelInfo.xml"
    openpyxl.load_workbook(EXAMPLE).save(tmp_path / "theirs.xlsx")
    assert judging.judged_other(EXAMPLE, tmp_path / "theirs.xlsx", cell).startswith("anew: ")


@pytest.mark.slow
def test_a_folder_is_run_over(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "a.xlsx")
    shutil.copy(EXAMPLE, tmp_path / "the same.xlsx")
    (tmp_path / "b.xlsx").write_bytes(b"half a file")
    command = [sys.executable, str(ROOT / "benchmarks" / "corpus.py"), str(tmp_path), "--others", "--list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert told[:2] == ["2 workbooks", "Savings Tracker: 1 saved, nothing else touched, 1 refused in a sentence"]
    assert "openpyxl: 1 kept every part, and wrote others anew, 1 failed" in told
    assert "excelize: 1 kept every part, and wrote others anew, 1 failed" in told
