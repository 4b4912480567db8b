"""Whether a tracker is an earlier period of another one, so that an appendix can say what has moved since."""

import re

from model.appendix.words import MONTHS, bare_period
from model.year import Year

_APRIL = MONTHS.index("April")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b", re.IGNORECASE)
_QUARTER = re.compile(r"\bq(?:uarter|tr)?[\s.]*([1-4])\b", re.IGNORECASE)
_MONTHS_IN_QUARTER = 3


def why_not_earlier(year: Year, previous: Year) -> str:
    """Say in a sentence why a tracker is no earlier period of a year; blank where it may be one."""
    name = f"“{previous.source}”" if previous.source else "The earlier tracker"
    if year.year and previous.year and year.year != previous.year:
        return f"{name} is of {previous.year}, so it does not say what has moved in {year.year}."
    now, then = bare_period(year.period), bare_period(previous.period)
    if now and now.casefold() == then.casefold():
        return f"{name} is of the same period, {then}, so nothing has moved since."
    months = month_of(now), month_of(then)
    if None not in months and (months[0] or 0) <= (months[1] or 0):
        return f"{name} is of {then}, which is not before {now}, so nothing has moved since."
    return ""


def month_of(period: str) -> int | None:
    """Give the last month of a period, from 0 for April; None where it does not say."""
    if found := _QUARTER.search(period):
        return int(found[1]) * _MONTHS_IN_QUARTER - 1
    if found := _MONTH.search(period):
        return ([month.casefold() for month in MONTHS].index(found[1].casefold()) - _APRIL) % len(MONTHS)
    return None
