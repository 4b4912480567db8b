"""What does not agree in a tracker, each said by a small function of its own."""

from model.findings.direction import direction_disagrees
from model.findings.figures import RULES as FIGURE_RULES
from model.findings.ratings import RULES as RATING_RULES
from model.findings.saying import Findings
from model.findings.source import RULES as SOURCE_RULES
from model.findings.texts import RULES as TEXT_RULES
from model.findings.whole import RULES as YEAR_RULES
from model.saving import Saving
from model.travel import Travel
from model.year import Year

LINE_RULES = (*FIGURE_RULES, *RATING_RULES, *TEXT_RULES)


def line_findings(saving: Saving, year: Year, travel: Travel | None = None) -> Findings:
    """Give the findings of one line, as it is now; those of its direction where the previous period is known."""
    found = (finding for rule in LINE_RULES for finding in rule(saving, year))
    return (*found, *direction_disagrees(saving, year, travel))


def source_findings(year: Year) -> Findings:
    """Give what does not agree within a source, of a year as it was read: no edit mends or makes any of it."""
    return tuple(finding for rule in SOURCE_RULES for finding in rule(year))


def year_findings(year: Year) -> Findings:
    """Give the findings of the tracker as a whole, as it is now: the reader's notes first."""
    return tuple(finding for rule in YEAR_RULES for finding in rule(year))
