"""Lineage: which lines of two trackers are the same saving, with the evidence for it; nothing is assumed."""

from model.lineage.decisions import NO_DECISIONS, Decision, Decisions, Name, Verdict, name_of, tracker_of
from model.lineage.found import Evidence, Lineage, Match, State
from model.lineage.matching import lineage

__all__ = [
    "NO_DECISIONS",
    "Decision",
    "Decisions",
    "Evidence",
    "Lineage",
    "Match",
    "Name",
    "State",
    "Verdict",
    "lineage",
    "name_of",
    "tracker_of",
]
