"""How a figure that follows from others came about, such as `Forecast −1,215 less plan −1,500 is 285`."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from model.editing import QUARTERS_OF
from model.fields import FIELD
from model.money import add_up, show_amount, show_percent, show_pounds
from model.saving import Figure, Saving

_QUARTERS = {"plan_total": "planned quarters", "forecast_total": "forecast quarters"}


def explain_figure(saving: Saving, key: str) -> str:
    """Say how the plan, forecast, variance or percentage of a line came about; blank for other fields.

    Where a printed figure stands that does not follow, both are said.
    """
    explain = _EXPLAINED.get(key)
    return explain(saving, key) if explain else ""


def explain_total(key: str, total: Figure, lines: int) -> str:
    """Say how a total over some lines came about, in £000; None where all its cells are blank."""
    counted = f"{show_amount(Decimal(lines))} {'line' if lines == 1 else 'lines'}"
    name = FIELD[key].name
    if total is None:
        return f"The {name} is blank on {'all ' if lines > 1 else ''}{counted}."
    distance = f": {distance_words(total)}" if key == "variance" else ""
    return f"{counted} {'adds' if lines == 1 else 'add'} to {show_amount(total)} for the {name}{distance}."


def distance_words(variance: Figure, plan: Figure = None) -> str:
    """Say how far a forecast is from its plan, by the variance in £000: `£20k short of plan`."""
    if not variance:
        return "on plan"
    if variance > 0 and plan is not None and plan > 0:
        return f"{show_pounds(variance)} over the planned cost"
    return f"{show_pounds(variance)} {'short of' if variance > 0 else 'better than'} plan"


def _total(saving: Saving, key: str) -> str:
    printed: Figure = getattr(saving, f"{key}_printed")
    amounts = [amount for quarter in QUARTERS_OF[key] if (amount := getattr(saving, quarter)) is not None]
    due = add_up(amounts)
    if due is None:
        return "No quarters are given." if printed is None else f"{show_amount(printed)} as printed, without quarters."
    sentence = f"The {_QUARTERS[key]} {_listed(amounts)} add to {show_amount(due)}."
    return _beside("total", show_amount(printed), sentence) if printed not in {None, due} else sentence


def _variance(saving: Saving, _key: str) -> str:
    due, plan = saving.variance_due, saving.plan_total
    if due is None:
        return "No variance, as plan or forecast is blank."
    less = f"Forecast {show_amount(saving.forecast_total)} less plan {show_amount(plan)}"
    sentence = f"{less} is {show_amount(due)}: {distance_words(due, plan)}."
    return _beside("variance", show_amount(saving.variance), sentence) if saving.variance != due else sentence


def _percent(saving: Saving, _key: str) -> str:
    due, plan, shown = saving.percent_due, saving.plan_total, show_percent(saving.percent)
    if plan == 0:
        return "No percentage, as the plan is zero."
    if due is None or plan is None:
        return "No percentage, as plan or forecast is blank."
    against = f"Variance {show_amount(saving.variance_due)} against a plan of {show_amount(abs(plan))}"
    sentence = f"{against} is {show_percent(due)}%."
    return _beside("percentage", shown, sentence) if shown != show_percent(due) else sentence


def _beside(name: str, printed: str, sentence: str) -> str:
    return f"The printed {name} is {printed}, though {sentence[0].lower()}{sentence[1:]}"


def _listed(amounts: list[Decimal]) -> str:
    shown = [show_amount(amount) for amount in amounts]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


_EXPLAINED: Mapping[str, Callable[[Saving, str], str]] = MappingProxyType(
    {"plan_total": _total, "forecast_total": _total, "variance": _variance, "percent": _percent}
)
