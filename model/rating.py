"""The rating that a line shows: printed, judged, calculated or overridden."""

from dataclasses import dataclass
from enum import StrEnum

from model.rag import Scheme, calculate
from model.saving import Saving


class Origin(StrEnum):
    """How a rating came about."""

    PRINTED = "as printed"
    JUDGED = "judged"
    CALCULATED = "calculated"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Rating:
    """A line's rating.

    Attributes:
        name: the rating that stands; blank for none.
        calculated: what the tracker's scheme gives; None where the tracker has no scheme.
        to_review: a judged rating whose figures have changed since.
    """

    name: str
    origin: Origin
    calculated: str | None
    to_review: bool = False

    @property
    def follows(self) -> bool:
        """Whether the rating is the one that the scheme gives (true where there is no scheme)."""
        return self.calculated is None or self.calculated == self.name


def clean_rating(text: str | None) -> str:
    """Give a rating as shown: `0` and blank are no rating (the trackers print 0 for empty)."""
    return "" if text is None or text.strip() in ("", "0") else text.strip()


def rating_of(saving: Saving, scheme: Scheme | None) -> Rating:
    """Give the rating that stands on a line, and what the scheme makes of it."""
    due = calculate(saving.plan_total, saving.forecast_total, scheme) if scheme else None
    if saving.override:
        return Rating(saving.override, Origin.OVERRIDDEN, due)
    if due is None:
        return Rating(clean_rating(saving.rating_printed), Origin.JUDGED, None, saving.to_review)
    if saving.rating_printed is None:
        return Rating(due, Origin.CALCULATED, due)
    return Rating(clean_rating(saving.rating_printed), Origin.PRINTED, due)
