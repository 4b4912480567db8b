"""Saving into the council's own workbook: only what changed is written, and a colleague's save is never lost."""

import re
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from model.files.backup import BackupNotKept
from model.resources import RESOURCES
from officer import Officer
from packages import a_package

EXAMPLES = RESOURCES / "examples"
KEEP_MINE, TAKE_THEIRS, ONE_BY_ONE, AS_A_COPY = range(4)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The council's workbook, in a folder of its own."""
    folder = tmp_path / "council"
    folder.mkdir()
    return Path(shutil.copy(EXAMPLES / "savings-tracker-2020-21.xlsx", folder / "tracker.xlsx"))


@pytest.fixture
def officer(workbook: Path) -> Officer:
    """An officer with the workbook open."""
    made = Officer()
    made.opens(workbook)
    return made


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def colleague(path: Path) -> Officer:
    """A colleague with the same workbook open."""
    made = Officer()
    made.opens(path)
    return made


def test_a_save_without_a_change_leaves_the_file_byte_for_byte(officer: Officer, workbook: Path) -> None:
    before = workbook.read_bytes()
    assert officer.session.save()
    assert workbook.read_bytes() == before


def test_a_save_changes_the_sheet_alone_and_lists_its_cells(officer: Officer, workbook: Path) -> None:
    before = parts(workbook)
    officer.types("A/R.6.266", "forecast_q4", "-89")
    assert officer.session.save()
    after = parts(workbook)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert list(before) == list(after)
    sentence, cells = officer.prompts.told[-1]
    assert sentence == "Saved into “tracker.xlsx”: 8 cells changed; all 9 other parts of the file are identical."
    assert cells.splitlines()[:3] == [
        "A/R.6.266, rating (A16): Green → Red",
        "A/R.6.266, Q4 forecast (S16): −375 → −89",
        "A/R.6.266, forecast (T16): −1,500 → −1,214",
    ]
    assert "All savings (S5): −3,373 → −3,087" in cells
    assert officer.document.unsaved == 0
    assert officer.changed() == set()


def test_a_receipt_goes_with_its_tracker_and_with_no_other(officer: Officer, workbook: Path) -> None:
    other = Path(shutil.copy(workbook, workbook.with_name("other.xlsx")))
    officer.types("A/R.6.266", "forecast_q4", "-89")
    assert officer.session.save()
    saved = officer.document
    officer.opens(other)
    assert officer.session.close()
    assert officer.prompts.receipt.startswith("Saved into")
    assert officer.session.close(saved)
    assert officer.prompts.receipt == ""


def test_what_was_saved_is_read_back_the_same_by_others_too(officer: Officer, workbook: Path) -> None:
    officer.types("A/R.6.266", "forecast_q4", "-89")
    officer.types("A/R.6.266", "commentary", "=SUM(A1) is text\nand a second line")
    officer.types("A/R.6.181", "direction", "improving")
    officer.types("A/R.6.182", "complete", "yes")
    assert officer.session.save()
    assert colleague(workbook).totals() == officer.totals()
    sheet = openpyxl.load_workbook(workbook, data_only=True).worksheets[0]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "A/R.6.266")
    assert (row[0], row[18], row[19], row[20], row[22]) == ("Red", -89, -1214, 286, 19.07)
    assert row[24] == "=SUM(A1) is text\nand a second line"
    formulas = openpyxl.load_workbook(workbook).worksheets[0]
    assert str(formulas["T16"].value).startswith("=")
    assert str(formulas["A16"].value).startswith("=")


def test_an_override_takes_the_formulas_place_and_undo_brings_the_rating_back(officer: Officer, workbook: Path) -> None:
    officer.prompts.reason = "Agreed with the director"
    officer.types("A/R.6.266", "rating", "Red")
    assert officer.session.save()
    assert openpyxl.load_workbook(workbook).worksheets[0]["A16"].value == "Red"
    officer.document.undo()
    assert officer.document.unsaved
    assert officer.session.save()
    assert openpyxl.load_workbook(workbook).worksheets[0]["A16"].value == "Green"


def test_the_version_replaced_is_kept_in_the_users_own_folder(
    officer: Officer, workbook: Path, own_folders: Path
) -> None:
    before = workbook.read_bytes()
    officer.types("A/R.6.266", "forecast_q4", "-89")
    officer.session.save()
    assert [path.read_bytes() for path in own_folders.rglob("*.xlsx")] == [before]
    officer.session.close()
    assert officer.session.close()
    assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"]


