"""Month end on the 2020-21 tracker, Quarter 1: opened, edited, pasted into, undone and saved, without a window."""

from pathlib import Path

import pytest

from model.prompts import Answer
from officer import Officer, row
from sources import ROOT

EXAMPLES = ROOT / "resources" / "examples"
OPENED = row(-15929, -10623, 5306)
RATINGS = {"Green": 31, "Amber": 4, "Red": 3, "Black": 2}
QUARTERS = ["forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4"]


@pytest.fixture(params=["workbook", "text", pytest.param("published", marks=pytest.mark.published)])
def tracker_file(request: pytest.FixtureRequest) -> Path:
    """The tracker as our workbook, as our text, and as it was published."""
    if request.param == "published":
        return Path(request.getfixturevalue("published")) / "savings-tracker-2020-21.txt"
    return EXAMPLES / (
        "savings-tracker-2020-21.xlsx" if request.param == "workbook" else "source/savings-tracker-2020-21.txt"
    )


@pytest.fixture
def officer(tracker_file: Path) -> Officer:
    """An officer who has just opened it."""
    officer = Officer()
    officer.opens(tracker_file)
    return officer


def assert_as_opened(officer: Officer) -> None:
    """Every figure, rating and mark is as when the file was opened."""
    assert officer.totals() == OPENED
    assert officer.ratings() == RATINGS
    assert officer.changed() == set()
    assert officer.document.unsaved == 0


def test_it_opens_with_the_published_figures_and_nothing_marked(officer: Officer) -> None:
    year = officer.tracker.year
    assert (year.title, year.year, year.period) == ("Savings Tracker 2020-21", "2020-21", "Quarter 1")
    assert len(year.savings) == 40
    assert_as_opened(officer)
    assert officer.tracker.totals().plan == row(-4131, -3843, -3845, -4152)
    assert officer.tracker.totals().forecast == row(-2640, -2055, -2597, -3373)
    assert officer.prompts.refused == []


def test_one_line_does_not_add_up_and_is_shown_as_printed(officer: Officer) -> None:
    errors = [finding for finding in officer.tracker.findings() if finding.severity == "error"]
    assert [(finding.code, finding.reference) for finding in errors] == [("quarters", "B/R.6.214")]
    saving = officer.sees("B/R.6.214")
    assert (saving.plan_total, saving.forecast_total) == row(21, 21)
    assert saving.forecast == row(-5, -5, -5, -6)


def test_a_forecast_moves_its_line_the_totals_and_the_rating_and_undo_takes_all_back(officer: Officer) -> None:
    assert officer.types("A/R.6.266", "forecast_q4", "-90")
    saving = officer.sees("A/R.6.266")
    assert (saving.forecast_total, saving.variance, saving.percent) == row(-1215, 285, "19.00")
    assert officer.rating("A/R.6.266") == "Amber"
    assert officer.totals() == row(-15929, -10338, 5591)
    assert officer.changed() == {
        ("A/R.6.266", key) for key in ("forecast_q4", "forecast_total", "variance", "percent", "rating")
    }
    assert officer.types("A/R.6.266", "forecast_q4", "-89")
    saving = officer.sees("A/R.6.266")
    assert (saving.forecast_total, saving.variance, saving.percent) == row(-1214, 286, "19.07")
    assert officer.rating("A/R.6.266") == "Red"
    assert officer.ratings() == {"Green": 30, "Amber": 4, "Red": 4, "Black": 2}
    assert officer.document.unsaved == 2
    assert officer.document.undo()
    assert officer.document.undo()
    assert_as_opened(officer)


def test_a_saving_that_is_lost_is_black_and_one_that_is_beaten_is_blue(officer: Officer) -> None:
    assert officer.types("A/R.6.181", "forecast_q4", "0")
    assert officer.rating("A/R.6.181") == "Black"
    assert officer.types("F/R.7.127", "forecast_q3", "-38")
    assert officer.sees("F/R.7.127").variance == -1
    assert officer.rating("F/R.7.127") == "Blue"
    assert officer.ratings() == {"Green": 30, "Amber": 3, "Red": 3, "Black": 3, "Blue": 1}


