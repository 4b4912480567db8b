"""What charts are given: series of figures over labels, steps from one total to another, and both in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from model.money import ZERO, show_amount
from model.saving import Figure

MOST_TOLD = 24
"""How many labels an accessible description tells one by one; the table beside the chart has them all."""


class Unit(StrEnum):
    """What the figures of a chart are, as it is said under it."""

    AMOUNT = "£000; a saving stands up, a cost hangs down"
    COUNT = "Number of lines"
    PERCENT = "%"

    @property
    def saving_up(self) -> bool:
        """Whether figures below zero stand up."""
        return self is Unit.AMOUNT


class Tone(StrEnum):
    """How a series or a bar is drawn, never told apart by colour alone."""

    PLAN = "plan"
    FORECAST = "forecast"
    ACHIEVED = "achieved"
    TOTAL = "total"
    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one kind, one for each label; None where there is none."""

    name: str
    figures: Sequence[Figure]
    tone: Tone = Tone.FORECAST


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a waterfall.

    Attributes:
        amount: £000; of a total, what it comes to; of any other step, what it adds (positive is worse).
        total: whether it stands on zero, as the first and the last do.
    """

    label: str
    amount: Decimal
    total: bool = False

    @property
    def tone(self) -> Tone:
        """How the step is drawn: a total, or a change for better or worse."""
        if self.total:
            return Tone.TOTAL
        return Tone.WORSE if self.amount > 0 else Tone.BETTER

    @property
    def figure(self) -> str:
        """The amount as it is written: a change with its sign."""
        return show_amount(self.amount) if self.total else signed(self.amount)

    @property
    def words(self) -> str:
        """Say the step: `Opened −250, better`."""
        told = f", {self.tone}" if self.amount and not self.total else ""
        return f"{self.label} {self.figure}{told}"


def levels(steps: Sequence[Step]) -> Iterator[tuple[Decimal, Decimal]]:
    """Give from where to where each step goes, in £000; a total goes from zero to what it comes to."""
    level = ZERO
    for step in steps:
        start = ZERO if step.total else level
        level = start + step.amount
        yield start, level


def signed(amount: Decimal) -> str:
    """Write a change with its sign: `+250`."""
    return f"+{show_amount(amount)}" if amount > 0 else show_amount(amount)


def label_words(label: str, place: int, series: Sequence[Series]) -> str:
    """Say the figures of one label: `2017-18: plan −16,000, forecast blank`."""
    told = (f"{_lower(one.name)} {show_amount(one.figures[place]) or 'blank'}" for one in series)
    return f"{label}: {', '.join(told)}"


def all_words(words: Sequence[str]) -> str:
    """Say all the figures in one; of many labels the first are told."""
    told = [*words[:MOST_TOLD], *([f"and {len(words) - MOST_TOLD:,} more"] if len(words) > MOST_TOLD else [])]
    return f"{'; '.join(told)}." if told else "No figures."


def tick_text(value: float) -> str:
    """Write a figure at an axis: rounded to what the axis can tell apart, with a true minus."""
    return show_amount(Decimal(f"{value:.6g}")) if value else "0"


def _lower(name: str) -> str:
    """A name within a sentence; one that begins with several capitals keeps them."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
