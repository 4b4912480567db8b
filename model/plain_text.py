"""A tracker as text for a terminal: its totals, its ratings, its findings, its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence

from model.fields import QUARTERS
from model.lines_shown import rating_label, rating_order
from model.money import show_amount, show_percent
from model.rating import rating_of
from model.saving import Figure
from model.tracker import Tracker
from model.year import Finding, Severity

LONGEST_TITLE = 44
NO_FINDINGS = "No findings."


def summary_text(tracker: Tracker) -> str:
    """Tell a tracker's title, period, totals in £000, counts of ratings, and findings."""
    parts = (heading_text(tracker), totals_text(tracker), ratings_text(tracker), findings_text(tracker.findings()))
    return "\n\n".join(parts)


def heading_text(tracker: Tracker) -> str:
    """Name a tracker, its period and how many savings it has."""
    year, lines = tracker.year, len(tracker.year.savings)
    words = year.name or year.source
    return f"{words}\n{_counted(lines, 'saving')}, amounts in £000 (a saving is negative)"


def totals_text(tracker: Tracker) -> str:
    """Lay out the totals of all lines."""
    totals = tracker.totals()
    rows = [
        ("", *(f"Q{quarter}" for quarter in QUARTERS), "Year"),
        ("Plan", *_shown((*totals.plan, totals.plan_total))),
        ("Forecast", *_shown((*totals.forecast, totals.forecast_total))),
        ("Variance", "", "", "", "", show_amount(totals.variance)),
    ]
    return laid_out(rows, left=1)


def ratings_text(tracker: Tracker) -> str:
    """Count the ratings: `Ratings: 3 Red, 4 Amber, 31 Green`."""
    counts = tracker.totals().ratings
    found = [f"{counts[name]} {rating_label(name)}" for name in rating_order(+counts)]
    return f"Ratings: {', '.join(found) or 'none'}"


def findings_text(findings: Sequence[Finding]) -> str:
    """List findings with their place and sentence, after how many there are."""
    if not findings:
        return NO_FINDINGS
    counts = Counter(finding.severity for finding in findings)
    words = ", ".join(_counted(counts[severity], severity.value) for severity in Severity if counts[severity])
    lines = [f"  {finding.severity.value:7}  {_place(finding)}" for finding in findings]
    return "\n".join([f"Findings: {words}", *lines])


def lines_text(tracker: Tracker) -> str:
    """Lay out every line: rating, reference, plan, forecast, variance, percentage, title."""
    rows: list[Sequence[str]] = [("RAG", "Reference", "Plan", "Forecast", "Variance", "%", "Title")]
    for saving in tracker.year:
        name = rating_of(saving, tracker.year.scheme).name
        figures = _shown((saving.plan_total, saving.forecast_total, saving.variance))
        rows.append((name, saving.reference, *figures, show_percent(saving.percent), short_title(saving.title)))
    return laid_out(rows, left=2)


def laid_out(rows: Sequence[Sequence[str]], left: int) -> str:
    """Put cells under each other, the first ones and a last of words to the left, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    words = {*range(left), *([len(widths) - 1] if rows[0][-1] == "Title" else [])}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def one_line(text: str) -> str:
    """Give text without line breaks and without anything that would steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _shown(amounts: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(show_amount(amount) for amount in amounts)


def _place(finding: Finding) -> str:
    where = f"{finding.cell}: " if finding.cell else ""
    return f"{where}{one_line(finding.message)}"


def short_title(title: str) -> str:
    """Give a title on one line, cut where it is long."""
    title = one_line(title)
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
