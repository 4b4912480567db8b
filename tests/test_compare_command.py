"""The command that compares two trackers, as it is typed."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from model.command_line import REFUSED, run
from model.files.council_workbook import write_workbook
from model.kept_lineage import KeptLineage
from model.lineage import Verdict
from model.lineage.written import text_of
from model.tracker import Tracker
from sources import ROOT
from two_trackers import decided, published_years
from year_folders import a_file

EXAMPLES = ROOT / "resources" / "examples"
EARLIER, LATER = (str(EXAMPLES / f"savings-tracker-{year}.xlsx") for year in ("2017-18", "2020-21"))


@pytest.fixture
def periods(tmp_path: Path) -> list[str]:
    """The 2020-21 example and what a month of work made of it, as files."""
    tracker = Tracker(published_years()[1], "M. Officer")
    before, after = tmp_path / "june.xlsx", tmp_path / "july.xlsx"
    write_workbook(tracker.year, before)
    tracker.edit("A/R.6.266", "forecast_q4", "-90")
    tracker.edit("A/R.6.181", "forecast_q4", "0")
    write_workbook(tracker.year, after)
    return [str(before), str(after)]


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """What the command prints."""
    assert run(["compare", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The sentence by which the command is refused."""
    assert run(["compare", *map(str, arguments)]) == REFUSED
    return capsys.readouterr().err


def test_two_years_are_told_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, EARLIER, LATER)

    assert told.startswith("2017-18 and 2020-21 compared\n2017-18 and 2020-21 are two years")
    assert "Plan      −20,538  −15,929" in told
    assert "5 changed, 35 new, 62 gone, 0 rating worse, 0 rating better, 5 to decide" in told
    assert "A/R.7.106: Same reference; titles 28% alike" in told
    assert "A/R.6.169 Better Care Fund improvement / A/R.6.182 Improved Better Care Fund: Another reference" in told
    assert "How the forecast moved" not in told


def test_two_periods_are_told_with_how_the_forecast_moved(
    capsys: pytest.CaptureFixture[str], periods: list[str]
) -> None:
    told = said(capsys, *periods)

    assert "Both are of 2020-21, Quarter 1: two copies of one period." in told
    assert "2 changed, 0 new, 0 gone, 2 rating worse, 0 rating better, 0 to decide" in told
    assert "5 fields, rating worse" in told
    assert told.endswith(
        "How the forecast moved:\n"
        "           Moved  Forecast\n"
        "june.xlsx          −10,623\n"
        "A/R.6.266    285   −10,338\n"
        "A/R.6.181     50   −10,288\n"
        "july.xlsx          −10,288\n"
    )


def test_a_tracker_compared_with_itself_has_no_rows_to_tell(capsys: pytest.CaptureFixture[str]) -> None:
    assert "What  " not in said(capsys, LATER, LATER)


def test_nothing_that_a_file_is_called_steers_the_terminal(
    capsys: pytest.CaptureFixture[str], periods: list[str], tmp_path: Path
) -> None:
    odd = tmp_path / "july\x1b[2J.xlsx"
    odd.write_bytes(Path(periods[1]).read_bytes())

    assert "\x1b" not in said(capsys, periods[0], odd)


def test_as_json_amounts_are_numbers(capsys: pytest.CaptureFixture[str], periods: list[str]) -> None:
    told: Any = json.loads(said(capsys, *periods, "--json", "--only", "rating worse"))

    assert [row["reference"] for row in told["rows"]] == ["A/R.6.181", "A/R.6.266"]
    assert told["rows"][1]["later"]["variance"] == 285
    assert told["totals_moved"]["forecast_total"] == 335
    assert told["movement"]["steps"][1] == {
        "what": "move",
        "words": "A/R.6.266",
        "from": -10623,
        "to": -10338,
        "moved": 285,
    }


