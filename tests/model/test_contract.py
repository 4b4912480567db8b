"""The JSON that other programs read: every key as agreed, every amount to its last digit."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_tracker
from model.contract import as_json
from model.saving import Direction, Place
from model.tracker import Tracker
from model.year import Finding, Severity


def read(tracker: Tracker) -> dict[str, Any]:
    """A tracker's JSON as another program reads it, with decimals kept exact."""
    data: dict[str, Any] = json.loads(as_json(tracker), parse_float=Decimal)
    return data


FULL = a_saving(
    "A/R.6.266",
    plan=(-375,) * 4,
    forecast=(-375, -375, None, "-89.25"),
    description="<p>“Two”\nlines</p>\t\\",
    committee="C&YP",
    rating_printed="Green",
    commentary="=SUM(A1)",
    links="0",
    complete=False,
    direction=Direction.NO_CHANGE,
    investment_planned_prior=Decimal(2271),
    plan_prior=Decimal(0),
    other={"Lead officer": "A. Officer", "Weight": Decimal("0.5"), "Agreed": True, "Note": None},
    unread={"forecast_q3": "TBC"},
    place=Place("2020-21", 14),
)


def test_a_line_has_every_key_of_the_contract() -> None:
    (line,) = read(a_tracker(FULL, scheme=A_SCHEME))["savings"]
    assert line == {
        "reference": "A/R.6.266",
        "title": "A saving",
        "description": "<p>“Two”\nlines</p>\t\\",
        "committee": "C&YP",
        "plan": [-375, -375, -375, -375],
        "plan_total": -1500,
        "forecast": [-375, -375, None, Decimal("-89.25")],
        "forecast_total": Decimal("-839.25"),
        "variance": Decimal("660.75"),
        "percent": Decimal("44.05"),
        "rag": "Green",
        "rag_calculated": "Red",
        "rag_origin": "as printed",
        "rag_to_review": False,
        "override_reason": "",
        "direction": "no change",
        "complete": False,
        "commentary": "=SUM(A1)",
        "links": "0",
        "investment": {"budgeted_prior": 2271, "actual_prior": None, "budgeted": None, "actual": None},
        "prior_years": {"plan": 0, "achieved": None},
        "other": {"Lead officer": "A. Officer", "Weight": "0.5", "Agreed": "Yes", "Note": ""},
        "unread": {"forecast_q3": "TBC"},
        "source": {"sheet": "2020-21", "row": 14},
    }


def test_what_is_blank_is_null() -> None:
    (line,) = read(a_tracker(a_saving(plan=(None,) * 4, forecast=(None,) * 4, rating_printed="0")))["savings"]
    blank = ("plan_total", "forecast_total", "variance", "percent", "rag", "rag_calculated", "direction", "complete")
    assert {key: line[key] for key in blank} == dict.fromkeys(blank)


def test_the_tracker_has_its_title_totals_ratings_and_scheme() -> None:
    tracker = a_tracker(FULL, a_saving(), title="Tracker", year="2020-21", period="Quarter 1", scheme=A_SCHEME)
    data = read(tracker)
    assert list(data)[:3] == ["title", "year", "period"]
    assert [data[key] for key in ("title", "year", "period", "file")] == ["Tracker", "2020-21", "Quarter 1", ""]
    assert data["totals"]["plan"] == [-400] * 4
    assert data["totals"]["forecast"] == [-400, -400, -25, Decimal("-114.25")]
    assert (data["totals"]["plan_total"], data["totals"]["variance"]) == (-1600, Decimal("660.75"))
    assert data["totals"]["investment"]["budgeted_prior"] == 2271
    assert data["totals"]["prior_years"] == {"plan": 0, "achieved": None}
    assert data["ratings"] == {"Green": 2}
    assert data["scheme"]["name"] == "2020-21"
    assert data["scheme"]["bands"][0] == {
        "size": "Over £500k",
        "above": 500,
        "included": False,
        "thresholds": [
            {"rating": "Red", "percent": 19, "included": False},
            {"rating": "Amber", "percent": 14, "included": True},
        ],
        "rest": "Green",
    }


def test_a_tracker_without_lines_or_scheme_is_still_whole() -> None:
    data = read(a_tracker())
    assert (data["savings"], data["findings"], data["scheme"], data["ratings"]) == ([], [], None, {})
    assert data["totals"]["plan"] == [None] * 4


def test_findings_say_where_and_how_they_can_be_settled() -> None:
    note = Finding("key", Severity.NOTE, "Said by the reader.", cell="2020-21!A1")
    tracker = a_tracker(FULL.but(plan_total_printed=Decimal(5)), scheme=A_SCHEME, notes=(note,))
    findings = {finding["code"]: finding for finding in read(tracker)["findings"]}
    assert findings["key"] == {
        "code": "key",
        "severity": "note",
        "reference": "",
        "field": "",
        "message": "Said by the reader.",
        "cell": "2020-21!A1",
        "settlements": [],
    }
    assert findings["quarters"]["reference"] == "A/R.6.266"
    assert "take the sum" in findings["quarters"]["settlements"]


@given(st.decimals(-(10**12), 10**12, places=9), st.text())
def test_amounts_and_texts_come_through_exactly(amount: Decimal, text: str) -> None:
    saving = a_saving(plan=(amount, None, None, None), commentary=text, other={text: text})
    (line,) = json.loads(as_json(a_tracker(saving)), parse_float=Decimal, parse_int=Decimal)["savings"]
    assert line["plan"][0] == amount
    assert (line["commentary"], line["other"]) == (text, {text: text})