def test_different_cells_of_two_programs_both_stay(officer: Officer, workbook: Path) -> None:
    other = colleague(workbook)
    officer.types("A/R.7.105", "forecast_q2", "-20")
    other.types("A/R.6.270", "commentary", "Routes are reviewed")
    assert other.session.save()
    assert officer.session.save()
    assert officer.sees("A/R.6.270").commentary == "Routes are reviewed"
    last = colleague(workbook)
    assert last.sees("A/R.7.105").forecast_q2 == -20
    assert last.sees("A/R.6.270").commentary == "Routes are reviewed"
    assert "by somebody else" in officer.prompts.told[-2][0]
    officer.document.undo()
    assert officer.sees("A/R.6.270").commentary != "Routes are reviewed"


def test_a_colleagues_save_by_a_program_that_works_nothing_out_is_told_by_what_was_changed(
    officer: Officer, workbook: Path
) -> None:
    book = openpyxl.load_workbook(workbook)
    book.save(workbook)
    assert officer.session.bring_in(officer.document)
    same = ("“tracker.xlsx” was saved by somebody else meanwhile, with the same figures and words as here.", "")
    assert officer.prompts.told == [same]
    book.worksheets[0]["P8"] = -120
    book.worksheets[0]["P16"] = -400
    book.save(workbook)
    assert officer.session.bring_in(officer.document)
    assert officer.prompts.told[-1] == (
        "“tracker.xlsx” was saved by somebody else meanwhile. Their changes of 2 lines are here now.",
        "A/R.6.176, Q1 forecast: 0 → −120\nA/R.6.266, Q1 forecast: −375 → −400",
    )
    for row in range(7, 17):
        book.worksheets[0][f"Q{row}"] = -1
    book.save(workbook)
    assert officer.session.bring_in(officer.document)
    assert officer.prompts.told[-1][1].endswith("\n… and 2 more")


@pytest.mark.parametrize(("answer", "expected"), [(KEEP_MINE, -30), (TAKE_THEIRS, -20)])
def test_a_cell_that_both_changed_is_asked_about(officer: Officer, workbook: Path, answer: int, expected: int) -> None:
    other = colleague(workbook)
    other.types("A/R.7.105", "forecast_q2", "-20")
    other.session.save()
    officer.types("A/R.7.105", "forecast_q2", "-30")
    officer.prompts.chosen = answer
    assert officer.session.save()
    assert "A/R.7.105, Q2 forecast: it was −8, theirs is −20, yours is −30" in officer.prompts.asked[-1]
    last = colleague(workbook)
    assert last.sees("A/R.7.105").forecast_q2 == expected
    assert last.sees("A/R.7.105").forecast_total == Decimal(-7 - 7 - 8 + expected)


def test_thinking_better_of_it_saves_nothing(officer: Officer, workbook: Path) -> None:
    other = colleague(workbook)
    other.types("A/R.7.105", "forecast_q2", "-20")
    other.session.save()
    theirs = workbook.read_bytes()
    officer.types("A/R.7.105", "forecast_q2", "-30")
    assert not officer.session.save()
    assert workbook.read_bytes() == theirs
    assert officer.sees("A/R.7.105").forecast_q2 == -30


def test_a_file_with_other_lines_meanwhile_is_not_written_to(officer: Officer, workbook: Path) -> None:
    officer.types("A/R.7.105", "forecast_q2", "-30")
    book = openpyxl.load_workbook(workbook)
    book.worksheets[0].delete_rows(16)
    book.save(workbook)
    theirs = workbook.read_bytes()
    assert not officer.session.save()
    assert "can't be brought together" in officer.prompts.refused[-1]
    assert workbook.read_bytes() == theirs
    assert officer.document.unsaved == 1


def test_a_file_that_is_gone_is_refused_with_the_edits_kept(officer: Officer, workbook: Path) -> None:
    officer.types("A/R.7.105", "forecast_q2", "-30")
    workbook.unlink()
    assert not officer.session.save()
    assert officer.sees("A/R.7.105").forecast_q2 == -30
    assert officer.document.unsaved == 1