@pytest.mark.parametrize(
    ("filters", "references"),
    [
        (["--only", "changed"], ["A/R.6.181", "A/R.6.266"]),
        (["--only", "new", "--only", "gone"], []),
        (["--moved-more-than", "50"], ["A/R.6.266"]),
        (["--text", "A/R.6.181"], ["A/R.6.181"]),
    ],
)
def test_rows_are_listed_as_asked(
    capsys: pytest.CaptureFixture[str], periods: list[str], filters: list[str], references: list[str]
) -> None:
    told: Any = json.loads(said(capsys, *periods, "--json", *filters))

    assert [row["reference"] for row in told["rows"]] == references


def test_how_many_rows_are_listed_is_said(capsys: pytest.CaptureFixture[str], periods: list[str]) -> None:
    assert "\n1 of 40 rows is listed; totals and counts are of all.\n" in said(capsys, *periods, "--text", "A/R.6.181")
    assert "\n0 of 40 rows are listed;" in said(capsys, *periods, "--only", "new")
    assert " listed;" not in said(capsys, *periods)


def test_periods_that_go_backwards_are_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    first, second = (a_file(tmp_path / f"{name}.xlsx", period=f"Quarter {name}") for name in "12")

    assert run(["compare", str(second), str(first), "--json"]) == 0
    assert capsys.readouterr().err == (
        "Quarter 2, given as the earlier one, comes after Quarter 1: what is new, gone and moved is told backwards. "
        "Give Quarter 1 first to have it told forwards.\n"
    )
    assert run(["compare", str(first), str(second)]) == 0
    assert capsys.readouterr().err == ""


def test_each_form_is_written_and_named(capsys: pytest.CaptureFixture[str], periods: list[str], tmp_path: Path) -> None:
    outs = {form: tmp_path / f"compared.{form}" for form in ("xlsx", "csv", "pdf")}
    told = said(
        capsys, *periods, *(part for form, path in outs.items() for part in (f"--{form}", path)), "--paper", "A4"
    )

    assert told.splitlines() == [f"Written: {path}" for path in outs.values()]
    assert openpyxl.load_workbook(outs["xlsx"]).sheetnames[0] == "Comparison"
    assert outs["csv"].read_text(encoding="utf-8-sig").startswith('"Reference","What became of it"')
    assert outs["pdf"].read_bytes().startswith(b"%PDF")


def test_what_the_officer_decided_serves_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    decisions = decided(*published_years(), ("A/R.7.106", "A/R.7.106", Verdict.NOT_SAME))
    KeptLineage().decide(*decisions)

    assert "4 changed, 36 new, 63 gone" in said(capsys, EARLIER, LATER)
    (tmp_path / "none.json").write_text(text_of(decided(*published_years())), encoding="utf-8")
    assert "5 changed, 35 new, 62 gone" in said(capsys, EARLIER, LATER, "--decisions", tmp_path / "none.json")


def test_a_file_that_is_no_tracker_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam", encoding="utf-8")

    assert "letter.txt" in refused(capsys, EARLIER, tmp_path / "letter.txt")
    assert "nowhere.xlsx" in refused(capsys, tmp_path / "nowhere.xlsx", LATER)
    assert "holds no decisions" in refused(capsys, EARLIER, LATER, "--decisions", tmp_path / "letter.txt")
    assert "is not an amount" in refused(capsys, EARLIER, LATER, "--moved-more-than", "lots")


def test_nothing_that_is_there_is_written_over(
    capsys: pytest.CaptureFixture[str], periods: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "compared.csv"
    out.write_text("mine", encoding="utf-8")

    assert "“compared.csv” is there already" in refused(capsys, *periods, "--csv", out)
    assert "stays as it is" in refused(capsys, *periods, "--xlsx", periods[0], "--overwrite")
    assert "have one name" in refused(capsys, *periods, "--csv", tmp_path / "new", "--xlsx", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert out.read_text(encoding="utf-8") == "mine"
    assert said(capsys, *periods, "--csv", out, "--overwrite") == f"Written: {out}\n"
