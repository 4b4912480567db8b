"""The summary of an appendix as rows of one table: what about, which measure, its value, its unit."""

from collections.abc import Iterator
from decimal import Decimal

from model.appendix.making import Appendix
from model.appendix.notes import Share
from model.appendix.summary import Movement, RatingCount, Shortfall, Summary
from model.fields import QUARTERS
from model.files.column_words import full_name
from model.money import parse_amount, round_percent
from model.saving import Figure

Measure = tuple[str, str, Decimal, str]

HEADINGS = ("About", "Measure", "Value", "Unit")
THOUSANDS, PERCENT, NUMBER = "£000", "%", "number"
ALL, LISTED = "All savings", "Savings on the sheet “Savings”"


def summary_rows(appendix: Appendix) -> Iterator[Measure]:
    """Give the summary's figures, none of them twice; one that is blank has no row."""
    summary = appendix.summary
    whole = tuple(_whole(summary))
    yield from whole
    if len(appendix.table.lines) == summary.count:
        told = {row[1:] for row in whole}
        yield from (row for row in _listed(appendix) if row[1:] not in told)
    else:
        yield from _listed(appendix)
    for rating in summary.ratings:
        yield from _rating(rating)
    for number, shortfall in enumerate(summary.shortfalls, 1):
        yield _shortfall(number, shortfall)
    if summary.movement is not None:
        yield from _movement(summary.movement)
    for share in appendix.shares:
        yield from _share(share)


def _whole(summary: Summary) -> Iterator[Measure]:
    yield _count(ALL, "Savings", summary.count)
    yield from _amount(ALL, "Planned saving", summary.planned)
    yield from _amount(ALL, "Forecast saving", summary.forecast_total)
    yield from _amount(ALL, "Variance from plan", summary.variance)
    if summary.delivered is not None:
        yield ALL, "Share of the plan delivered", round_percent(summary.delivered), PERCENT
    yield _count(ALL, "Savings complete", summary.complete)
    yield _count(ALL, "Savings short of plan", summary.short)
    for kind, figures in (("Planned", summary.plan), ("Forecast", summary.forecast)):
        for quarter, figure in zip(QUARTERS, figures, strict=True):
            yield from _amount(ALL, f"{kind}, quarter {quarter}", figure)


def _listed(appendix: Appendix) -> Iterator[Measure]:
    """Give the totals of the savings that are listed, which may be fewer than all."""
    yield _count(LISTED, "Savings", len(appendix.table.lines))
    for heading, total in zip(appendix.table.headings, appendix.table.totals, strict=True):
        yield from _amount(LISTED, full_name(heading).removesuffix(f" ({THOUSANDS})"), parse_amount(total))


def _rating(rating: RatingCount) -> Iterator[Measure]:
    about = f"Rated {rating.name}"
    yield _count(about, "Savings", rating.count)
    yield about, "Planned saving", rating.plan, THOUSANDS
    yield about, "Variance from plan", rating.variance, THOUSANDS


def _shortfall(number: int, shortfall: Shortfall) -> Measure:
    about = " ".join(filter(None, [shortfall.reference, shortfall.title]))
    return f"Largest shortfall {number}", about, shortfall.variance, THOUSANDS


def _movement(movement: Movement) -> Iterator[Measure]:
    about = f"Since {movement.period or 'the last report'}"
    yield about, "Change of the forecast saving", movement.forecast, THOUSANDS
    yield about, "Change of the variance from plan", movement.variance, THOUSANDS
    yield _count(about, "Savings rated worse", movement.worse)
    yield _count(about, "Savings rated better", movement.better)
    yield _count(about, "Savings that are new", movement.new)
    yield _count(about, "Savings that are gone", movement.gone)


def _share(share: Share) -> Iterator[Measure]:
    about = f"Committee: {share.name}"
    yield _count(about, "Savings", share.count)
    yield about, "Planned saving", share.plan, THOUSANDS
    yield about, "Forecast saving", share.forecast, THOUSANDS
    yield about, "Variance from plan", share.variance, THOUSANDS


def _count(about: str, measure: str, number: int) -> Measure:
    return about, measure, Decimal(number), NUMBER


def _amount(about: str, measure: str, figure: Figure) -> Iterator[Measure]:
    if figure is not None:
        yield about, measure, figure, THOUSANDS
