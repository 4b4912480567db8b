"""Hostile workbooks end in a tracker or in one sentence, read or saved into: soon, in little memory, in one piece."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hostile_workbooks import HOSTILE
from sources import ROOT

SECONDS, MEGABYTES = 5, 500

# Reads and saves into each file as the program does, in a process whose memory and time are measured.
EACH = """
import json, resource, sys, time
from pathlib import Path
from model.files.reading import read_year
from model.files.workbook_patch import Cached, Styled, patch_workbook
from model.refusals import Refusal

def read(path):
    year = read_year(path)
    assert "root:" not in str(year)
    return f"{len(year.savings)} lines"

def save(path):
    cells = {"S16": -89, "T16": Cached(-1214), "A16": Styled("Red", fill="#B3261E"), "Z99": "new"}
    changes = {("2020-21", cell): value for cell, value in cells.items()}
    content = path.read_bytes()
    try:
        receipt = patch_workbook(path, path.with_name("saved.xlsx"), changes)
    except Refusal:
        assert content == path.read_bytes() and [each.name for each in path.parent.iterdir()] == [path.name]
        raise
    path.with_name("saved.xlsx").unlink()
    return f"{len(receipt.cells)} cells"

found = {}
for name in json.load(sys.stdin):
    for act in (read, save):
        begun = time.perf_counter()
        try:
            said = act(Path(name))
        except Refusal as refusal:
            said = str(refusal)
        found[f"{act.__name__} {name}"] = said, time.perf_counter() - begun
own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
memory = [int(own.split()[1]) / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]
json.dump([found, memory], sys.stdout)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux does")
def test_each_hostile_workbook_ends_well(tmp_path: Path) -> None:
    names = {}
    for number, (kind, make) in enumerate(HOSTILE.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        make(folder / "tracker.xlsx")
        names[str(folder / "tracker.xlsx")] = kind
    done = subprocess.run(
        [sys.executable, "-c", EACH],
        cwd=ROOT,
        input=json.dumps(list(names)),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found, memory = json.loads(done.stdout)
    told = {f"{key.split(' ')[0]} {names[key.split(' ', 1)[1]]}": said for key, said in found.items()}
    assert {kind: said for kind, (said, _) in told.items() if not sentence_or_count(said)} == {}
    assert {kind: seconds for kind, (_, seconds) in told.items() if seconds >= SECONDS} == {}
    assert max(memory) < MEGABYTES, memory
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {"tracker.xlsx"}


def sentence_or_count(said: str) -> bool:
    """Whether it is a sentence about the file, or what came of it."""
    counted = said.split(" ", 1)[0].isdigit() and said.endswith((" lines", " cells"))
    return counted or (said.startswith(("“tracker.xlsx” ", "tracker.xlsx has no")) and said.endswith("."))
