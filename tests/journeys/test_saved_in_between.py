"""Another program saves the workbook at the worst moments: its save is never overwritten unseen."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from fake_prompts import FakePrompts
from model.files import grid
from model.files.grid import read_grids
from model.files.workbook_patch.proof import Proof
from model.program import new_session
from model.resources import RESOURCES
from officer import Officer

EXAMPLE = RESOURCES / "examples" / "savings-tracker-2020-21.xlsx"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The council's workbook."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))


def colleague_saves(path: Path) -> None:
    """A colleague changes a commentary and a forecast, in another program."""
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["Y16"] = "Agreed by the committee"
    book.worksheets[0]["S16"] = -300
    book.save(path)


def once(act: Callable[[], None]) -> Callable[[], None]:
    """Does something the first time."""
    left = [act]
    return lambda: left.pop()() if left else None


def test_a_save_between_the_reading_and_the_opening_is_noticed(workbook: Path) -> None:
    def read_slowly(path: Path) -> tuple[grid.Grid, ...]:
        grids = read_grids(path)
        saved()
        return grids

    saved = once(lambda: colleague_saves(workbook))
    session = new_session(FakePrompts(), cells=read_slowly)
    document = session.open(workbook)
    assert document
    assert document.own
    assert document.own.changed_outside
    document.edit(document.tracker["A/R.7.105"].line, "forecast_q2", "-30")
    assert session.save()
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    assert sheet["Y16"].value == "Agreed by the committee"
    assert document.tracker["A/R.6.266"].forecast_q4 == -300


@pytest.mark.parametrize("moment", ["model.own_workbook.read_grids", "model.own_workbook.keep_backup"])
def test_a_save_after_the_last_look_stops_ours_and_is_brought_in_by_the_next(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    officer = Officer()
    officer.opens(workbook)
    officer.types("A/R.7.105", "forecast_q2", "-30")
    saved = once(lambda: colleague_saves(workbook))
    monkeypatch.setattr(moment, lambda path, *_more: (saved(), read_grids(path))[1])
    assert not officer.session.save()
    assert officer.prompts.refused == [
        "“tracker.xlsx” was changed by another program just now. Save again to bring both versions together."
    ]
    assert officer.document.unsaved == 1
    assert officer.session.save()
    assert officer.sees("A/R.6.266").commentary == "Agreed by the committee"
    assert officer.sees("A/R.7.105").forecast_q2 == -30
    assert officer.sees("A/R.6.266").forecast_q4 == -300


def test_a_save_while_ours_is_being_proved_stays(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    officer = Officer()
    officer.opens(workbook)
    officer.types("A/R.7.105", "forecast_q2", "-30")
    prove = Proof.prove

    def prove_slowly(proof: Proof, written: Path) -> None:
        prove(proof, written)
        saved()

    saved = once(lambda: colleague_saves(workbook))
    monkeypatch.setattr(Proof, "prove", prove_slowly)
    assert not officer.session.save()
    assert openpyxl.load_workbook(workbook).worksheets[0]["S16"].value == -300
    assert [path.name for path in workbook.parent.iterdir() if not path.name.startswith(".~lock")] == ["tracker.xlsx"]
    assert officer.session.save()
    assert officer.sees("A/R.7.105").forecast_q2 == -30
    assert officer.sees("A/R.6.266").forecast_q4 == -300


def test_a_save_right_after_ours_is_told_as_somebody_elses(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    officer = Officer()
    officer.opens(workbook)
    officer.types("A/R.7.105", "forecast_q2", "-30")
    moved = Path.replace

    def move_and_lose_sight(beside: Path, target: Path) -> Path:
        result = moved(beside, target)
        if target == workbook:
            saved()
        return result

    saved = once(lambda: colleague_saves(workbook))
    monkeypatch.setattr(Path, "replace", move_and_lose_sight)
    assert officer.session.save()
    assert officer.document.own
    assert officer.document.own.changed_outside
    assert officer.session.bring_in(officer.document)
    assert officer.sees("A/R.7.105").forecast_q2 == -30
    assert officer.sees("A/R.6.266").forecast_q4 == -300


def test_a_save_right_after_a_new_workbook_was_written_is_brought_in(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = Officer()
    officer.opens(workbook)
    moved, new = Path.replace, tmp_path / "new.xlsx"

    def move_and_lose_sight(beside: Path, target: Path) -> Path:
        result = moved(beside, target)
        if target == new:
            saved()
        return result

    saved = once(lambda: colleague_saves(new))
    monkeypatch.setattr(Path, "replace", move_and_lose_sight)
    assert officer.saves_as(new)
    officer.types("A/R.7.105", "forecast_q2", "-30")
    assert officer.session.save()
    assert openpyxl.load_workbook(new).worksheets[0]["S16"].value == -300
    assert officer.sees("A/R.6.266").forecast_q4 == -300
