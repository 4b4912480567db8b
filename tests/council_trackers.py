"""The two example trackers as years, by a reading of their texts that shares nothing with the program's own reader."""

import re
from functools import cache
from typing import Any

from builders import A_SCHEME, a_year
from model.entries import DIRECTIONS
from model.fields import FIELD, FORECAST_QUARTERS, PLAN_QUARTERS, PRINTED, Kind
from model.money import parse_amount
from model.saving import Direction, Saving, Value
from model.year import Column, Year
from sources import ROOT

_PLAN = (*PLAN_QUARTERS, "plan_total")
_FORECAST = (*FORECAST_QUARTERS, "forecast_total", "variance")
_END = ("direction", "commentary", "links")
KEYS = {
    "2017-18": (
        *("reference", "title", "description", "committee", "investment_planned", *_PLAN, *_FORECAST),
        *("complete", "rating", *_END),
    ),
    "2020-21": (
        *("rating", "reference", "title", "description", "investment_planned_prior", "investment_actual_prior"),
        *("investment_planned", "investment_actual", "plan_prior", *_PLAN, "achieved_prior", *_FORECAST),
        *("complete", "percent", *_END),
    ),
}
BANDS = {
    "2017-18": {"Planned £000": _PLAN, "Forecast £000": _FORECAST},
    "2020-21": {
        "Investment £000": KEYS["2020-21"][4:8],
        "Prior Years": ("plan_prior",),
        "Planned Savings 2020-21 £000": _PLAN,
        "Prior years": ("achieved_prior",),
        "Forecast Savings 2020-21 £000": _FORECAST,
    },
}
HEADS: dict[str, dict[str, Any]] = {
    "2017-18": {"title": "Appendix 3 - Savings Tracker 2017-18 as at October 2017", "period": "as at October 2017"},
    "2020-21": {"title": "Savings Tracker 2020-21", "period": "Quarter 1", "scheme": A_SCHEME},
}


@cache
def council_tracker(year: str) -> Year:
    """Give a tracker by its year, `2017-18` or `2020-21`, with everything as its text prints it."""
    text = (ROOT / "resources" / "examples" / "source" / f"savings-tracker-{year}.txt").read_text("utf-8")
    rows = [line.split("\t") for line in text.split("\n")]
    keys = KEYS[year]
    headings = next(row for row in rows if "Reference" in row)
    bands = {key: band for band, banded in BANDS[year].items() for key in banded}
    layout = tuple(Column(key, heading, bands.get(key, "")) for key, heading in zip(keys, headings, strict=False))
    place = keys.index("reference")
    savings = [_saving(row, keys) for row in rows if re.match(r"[A-Z]/R\.", (row + [""] * 2)[place])]
    return a_year(*savings, layout=layout, year=year, **HEADS[year])


def _saving(row: list[str], keys: tuple[str, ...]) -> Saving:
    named = zip(keys, row, strict=False)
    return Saving(line=0, **{f"{key}_printed" if key in PRINTED else key: _value(key, text) for key, text in named})


def _value(key: str, text: str) -> Any:
    kinds: dict[Kind, Value] = {Kind.COMPLETE: text == "Yes" or (False if text else None)}
    if FIELD[key].kind in (Kind.AMOUNT, Kind.PERCENT):
        return parse_amount(text)
    if FIELD[key].kind is Kind.DIRECTION:
        return DIRECTIONS.get(text, Direction.NONE)
    return kinds.get(FIELD[key].kind, text)
