"""Headings in other wordings: each is known, and nothing else is taken for it."""

import pytest

from grids import FORECAST, HEADINGS, PLAN, line, read_rows
from model.fields import FIELDS
from model.files.recognise.headings import band_of, is_heading_word, offers_of, opening_offers, words_of

KNOWN = {
    "reference": "Ref|MTFS ref|Ref.|REFERENCE|Reference No.|Ref no|Saving ref|BP ref|Business Plan Ref|Proposal Ref.|"
    "Unique ref|Saving ID|URN|No.",
    "title": "Title|Proposal|Saving name|Saving title|Name of saving|Savings proposal|Scheme|Project name|Initiative",
    "description": "Description|Detail|Details of saving|Description of proposal|Summary",
    "committee": "Committee|Directorate|Service|Service area|Portfolio|Cabinet Portfolio|Department",
    "plan_q1": "Plan Q1|Budget Q1|Original Phasing - Q1|Q1 Plan £'000|Quarter 1 target|Qtr 1 Budget|Plan Apr-Jun|"
    "Planned phasing Q1 20-21|Planned\nDelivery\nQ1|Target (Q1) £k|1st quarter plan",
    "plan_q4": "Plan Q4|Original Phasing - Q4 (£000)|Q4 (Jan - Mar) planned|Target January to March",
    "forecast_q1": "Forecast Q1|Latest forecast Q1|Q1 forecast|Fcast Q1|F'cast Q1|Current Forecast Phasing - Q1|"
    "Forecast Q1 (Apr - Jun)|Forecast Apr-Jun|Q1 actual|Projected Q1|Revised forecast Q1",
    "forecast_q3": "Latest Forecast - Quarter 3|Forecast Oct-Dec|Third quarter forecast",
    "plan_total": "Original Saving 20-21|Original Saving 2020/21 £k|Total plan|Planned saving|Annual target|"
    "Full year plan|Savings target 2020/21|Budgeted saving|Approved budget saving|Target",
    "forecast_total": "Forecast Saving|Total forecast|Latest forecast|Forecast outturn|Full year forecast|"
    "2020/21 Forecast|Projected saving|Year-end forecast|Forecast out-turn",
    "variance": "Variance|Var|Variance from Plan £000|Variance to plan|Over(-)/under|Over(-)/under achievement|"
    "Forecast variance|Shortfall",
    "percent": "% Variance|Var %|Variance %|% variance from plan|Percentage variance|Variance (per cent)",
    "rating": "RAG|BRAG|RAG rating|RAG Status|Status|Rating|R.A.G.|Delivery RAG",
    "direction": "Direction of travel|DoT|Dir. of travel|D.O.T.|Direction|Trend|Travel",
    "commentary": "Commentary|Forecast Commentary|Narrative|Comments|Update|Latest update|Progress / comments|"
    "Reason for variance|Notes",
    "complete": "Saving complete?|Complete?|Complete (Y/N)|Delivered?|Completed|Done?",
    "links": "Links|Partner organisation links|Links with partner organisations|Partner links|Partners",
    "investment_planned": "Investment 17-18 £000|Investment|Budgeted Investment - 20-21 £000|Planned investment",
    "investment_actual": "Actual Investment - 20-21 £000|Actual investment",
    "investment_planned_prior": "Budgeted Investment - Prior Years £000",
    "investment_actual_prior": "Actual Investment - Prior Years £000",
    "plan_prior": "Original Saving - Prior Years|Previous years' plan",
    "achieved_prior": "Savings Achieved - Prior Years|Prior year savings achieved",
}
UNKNOWN = (
    "Responsible officer|Cost centre|Category|Risk|Full year effect 2021-22|Q1 variance|Committee date|Previous RAG|"
    "Last month's RAG|Previous forecast Q1|Service Director|Budget manager|Movement|Saving|Q1|Total|Profile Q1"
)


@pytest.mark.parametrize(
    ("heading", "key"), [(heading, key) for key, wordings in KNOWN.items() for heading in wordings.split("|")]
)
def test_a_heading_is_known_in_this_wording(heading: str, key: str) -> None:
    assert key in [offer.key for offer in offers_of(words_of(heading))]


