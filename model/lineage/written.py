"""Decisions as text that can be kept, sent to a colleague and read back, whatever else is in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from model.lineage.decisions import Decision, Decisions, Name, Verdict
from model.refusals import Refusal

MARK = "savings tracker decisions"
VERSION = 1


class NoDecisions(Refusal):
    """A file to bring decisions in from, which holds none."""

    def __init__(self, name: str) -> None:
        shown = "".join(sign if sign.isprintable() else "�" for sign in name)
        super().__init__(
            f"“{shown}” holds no decisions about savings, so nothing was brought in. "
            "Choose a file that was exported by Savings Tracker for this."
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What a text of decisions holds.

    Attributes:
        left_out: how many of its entries make no sense here, as when a newer version of the program wrote them.
    """

    decisions: Decisions
    left_out: int = 0


def text_of(decisions: Decisions) -> str:
    """Write decisions, in the order in which they were made."""
    return json.dumps({MARK: VERSION, "decisions": [as_data(decision) for decision in decisions]}, indent=1)


def read_decisions(content: bytes, name: str) -> Written:
    """Read what `text_of` wrote.

    Args:
        name: how a refusal calls the file.

    Raises:
        NoDecisions: the content is something else.
    """
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as senseless:
        raise NoDecisions(name) from senseless
    entries = read.get("decisions") if isinstance(read, dict) and MARK in read else None
    if not isinstance(entries, list):
        raise NoDecisions(name)
    decisions = [decision for decision in map(from_data, entries) if decision is not None]
    return Written(Decisions(decisions), len(entries) - len(decisions))


def as_data(decision: Decision) -> Mapping[str, Any]:
    """Give a decision as JSON holds it."""
    return {
        "earlier": _name_as_data(decision.earlier),
        "later": _name_as_data(decision.later),
        "verdict": decision.verdict.value,
        "who": decision.who,
        "when": decision.when.isoformat(),
        "why": decision.why,
    }


def from_data(entry: object) -> Decision | None:
    """Read a decision from JSON; None where it makes no sense."""
    if not isinstance(entry, dict):
        return None
    earlier, later, when = _name(entry.get("earlier")), _name(entry.get("later")), moment(entry.get("when"))
    words = _words(entry, "verdict", "who", "why")
    if earlier is None or later is None or when is None or words is None or words[0] not in tuple(Verdict):
        return None
    return Decision(earlier, later, Verdict(words[0]), words[1], when, words[2])


def moment(text: object) -> datetime | None:
    """Read a moment; one without a time zone is taken for UTC. None where it is none."""
    try:
        when = datetime.fromisoformat(text) if isinstance(text, str) else None
        return when and (when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _name_as_data(name: Name) -> Mapping[str, str]:
    return {"tracker": name.tracker, "reference": name.reference, "title": name.title}


def _name(entry: object) -> Name | None:
    words = _words(entry, "tracker", "reference", "title") if isinstance(entry, dict) else None
    return None if words is None else Name(*words)


def _words(entry: Mapping[str, object], *keys: str) -> tuple[str, ...] | None:
    """Give some words of an entry; None unless all are there and are words."""
    found = [word for word in map(entry.get, keys) if isinstance(word, str)]
    return tuple(found) if len(found) == len(keys) else None
