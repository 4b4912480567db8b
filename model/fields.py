"""Every field of a saving, declared once: screen, workbook and appendix walk this list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """How a field's value is held and shown."""

    RATING = "rating"
    REFERENCE = "reference"
    TITLE = "title"
    TEXT = "text"
    AMOUNT = "amount"
    PERCENT = "percent"
    DIRECTION = "direction"
    COMPLETE = "complete"


class Band(StrEnum):
    """The groups under which a tracker prints its figures."""

    INVESTMENT = "investment"
    PLAN = "plan"
    FORECAST = "forecast"
    PRIOR = "prior"


class Access(StrEnum):
    """Who may change a field."""

    OPEN = "open"
    PLAN = "plan"
    DERIVED = "derived"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a saving.

    Attributes:
        key: the name of the attribute of `Saving` that holds it.
        heading: our wording, used where a tracker prints none.
        name: how a sentence calls it.
        short: the heading in a narrow column under its band.
    """

    key: str
    heading: str
    name: str
    kind: Kind
    access: Access = Access.FIXED
    band: Band | None = None
    short: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether the field holds an amount in £000."""
        return self.kind is Kind.AMOUNT

    @property
    def is_words(self) -> bool:
        """Whether the field holds free text."""
        return self.kind in (Kind.TEXT, Kind.TITLE, Kind.REFERENCE)


QUARTERS = (1, 2, 3, 4)
PLAN_QUARTERS = tuple(f"plan_q{quarter}" for quarter in QUARTERS)
FORECAST_QUARTERS = tuple(f"forecast_q{quarter}" for quarter in QUARTERS)


def _plan_quarter(quarter: int) -> Field:
    return Field(
        f"plan_q{quarter}",
        f"Original Phasing - Q{quarter}",
        f"Q{quarter} plan",
        Kind.AMOUNT,
        Access.PLAN,
        Band.PLAN,
        f"Q{quarter}",
    )


def _forecast_quarter(quarter: int) -> Field:
    return Field(
        f"forecast_q{quarter}",
        f"Current Forecast Phasing - Q{quarter}",
        f"Q{quarter} forecast",
        Kind.AMOUNT,
        Access.OPEN,
        Band.FORECAST,
        f"Q{quarter}",
    )


FIELDS: tuple[Field, ...] = (
    Field("rating", "RAG", "rating", Kind.RATING, Access.OPEN, short="RAG"),
    Field("reference", "Reference", "reference", Kind.REFERENCE),
    Field("title", "Title", "title", Kind.TITLE),
    Field("description", "Description", "description", Kind.TEXT),
    Field("committee", "Committee", "committee", Kind.TEXT),
    Field(
        "investment_planned_prior",
        "Budgeted Investment - Prior Years £000",
        "budgeted investment of prior years",
        Kind.AMOUNT,
        band=Band.INVESTMENT,
        short="Budgeted, prior",
    ),
    Field(
        "investment_actual_prior",
        "Actual Investment - Prior Years £000",
        "actual investment of prior years",
        Kind.AMOUNT,
        band=Band.INVESTMENT,
        short="Actual, prior",
    ),
    Field(
        "investment_planned",
        "Budgeted Investment £000",
        "budgeted investment",
        Kind.AMOUNT,
        band=Band.INVESTMENT,
        short="Budgeted",
    ),
    Field(
        "investment_actual",
        "Actual Investment £000",
        "actual investment",
        Kind.AMOUNT,
        band=Band.INVESTMENT,
        short="Actual",
    ),
    Field(
        "plan_prior",
        "Original Saving - Prior Years",
        "plan of prior years",
        Kind.AMOUNT,
        Access.PLAN,
        Band.PRIOR,
        "Plan, prior",
    ),
    *(_plan_quarter(quarter) for quarter in QUARTERS),
    Field("plan_total", "Original Saving", "plan", Kind.AMOUNT, Access.PLAN, Band.PLAN, "Saving"),
    Field(
        "achieved_prior",
        "Savings Achieved - Prior Years",
        "savings achieved in prior years",
        Kind.AMOUNT,
        band=Band.PRIOR,
        short="Achieved, prior",
    ),
    *(_forecast_quarter(quarter) for quarter in QUARTERS),
    Field("forecast_total", "Forecast Saving", "forecast", Kind.AMOUNT, Access.OPEN, Band.FORECAST, "Forecast"),
    Field(
        "variance",
        "Variance from Plan £000",
        "variance",
        Kind.AMOUNT,
        Access.DERIVED,
        Band.FORECAST,
        "Variance",
    ),
    Field("complete", "Saving complete?", "complete", Kind.COMPLETE, Access.OPEN, short="Complete?"),
    Field("percent", "% Variance", "percentage variance", Kind.PERCENT, Access.DERIVED, short="%"),
    Field("direction", "Direction of travel", "direction of travel", Kind.DIRECTION, Access.OPEN, short="DoT"),
    Field("commentary", "Forecast Commentary", "commentary", Kind.TEXT, Access.OPEN),
    Field("links", "Links with partner organisations", "partner links", Kind.TEXT, Access.OPEN),
)
FIELD: Mapping[str, Field] = MappingProxyType({field.key: field for field in FIELDS})
FIGURES = tuple(field.key for field in FIELDS if field.is_figure)
PRINTED = ("plan_total", "forecast_total", "variance", "percent", "rating")

OTHER = "other:"


def other_key(heading: str) -> str:
    """Give the key of a column that the program does not know, by its heading."""
    return OTHER + heading
