"""History, without a window."""

import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from builders import a_saving
from model import history_command
from model.command_line import run
from model.command_names import DONE, ERRORS_FOUND, REFUSED
from sources import ROOT
from year_folders import a_file

EXAMPLES = [str(path) for path in sorted((ROOT / "resources" / "examples").glob("*.xlsx"))]
Printed = pytest.CaptureFixture[str]


def test_the_sums_of_each_year_are_printed_with_what_stands_behind_their_greens(capsys: Printed) -> None:
    assert run(["history", *EXAMPLES]) == DONE
    out, err = capsys.readouterr()
    assert err == ""
    assert out == (
        "2 trackers, 2 years, 107 lines, amounts in £000 (a saving is negative)\n"
        "Year     Period              Lines     Plan  Forecast  Variance      %\n"
        "2017-18  as at October 2017     67  −20,538   −16,656     3,882  18.90\n"
        "2020-21  Quarter 1              40  −15,929   −10,623     5,306  33.31\n"
        "\n"
        "Green with no variance, though behind the plan so far:\n"
        "  2017-18, as at October 2017: £2,125k short on 7 lines\n"
        "  2020-21, Quarter 1: £99k short on 1 line\n"
        "\n"
        "Prior years short of plan on Green lines, net:\n"
        "  2020-21, Quarter 1: £5,995k short on 5 lines\n"
    )


def test_earlier_forecasts_are_held_against_what_is_known_last(tmp_path: Path, capsys: Printed) -> None:
    for period, last in {"Quarter 1": -25, "Quarter 2": -5, "Quarter 3": -20, "Quarter 4": -20}.items():
        a_file(tmp_path / f"{period}.xlsx", a_saving(forecast=(-25, -25, -25, last)), period=period)
    assert run(["history", str(tmp_path)]) == DONE
    told = capsys.readouterr().out.splitlines()[-3:]
    assert told == [
        "  2020-21, Quarter 1 to outturn: £5k less saved than forecast, lines off by £5k, 0 of 1 line right",
        "  2020-21, Quarter 2 to outturn: £15k more saved than forecast, lines off by £15k, 0 of 1 line right",
        "  2020-21, Quarter 3 to outturn: as forecast, 1 of 1 line right",
    ]
    (tmp_path / "Quarter 4.xlsx").unlink()
    run(["history", str(tmp_path)])
    assert "  2020-21, Quarter 1 to Quarter 3: £5k less" in capsys.readouterr().out


def test_a_forecast_without_a_line_that_is_known_last_too_says_so(tmp_path: Path, capsys: Printed) -> None:
    a_file(tmp_path / "a.xlsx", a_saving("A"), period="Month 5")
    a_file(tmp_path / "b.xlsx", a_saving("B"), period="Month 12")
    a_file(tmp_path / "c.xlsx", a_saving("C"), year="")
    assert run(["history", str(tmp_path)]) == DONE
    out = capsys.readouterr().out
    assert out.startswith("3 trackers, 1 year, 3 lines")
    assert "  2020-21, Month 5 to outturn: no line is in both\n" in out


def test_two_forms_under_one_name_are_refused(tmp_path: Path, capsys: Printed) -> None:
    arguments = ["history", *EXAMPLES, "--csv", str(tmp_path / "out"), "--xlsx", str(tmp_path / "in" / ".." / "out")]
    assert run(arguments) == REFUSED
    assert "two of the files to write have one name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_beyond_the_plans_of_prior_years_is_over(tmp_path: Path, capsys: Printed) -> None:
    line = a_saving(plan_prior=Decimal(-10), achieved_prior=Decimal(-15), rating_printed="Green")
    run(["history", str(a_file(tmp_path / "a.xlsx", line, period="Quarter 1"))])
    assert "  2020-21, Quarter 1: £5k over on 1 line\n" in capsys.readouterr().out


