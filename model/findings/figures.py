"""Findings about figures: what does not add up or does not follow."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from model.editing import QUARTERS_OF
from model.findings.saying import NOTHING_FOUND, Findings, say
from model.money import add_up, show_amount, show_percent, show_pounds
from model.rag import UNDECIDED
from model.rating import rating_of
from model.saving import Saving
from model.settle import turning_adds_up, unsettled_sides
from model.year import Settlement, Severity, Year

SIDE_NAMES = {"plan_total": "planned", "forecast_total": "forecast"}
MANY_TIMES = 10
TURN_ACHIEVED = Settlement("turn the sign", "Turn the sign of what was achieved")
VARIANCE_FOLLOWS = Settlement("let it follow", "Let the variance follow")
PERCENT_FOLLOWS = Settlement("let it follow", "Let the percentage follow")


def quarters_against_total(saving: Saving, year: Year) -> Findings:
    """Quarters that do not add to the printed total; one finding for plan and forecast together."""
    sides = unsettled_sides(saving)
    if not sides:
        return NOTHING_FOUND
    words = [_sums(saving, side) for side in sides]
    if len(words) > 1 and words[0] == words[1]:
        words[1] = "likewise"
    sentence = "; ".join(f"the {SIDE_NAMES[side]} quarters {word}" for side, word in zip(sides, words, strict=True))
    return say(saving, year, "quarters", Severity.ERROR, f"{sentence}.", sides[0], tuple(_ways(saving, sides)))


def _ways(saving: Saving, sides: Sequence[str]) -> Iterator[Settlement]:
    """Offer the sum, and the sign where turning it gives what is printed; each says what comes of it."""
    sums = {show_amount(add_up(getattr(saving, quarter) for quarter in QUARTERS_OF[side])) for side in sides}
    yield Settlement("take the sum", f"Take the quarters' sum ({' and '.join(sorted(sums))})")
    if turning_adds_up(saving):
        kept = {show_amount(getattr(saving, f"{side}_printed")) for side in sides}
        yield Settlement("turn the quarters", f"Turn the quarters' sign (keeps {' and '.join(sorted(kept))})")


def _sums(saving: Saving, side: str) -> str:
    total = add_up(getattr(saving, quarter) for quarter in QUARTERS_OF[side])
    return f"add to {show_amount(total)}, the printed total is {show_amount(getattr(saving, f'{side}_printed'))}"


def variance_does_not_follow(saving: Saving, year: Year) -> Findings:
    """A printed variance that is not forecast less plan."""
    printed = saving.variance_printed
    if printed is None:
        return NOTHING_FOUND
    due = saving.variance_due
    if due is None or due == printed:
        return NOTHING_FOUND
    sentence = (
        f"the printed variance is {show_amount(printed)}, but forecast {show_amount(saving.forecast_total)} "
        f"less plan {show_amount(saving.plan_total)} is {show_amount(due)}."
    )
    return say(saving, year, "variance", Severity.ERROR, sentence, "variance", (VARIANCE_FOLLOWS,))


def percent_does_not_follow(saving: Saving, year: Year) -> Findings:
    """A printed percentage that is not the variance's share of the plan, at the places that its column has."""
    printed = saving.percent_printed
    if printed is None:
        return NOTHING_FOUND
    due = saving.percent_due
    if due is None or due == printed or _rounded_alike(due, printed, year.percent_places):
        return NOTHING_FOUND
    sentence = (
        f"the printed percentage is {show_percent(printed)}, but variance {show_amount(saving.variance_due)} "
        f"against plan {show_amount(saving.plan_total)} is {show_percent(due)}."
    )
    return say(saving, year, "percent", Severity.ERROR, sentence, "percent", (PERCENT_FOLLOWS,))


def _rounded_alike(due: Decimal, printed: Decimal, places: int) -> bool:
    unit = Decimal(1).scaleb(-places)
    return due.quantize(unit, ROUND_HALF_UP) == printed.quantize(unit, ROUND_HALF_UP)


def sign_of_prior_years(saving: Saving, year: Year) -> Findings:
    """What was planned and what was achieved in prior years, with opposite signs."""
    plan, achieved = saving.plan_prior, saving.achieved_prior
    if not plan or not achieved or (plan < 0) == (achieved < 0):
        return NOTHING_FOUND
    sentence = f"prior years planned {show_amount(plan)} but achieved {show_amount(achieved)}, with the opposite sign."
    return say(saving, year, "prior-sign", Severity.WARNING, sentence, "achieved_prior", (TURN_ACHIEVED,))


def plan_of_zero(saving: Saving, year: Year) -> Findings:
    """A line without a plan for the year; a cost forecast on it has no rating by any key."""
    if saving.plan_total != 0:
        return NOTHING_FOUND
    severity, sentence = Severity.NOTE, "the plan is zero"
    if saving.investment_planned:
        sentence += f", though an investment of {show_pounds(saving.investment_planned)} is budgeted"
    if saving.forecast_total:
        sentence += f", but {show_amount(saving.forecast_total)} is forecast"
    if rating_of(saving, year.scheme).name == UNDECIDED:
        severity = Severity.WARNING
        sentence += ". The key rates no cost without a plan: override the rating with a reason"
    return say(saving, year, "plan-zero", severity, f"{sentence}.", "plan_total")


def sign_of_forecast(saving: Saving, year: Year) -> Findings:
    """A cost forecast where a saving is planned, or the other way round."""
    plan, forecast = saving.plan_total, saving.forecast_total
    if not plan or not forecast or (plan < 0) == (forecast < 0) or unsettled_sides(saving):
        return NOTHING_FOUND
    due, got = ("saving", "cost") if plan < 0 else ("cost", "saving")
    sentence = f"a {due} of {show_pounds(plan)} is planned, but a {got} of {show_pounds(forecast)} is forecast."
    return say(saving, year, "forecast-sign", Severity.WARNING, sentence, "forecast_total")


def size_of_forecast(saving: Saving, year: Year) -> Findings:
    """A forecast many times the plan, as where pounds were typed for thousands of pounds."""
    plan, forecast = saving.plan_total, saving.forecast_total
    if not plan or not forecast or abs(forecast) < MANY_TIMES * abs(plan):
        return NOTHING_FOUND
    sentence = (
        f"the forecast of {show_pounds(forecast)} is {abs(forecast) // abs(plan):,} times the plan of"
        f" {show_pounds(plan)}. Amounts are thousands of pounds."
    )
    return say(saving, year, "forecast-size", Severity.WARNING, sentence, "forecast_total")


RULES = (
    quarters_against_total,
    variance_does_not_follow,
    percent_does_not_follow,
    sign_of_prior_years,
    plan_of_zero,
    sign_of_forecast,
    size_of_forecast,
)
