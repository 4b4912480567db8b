"""Month end on the 2020-21 tracker, Quarter 1, at the window: typed, pasted, undone, exported and opened again."""

from pathlib import Path

import pytest

from driver import Driver
from sources import ROOT

EXAMPLES = ROOT / "resources" / "examples"
OPENED = ("All 40 savings", "−15,929", "−10,623", "5,306")
CHIPS = ["Red 3", "Amber 4", "Green 31", "Black 2", "Findings 4", "Changed 0"]
QUARTERS = ("forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4")
FOLLOWING = ("rating", "forecast_total", "variance", "percent")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=["text", pytest.param("published", marks=pytest.mark.published)])
def tracker_file(request: pytest.FixtureRequest) -> Path:
    """The tracker as our text, and as it was published."""
    if request.param == "published":
        return Path(request.getfixturevalue("published")) / "savings-tracker-2020-21.txt"
    return EXAMPLES / "source" / "savings-tracker-2020-21.txt"


@pytest.fixture
def at_work(driver: Driver, tracker_file: Path) -> Driver:
    """An officer who has just opened it."""
    driver.opens(tracker_file)
    return driver


def assert_as_opened(driver: Driver) -> None:
    """Every figure, rating and mark is as when the file was opened."""
    assert driver.seen.totals() == OPENED
    assert driver.seen.chips() == CHIPS
    assert driver.seen.marked() == set()
    assert driver.seen.status()[-2:] == ["Nothing to save", "Editing"]


def test_it_opens_with_the_published_figures_and_nothing_marked(at_work: Driver) -> None:
    assert_as_opened(at_work)
    assert len(at_work.seen.lines()) == 40
    assert "40 of 40 savings" in at_work.seen.status()


def test_a_forecast_typed_moves_its_line_the_totals_and_the_rating_and_undo_takes_all_back(at_work: Driver) -> None:
    at_work.types_forecast("A/R.6.266", 4, "-90")
    assert at_work.seen.cells("A/R.6.266", *FOLLOWING) == ("Amber", "−1,215", "285", "19.00")
    assert at_work.seen.totals() == ("All 40 savings", "−15,929", "−10,338", "5,591")
    assert at_work.seen.marked() == {("A/R.6.266", key) for key in ("forecast_q4", *FOLLOWING)}
    at_work.types_forecast("A/R.6.266", 4, "-89")
    assert at_work.seen.cells("A/R.6.266", *FOLLOWING) == ("Red", "−1,214", "286", "19.07")
    assert at_work.seen.chips() == ["Red 4", "Amber 4", "Green 30", "Black 2", "Findings 4", "Changed 1"]
    assert "2 changes on 1 line not saved" in at_work.seen.status()
    at_work.presses("Ctrl+Z", "Ctrl+Z")
    assert_as_opened(at_work)


def test_a_saving_that_is_lost_is_black_and_one_that_is_beaten_is_blue(at_work: Driver) -> None:
    at_work.types_forecast("A/R.6.181", 4, "0")
    assert at_work.seen.cell("A/R.6.181", "rating") == "Black"
    at_work.types_forecast("F/R.7.127", 3, "-38")
    assert at_work.seen.cells("F/R.7.127", "rating", "variance") == ("Blue", "−1")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("-50k", "−50"), ("(50)", "−50"), ("50-", "−50"), ("-1,400", "−1,400"), ("−50", "−50"), ("£-50k", "−50")],
)
def test_amounts_are_typed_in_any_usual_way(at_work: Driver, text: str, shown: str) -> None:
    at_work.types_forecast("A/R.7.106", 1, text)
    assert at_work.seen.cell("A/R.7.106", "forecast_q1") == shown


def test_what_is_no_amount_is_refused_with_a_sentence_and_stays_in_its_cell(at_work: Driver) -> None:
    at_work.types_forecast("A/R.6.266", 4, "lots")
    assert at_work.prompts.refused[0].startswith("“lots” is not an amount. Type thousands of pounds")
    assert at_work.tab.table.editor is not None
    assert at_work.tab.table.editor.typed() == "lots"
    at_work.presses("Esc")
    assert_as_opened(at_work)


def test_plan_cells_refuse_and_say_how_they_are_unlocked(at_work: Driver) -> None:
    for key in ("plan_q1", "plan_total"):
        at_work.clicks("A/R.6.266", key)
        at_work.types("9")
    assert at_work.tab.table.editor is None
    assert (
        at_work.prompts.refused
        == ["The plan of A/R.6.266 is locked. To change it, choose Tracker > Unlock plan figures and give a reason."]
        * 2
    )
    assert_as_opened(at_work)


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_block_of_three_lines_by_four_quarters_from_a_spreadsheet_is_one_undo(at_work: Driver, form: str) -> None:
    rows = [["-1,000", "-900", "-900", "-800"], ["(30)", "0", "(12)", "-12"], ["-0.001m", "", "-50k", "50-"]]
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    text = "".join("\t".join(row) + "\r\n" for row in rows)
    at_work.clicks("A/R.6.176", "forecast_q1")
    at_work.copies(text, f"<table>{cells}</table>" if form == "html" else "")
    at_work.presses("Ctrl+V")
    assert [at_work.seen.cells(reference, *QUARTERS) for reference in ("A/R.6.176", "A/R.6.179", "A/R.6.181")] == [
        ("−1,000", "−900", "−900", "−800"),
        ("−30", "0", "−12", "−12"),
        ("−1", "", "−50", "−50"),
    ]
    assert "1 change on 3 lines not saved" in at_work.seen.status()
    at_work.presses("Ctrl+Z")
    assert_as_opened(at_work)


def test_a_block_with_one_cell_that_cannot_be_read_changes_nothing(at_work: Driver) -> None:
    at_work.clicks("A/R.6.179", "forecast_q3")
    at_work.copies("-1\t-2\r\n-3\tlots\r\n")
    at_work.presses("Ctrl+V")
    assert at_work.prompts.refused[0].startswith("Nothing was pasted: A/R.6.181, Q4 forecast: “lots” is not an amount.")
    assert_as_opened(at_work)


def test_an_export_opened_again_shows_the_same_figures(at_work: Driver, tmp_path: Path) -> None:
    at_work.types_forecast("A/R.6.266", 4, "-89")
    at_work.prompts.to_write = tmp_path / "quarter 2.xlsx"
    at_work.chooses("export")
    assert at_work.prompts.told[0][0] == "Exported as “quarter 2.xlsx”."
    assert "1 change not saved" in at_work.seen.status()
    keys = [column.key for column in at_work.tab.model.columns]
    before = [at_work.seen.cells(reference, *keys) for reference in at_work.seen.lines()]
    at_work.opens(tmp_path / "quarter 2.xlsx")
    assert at_work.seen.totals() == ("All 40 savings", "−15,929", "−10,337", "5,592")
    assert [at_work.seen.cells(reference, *keys) for reference in at_work.seen.lines()] == before
    assert at_work.window.tabs.count() == 2