@pytest.mark.parametrize("name", ["savings-tracker-2020-21.txt"])
def test_a_text_says_why_it_is_not_saved_into_and_offers_a_workbook(tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(EXAMPLES / "source" / name, tmp_path / name))
    officer = Officer()
    officer.opens(path)
    officer.types("A/R.7.105", "forecast_q2", "-30")
    assert not officer.session.save()
    assert officer.prompts.asked[-1].startswith(f"“{name}” is the text of a paper: it can be read, but not saved into.")
    officer.prompts.chosen, officer.prompts.to_write = 0, tmp_path / "tracker.xlsx"
    assert officer.session.save()
    officer.types("A/R.7.105", "forecast_q2", "-40")
    assert officer.session.save()
    assert colleague(tmp_path / "tracker.xlsx").sees("A/R.7.105").forecast_q2 == -40


def test_a_judged_year_keeps_its_ratings_in_its_workbook(tmp_path: Path) -> None:
    path = Path(shutil.copy(EXAMPLES / "savings-tracker-2017-18.xlsx", tmp_path / "t.xlsx"))
    officer = Officer()
    officer.opens(path)
    officer.types("A/R.6.101", "forecast_q4", "-99")
    assert officer.session.save()
    last = colleague(path)
    assert last.rating("A/R.6.101") == "Red"
    assert last.sees("A/R.6.101").variance == 296
    officer.document.adopt(officer.session.schemes(officer.document)[0])
    assert officer.session.save()
    assert colleague(path).rating("A/R.6.101") == officer.rating("A/R.6.101")


def test_conflicts_can_be_decided_one_by_one(officer: Officer, workbook: Path) -> None:
    other = colleague(workbook)
    for reference in ("A/R.7.105", "A/R.6.270"):
        other.types(reference, "forecast_q2", "-20")
        officer.types(reference, "forecast_q2", "-30")
    other.session.save()
    officer.prompts.answers = [ONE_BY_ONE, KEEP_MINE, TAKE_THEIRS]
    assert officer.session.save()
    last = colleague(workbook)
    assert last.sees("A/R.6.270").forecast_q2 == -30
    assert last.sees("A/R.7.105").forecast_q2 == -20


def test_mine_is_exported_as_a_copy_and_theirs_stays(officer: Officer, workbook: Path, tmp_path: Path) -> None:
    other = colleague(workbook)
    other.types("A/R.7.105", "forecast_q2", "-20")
    other.session.save()
    theirs = workbook.read_bytes()
    officer.types("A/R.7.105", "forecast_q2", "-30")
    officer.prompts.chosen, officer.prompts.to_write = AS_A_COPY, tmp_path / "mine.xlsx"
    assert not officer.session.save()
    assert workbook.read_bytes() == theirs
    assert colleague(tmp_path / "mine.xlsx").sees("A/R.7.105").forecast_q2 == -30
    assert officer.sees("A/R.7.105").forecast_q2 == -30
    assert officer.document.unsaved == 1


def test_many_conflicts_are_counted_and_putting_one_off_saves_nothing(officer: Officer, workbook: Path) -> None:
    other = colleague(workbook)
    for saving in officer.tracker.year.savings[:10]:
        other.types(saving.reference, "commentary", "theirs")
        officer.types(saving.reference, "commentary", "mine")
    other.session.save()
    theirs = workbook.read_bytes()
    officer.prompts.answers = [ONE_BY_ONE, KEEP_MINE]
    assert not officer.session.save()
    assert "… and 2 more" in next(asked for asked in officer.prompts.asked if "Somebody else" in asked)
    assert workbook.read_bytes() == theirs


def test_a_file_that_became_unreadable_is_refused_and_left(officer: Officer, workbook: Path) -> None:
    officer.types("A/R.7.105", "forecast_q2", "-30")
    workbook.write_bytes(b"half a file")
    assert not officer.session.save()
    assert officer.prompts.refused
    assert workbook.read_bytes() == b"half a file"


