"""The pages that look behind the sums: earlier forecasts, and what a Green does not show."""

from decimal import Decimal

from gui.charts import Series, Tone
from gui.listing import SHORT_WORDS, Heading, Row
from gui.roles import Kind
from gui.years.entries import Entry, Page, Picture, Spot
from gui.years.sums import LINES, NO_PERIOD, OUTTURN, REPORT, YEAR, year_name
from model.money import ZERO
from model.years.forecasts import EarlierForecast
from model.years.green import BehindGreen
from model.years.overview import Overview

REFERENCE, TITLE = Heading("Reference", Kind.REFERENCE), Heading("Title", Kind.TITLE)
MOVED = Heading("Moved", Kind.AMOUNT, "Last known less forecast then, £000; positive is less saved than forecast")
SHORT = Heading("Short", Kind.AMOUNT, "How far short of plan, £000; negative where more was saved")
ONLY_EARLIER, ONLY_LATER = "Only in the earlier report", "Only in the later report"
THEN, LAST, PLANNED = "Forecast then", "Last known", "Planned"
BOTH, LEFT_OUT, WHOLE = "Lines in both", "Left out", "Whole report"


def forecast_entries(overview: Overview) -> list[Entry]:
    """Give each quarter's forecast against what is last known of its year."""
    found = overview.forecasts
    labels = [f"{year_name(one.year)} Q{one.quarter}" for one in found]
    then, last = [one.then for one in found], [one.last for one in found]
    picture = Picture("Forecast then against last known", labels, [Series(THEN, then, Tone.PLAN), Series(LAST, last)])
    return [_forecast(one, picture) for one in found]


def reprofiled_entries(overview: Overview) -> list[Entry]:
    """Give the reports with Green lines whose plan so far was missed, each with those lines."""
    return [_behind(one, "Forecast so far", "so far") for one in overview.reprofiled]


def shortfall_entries(overview: Overview) -> list[Entry]:
    """Give the years with Green lines whose prior years came to less or more than planned, with those lines."""
    return [_behind(one, "Achieved", "of prior years") for one in overview.prior_shortfalls]


def _forecast(one: EarlierForecast, picture: Picture) -> Entry:
    known = one.later_period or NO_PERIOD
    if one.is_outturn and OUTTURN.casefold() not in known.casefold():
        known = f"{known} ({OUTTURN.lower()})"
    right = f"{one.right:,} of {len(one.lines):,}"
    figures = (one.then, one.last, one.moved, one.percent, one.missed)
    cells = Row((year_name(one.year), f"Q{one.quarter}", known, *figures, right))
    details = [
        Row((line.reference, line.title, line.then, line.last, line.moved), Spot(one.later, line.line, line.reference))
        for line in one.lines
    ]
    for tracker, words, lines in (
        (one.earlier, ONLY_EARLIER, one.only_earlier),
        (one.later, ONLY_LATER, one.only_later),
    ):
        details += [
            Row(
                (line.reference or line.title, words, line.then, line.last, None),
                Spot(tracker, line.line, line.reference),
            )
            for line in lines
        ]
    totals = [Row((BOTH, "", one.then, one.last, one.moved))]
    if one.left_out:
        totals += [
            Row((LEFT_OUT, "", one.all_then - one.then, one.all_last - one.last, None)),
            Row((WHOLE, "", one.all_then, one.all_last, None)),
        ]
    return Entry(cells, Spot(one.later), picture, details, totals, one.left_out)


def _behind(one: BehindGreen, reached: str, what: str) -> Entry:
    planned, come = [line.plan for line in one.lines], [line.reached for line in one.lines]
    picture = Picture(
        f"Green lines: plan {what}, {year_name(one.year)}",
        [line.reference for line in one.lines],
        [Series(PLANNED, planned, Tone.PLAN), Series(reached, come)],
    )
    details = [
        Row(
            (line.reference, line.title, line.plan, line.reached, line.short),
            Spot(one.tracker, line.line, line.reference),
        )
        for line in one.lines
    ]
    totals = [Row(("All lines", "", sum(planned, ZERO), sum(come, ZERO), one.short))]
    cells = Row((year_name(one.year), one.period or NO_PERIOD, Decimal(len(one.lines)), one.short))
    return Entry(cells, Spot(one.tracker), picture, details, totals)


def _details(reached: str, tip: str) -> tuple[Heading, ...]:
    return (
        REFERENCE,
        TITLE,
        Heading(PLANNED, Kind.AMOUNT, f"{tip}: plan, £000"),
        Heading(reached, Kind.AMOUNT, f"{tip}: what came of it, £000"),
        SHORT,
    )


BEHIND_PAGES = (
    Page(
        "Earlier forecasts",
        "What was forecast at the end of each quarter, against the last report of that year.",
        "No year has a report at the end of a quarter and a later one.",
        (
            YEAR,
            Heading("At", SHORT_WORDS, "The quarter at whose end the forecast was made"),
            Heading("Known as at", Kind.TITLE, "The last report of that year"),
            Heading(THEN, Kind.AMOUNT, "The year's forecast at the end of that quarter, £000"),
            Heading(LAST, Kind.AMOUNT, "The year's forecast, or outturn, as last known, £000"),
            MOVED,
            Heading("%", Kind.PERCENT, "How far it moved, as a percentage of the forecast then"),
            Heading("Off by", Kind.AMOUNT, "What the lines missed, each by itself, £000"),
            Heading("Right", SHORT_WORDS, "How many lines came to exactly what was forecast"),
        ),
        forecast_entries,
        (
            REFERENCE,
            TITLE,
            Heading(THEN, Kind.AMOUNT, "£000"),
            Heading(LAST, Kind.AMOUNT, "£000"),
            MOVED,
        ),
        short="Forecasts",
    ),
    Page(
        "Re-profiled",
        "Green with no variance, though less is forecast than was planned for the quarters that have ended: the rest "
        "has moved into later quarters.",
        "No Green line without variance is behind the plan of the quarters that have ended.",
        (YEAR, REPORT, LINES, SHORT),
        reprofiled_entries,
        _details("Forecast so far", "The quarters that have ended"),
    ),
    Page(
        "Prior years",
        "Green this year, though its prior years came to less than planned. What one line saved beyond its plan "
        "counts against another's shortfall.",
        "No Green line has prior years that came to anything else than planned.",
        (YEAR, REPORT, LINES, SHORT),
        shortfall_entries,
        _details("Achieved", "Prior years"),
    ),
)
