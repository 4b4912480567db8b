"""The summary of an appendix as its pages take it: words, and shares of bars between 0 and 1."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from model.appendix.making import Appendix
from model.appendix.notes import Share
from model.appendix.summary import RatingCount, Summary
from model.appendix.words import counted
from model.money import MINUS, ZERO, show_amount
from model.saving import Figure

Data = Mapping[str, Any]

NARROWEST, WIDE = 0.11, 0.2
_TENTH = Decimal("0.1")


def summary_data(summary: Summary) -> Data:
    """Give the summary's facts, ratings, quarters and shortfalls."""
    return {
        "facts": _facts(summary),
        "counts": _counts(summary),
        "moved": _moved(summary),
        "ratings": [_rating(rating, summary.count) for rating in summary.ratings],
        "quarters": _quarters(summary),
        "shortfalls": _shortfalls(summary),
    }


def shares_data(appendix: Appendix) -> Data:
    """Give each committee's part, then the council's."""
    whole = appendix.summary
    lines = [_share(share) for share in appendix.shares]
    if lines:
        figures = (whole.planned, whole.forecast_total, whole.variance)
        lines.append(["The council", f"{whole.count:,}", *(show_amount(figure) for figure in figures)])
    return {
        "why": appendix.why_sums_differ,
        "headings": ["Committee", "Savings", "Planned", "Forecast", "Variance"],
        "lines": lines,
    }


def _facts(summary: Summary) -> list[Data]:
    variance = summary.variance or ZERO
    away = "Short of plan" if variance > 0 else "Better than plan" if variance < 0 else "Variance"
    delivered = "" if summary.delivered is None else _percent(summary.delivered)
    return [
        _fact("Planned saving", _amount(summary.planned)),
        _fact("Forecast saving", _amount(summary.forecast_total)),
        _fact(away, show_amount(abs(variance)), bad=variance > 0),
        _fact("Share delivered", delivered or "none planned", bad=variance > 0),
    ]


def _fact(words: str, value: str, *, bad: bool = False) -> Data:
    return {"words": words, "value": value, "bad": bad}


def _amount(amount: Figure) -> str:
    return show_amount(amount) or "none"


def _percent(percent: Decimal) -> str:
    rounded = percent.quantize(_TENTH, ROUND_HALF_UP)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,.1f}%"


def _counts(summary: Summary) -> str:
    return f"{counted(summary.count)}: {summary.complete:,} complete, {summary.short:,} short of plan."


def _moved(summary: Summary) -> str:
    moved = summary.movement
    if moved is None:
        return ""
    since = f"Since {moved.period or 'the last report'}"
    if moved.variance == 0:
        words = "the variance has not changed"
    else:
        way = "grown" if moved.variance > 0 else "fallen"
        words = f"the variance has {way} by {show_amount(abs(moved.variance))}"
    numbers = ((moved.worse, "rated worse"), (moved.better, "rated better"), (moved.new, "new"), (moved.gone, "gone"))
    lines = [f"{counted(number)} {said}" for number, said in numbers if number]
    return "; ".join([f"{since} {words}", *lines]) + "."


def _rating(rating: RatingCount, lines: int) -> Data:
    rest = f"{counted(rating.count)}, {show_amount(rating.plan)}"
    share = max(rating.count / lines, NARROWEST)
    short = f"{rating.name} {rating.count:,}, {show_amount(rating.plan)}"
    words = short if share < WIDE else f"{rating.name} {rest}"
    return {"name": rating.name, "rest": rest, "words": words, "share": share}


def _quarters(summary: Summary) -> Data:
    known = [figure or ZERO for figure in (*summary.plan, *summary.forecast)]
    highest = max([-figure for figure in known if figure < 0], default=ZERO)
    deepest = max([figure for figure in known if figure > 0], default=ZERO)
    whole = (highest + deepest) or Decimal(1)
    pairs = list(zip(summary.plan, summary.forecast, strict=True))
    return {
        "above": float(highest / whole) if highest or deepest else 1.0,
        "words": "Bars for each quarter: "
        + "; ".join(_said(number, *pair) for number, pair in enumerate(pairs, 1))
        + ".",
        "parts": [
            {
                "name": f"Q{number}",
                "plan": float(-(plan or ZERO) / whole),
                "plan-words": show_amount(plan),
                "forecast": float(-(forecast or ZERO) / whole),
                "forecast-words": show_amount(forecast),
            }
            for number, (plan, forecast) in enumerate(pairs, 1)
        ],
    }


def _said(number: int, plan: Figure, forecast: Figure) -> str:
    return f"quarter {number}, planned {_amount(plan)}, forecast {_amount(forecast)}"


def _shortfalls(summary: Summary) -> Data:
    more = summary.short - len(summary.shortfalls)
    return {
        "heading": "Largest shortfalls, £000",
        "lines": [
            {
                "reference": short.reference,
                "title": short.title,
                "amount": show_amount(short.variance),
                "rating": short.rating,
            }
            for short in summary.shortfalls
        ],
        "more": f"{more:,} more {'saving falls' if more == 1 else 'savings fall'} short of plan." if more else "",
    }


def _share(share: Share) -> list[str]:
    figures = (share.plan, share.forecast, share.variance)
    return [share.name, f"{share.count:,}", *(show_amount(figure) for figure in figures)]