def test_the_lines_are_written_in_each_form_that_is_asked_for(tmp_path: Path, capsys: Printed) -> None:
    outs = {form: tmp_path / f"out.{form}" for form in ("csv", "xlsx", "parquet")}
    arguments = ["history", *EXAMPLES, *(word for form, out in outs.items() for word in (f"--{form}", str(out)))]
    assert run(arguments) == DONE
    out = capsys.readouterr().out
    assert all(f"\nWritten: {path}\n" in out for path in outs.values())
    assert len(pd.read_parquet(outs["parquet"])) == len(pd.read_csv(outs["csv"])) == 107
    assert run(arguments) == REFUSED
    out, err = capsys.readouterr()
    assert out == ""
    assert "add --overwrite to replace it" in err
    assert run([*arguments, "--overwrite"]) == DONE


def test_what_is_not_read_or_not_counted_is_listed_and_the_rest_is_done(tmp_path: Path, capsys: Printed) -> None:
    a_file(tmp_path / "a.xlsx", period="Quarter 1", changed=1)
    a_file(tmp_path / "b.xlsx", a_saving(), a_saving("A/R.6.002"), period="Quarter 1")
    a_file(tmp_path / "a (1).xlsx")
    a_file(tmp_path / "c.xlsx")
    (tmp_path / "empty.xlsx").touch()
    assert run(["history", str(tmp_path)]) == ERRORS_FOUND
    out, err = capsys.readouterr()
    assert out.startswith("3 trackers (2 counted), 1 year, 4 lines (2 counted)")
    assert out.splitlines()[2].split() == ["2020-21", "Quarter", "1", "1", "−100", "−100", "0", "0.00"]
    empty, copy, clash, note = err.splitlines()
    assert empty.startswith("“empty.xlsx” is empty")
    assert "a copy of “a.xlsx”" in copy
    assert "Only “a.xlsx” is counted" in clash
    assert note.startswith("c.xlsx: It does not say of which period it is")
    assert run(["history", str(tmp_path), "--count", "b.xlsx"]) == ERRORS_FOUND
    assert capsys.readouterr().out.splitlines()[2].split()[3] == "2"


def test_lines_that_only_one_report_has_are_left_out_in_a_sentence(tmp_path: Path, capsys: Printed) -> None:
    a_file(tmp_path / "a.xlsx", a_saving("A"), a_saving("B"), period="Quarter 1")
    a_file(tmp_path / "b.xlsx", a_saving("A"), period="Quarter 2")
    assert run(["history", str(tmp_path)]) == DONE
    told = capsys.readouterr().out.splitlines()[-1]
    assert told == (
        "    Left out, as only one of the two reports has a forecast: Quarter 1, 1 line with −100 (−200 in all)."
    )


@pytest.mark.parametrize("more", [[], ["--count", "other.xlsx"]])
def test_what_is_refused_is_one_sentence_and_nothing_is_written(
    more: list[str], tmp_path: Path, capsys: Printed
) -> None:
    places = EXAMPLES if more else [str(tmp_path)]
    assert run(["history", *places, *more, "--csv", str(tmp_path / "out.csv")]) == REFUSED
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_where_no_file_is_a_tracker_each_says_why(tmp_path: Path, capsys: Printed) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).touch()
    assert run(["history", str(tmp_path)]) == REFUSED
    first, second, sentence = capsys.readouterr().err.splitlines()
    assert first.startswith("“a.xlsx” is empty")
    assert second.startswith("“b.xlsx” is empty")
    assert "none of the 2 files there could be read as one" in sentence


def test_a_tracker_is_never_written_over(tmp_path: Path, capsys: Printed) -> None:
    path = a_file(tmp_path / "a.xlsx")
    before = path.read_bytes()
    assert run(["history", str(tmp_path), "--xlsx", str(path), "--overwrite"]) == REFUSED
    assert "stays as it is" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_progress_is_shown_on_a_terminal_and_wiped_away(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_file(tmp_path / "a.xlsx", period="Quarter 1")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(["history", str(tmp_path)]) == DONE
    folder, file, wiped, end = capsys.readouterr().err.split("\r")[1:]
    assert folder.rstrip() == f"Looking in {tmp_path.name}"
    assert (file.rstrip(), wiped.strip(), end) == ("1 of 1  a.xlsx", "", "")


def test_stopping_the_command_leaves_nothing_behind(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(history_command, "read_trackers", stopped)
    assert run(["history", str(tmp_path), "--csv", str(tmp_path / "out.csv")]) == REFUSED
    assert capsys.readouterr() == ("", "Stopped: nothing was written.\n")
