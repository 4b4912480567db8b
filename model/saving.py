"""A saving: one line of a tracker, frozen; what follows from its figures is a property."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from model.fields import OTHER
from model.money import add_up, round_percent

Figure = Decimal | None
Value = Decimal | str | bool | None
Quarters = tuple[Figure, Figure, Figure, Figure]

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_OTHER: Mapping[str, Value] = MappingProxyType({})


class Direction(StrEnum):
    """The direction of travel since the last report; blank where none is given."""

    IMPROVING = "improving"
    NO_CHANGE = "no change"
    WORSENING = "worsening"
    NONE = ""

    @property
    def arrow(self) -> str:
        """The arrow that the council prints for it."""
        return _ARROWS[self]


_ARROWS = {Direction.IMPROVING: "↑", Direction.NO_CHANGE: "↔", Direction.WORSENING: "↓", Direction.NONE: ""}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in its source: sheet, 1-based row, and the column letters by field."""

    sheet: str = ""
    row: int = 0
    columns: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def cell(self, key: str = "") -> str:
        """Name the cell of a field, such as `B4`, or of the line's first column; blank where there is none."""
        column = self.columns.get(key) or next(iter(self.columns.values()), "")
        return f"{column}{self.row}" if column and self.row else ""


NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """One saving of a year. Amounts are £000; a saving is negative, a cost positive; blank is None and differs from 0.

    A `..._printed` figure is what the source prints for something that follows from other figures. It stands as
    read until a figure under it changes; then it is None, and what follows is shown instead.

    Attributes:
        line: the line's place in its tracker, from 0; it never changes.
        rating_printed: the rating as read or judged; None once it follows from the tracker's scheme.
        override: a rating that the officer put in place of the calculated one, with its reason.
        to_review: a judged rating whose figures have changed since.
        other: the values of columns that the program does not know, by heading.
        unread: the text of each field that could not be read as what the field holds, by field key.
    """

    line: int
    reference: str = ""
    title: str = ""
    description: str = ""
    committee: str = ""
    investment_planned_prior: Figure = None
    investment_actual_prior: Figure = None
    investment_planned: Figure = None
    investment_actual: Figure = None
    plan_prior: Figure = None
    plan_q1: Figure = None
    plan_q2: Figure = None
    plan_q3: Figure = None
    plan_q4: Figure = None
    plan_total_printed: Figure = None
    achieved_prior: Figure = None
    forecast_q1: Figure = None
    forecast_q2: Figure = None
    forecast_q3: Figure = None
    forecast_q4: Figure = None
    forecast_total_printed: Figure = None
    variance_printed: Figure = None
    percent_printed: Figure = None
    rating_printed: str | None = None
    override: str = ""
    override_reason: str = ""
    to_review: bool = False
    complete: bool | None = None
    direction: Direction = Direction.NONE
    commentary: str = ""
    links: str = ""
    other: Mapping[str, Value] = field(default_factory=lambda: NO_OTHER)
    unread: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def plan(self) -> Quarters:
        """The four planned quarters."""
        return (self.plan_q1, self.plan_q2, self.plan_q3, self.plan_q4)

    @property
    def forecast(self) -> Quarters:
        """The four forecast quarters."""
        return (self.forecast_q1, self.forecast_q2, self.forecast_q3, self.forecast_q4)

    @property
    def plan_total(self) -> Figure:
        """The year's plan: as printed while that stands, else the quarters' sum."""
        return add_up(self.plan) if self.plan_total_printed is None else self.plan_total_printed

    @property
    def forecast_total(self) -> Figure:
        """The year's forecast: as printed while that stands, else the quarters' sum."""
        return add_up(self.forecast) if self.forecast_total_printed is None else self.forecast_total_printed

    @property
    def variance_due(self) -> Figure:
        """Forecast less plan, whatever is printed; positive is short of plan. None where either is blank."""
        plan, forecast = self.plan_total, self.forecast_total
        return None if plan is None or forecast is None else forecast - plan

    @property
    def variance(self) -> Figure:
        """The variance: as printed while that stands, else `variance_due`."""
        return self.variance_due if self.variance_printed is None else self.variance_printed

    @property
    def variances(self) -> Quarters:
        """Forecast less plan, quarter by quarter; None where either is blank."""
        first, second, third, fourth = (
            None if plan is None or forecast is None else forecast - plan
            for plan, forecast in zip(self.plan, self.forecast, strict=True)
        )
        return (first, second, third, fourth)

    @property
    def percent_due(self) -> Figure:
        """100 × variance ÷ |plan|, exact; None where the plan is zero or a figure is blank."""
        variance, plan = self.variance_due, self.plan_total
        return 100 * variance / abs(plan) if plan and variance is not None else None

    @property
    def percent(self) -> Figure:
        """The percentage variance to two places: as printed while that stands, else `percent_due`."""
        if self.percent_printed is not None:
            return self.percent_printed
        due = self.percent_due
        return None if due is None else round_percent(due)

    def value(self, key: str) -> Value:
        """Give the value of a field by its key (`rating` is as printed or overridden; its rule is in `rating`)."""
        if key.startswith(OTHER):
            return self.other.get(key.removeprefix(OTHER))
        if key == "rating":
            return self.override or self.rating_printed
        found: Value = getattr(self, key)
        return found

    def but(self, **values: Any) -> "Saving":  # noqa: ANN401 - each field has its own type, checked where it is read
        """Give the saving with some attributes changed."""
        return replace(self, **values)
