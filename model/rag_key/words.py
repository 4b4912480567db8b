"""The words of a RAG key as spans of numbers: `more than 19%`, `14% to 19%`, `£100k to £500k`, `Below 100k`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

UNUSED = ("", "-", "–", "—", "n/a", "na", "not used", "none")
_ABOVE, _FROM, _BELOW, _UP_TO, _OR_MORE, _OR_LESS, _TO = ">", "≥", "<", "≤", "⊕", "⊖", "~"
_SIGNS = {
    _UP_TO: r"(?:no|not) (?:more|greater|higher) than|not exceeding|at most|up to|within|maximum of|<=|=<",
    _FROM: r"no less than|not less than|at least|from|minimum of|>=|=>",
    _OR_MORE: r"(?:or|and) (?:more|over|above|greater|higher)\b|plus|\+",
    _OR_LESS: r"(?:or|and) (?:less|below|under|lower|fewer)\b",
    _ABOVE: r"more than|greater than|higher than|in excess of|exceed(?:s|ing)?|over|above",
    _BELOW: r"less than|lower than|fewer than|below|under",
    _TO: r"(?<=[\d%kmn])\s*(?:\b(?:to|and|but)\b|[-–—])",
}
_NUMBER = r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>%|bn\b|k\b|m\b|million\b)?"
_TOKEN = re.compile(rf"(?P<word>[a-z]+)|{_NUMBER}|(?P<sign>[>≥<≤⊕⊖~])")
_SHORT = re.compile(
    r"\b(?:under|non|not|un)[ -]?(?:achiev|deliver|realis)\w*|\bshort(?:fall)?(?: of)?\b|\bvariance\b|\bslippage\b|"
    r"\b(?:under|below) (?:the )?(?:plan|target|budget|by)(?:ned)?\b"
)
_ACHIEVED = re.compile(r"\b(?:achiev|deliver|realis)\w*")
_SILENT = re.compile(
    "a|adverse|against|and|are|be|between|budget|by|forecast|full|fully|in|is|it|of|on|plan|planned|savings?|target|"
    "than|the|to|total|value|will"
)
_ON_PLAN = re.compile(r"(?:on|to|in line with) (?:target|track|plan|budget)|(?:fully )?(?:achiev|deliver)\w*")


@dataclass(frozen=True, slots=True)
class Span:
    """From one number to another; None where an end is open."""

    low: Decimal | None = None
    low_included: bool = False
    high: Decimal | None = None
    high_included: bool = False

    @property
    def flipped(self) -> "Span":
        """The same span of percentages, told as what is missing instead of what is achieved."""
        low = None if self.high is None else 100 - self.high
        high = None if self.low is None else 100 - self.low
        return Span(low, self.high_included, high, self.low_included)


def plain_words(text: str) -> str:
    """Give the words of a key in small letters on one line, numbers without separators."""
    text = " ".join(text.casefold().replace("per cent", "%").replace("‑", "-").split())
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)


def is_used(text: str) -> bool:
    """Tell whether a cell of the key gives a rule at all."""
    return plain_words(text) not in UNUSED


def percent_span(text: str) -> Span | None:
    """Read for which percentages short of plan a rating's words speak; None where they give no rule."""
    words = plain_words(text)
    if _ON_PLAN.fullmatch(words):
        return Span(high=Decimal(0), high_included=True)
    bare, shortfalls = _SHORT.subn(" ", words)
    bare, achievements = _ACHIEVED.subn(" ", bare)
    if bare.strip() in ("no", "nil", "zero"):
        return Span(high=Decimal(0), high_included=True)
    span = _span(bare, {"%": Decimal(1), "": Decimal(1)}) if "%" in bare or shortfalls else None
    return span.flipped if span and achievements and not shortfalls else span


def size_span(text: str) -> Span | None:
    """Read for which sizes of saving, in £000, a column of the key speaks; None where it gives none."""
    words = plain_words(text)
    numbers = [Decimal(found["number"]) for found in re.finditer(_NUMBER, words)]
    units = {found["unit"] for found in re.finditer(_NUMBER, words)}
    in_pounds = not units & {"k", "m", "million", "bn"} and any(number >= 10_000 for number in numbers)  # noqa: PLR2004
    bare = (
        Decimal("0.001")
        if in_pounds
        else Decimal(1000)
        if units & {"m", "million"} and "k" not in units
        else Decimal(1)
    )
    thousands = {"k": Decimal(1), "m": Decimal(1000), "million": Decimal(1000), "bn": Decimal(1_000_000), "": bare}
    return _span(words.replace("£", " "), thousands)


def _span(words: str, scale: Mapping[str, Decimal]) -> Span | None:
    """Read words as a span, each number scaled by its unit; None where any word stands in the way."""
    for sign, wordings in _SIGNS.items():
        words = re.sub(wordings, f" {sign} ", words)
    shape = ""
    numbers: list[Decimal] = []
    for token in _TOKEN.finditer(words):
        if token["number"]:
            numbers.append(Decimal(token["number"]) * scale.get(token["unit"] or "", Decimal(1)))
            shape += "N"
        elif token["sign"]:
            shape += token["sign"]
        elif not _SILENT.fullmatch(token["word"]):
            return None
    return _shaped(shape, numbers)


def _shaped(shape: str, numbers: Sequence[Decimal]) -> Span | None:
    if one := re.fullmatch(r"([>≥<≤])N|N([⊕⊖])", shape):
        return _joined(one[1] or one[2], numbers[0])
    if two := re.fullmatch(r"([>≥]?)N(?:~([<≤]?)|([<≤]))N", shape):
        return _joined(two[1] or _FROM, numbers[0], two[2] or two[3] or _UP_TO, numbers[1])
    if turned := re.fullmatch(r"([<≤])N~?([>≥])N", shape):
        return _joined(turned[2], numbers[1], turned[1], numbers[0])
    if chain := re.fullmatch(r"N([<≤])([<≤])N", shape):
        return _joined(_ABOVE if chain[1] == _BELOW else _FROM, numbers[0], chain[2], numbers[1])
    return Span(numbers[0], True, numbers[0], True) if shape == "N" and numbers[0] in (0, 100) else None


def _joined(sign: str, number: Decimal, upper: str = "", high: Decimal | None = None) -> Span:
    if sign in (_BELOW, _UP_TO, _OR_LESS):
        return Span(high=number, high_included=sign != _BELOW)
    return Span(number, sign != _ABOVE, high, upper == _UP_TO)
