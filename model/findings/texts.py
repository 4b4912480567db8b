"""Findings about texts: tags of a web page, text that was cut off, a figure that the line's figures contradict."""

import re
from collections.abc import Iterator
from decimal import Decimal

from model.explain import distance_words
from model.fields import FIELD
from model.findings.saying import NOTHING_FOUND, Findings, say
from model.money import show_amount
from model.saving import Saving
from model.settle import first_tag
from model.year import Settlement, Severity, Year

WITH_TAGS = ("title", "description", "commentary", "links")
LONG = 80
TAKE_TAGS_OUT = Settlement("clean the text", "Take the tags out")

# Words that no English text ends with, and an aim that breaks off before what is aimed at.
_CUT = re.compile(
    r"\b(?:the|a|an|and|or|of|to|our|their|your|with|which|whose|because|than"
    r"|(?:plan|aim|expect|intend|hope|need)s? to (?:achieve|deliver|reduce|make|provide|save|increase|ensure))$",
    re.IGNORECASE,
)

_POUNDS = r"£\s?(?P<{0}>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<{0}_unit>k|m|million|bn|)\b"
_SHORT = r"(?:overspend|over-spend|shortfall|under-?achievement)"
_OVER = r"(?:underspend|under-spend|over-?achievement)"
_SAYS_DISTANCE = re.compile(
    "|".join(
        (
            rf"{_POUNDS.format('short')}\s+{_SHORT}\b",
            rf"\b{_SHORT}\s+of\s+(?:about\s+|around\s+|some\s+)?{_POUNDS.format('shortly')}",
            rf"{_POUNDS.format('over')}\s+{_OVER}\b",
            rf"\b(?:exceed|beat|surpass|over-?achiev|over-?deliver)\w*(?:\s+\w+){{0,3}}\s+by\s+{_POUNDS.format('overly')}",
        )
    ),
    re.IGNORECASE,
)
_THOUSANDS = {"": Decimal("0.001"), "k": Decimal(1), "m": Decimal(1000), "million": Decimal(1000), "bn": Decimal("1e6")}
_HALF = Decimal("0.5")


def tags_in_text(saving: Saving, year: Year) -> Findings:
    """Tags of a web page, left where text was pasted in."""
    found = NOTHING_FOUND
    for key in WITH_TAGS:
        text: str = getattr(saving, key)
        if "<" in text and (tag := first_tag(text)):
            sentence = f"the {FIELD[key].name} holds tags of a web page, such as <{tag}>."
            found += say(saving, year, "tags", Severity.NOTE, sentence, key, (TAKE_TAGS_OUT,))
    return found


def text_cut_off(saving: Saving, year: Year) -> Findings:
    """A long text that breaks off in the middle of a sentence."""
    found = NOTHING_FOUND
    for key in ("description", "commentary"):
        text: str = getattr(saving, key)
        if len(text) >= LONG and text[-1].isalpha() and _CUT.search(text[-LONG:]):
            ending = " ".join(text[-LONG:].split()[-4:])
            sentence = (
                f"the {FIELD[key].name} breaks off after {show_amount(Decimal(len(text)))} characters: “… {ending}”."
            )
            found += say(saving, year, "cut-off", Severity.NOTE, sentence, key)
    return found


def figure_in_commentary(saving: Saving, year: Year) -> Findings:
    """An overspend or a surplus in the commentary that is not the line's variance."""
    if "£" not in saving.commentary:
        return NOTHING_FOUND
    variance = saving.variance_due
    said = list(_distances_said(saving.commentary))
    if not said or variance is None or any(abs(variance - amount) <= margin for amount, margin, _ in said):
        return NOTHING_FOUND
    sentence = f"the commentary says “{said[0][2]}”, but by the figures it is {distance_words(variance)}."
    return say(saving, year, "commentary-figure", Severity.NOTE, sentence, "commentary")


def _distances_said(text: str) -> Iterator[tuple[Decimal, Decimal, str]]:
    """Give each variance that a text speaks of in £000, how far it may be rounded, and its words."""
    for found in _SAYS_DISTANCE.finditer(text):
        name = next(group for group in ("short", "shortly", "over", "overly") if found[group])
        number = Decimal(found[name].replace(",", ""))
        worth = _THOUSANDS[found[f"{name}_unit"].lower()]
        places = -int(number.as_tuple().exponent)
        margin = max(_HALF, _HALF * worth.scaleb(-places))
        yield (number if name.startswith("short") else -number) * worth, margin, found[0]


RULES = (tags_in_text, text_cut_off, figure_in_commentary)
