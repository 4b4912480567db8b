"""Check, show and export, without a window."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from model.command_line import parser, run, show_all
from model.command_names import COMMANDS, DONE, ERRORS_FOUND, REFUSED
from model.door import open_tracker
from model.files.council_workbook import write_workbook
from sources import ROOT

EXAMPLE = ROOT / "resources" / "examples" / "savings-tracker-2020-21.xlsx"
BANDS = "\t\t\tPlanned Savings 2020-21 £000\t\t\t\t\tForecast Savings 2020-21 £000"
HEADINGS = "\t".join(
    [
        *("RAG", "Reference", "Title"),
        *(f"Original Phasing - Q{quarter}" for quarter in range(1, 5)),
        "Original Saving 20-21",
        *(f"Current Forecast Phasing - Q{quarter}" for quarter in range(1, 5)),
        *("Forecast Saving 20-21", "Forecast Commentary"),
    ]
)


def a_file(folder: Path, *lines: str) -> str:
    """A small tracker as a text file."""
    path = folder / "tracker.txt"
    above = ["Savings Tracker 2020-21", "", "Quarter 1", "", BANDS, HEADINGS]
    path.write_text("\n".join([*above, *lines]), encoding="utf-8")
    return str(path)


GOOD = "Green\tA/R.6.001\tFirst\t-5\t-5\t-5\t-5\t-20\t-5\t-5\t-5\t-5\t-20\tOn track"
WRONG = "Green\tA/R.6.002\tSecond\t-5\t-5\t-5\t-6\t21\t-5\t-5\t-5\t-6\t21\tOn track"


def test_a_tracker_that_agrees_is_said_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", a_file(tmp_path, GOOD)]) == DONE
    assert capsys.readouterr() == ("No findings.\n", "")


def test_an_error_is_listed_and_gives_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", a_file(tmp_path, GOOD, WRONG)]) == ERRORS_FOUND
    out, err = capsys.readouterr()
    assert "error" in out
    assert "A/R.6.002" in out
    assert err == ""


def test_a_finding_that_is_no_error_gives_exit_code_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", a_file(tmp_path, GOOD.replace("Green", "Red").replace("On track", ""))]) == DONE
    assert "warning" in capsys.readouterr().out


def test_directions_are_checked_against_the_previous_period(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tracker = open_tracker(EXAMPLE)
    tracker.edit("A/R.6.266", "forecast_q4", "-90")
    now = tmp_path / "now.xlsx"
    tracker.export(now)

    assert run(["check", str(now), "--previous", str(EXAMPLE)]) == ERRORS_FOUND
    assert "A/R.6.266: the direction given is no change (↔), but since Quarter 1 the variance went from 0 to 285" in (
        capsys.readouterr().out
    )
    assert run(["check", str(now), "--previous", str(EXAMPLE.with_name("savings-tracker-2017-18.xlsx"))]) == REFUSED
    assert "The previous period has to be one of 2020-21" in capsys.readouterr().err
    assert run(["check", str(now), "--previous", str(now)]) == REFUSED
    assert "A tracker is not its own previous period" in capsys.readouterr().err
    later = tmp_path / "later.xlsx"
    write_workbook(replace(tracker.year, period="Quarter 2"), later)
    assert run(["check", str(EXAMPLE), "--previous", str(later)]) == REFUSED
    assert "“later.xlsx” is of Quarter 2, which comes after Quarter 1" in capsys.readouterr().err


def test_a_tracker_is_shown_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", a_file(tmp_path, GOOD)]) == DONE
    out = capsys.readouterr().out
    assert out.startswith("Savings Tracker 2020-21, Quarter 1\n1 saving")
    assert "Green  A/R.6.001   −20       −20" in out


def test_a_tracker_is_shown_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", a_file(tmp_path, GOOD), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["savings"][0]["plan_total"] == -20


def test_a_workbook_is_written_and_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.xlsx"
    assert run(["export", a_file(tmp_path, GOOD), "-o", str(out)]) == DONE
    assert capsys.readouterr().out == f"Written: {out}\n"
    assert run(["check", str(out)]) == DONE


def test_a_file_that_is_there_is_replaced_only_when_told_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.xlsx"
    out.write_text("precious", encoding="utf-8")
    assert run(["export", a_file(tmp_path, GOOD), "-o", str(out)]) == REFUSED
    assert out.read_text(encoding="utf-8") == "precious"
    assert "add --overwrite to replace it" in capsys.readouterr().err
    assert run(["export", a_file(tmp_path, GOOD), "--out", str(out), "--overwrite"]) == DONE
    assert out.read_bytes().startswith(b"PK")


def test_the_file_that_is_read_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, link = tmp_path / "first.xlsx", tmp_path / "link.xlsx"
    run(["export", a_file(tmp_path, GOOD), "-o", str(first)])
    link.hardlink_to(first)
    before = first.read_bytes()
    capsys.readouterr()
    for name in (first, link, tmp_path / "." / "first.xlsx"):
        assert run(["export", str(first), "-o", str(name), "--overwrite"]) == REFUSED
        assert "stays as it is" in capsys.readouterr().err
    assert first.read_bytes() == before


@pytest.mark.parametrize("command", [["check"], ["show"], ["show", "--json"], ["export", "-o", "out.xlsx"]])
def test_a_file_that_is_not_there_is_one_sentence(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "none.xlsx"]) == REFUSED
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("“none.xlsx” is not there")
    assert err.count("\n") == 1


def test_trackers_are_printed_one_after_the_other_and_a_bad_one_does_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(a_file(tmp_path, GOOD))
    assert show_all([path]) == DONE
    assert show_all([path, tmp_path / "none.xlsx", path]) == REFUSED
    out, err = capsys.readouterr()
    assert out.count("Savings Tracker 2020-21, Quarter 1") == 3
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run([command, "--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert f"Example: main.py {command} " in " ".join(out.split())
    assert ".xlsx .xlsm" in " ".join(out.split())


@pytest.mark.parametrize("arguments", [[], ["check"], ["export", "a.xlsx"], ["show", "a.xlsx", "--js"], ["print", "a"]])
def test_arguments_that_make_no_sense_are_told_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: main.py")


def test_the_commands_are_those_that_the_front_door_hands_on() -> None:
    assert all(f"{command} " in parser().format_help() for command in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_loads_another(name: str) -> None:
    asked = f"import sys; from model.command_line import parser; parser([{name!r}]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {module for module in done.stdout.split() if module.endswith("_command")}
    assert loaded == {f"model.{name}_command"}
