"""What a file gets that gives no tracker: one sentence, soon, in little memory, and the program goes on."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bad_files import huge_file, make_bad_files
from binary_workbooks import an_xls
from model.files import workbook_grid
from model.files.grid import read_grids
from model.files.unreadable import (
    Damaged,
    NoAccess,
    NoSuchFile,
    PasswordProtected,
    ReadingFailed,
    TooManyCells,
)
from model.refusals import Refusal
from packages import a_package, an_xlsx, parts_of
from sources import ROOT

SECONDS = 5
MEGABYTES = 500

# Opens each file as the program does, in a process of its own whose memory and time are measured.
OPEN_ALL = """
import json, resource, sys, time
from pathlib import Path
from model.files.grid import read_grids
from model.refusals import Refusal
found = {}
for name in json.load(sys.stdin):
    start = time.perf_counter()
    try:
        said = f"opened: {read_grids(Path(name))}"[:200]
    except Refusal as refusal:
        said = str(refusal)
    found[name] = said, time.perf_counter() - start
# Its own peak since it was started (ru_maxrss has that of the process that started it, too), and its largest child's.
own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
memory = [int(own.split()[1]) / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]
json.dump([found, memory], sys.stdout)
"""


@pytest.fixture(scope="module")
def bad_files(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """All bad files, made once, and the words that each refusal must have."""
    folder = tmp_path_factory.mktemp("bad")
    return make_bad_files(folder) | {huge_file(folder / "huge.xlsx"): "larger than 64 MB"}


def refusal_of(path: Path) -> Refusal:
    """What opening a file is refused with."""
    with pytest.raises(Refusal) as refused:
        read_grids(path)
    return refused.value


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux does")
def test_each_bad_file_gets_its_sentence_in_five_seconds_and_500_megabytes(bad_files: dict[Path, str]) -> None:
    opened = subprocess.run(
        [sys.executable, "-c", OPEN_ALL],
        cwd=ROOT,
        input=json.dumps([str(path) for path in bad_files]),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (opened.returncode, opened.stderr) == (0, "")
    found, memory = json.loads(opened.stdout)
    missed = {path.name: found[str(path)][0] for path, said in bad_files.items() if said not in found[str(path)][0]}
    assert missed == {}
    assert {name: seconds for name, (_, seconds) in found.items() if seconds >= SECONDS} == {}
    assert max(memory) < MEGABYTES


def test_each_refusal_is_one_sentence_that_begins_with_the_files_name(bad_files: dict[Path, str]) -> None:
    for path, said in bad_files.items():
        sentence = str(refusal_of(path))
        assert sentence.startswith(f"“{path.name}” ")
        assert said in sentence
        assert (sentence[-1], sentence.count(". "), sentence.count("\n")) == (".", 0, 0)


def test_a_file_without_permission_says_whom_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx")

    def forbid(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
    assert isinstance(refusal_of(path), NoAccess)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_its_owner_locked_says_whom_to_ask(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx")
    path.chmod(0)
    assert isinstance(refusal_of(path), NoAccess)


@pytest.mark.parametrize(("reason", "shown"), [("Input/output error", "Input/output error"), (None, "no reason given")])
def test_a_drive_that_goes_away_says_so(
    reason: str | None, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx")

    def fail(*_arguments: object) -> None:
        raise OSError(5, reason) if reason else OSError

    monkeypatch.setattr(Path, "open", fail)
    refusal = refusal_of(path)
    assert isinstance(refusal, ReadingFailed)
    assert f"({shown})" in str(refusal)


def test_a_name_that_no_file_can_have_is_no_file() -> None:
    assert isinstance(refusal_of(Path("tracker\0.xlsx")), NoSuchFile)
    assert isinstance(refusal_of(Path("x" * 5000)), ReadingFailed)


def test_a_sentence_shows_no_sign_of_a_name_that_cannot_be_shown() -> None:
    assert str(NoSuchFile(Path("a\n\x1b\udc80.csv"))).startswith("“a��?.csv” is not there")
    assert str(NoSuchFile(Path("/"))).startswith("“/” ")


def test_a_workbook_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_grid, "LONGEST", 0.0)
    assert isinstance(refusal_of(an_xls(tmp_path / "tracker.xls", {(0, 0): "x"})), TooManyCells)


def test_parts_that_are_encrypted_one_by_one_ask_for_the_password_to_be_taken_off(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx")
    data = path.read_bytes()
    place = data.index(b"PK\x01\x02") + 8
    path.write_bytes(data[:place] + b"\x01" + data[place + 1 :])
    assert isinstance(refusal_of(path), PasswordProtected)


def test_a_compression_that_no_spreadsheet_program_uses_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    parts = parts_of(an_xlsx(path))
    a_package(path, parts, zipfile.ZIP_BZIP2)
    assert isinstance(refusal_of(path), Damaged)
