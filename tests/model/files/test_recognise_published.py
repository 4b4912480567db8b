"""The two published trackers, read whole."""

from decimal import Decimal
from pathlib import Path

import pytest

from model.fields import FIGURES
from model.files.reading import read_year
from model.rag import calculate
from model.totals import Totals

LINES = {"2017-18": 67, "2020-21": 40}
RESOURCES = Path(__file__).resolve().parents[3] / "resources"
SOURCES = RESOURCES / "examples" / "source"


@pytest.mark.parametrize("year", LINES)
@pytest.mark.parametrize("folder", [pytest.param("published", marks=pytest.mark.published), "examples"])
def test_every_saving_is_read_and_every_printed_total_is_the_sum_of_the_lines(
    year: str, folder: str, request: pytest.FixtureRequest
) -> None:
    place = SOURCES if folder == "examples" else request.getfixturevalue("published")
    read = read_year(place / f"savings-tracker-{year}.txt")
    totals = Totals(read)
    assert len(read.savings) == LINES[year]
    assert read.year == year
    assert read.notes == ()
    assert {key: totals[key] or Decimal(0) for key in FIGURES if read.has(key)} == dict(read.printed_totals)


def test_the_key_of_2020_21_gives_all_forty_ratings() -> None:
    read = read_year(SOURCES / "savings-tracker-2020-21.txt")
    assert read.scheme is not None
    given = [calculate(saving.plan_total, saving.forecast_total, read.scheme) for saving in read]
    assert given == [saving.rating_printed for saving in read]
