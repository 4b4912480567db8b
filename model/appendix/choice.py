"""What an officer chooses for an appendix: whose savings, which of them, which columns, on which paper."""

from dataclasses import dataclass
from enum import StrEnum

from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS


class Lines(StrEnum):
    """Which savings the table lists."""

    ALL = "all"
    NOT_COMPLETE = "not complete"
    RED_AND_BLACK = "Red and Black"


class Paper(StrEnum):
    """What the appendix is laid out for."""

    A3 = "A3"
    A4 = "A4"
    LARGE_PRINT = "large print"


ALWAYS = ("rating", "reference", "title")
COLUMNS = (
    *PLAN_QUARTERS,
    "plan_total",
    *FORECAST_QUARTERS,
    "forecast_total",
    "variance",
    "percent",
    "complete",
    "direction",
    "commentary",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """An officer's choice for one appendix.

    Attributes:
        committees: whose savings; empty for the whole council.
        columns: the keys of the columns beside rating, reference and title, in any order.
        lines: which savings the table lists; the summary speaks of all of them.
        descriptions: whether each title is followed by its description.
        council: the council's name as it is printed; blank leaves it out.
        appendix: such as `Appendix 3`; blank takes it from the tracker's title.
    """

    committees: tuple[str, ...] = ()
    columns: tuple[str, ...] = COLUMNS
    lines: Lines = Lines.ALL
    descriptions: bool = False
    paper: Paper = Paper.A3
    council: str = ""
    appendix: str = ""
