"""The committee appendix: what it says, and what to look at before it is published. No layout, no window."""

from model.appendix.choice import COLUMNS, Choice, Lines, Paper
from model.appendix.committees import NO_ASSIGNMENT, Assignment, committees_in, unassigned
from model.appendix.making import Appendix, make_appendix
from model.appendix.preflight import Remark, preflight

__all__ = [
    "COLUMNS",
    "NO_ASSIGNMENT",
    "Appendix",
    "Assignment",
    "Choice",
    "Lines",
    "Paper",
    "Remark",
    "committees_in",
    "make_appendix",
    "preflight",
    "unassigned",
]
