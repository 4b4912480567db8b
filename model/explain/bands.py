"""A scheme's bands in words: which sizes, between which percentages, and which rating a size never gets."""

from collections.abc import Iterable
from decimal import Decimal

from model.money import show_amount, show_percent, show_pounds
from model.rag import RED, Scheme, SizeBand, Threshold


def size_words(plan: Decimal, scheme: Scheme) -> str:
    """Say which sizes are rated as a plan's is: `over £500k`, `£500k or less`; blank where all are."""
    bands = scheme.bands
    first = last = bands.index(scheme.band(plan))
    while first > 0 and _alike(bands[first - 1], bands[first]):
        first -= 1
    while last + 1 < len(bands) and _alike(bands[last + 1], bands[last]):
        last += 1
    if last + 1 == len(bands):
        return _up_to(bands[first - 1]) if first else ""
    lowest = show_pounds(bands[last].above)
    if first:
        return f"between {lowest} and {show_pounds(bands[first - 1].above)}"
    return f"{lowest} or more" if bands[last].included else f"over {lowest}"


def share_words(rating: str, band: SizeBand) -> str:
    """Say between which percentages short of plan a rating lies: `over 19%`, `between 14% and 19%`."""
    places = [place for place, threshold in enumerate(band.thresholds) if threshold.rating == rating]
    if not band.thresholds:
        return ""
    if not places:
        lowest = band.thresholds[-1]
        return f"under {_percent(lowest.at)}" if lowest.included else f"{_percent(lowest.at)} or less"
    threshold = band.thresholds[places[-1]]
    if places[0]:
        return f"between {_percent(threshold.at)} and {_percent(band.thresholds[places[0] - 1].at)}"
    return f"{_percent(threshold.at)} or more" if threshold.included else f"over {_percent(threshold.at)}"


def percent_words(short: Decimal, plan: Decimal, thresholds: Iterable[Threshold]) -> str:
    """Say how much of a plan is missing: `19.07%`, or `exactly 19%` at a limit and `just over 19%` beside it."""
    percent = 100 * short / abs(plan)
    for threshold in thresholds:
        apart = 100 * short - threshold.at * abs(plan)
        if not apart:
            return f"exactly {_percent(threshold.at)}"
        if show_percent(percent) == show_percent(threshold.at):
            return f"just {'over' if apart > 0 else 'under'} {_percent(threshold.at)}"
    return f"{show_percent(percent)}%"


def never_red(plan: Decimal, rating: str, scheme: Scheme) -> str:
    """Say, beside the worst rating that a size can have, that none of that size can be Red; else blank."""
    bands, band = scheme.bands, scheme.band(plan)
    worst = band.thresholds[0].rating if band.thresholds else band.rest
    with_red = [place for place, larger in enumerate(bands) if RED in _ratings(larger)]
    if not plan or rating != worst or not with_red or bands.index(band) <= with_red[-1]:
        return ""
    size = _up_to(bands[with_red[-1]])
    sizes = size if size.startswith("under") else f"of {size}"
    return f"By this key no {'saving' if plan < 0 else 'cost'} {sizes} can ever be {RED}."


def _ratings(band: SizeBand) -> set[str]:
    return {band.rest, *(threshold.rating for threshold in band.thresholds)}


def _alike(one: SizeBand, other: SizeBand) -> bool:
    return one.thresholds == other.thresholds and one.rest == other.rest


def _up_to(larger: SizeBand) -> str:
    limit = show_pounds(larger.above)
    return f"under {limit}" if larger.included else f"{limit} or less"


def _percent(at: Decimal) -> str:
    return f"{show_amount(at)}%"
