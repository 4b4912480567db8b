"""Findings about the direction of travel: the arrow that is given against the one that the figures give."""

from model.findings.saying import NOTHING_FOUND, Findings, say
from model.money import show_amount
from model.saving import Direction, Saving
from model.settle import TAKE_DIRECTION
from model.travel import Travel
from model.year import Settlement, Severity, Year

CODE = "direction"


def direction_disagrees(saving: Saving, year: Year, travel: Travel | None) -> Findings:
    """A direction of travel that is not the one computed since the previous period; none where none is computed."""
    if travel is None or not year.has("direction"):
        return NOTHING_FOUND
    computed = travel.direction(saving)
    given = saving.unread.get("direction") or saving.direction
    if computed is None or computed == given:
        return NOTHING_FOUND
    severity = Severity.WARNING if given else Severity.NOTE
    told = f"the direction given is {_named(given)}" if given else "no direction is given"
    sentence = f"{told}, but {_travelled(saving, travel, computed)}, which is {computed.value}."
    ways = (Settlement(TAKE_DIRECTION[computed], f"Take the computed direction ({computed.value})"),)
    return say(saving, year, CODE, severity, sentence, "direction", ways)


def _named(given: str) -> str:
    return f"{given.value} ({given.arrow})" if isinstance(given, Direction) else f"“{given}”"


def _travelled(saving: Saving, travel: Travel, computed: Direction) -> str:
    earlier = travel.earlier(saving.line)
    before, after = (show_amount(line.variance_due) for line in (earlier or saving, saving))
    if before == after:
        return f"since {travel.since} the variance stayed at {after}"
    within = f", within the tolerance of {show_amount(travel.tolerance)}" if computed is Direction.NO_CHANGE else ""
    return f"since {travel.since} the variance went from {before} to {after}{within}"
