"""The benchmarks run, judge rightly, and the launch brings in no library that it does not need."""

import importlib
import json
import subprocess
import sys
from types import ModuleType

import pytest

from sources import ROOT

# What takes long to import and is not needed to open a tracker; ssl is what some of the standard library brings along.
HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter", "lxml", "typst", "pyqtgraph", "rapidfuzz", "ssl"}
LAUNCH = """
import json, sys
from PySide6.QtWidgets import QApplication
import main
from gui.app import make_window
window = make_window(QApplication([]))
window.session.open_example()
window.show()
print(json.dumps([bool(window.tab), sorted(sys.modules)]))
"""


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the benchmarks' own modules be imported."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))


def part(name: str) -> ModuleType:
    """A module of the benchmarks."""
    return importlib.import_module(name)


@pytest.mark.slow
def test_the_quick_form_measures_everything_on_small_trackers() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "run.py"), "--quick", "--json"]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout)
    ours = {(figure["what"], figure["lines"]) for figure in told["figures"] if figure["program"] == "Savings Tracker"}
    things = ("launch", "memory", "open", "edit", "edit, findings listed", "export")
    assert ours == {(what, lines) for what in things for lines in (40, 60)}
    assert all(value > 0 for figure in told["figures"] for value in figure["values"])
    assert {target["reached"] for target in told["targets"] if "10,000" in target["target"]} == {None}


def test_the_launch_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", LAUNCH], cwd=ROOT, capture_output=True, check=True, text=True)
    opened, modules = json.loads(done.stdout)
    assert opened
    assert HEAVY.isdisjoint(modules)


@pytest.mark.parametrize(("ours", "reached"), [(0.75, True), (0.76, False)])
@pytest.mark.usefixtures("benchmarks")
def test_a_target_against_another_program_is_judged_by_the_medians(ours: float, reached: bool) -> None:
    figures, targets = part("figures"), part("targets")
    measured = figures.Figures()
    measured.add("launch", 40, figures.OURS, "s", [0.1, ours, 9])
    measured.add("launch", 40, figures.CALC, "s", [0.9, 1.0, 1.1])
    assert targets.result(targets.TARGETS[0], measured).reached is reached


@pytest.mark.usefixtures("benchmarks")
def test_a_target_without_the_other_program_is_not_judged() -> None:
    figures, targets = part("figures"), part("targets")
    measured = figures.Figures()
    measured.add("launch", 40, figures.OURS, "s", [0.1])
    assert targets.result(targets.TARGETS[0], measured).reached is None


@pytest.mark.usefixtures("benchmarks")
def test_the_table_shows_programs_side_by_side_with_their_spread() -> None:
    figures = part("figures")
    measured = figures.Figures()
    measured.add("open", 10_000, figures.OURS, "s", [0.5, 0.4, 0.6])
    measured.add("open", 10_000, figures.BARE, "s", [0.2])
    measured.add("edit", 500, figures.OURS, "ms", [None, 3.14])
    assert measured.table().splitlines() == [
        "| what | lines | Savings Tracker | bare library |",
        "| --- | --- | --- | --- |",
        "| open | 10,000 | 0.50 s (0.40–0.60) | 0.20 s |",
        "| edit | 500 | 3.1 ms |  |",
    ]


@pytest.mark.usefixtures("benchmarks")
def test_a_window_is_painted_when_nothing_but_a_caret_changes_any_more() -> None:
    painted = part("screen").painted
    blank, half, whole = bytes(10_000), bytes(5_000) + b"\1" * 5_000, b"\1" * 10_000
    caret = b"\2" + whole[1:]
    assert painted([(0.0, blank), (0.5, half), (0.6, caret), (1.1, whole), (1.6, caret)]) == 0.6
    assert painted([(0.0, blank), (0.5, whole), (0.6, half), (0.9, whole)]) == 0.9
