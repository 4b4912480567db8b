"""Why a line has its rating, and what would change it: `£285k short of £1,500k is exactly 19%: Amber, as it is …`."""

from dataclasses import dataclass
from decimal import Decimal

from model.explain.bands import never_red, percent_words, share_words, size_words
from model.explain.nearest import NextRating, next_rating
from model.money import show_pounds
from model.rag import BLACK, BLUE, NO_RATING, UNDECIDED, Scheme, calculate
from model.rating import Origin, Rating, rating_of
from model.saving import Figure, Saving


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line has its rating.

    Attributes:
        why: how the rating came about.
        next: what would change it, as a sentence of its own; blank where nothing is to be said.
    """

    why: str
    next: str = ""

    def __str__(self) -> str:
        """Give both in one."""
        return f"{self.why} {self.next}".strip()


def explain_rating(saving: Saving, scheme: Scheme | None) -> str:
    """Say how a line's rating came about and what would change it."""
    return str(rating_reason(saving, scheme))


def rating_reason(saving: Saving, scheme: Scheme | None) -> Reason:
    """Give the two parts of `explain_rating` apart."""
    rating = rating_of(saving, scheme)
    if scheme is None:
        review = "To be reviewed, as the figures have changed since." if rating.to_review else ""
        return Reason(f"{_judged(saving, rating)} {_measured(saving.plan_total, saving.forecast_total)}.", review)
    reason = _by_key(saving.plan_total, saving.forecast_total, scheme)
    return Reason(f"{_beside_key(saving, rating)} {reason.why}".strip(), reason.next)


def _judged(saving: Saving, rating: Rating) -> str:
    if rating.origin is Origin.OVERRIDDEN:
        return f"{_overridden(saving)} This tracker goes by no key."
    given = "Judged by the council" if rating.name else "Left without a rating by the council"
    return f"{given}: this tracker goes by no key."


def _beside_key(saving: Saving, rating: Rating) -> str:
    """Say what stands in place of the key's rating; blank where the key's own does."""
    due = rating.calculated or "none"
    if rating.origin is Origin.OVERRIDDEN:
        return f"{_overridden(saving)} The key gives {'the same' if rating.follows else due}."
    if rating.follows:
        return ""
    return f"Printed {f'as {rating.name}' if rating.name else 'without a rating'}, though the key gives {due}."


def _overridden(saving: Saving) -> str:
    return f"Overridden to {saving.override}: {saving.override_reason.strip().rstrip('.')}."


def _by_key(plan: Figure, forecast: Figure, scheme: Scheme) -> Reason:
    name = calculate(plan, forecast, scheme)
    if plan is None or forecast is None:
        return Reason(f"{_measured(plan, forecast)}: no rating.")
    why = f"{_measured(plan, forecast, scheme)}: {name or 'no rating'}{_criterion(plan, forecast, name, scheme)}."
    limit = never_red(plan, name, scheme)
    following = next_rating(plan, forecast, scheme)
    return Reason(f"{why} {limit}".strip(), _next(plan, forecast, following) if following else "")


def _measured(plan: Figure, forecast: Figure, scheme: Scheme | None = None) -> str:
    """Say how a forecast stands against its plan, without a full stop; limits are those of the scheme."""
    if plan is None or forecast is None:
        missing = [name for name, figure in (("plan", plan), ("forecast", forecast)) if figure is None]
        return f"No {' and no '.join(missing)} is given"
    if plan == 0 or (plan < 0 <= forecast):
        return _nothing_saved(plan, forecast)
    variance = forecast - plan
    if variance == 0:
        return f"On plan at {show_pounds(plan)}" if plan < 0 else f"On plan, a cost of {show_pounds(plan)}"
    distance = f"{show_pounds(variance)} {_against(plan, variance)} {show_pounds(plan)}"
    if variance < 0:
        return distance
    return f"{distance} is {percent_words(variance, plan, scheme.band(plan).thresholds if scheme else ())}"


def _nothing_saved(plan: Decimal, forecast: Decimal) -> str:
    if plan == 0:
        kind = "saving" if forecast < 0 else "cost"
        amount = f"A {kind} of {show_pounds(forecast)}"
        return f"{amount} is forecast without a plan" if forecast else "Plan and forecast are zero"
    if forecast == 0:
        return f"Nothing of {show_pounds(plan)} is forecast"
    return f"A cost of {show_pounds(forecast)} is forecast against a planned saving of {show_pounds(plan)}"


def _against(plan: Decimal, variance: Decimal) -> str:
    if plan < 0:
        return "short of" if variance > 0 else "over the planned saving of"
    return f"{'over' if variance > 0 else 'under'} the planned cost of"


def _criterion(plan: Decimal, forecast: Decimal, name: str, scheme: Scheme) -> str:
    if name in (BLACK, NO_RATING) or forecast == plan:
        return ""
    if name == BLUE:
        return ", as anything better than plan is"
    if name == UNDECIDED:
        return ", as the key rates no cost without a plan"
    words = (size_words(plan, scheme), share_words(name, scheme.band(plan)))
    return f", as it is {' and '.join(filter(None, words))}" if any(words) else ""


def _next(plan: Decimal, forecast: Decimal, following: NextRating) -> str:
    return f"{_change(plan, forecast, following.step)} and it {_becomes(following.rating)}."


def _change(plan: Decimal, forecast: Decimal, step: Decimal) -> str:
    """Say a change of the forecast in the terms in which `_measured` speaks of it."""
    amount, worse = show_pounds(step), step > 0
    if forecast == 0 and plan <= 0:
        return f"A cost of {amount} forecast" if worse else f"{amount} forecast"
    if forecast == plan:
        return f"{amount} {_distance_word(plan) if worse else 'better'}"
    if plan < 0 < forecast:
        return f"{amount} {'worse' if worse else 'better'}"
    return f"{amount} {'more' if worse == (forecast > plan) else 'less'}"


def _distance_word(plan: Decimal) -> str:
    return "short" if plan < 0 else "over"


def _becomes(rating: str) -> str:
    if rating == UNDECIDED:
        return "needs a decision"
    return f"is {rating}" if rating else "has no rating"