@pytest.mark.parametrize(
    ("text", "amount"),
    [("-50k", -50), ("(50)", -50), ("50-", -50), ("-1,400", -1400), ("−50", -50), ("£-50k", -50), ("-0.05m", -50)],
)
def test_amounts_are_typed_in_any_usual_way(officer: Officer, text: str, amount: int) -> None:
    assert officer.types("A/R.7.106", "forecast_q1", text)
    assert officer.sees("A/R.7.106").forecast_q1 == amount


def test_what_is_no_amount_is_refused_with_a_sentence(officer: Officer) -> None:
    assert not officer.types("A/R.6.266", "forecast_q4", "lots")
    assert officer.prompts.refused[0].startswith("“lots” is not an amount. Type thousands of pounds")
    assert_as_opened(officer)


@pytest.mark.parametrize("key", ["plan_prior", "plan_q1", "plan_q2", "plan_q3", "plan_q4", "plan_total"])
def test_a_plan_cell_refuses_until_it_is_unlocked_for_a_reason(officer: Officer, key: str) -> None:
    assert not officer.types("A/R.6.266", key, "-1")
    assert "The plan of A/R.6.266 is locked" in officer.prompts.refused[0]
    assert_as_opened(officer)
    officer.prompts.reason = "Full Council, 9 February"
    assert officer.document.unlock_plan()
    assert officer.types("A/R.6.266", key, "-1")
    step = officer.tracker.history.next_undo
    assert step
    assert step.why == "Full Council, 9 February"


def test_a_block_of_three_lines_by_four_quarters_is_one_undo(officer: Officer) -> None:
    block = "-1,000\t-900\t-900\t-800\r\n(30)\t0\t(12)\t-12\r\n-0.001m\t\t-50k\t50-\r\n"
    assert officer.pastes("A/R.6.176", "forecast_q1", block)
    assert [officer.sees(reference).forecast for reference in ("A/R.6.176", "A/R.6.179", "A/R.6.181")] == [
        row(-1000, -900, -900, -800),
        row(-30, 0, -12, -12),
        row(-1, None, -50, -50),
    ]
    assert [officer.rating(reference) for reference in ("A/R.6.176", "A/R.6.179", "A/R.6.181")] == [
        "Green",
        "Amber",
        "Amber",
    ]
    assert officer.document.unsaved == 1
    assert officer.document.undo()
    assert_as_opened(officer)


def test_a_block_with_one_cell_that_cannot_be_read_changes_nothing_and_names_it(officer: Officer) -> None:
    assert not officer.pastes("A/R.6.179", "forecast_q3", "-1\t-2\r\n-3\tlots\r\n")
    assert officer.prompts.refused[0].startswith("Nothing was pasted: A/R.6.181, Q4 forecast: “lots” is not an amount.")
    assert_as_opened(officer)


def test_lines_copied_to_a_spreadsheet_and_back_change_only_what_was_changed_there(officer: Officer) -> None:
    keys = [column.key for column in officer.tracker.year.layout]
    text, _ = officer.document.copy(range(40), keys)
    assert officer.pastes("A/R.6.114", keys[0], text)
    assert_as_opened(officer)
    line = next(line for line in text.splitlines() if "A/R.6.266" in line)
    assert officer.pastes("A/R.6.266", keys[0], line.replace("-375\t-1500\t0\tNo", "-89\t-1214\t286\tNo", 1))
    assert officer.rating("A/R.6.266") == "Red"
    assert officer.document.unsaved == 1


