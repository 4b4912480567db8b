"""The moment that a tracker speaks of, from its words: `Quarter 1`, `as at October 2017`, `month 5`, a file's name."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

APRIL, MONTHS, A_QUARTER = 4, 12, 3
BEFORE, AFTER = 0, 13
"""The months before the year and after its end, beside 1 for April to 12 for March."""
UNKNOWN = 99
END, NO_LEAP_YEAR = 31, 2001
SAYS_NOTHING = "It does not say of which period it is, so that it comes last in its year."

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_WORDS = ("one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th")
_COUNT = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split()}
_NUMBER, _ORDINAL = "one|two|three|four", "first|second|third|fourth|1st|2nd|3rd|4th"
_QUARTER = re.compile(
    rf"(?<![a-z0-9])(?:quarter|qtr|q)[ -]?([1-4]|{_NUMBER})(?![a-z0-9])|\b({_ORDINAL}) quarter", re.IGNORECASE
)
_MONTH_NUMBER = re.compile(
    rf"(?<![a-z0-9])(?:month|mth|period|pd|m|p)[ -]?0?(1[0-3]|[1-9]|{_NUMBER})(?![a-z0-9])", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-./ ]?(0[1-9]|1[0-2])(?:[-./ ]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)([0-2]?[1-9]|[123]0|31)[-./ ](0?[1-9]|1[0-2])[-./ ](20\d\d|\d\d)(?!\d)")
_NAMED = re.compile(
    rf"(?:(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ -]?(?:of )?)?(?<![a-z])({_MONTH})(?![a-z])[ ,'’-]*(20\d\d|\d\d)?(?!\d)",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"year[ -]?end|end of (?:the )?year|outturn", re.IGNORECASE)
_HALF_YEAR = re.compile(r"\b(?:half|mid)[ -]?year\b", re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d) ?[-/–] ?(?:20)?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """To which day of its financial year (April to March) a tracker speaks.

    Attributes:
        words: as the source has it; blank where it says nothing.
        month: 1 for April to 12 for March, 0 before the year and 13 after its end; None where nothing is said.
        day: of that month; 31 for its end, which is meant where no day is named.
        began: the calendar year in which the financial year begins, where the words tell it; else 0.
    """

    words: str = ""
    month: int | None = None
    day: int = END
    began: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where it comes among the periods of its year; one that says nothing is the last."""
        return (UNKNOWN, 0) if self.month is None else (self.month, self.day)

    @property
    def quarters(self) -> int | None:
        """How many quarters of the year have ended by then: 2 as at October; None where nothing is said."""
        if self.month is None:
            return None
        ended = self.month if self.day == END else self.month - 1
        return min(ended, MONTHS) // A_QUARTER


NO_PERIOD = Period()


def period_in(text: str, year: str = "") -> Period:
    """Read the period that a text speaks of; its words are those that say it.

    Args:
        text: what a tracker prints, or the name of a file or a sheet.
        year: the tracker's financial year, such as `2017-18`; blank where it is not known.
    """
    words = " ".join(text.replace("_", " ").split())
    if found := _QUARTER.search(words):
        return Period(found[0], A_QUARTER * _counted(found[1] or found[2]))
    if found := _MONTH_NUMBER.search(words):
        return Period(found[0], _counted(found[1]))
    for said, day, month, calendar_year in _dates(words):
        return _dated(said, day, month, calendar_year, year)
    for pattern, month in ((_HALF_YEAR, MONTHS // 2), (_YEAR_END, AFTER)):
        if found := pattern.search(words):
            return Period(found[0], month)
    return NO_PERIOD


def financial_year(began: int) -> str:
    """Name the financial year that begins in April of a year: `2017-18`; blank for none."""
    return f"{began}-{(began + 1) % 100:02}" if began else ""


def year_in_name(text: str) -> str:
    """Find a financial year in the name of a folder; blank for none."""
    for found in _FINANCIAL_YEAR.finditer(text):
        if (int(found[1]) + 1) % 100 == int(found[2]):
            return financial_year(2000 + int(found[1]))
    return ""


def _counted(text: str) -> int:
    return _COUNT.get(text.lower()) or int(text)


def _dates(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Find dates: the words, the day (0 for none), the month of the calendar and the year (0 for none)."""
    for found in _YEAR_FIRST.finditer(text):
        if found[3] or not year_in_name(found[0]):
            yield found[0], int(found[3] or 0), int(found[2]), int(found[1])
    for found in _DAY_FIRST.finditer(text):
        yield found[0], int(found[1]), int(found[2]), _whole_year(found[3])
    for found in _NAMED.finditer(text):
        yield found[0].strip(), int(found[1] or 0), _NAMES.index(found[2][:3].lower()) + 1, _whole_year(found[3])


def _whole_year(text: str | None) -> int:
    return 0 if text is None else int(text) % 100 + 2000


def _dated(words: str, day: int, month: int, calendar_year: int, year: str) -> Period:
    """Put a date into its financial year: the tracker's, where that is known."""
    in_spring = month < APRIL
    began = calendar_year - in_spring if calendar_year else 0
    known = int(year[:4]) if year else began
    last = monthrange(calendar_year or known + in_spring or NO_LEAP_YEAR, month)[1]
    place = (month - APRIL) % MONTHS + 1
    if began and began != known:
        place = BEFORE if began < known else AFTER
    return Period(words, place, END if day == 0 or day >= last else day, began)
