"""What one edit makes of one line: pure rules, from a frozen saving to another."""

from decimal import Decimal
from types import MappingProxyType

from model.fields import FIELD, FORECAST_QUARTERS, PLAN_QUARTERS, Access
from model.money import ZERO, spread
from model.rag import Scheme, calculate
from model.refusals import NothingToSpread, ReasonNeeded
from model.saving import Figure, Saving, Value

SIDE = dict.fromkeys(PLAN_QUARTERS, "plan_total_printed") | dict.fromkeys(FORECAST_QUARTERS, "forecast_total_printed")
QUARTERS_OF = {"plan_total": PLAN_QUARTERS, "forecast_total": FORECAST_QUARTERS}


def edited(saving: Saving, key: str, value: Value, scheme: Scheme | None, reason: str = "") -> Saving:
    """Give the line with one field changed and what follows set free to follow.

    A value that is there already changes nothing, so a printed total that does not add up stands until one of its
    quarters really changes. A rating that is the calculated one, or blank, is no override: it follows from then on.

    Raises:
        NothingToSpread: a total was cleared.
        ReasonNeeded: a calculated rating was overridden without a reason.
    """
    if key == "rating":
        return _rated(saving, str(value or ""), scheme, reason)
    if value == saving.value(key) and key not in saving.unread:
        return saving
    if key in QUARTERS_OF:
        return _total_typed(saving, key, value, scheme)
    if key in SIDE:
        amount = value if isinstance(value, Decimal) else None
        return refigured(_read(saving, key), scheme, **{key: amount, SIDE[key]: None})
    return _read(saving, key).but(**{key: value})


def refigured(saving: Saving, scheme: Scheme | None, **figures: Figure) -> Saving:
    """Give the line with other plan or forecast figures; variance, percent and a live rating then follow.

    A judged rating stays and is marked for review: only the officer judges it again.
    """
    freed = saving.but(variance_printed=None, percent_printed=None, **figures)
    freed = _read(_read(freed, "variance"), "percent")
    return freed.but(rating_printed=None) if scheme else freed.but(to_review=True)


def is_locked(key: str) -> bool:
    """Tell whether a field is part of the plan, which is locked until the officer unlocks it."""
    return FIELD[key].access is Access.PLAN


def _total_typed(saving: Saving, key: str, value: Value, scheme: Scheme | None) -> Saving:
    if value is None or isinstance(value, str | bool):
        raise NothingToSpread(saving.reference)
    quarters = QUARTERS_OF[key]
    parts = spread(value, [amount or ZERO for amount in saving.plan])
    figures = dict(zip(quarters, parts, strict=True)) | {SIDE[quarters[0]]: None}
    for name in (key, *quarters):
        saving = _read(saving, name)
    return refigured(saving, scheme, **figures)


def _rated(saving: Saving, rating: str, scheme: Scheme | None, reason: str) -> Saving:
    if scheme is None:
        return _read(saving, "rating").but(rating_printed=rating, to_review=False)
    if rating == (saving.override or saving.rating_printed) and not reason.strip():
        return saving
    if not rating or rating == calculate(saving.plan_total, saving.forecast_total, scheme):
        return _read(saving, "rating").but(rating_printed=None, override="", override_reason="")
    if not reason.strip():
        raise ReasonNeeded(f"Overriding the rating of {saving.reference}")
    return _read(saving, "rating").but(override=rating, override_reason=reason)


def _read(saving: Saving, key: str) -> Saving:
    if key not in saving.unread:
        return saving
    return saving.but(unread=MappingProxyType({name: text for name, text in saving.unread.items() if name != key}))