def results(path: Path) -> dict[str, object]:
    """What each formula of the first sheet gave when it was last worked out, by cell."""
    shown = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    formulas = openpyxl.load_workbook(path).worksheets[0]
    return {
        cell.coordinate: shown[cell.coordinate].value
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_every_formula_of_the_line_and_of_the_totals_keeps_a_result(officer: Officer, workbook: Path) -> None:
    before = results(workbook)
    officer.types("A/R.6.266", "forecast_q4", "-370")
    assert officer.session.save()
    after = results(workbook)
    assert after.keys() == before.keys()
    assert {cell: value for cell, value in after.items() if value != before[cell]} == {
        "T16": -1495,
        "U16": 5,
        "W16": 0.33,
        "S5": -3368,
        "T5": -10618,
        "U5": 5311,
    }
    assert (after["A16"], after["N16"], after["N5"]) == ("Green", -1500, -15929)
    listed = [line.partition(":")[0] for line in officer.prompts.told[-1][1].splitlines()]
    assert [name.rpartition("(")[2].rstrip(")") for name in listed] == ["S16", "T16", "U16", "W16", "S5", "T5", "U5"]


def test_figures_that_move_within_a_line_are_all_that_is_listed(officer: Officer, workbook: Path) -> None:
    before = results(workbook)
    officer.types("A/R.6.266", "forecast_q4", "-370")
    officer.types("A/R.6.266", "forecast_q3", "-380")
    assert officer.session.save()
    after = results(workbook)
    assert {cell for cell, value in after.items() if value != before[cell]} == {"R5", "S5"}
    assert officer.prompts.told[-1][0].startswith("Saved into “tracker.xlsx”: 4 cells changed;")


def test_an_example_says_why_it_is_not_saved_into() -> None:
    officer = Officer()
    officer.opens(EXAMPLES / "savings-tracker-2020-21.xlsx")
    officer.types("A/R.6.266", "forecast_q4", "-370")
    assert not officer.session.save()
    assert "one of the program's examples, which stay as they are." in officer.prompts.asked[-1]


def test_a_version_that_could_not_be_kept_is_told_beside_the_receipt(
    officer: Officer, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, folder: Path) -> None:
        raise BackupNotKept(path, folder, "No space left on device")

    monkeypatch.setattr("model.own_workbook.keep_backup", full)
    officer.types("A/R.6.266", "forecast_q4", "-370")
    assert officer.session.save()
    assert officer.prompts.told[-1][1].startswith("The previous version of “tracker.xlsx”")
    assert colleague(workbook).sees("A/R.6.266").forecast_q4 == -370


def test_what_the_file_is_like_now_can_be_asked_for(officer: Officer, workbook: Path) -> None:
    own = officer.document.own
    assert own
    before = own.glance
    workbook.write_bytes(workbook.read_bytes() + b" ")
    assert before != own.glance
    workbook.unlink()
    assert own.glance is None


def test_subtotals_of_the_councils_own_show_fresh_figures_after_a_save(officer: Officer, workbook: Path) -> None:
    officer.session.close()
    with_subtotals(workbook)
    officer.opens(workbook)
    officer.types("A/R.6.266", "forecast_q4", "-370")
    assert officer.session.save()
    book = openpyxl.load_workbook(workbook, data_only=True)
    assert [book.worksheets[0][cell].value for cell in ("S60", "S61")] == [-633, -2735]
    assert [row[0].value for row in book["Summary"]["A1:A3"]] == [-633, None, -3368]
    said = officer.prompts.told[-1][1]
    assert "Sum (S60): −638 → −633" in said
    assert "Sum (AC16): −375 → −370" in said
    assert "Sum (A3 on “Summary”): −3,373 → −3,368" in said
    assert "All savings (S5): −3,373 → −3,368" in said


def with_subtotals(path: Path) -> None:
    """Adds sums under the tracker and on another sheet, with the results that they had when last worked out."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheet, summary = book.worksheets[0], book.create_sheet("Summary")
    figures = [sheet.cell(row, 19).value or 0 for row in range(1, 47)]
    held = {"AC16": figures[15], "S60": sum(figures[15:20]), "S61": sum(figures[6:46]) - sum(figures[15:20])}
    for cell, result in held.items():
        sheet[cell] = result
    summary["A1"], summary["A2"], summary["A3"] = held["S60"], 5, held["S60"] + held["S61"]
    book.save(path)
    formulas = {
        "AC16": "+S16",
        "S60": "SUM(S16:S20)",
        "S61": "SUBTOTAL(9,S7:S15)+SUM(S21:S46)",
    }
    name = sheet.title
    others = {"A1": f"'{name}'!S60", "A2": f"COUNT('{name}'!S7:S46)*0+5", "A3": f"'{name}'!S60+'{name}'!S61"}
    parts_now = parts(path)
    for part, listed in (("xl/worksheets/sheet1.xml", formulas), ("xl/worksheets/sheet2.xml", others)):
        text = parts_now[part].decode()
        for cell, formula in listed.items():
            text = re.sub(rf'(<c r="{cell}"[^>]*>)<v>', rf"\1<f>{formula}</f><v>", text)
        parts_now[part] = text.encode()
    a_package(path, parts_now)
