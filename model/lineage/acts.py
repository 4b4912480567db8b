"""The log of decisions: what was done about each, by whom, when, and from which file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from model.lineage.decisions import Decision
from model.lineage.written import as_data, from_data, moment


class Did(StrEnum):
    """What was done about a decision."""

    DECIDED = "decided"
    BROUGHT_IN = "brought in"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the log: what was done about a decision, by whom and when; `source` names the file it came from."""

    did: Did
    decision: Decision
    who: str
    when: datetime
    source: str = ""


def act_as_data(act: Act) -> Mapping[str, Any]:
    """Give an act as JSON holds it."""
    return {
        "act": act.did.value,
        "who": act.who,
        "when": act.when.isoformat(),
        "source": act.source,
        "decision": as_data(act.decision),
    }


def act_from_data(entry: object) -> Act | None:
    """Read an act from JSON; None where it makes no sense."""
    if not isinstance(entry, dict):
        return None
    decision, when = from_data(entry.get("decision")), moment(entry.get("when"))
    if decision is None or when is None or entry.get("act") not in tuple(Did):
        return None
    return Act(Did(entry["act"]), decision, str(entry.get("who", "")), when, str(entry.get("source", "")))
