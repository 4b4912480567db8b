"""What does not agree in a tracker, each said by a small function of its own."""

from model.saving import Saving
from model.year import Finding, Year


def line_findings(saving: Saving, year: Year) -> tuple[Finding, ...]:
    """Give the findings of one line."""
    return ()


def year_findings(year: Year) -> tuple[Finding, ...]:
    """Give the findings of the tracker as a whole: the reader's notes first."""
    return year.notes