@pytest.mark.parametrize("heading", UNKNOWN.split("|"))
def test_a_heading_that_says_something_else_names_no_figure(heading: str) -> None:
    offers = offers_of(words_of(heading)) or opening_offers(heading)
    assert {offer.key for offer in offers} <= {"title", "description", "plan_total"}
    assert heading == "Saving" or not offers


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_our_own_headings_are_known(field: object) -> None:
    key, heading = field.key, field.heading  # type: ignore[attr-defined]
    assert offers_of(words_of(heading))[0].key == key


def test_a_long_text_is_no_heading() -> None:
    assert not words_of("Forecast " * 20)
    assert not is_heading_word("")


def test_a_heading_may_go_on_after_its_first_word() -> None:
    year = read_rows(
        (*HEADINGS, "Commentary on the position as at Q1", "Committee date"), line("A/R.1", "T", "Red", "words", 3)
    )
    assert year.savings[0].commentary == "words"
    assert year.savings[0].other == {"Committee date": 3}


def test_a_band_is_told_by_its_words() -> None:
    assert [
        band_of(text) for text in ("Investment £000", "Prior Years", "Planned Savings", "Latest forecast", "Risk")
    ] == [
        "investment",
        "prior",
        "plan",
        "forecast",
        None,
    ]


def test_years_in_headings_prefer_the_trackers_own() -> None:
    year = read_rows(
        ["Savings Tracker 2020-21"],
        [
            "Ref",
            "Title",
            "Original Saving 19-20",
            *PLAN,
            "Original Saving 20-21",
            "Forecast 21-22",
            "Forecast 20-21",
            *FORECAST,
        ],
        ["A/R.1", "A saving", -9, -1, -1, -1, -1, -4, -8, -3, -1, -1, -1, 0],
    )
    (saving,) = year.savings
    assert saving.plan_total_printed == -4
    assert saving.forecast_total_printed == -3
    assert saving.other == {"Original Saving 19-20": -9, "Forecast 21-22": -8}


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        (["Red", "Green"], "rating"),
        (["Complete", "In progress"], "complete"),
        (["Open", "Closed"], "other:Status"),
    ],
)
def test_a_heading_of_several_meanings_takes_the_one_that_its_cells_have(cells: list[str], key: str) -> None:
    headings = ("Ref", "Title", *PLAN, *FORECAST, "Status")
    year = read_rows(headings, line("A/R.1", "T", cells[0]), line("A/R.2", "U", cells[1]))
    assert year.layout[-1].key == key
    assert year.notes == ()


def test_a_heading_saving_is_the_title_or_the_plan_by_what_is_under_it() -> None:
    titles = read_rows(("Ref", "Saving", *PLAN, *FORECAST), line()[:10])
    totals = read_rows(("Ref", "Title", *PLAN, "Saving", *FORECAST), ["A/R.1", "T", -1, -1, -1, -1, -4, -1, -1, -1, -1])
    assert titles.savings[0].title == "A saving"
    assert totals.savings[0].plan_total_printed == -4


def test_the_same_heading_twice_keeps_both_columns_apart() -> None:
    headings = (*HEADINGS, "Commentary", "Commentary", "Owner", "Owner", "Owner")
    year = read_rows(headings, line("A/R.1", "T", "Red", "first", "second", "x", "y", "z"))
    (saving,) = year.savings
    assert saving.commentary == "first"
    assert saving.other == {"Commentary (2)": "second", "Owner": "x", "Owner (2)": "y", "Owner (3)": "z"}
    assert len({column.key for column in year.layout}) == len(year.layout)


def test_a_column_without_a_heading_is_kept_if_it_holds_something() -> None:
    year = read_rows((*HEADINGS, None, "", "Owner"), line("A/R.1", "T", "Red", "loose", None, "me"))
    assert year.savings[0].other == {"Column L": "loose", "Owner": "me"}
    assert [column.heading for column in year.layout[-2:]] == ["Column L", "Owner"]


def test_unknown_columns_keep_amounts_as_amounts_and_all_else_as_text() -> None:
    headings = (*HEADINGS, "Owner", "Risk £000", "Code")
    first, second = read_rows(
        headings, line("A/R.1", "T", "Red", "me", -12.5, "0012"), line("A/R.2", "U", "Red", " ", None, 7)
    ).savings
    assert first.other == {"Owner": "me", "Risk £000": -12.5, "Code": "0012"}
    assert second.other == {"Owner": None, "Risk £000": None, "Code": 7}
