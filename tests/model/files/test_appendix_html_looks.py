"""The looks of the appendix's page: contrast of its colours, and how wide a window its table needs."""

import re

import pytest

from appendices import adults, empty, hostile, quarter_1
from model.files.appendix_html.style import room_needed
from model.files.workbook_formats import RATING_COLOURS
from model.resources import RESOURCES

SHEET = (RESOURCES / "appendix.css").read_text(encoding="utf-8")
BLOCKS = (RESOURCES / "appendix-blocks.css").read_text(encoding="utf-8")
TEXT, SHAPE = 4.5, 3.0


def colours(scheme: int) -> dict[str, str]:
    """Give the colours by name, of the light scheme (0) or the dark one (1)."""
    rule = re.findall(r":root \{[^}]*--ground[^}]*\}", SHEET)[scheme]
    return dict(re.findall(r"--(\w+): (#\w+);", rule))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG 2 works it out."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give a colour's relative luminance."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_worked_out_as_the_guidelines_do() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_stand_out_from_every_ground_they_stand_on(scheme: int) -> None:
    found = colours(scheme)
    for ground in ("ground", "head"):
        assert all(contrast(found[ink], found[ground]) >= TEXT for ink in ("ink", "quiet", "accent"))


@pytest.mark.parametrize("scheme", [0, 1])
def test_bars_and_their_outlines_stand_out_from_the_page(scheme: int) -> None:
    found = colours(scheme)
    assert all(contrast(found[line], found["ground"]) >= SHAPE for line in ("accent", "rule", "bad"))


def test_each_rating_has_the_colours_of_the_council_s_workbook_and_can_be_read() -> None:
    for rating, (ground, ink) in RATING_COLOURS.items():
        rule = re.search(rf"\.rag-{rating.casefold().replace(' ', '-')} \{{ background: (#\w+); color: (#\w+);", SHEET)
        assert rule is not None
        assert contrast(rule[1], rule[2]) >= TEXT
        assert [luminance(colour) for colour in rule.groups()] == [luminance(ground), luminance(ink)]


def test_the_sheets_name_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|@font-face|http|<", SHEET + BLOCKS)


def test_a_table_with_more_columns_needs_a_wider_window() -> None:
    assert 60 < room_needed(adults().table) < 1366 / 16
    assert room_needed(adults().table) < room_needed(quarter_1().table) < room_needed(hostile().table)
    assert room_needed(empty().table) < 320 / 16
