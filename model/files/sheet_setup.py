"""What a spreadsheet program does with the council's sheet: filter, protect, check, colour, freeze and print it."""

from __future__ import annotations

from model.entries import CHOICES
from model.fields import FIELD, FORECAST_QUARTERS, Kind
from model.files.council_sheet import BANDS, HEADINGS, LINES, TOTALS, CouncilSheet
from model.files.workbook_formats import RATING_COLOURS
from model.files.workbook_texts import plain_line
from model.money import LARGEST
from model.saving import Direction

A3 = 8
LONGEST_FOOTER = 100
MOST_FROZEN = 4
ARROWS = [direction.arrow for direction in Direction if direction]
ALLOWED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
}


def set_up(sheet: CouncilSheet) -> None:
    """Set a written sheet up."""
    _freeze(sheet)
    _print(sheet)
    sheet.sheet.protect("", ALLOWED)
    if sheet.year.savings:
        _check_entries(sheet)
        _filter(sheet)
        _show_decimals(sheet)
    _colour_ratings(sheet)


def _freeze(sheet: CouncilSheet) -> None:
    """Keep the headings in view, and the columns up to the title where it is among the first."""
    keys = [column.key for column in sheet.year.layout[:MOST_FROZEN]]
    frozen = max((keys.index(key) + 1 for key in ("reference", "title") if key in keys), default=0)
    sheet.sheet.freeze_panes(LINES, frozen)


def _print(sheet: CouncilSheet) -> None:
    page, year = sheet.sheet, sheet.year
    page.set_landscape()
    page.set_paper(A3)
    page.fit_to_pages(1, 0)
    page.repeat_rows(BANDS, HEADINGS)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    named = plain_line(headline(year.title, year.period), LONGEST_FOOTER).replace("&", "&&")
    page.set_footer(f"&L{named}&RPage &P of &N")


def headline(title: str, period: str) -> str:
    """Give title and period in one, the period once."""
    return title if period in title else f"{title} {period}"


def _check_entries(sheet: CouncilSheet) -> None:
    amounts = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -int(LARGEST),
        "maximum": int(LARGEST),
        "error_title": "An amount in £000",
        "error_message": "Type thousands of pounds as a number, such as -50. A saving is negative, a cost positive.",
    }
    choices = {
        "rating": CHOICES[Kind.RATING],
        "direction": ARROWS,
        "complete": CHOICES[Kind.COMPLETE],
    }
    rules = dict.fromkeys(FORECAST_QUARTERS, amounts) | {
        key: {"validate": "list", "source": list(words), "error_message": f"Choose one of: {', '.join(words)}."}
        for key, words in choices.items()
    }
    for place, column in enumerate(sheet.year.layout):
        if column.key in rules:
            sheet.sheet.data_validation(LINES, place, sheet.end - 1, place, dict(rules[column.key]))


def _filter(sheet: CouncilSheet) -> None:
    last = len(sheet.year.layout) - 1
    sheet.sheet.autofilter(HEADINGS, 0, sheet.end - 1, last)
    # Text that looks like a number, and a total that leaves its neighbours out, are meant.
    lines = f"A{TOTALS + 1}:{sheet.letters[sheet.year.layout[-1].key]}{sheet.end}"
    sheet.sheet.ignore_errors({"number_stored_as_text": lines, "formula_range": lines, "formula_differs": lines})


def _show_decimals(sheet: CouncilSheet) -> None:
    """Show decimals of an amount that somebody types later, too."""
    for place, column in enumerate(sheet.year.layout):
        if column.known and FIELD[column.key].is_figure:
            cell = f"{sheet.letters[column.key]}{TOTALS + 1}"
            rule = {"type": "formula", "criteria": f"={cell}<>INT({cell})", "format": sheet.formats.decimals}
            sheet.sheet.conditional_format(TOTALS, place, sheet.end - 1, place, rule)


def _colour_ratings(sheet: CouncilSheet) -> None:
    """Colour each rating's word, in the lines and in the key."""
    places = [place for place, column in enumerate(sheet.year.layout) if column.key == "rating"]
    areas = [(LINES, place, sheet.end - 1, place) for place in places if sheet.year.savings]
    if sheet.key_rows:
        areas.append((sheet.key_rows[0], 0, sheet.key_rows[-1], 0))
    for area in areas:
        for rating in RATING_COLOURS:
            rule = {"type": "cell", "criteria": "==", "value": f'"{rating}"', "format": sheet.formats.rating(rating)}
            sheet.sheet.conditional_format(*area, rule)
