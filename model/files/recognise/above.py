"""What stands above a tracker's headings: its title, its year and its period."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from model.files.recognise.cells import Row, amount_in, filled, line_of

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_YEAR = re.compile(r"(?<![-/.\w])(?:FY\s?)?(?:20)?(\d\d)\s?[-/–]\s?(?:20)?(\d\d)(?![-/\w])", re.IGNORECASE)
_PERIODS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bas (?:at|of) [^;()]*[^;()\s]",
        r"\b(?:quarter|qtr|period|month)\s?(?:1[0-3]|[1-9]|one|two|three|four)\b|\b(?:Q[1-4]|[PM](?:1[0-3]|[1-9]))\b",
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS})[ -](?:20)?\d\d\b",
        r"\b(?:year[ -]end|outturn)\b",
    )
)
_TITLE = re.compile(r"tracker|savings?\b|efficienc|budget reductions", re.IGNORECASE)
_LABEL = re.compile(r".*:|(?:reporting )?period|as at|(?:financial )?year", re.IGNORECASE)


def year_in(text: str) -> str:
    """Find a financial year in text, as `2020-21` whichever way it is written; blank for none."""
    for match in _YEAR.finditer(text):
        first, second = int(match[1]), int(match[2])
        if (first + 1) % 100 == second:
            return f"20{first:02}-{second:02}"
    return ""


def years_in(lines: Iterable[str]) -> str:
    """Find the financial year that most of some lines speak of; blank for none."""
    found = Counter(filter(None, map(year_in, lines)))
    return found.most_common(1)[0][0] if found else ""


def lines_above(rows: Sequence[Row]) -> list[str]:
    """List what is written above the headings, cell by cell; a label is joined with what it labels."""
    lines: list[str] = []
    for row in rows:
        label = ""
        for _place, cell in filled(row):
            if amount_in(cell) is not None:
                continue
            text = f"{label} {line_of(cell)}".strip()
            label = text if _LABEL.fullmatch(text) else ""
            lines += [] if label else [text]
        lines += [label] if label else []
    return lines


def title_of(lines: Sequence[str]) -> str:
    """Choose the title among the lines above: the first that speaks of savings, else the first."""
    return next((line for line in lines if _TITLE.search(line)), lines[0] if lines else "")


def period_of(lines: Sequence[str]) -> str:
    """Find the period that the lines above name, in the words printed; blank for none."""
    found = (match for period in _PERIODS for line in lines if (match := period.search(line)))
    return next((match[0] for match in found), "")
