"""The chart of an appendix's page: plan against forecast by quarter, as bars that any size keeps sharp."""

from collections.abc import Iterator, Mapping
from typing import Any

from model.files.appendix_html.markup import Markup, element, joined, text

Part = Mapping[str, Any]

WIDTH, ROW, BAR = 400, 19, 13
NAME_WIDTH, GAP, LETTER = 28, 6, 7.2
BETWEEN = 8
KINDS = ("plan", "forecast")


def quarters_chart(quarters: Mapping[str, Any]) -> Markup:
    """Draw the quarters: savings to the right of the line, costs to the left, each with its figure."""
    if not quarters["parts"]:
        return Markup("")
    height = len(quarters["parts"]) * (2 * ROW + BETWEEN)
    drawn = joined(_quarter(number, part, quarters) for number, part in enumerate(quarters["parts"]))
    line = _line(_zero(quarters), height)
    picture = element(
        "svg", drawn, line, class_="chart", role="img", aria_label=quarters["words"], viewBox=f"0 0 {WIDTH} {height}"
    )
    return element("figure", _legend(), picture)


def _legend() -> Markup:
    keys = (element("span", text(words), class_=f"legend {kind}") for kind, words in zip(KINDS, _WORDS, strict=True))
    return element("figcaption", text("£000 in each quarter: "), joined(keys))


_WORDS = ("planned", "forecast")


def _quarter(number: int, part: Part, quarters: Mapping[str, Any]) -> Markup:
    top = number * (2 * ROW + BETWEEN)
    name = element("text", text(part["name"]), class_="name", x=0, y=top + ROW + 4)
    bars = (bar for place, kind in enumerate(KINDS) for bar in _bar(kind, part, top + place * ROW, quarters))
    return joined([name, *bars])


def _bar(kind: str, part: Part, top: int, quarters: Mapping[str, Any]) -> Iterator[Markup]:
    zero, length = _zero(quarters), part[kind] * _room(quarters)
    left, right = min(zero, zero + length), max(zero, zero + length)
    if length:
        width = max(right - left, 1)
        yield element("rect", class_=kind, x=_place(left), y=top + 3, width=_place(width), height=BAR)
    yield element("text", text(part[f"{kind}-words"]), class_=kind, x=_place(right + GAP), y=top + BAR + 1)


def _room(quarters: Mapping[str, Any]) -> float:
    """Give the width that all bars share; the rest is for the names and the longest figure."""
    longest = max(len(part[f"{kind}-words"]) for part in quarters["parts"] for kind in KINDS)
    return max(WIDTH - NAME_WIDTH - 2 * GAP - longest * LETTER, WIDTH / 4)


def _zero(quarters: Mapping[str, Any]) -> float:
    return float(NAME_WIDTH + _room(quarters) * (1 - quarters["above"]))


def _line(place: float, height: int) -> Markup:
    return element("line", class_="zero", x1=_place(place), x2=_place(place), y1=0, y2=height - BETWEEN + 2)


def _place(number: float) -> str:
    return f"{number:.1f}"