def test_the_rest_of_a_line_is_edited_and_undone(officer: Officer) -> None:
    assert officer.types("A/R.6.266", "commentary", "=Overspend of £285k\n<b>agreed</b>")
    assert officer.types("A/R.6.266", "direction", "worse")
    assert officer.types("A/R.6.266", "complete", "Yes")
    assert officer.types("A/R.6.266", "links", "N/A")
    saving = officer.sees("A/R.6.266")
    assert (saving.commentary, saving.direction.arrow, saving.complete, saving.links) == (
        "=Overspend of £285k\n<b>agreed</b>",
        "↓",
        True,
        "N/A",
    )
    for _ in range(4):
        officer.document.undo()
    assert_as_opened(officer)


def test_a_rating_is_overridden_for_a_reason_and_shows_both(officer: Officer) -> None:
    assert not officer.types("A/R.6.266", "rating", "Red")
    officer.prompts.reason = "The overspend is certain"
    assert officer.types("A/R.6.266", "rating", "Red")
    assert officer.rating("A/R.6.266") == "Red"
    assert officer.ratings()["Red"] == 4
    assert officer.document.undo()
    assert_as_opened(officer)


def test_the_line_that_does_not_add_up_is_settled_either_way_and_back(officer: Officer) -> None:
    (finding,) = [finding for finding in officer.tracker.findings() if finding.code == "quarters"]
    assert officer.document.settle(finding, "take the sum")
    assert officer.totals() == row(-15971, -10665, 5306)
    assert officer.document.undo()
    assert officer.document.settle(finding, "turn the quarters")
    assert officer.totals() == OPENED
    assert officer.sees("B/R.6.214").forecast == row(5, 5, 5, 6)
    assert "quarters" not in {finding.code for finding in officer.tracker.findings()}
    assert officer.document.undo()
    assert_as_opened(officer)


def test_a_quarter_typed_under_the_total_that_does_not_add_up_makes_it_the_sum(officer: Officer) -> None:
    assert officer.types("B/R.6.214", "forecast_q4", "-7")
    saving = officer.sees("B/R.6.214")
    assert (saving.forecast_total, saving.plan_total) == row(-22, 21)
    assert officer.document.undo()
    assert_as_opened(officer)


def test_a_typed_total_is_spread_over_the_quarters(officer: Officer) -> None:
    assert officer.types("A/R.6.266", "forecast_total", "-1,215")
    assert officer.sees("A/R.6.266").forecast == row(-304, -304, -304, -303)
    assert officer.rating("A/R.6.266") == "Amber"


def test_the_tracker_is_saved_as_a_workbook_and_opened_again_the_same(officer: Officer, tmp_path: Path) -> None:
    before = officer.document.source
    assert before
    content = before.read_bytes()
    officer.types("A/R.6.266", "forecast_q4", "-89")
    assert officer.saves_as(tmp_path / "quarter-2.xlsx")
    assert officer.changed() == set()
    assert before.read_bytes() == content
    again = Officer()
    again.opens(tmp_path / "quarter-2.xlsx")
    assert again.totals() == officer.totals() == row(-15929, -10337, 5592)
    assert again.ratings() == officer.ratings()
    assert again.rating("A/R.6.266") == "Red"
    assert [saving.commentary for saving in again.tracker.year] == [
        saving.commentary for saving in officer.tracker.year
    ]
    assert officer.document.undo()
    assert officer.document.unsaved == 1


def test_closing_with_unsaved_work_asks_and_keeps_it_open(officer: Officer) -> None:
    officer.types("A/R.6.266", "forecast_q4", "-89")
    assert not officer.session.close()
    assert officer.totals() == row(-15929, -10337, 5592)
    officer.prompts.unsaved = Answer.DISCARD
    assert officer.session.close()
    assert officer.session.current is None


def test_a_bad_file_leaves_the_work_as_it_is(officer: Officer, tmp_path: Path) -> None:
    officer.types("A/R.6.266", "forecast_q4", "-89")
    (tmp_path / "picture.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    for name in ("picture.xlsx", "none.xlsx"):
        assert officer.session.open(tmp_path / name) is None
    assert officer.session.open(tmp_path) is None
    assert len(officer.prompts.refused) == 3
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in officer.prompts.refused)
    assert officer.document.unsaved == 1
