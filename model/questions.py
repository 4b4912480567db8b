"""Questions of lineage as an officer reads them: are two lines one saving, and what was said of them already?"""

from dataclasses import dataclass
from datetime import datetime

from model.lineage import Decision, Match, State, Verdict
from model.saving import Saving


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two lines are one saving: asked, or answered already.

    Attributes:
        match: the two lines with the evidence, and the decision where there is one.
    """

    match: Match
    earlier: Saving
    later: Saving

    @property
    def decided(self) -> Decision | None:
        """What was decided; None where the officer still has to."""
        return self.match.decision

    @property
    def words(self) -> str:
        """What is asked, or what was decided, in one line."""
        return f"Decided: {verdict_words(self.decided)}" if self.decided is not None else ASKED

    @property
    def detail(self) -> str:
        """Why it is asked; or who decided it, when, and why."""
        return _about(self.decided) if self.decided is not None else _ASKING[self.match.state]


ASKED = "Is this the same saving?"
_ASKING = {
    State.FLAGGED: "Same reference, another title.",
    State.PROPOSED: "Taken for the same saving: the reference is the same, and the titles are alike.",
    State.SUGGESTED: "It may go on under another reference. It stands on two rows until you say so.",
}
_VERDICTS = {
    Verdict.SAME: "the same saving",
    Verdict.NOT_SAME: "not the same saving",
    Verdict.SPLIT: "a part of the earlier saving, which was split",
    Verdict.JOINED: "joined into the later saving",
}


def verdict_words(decision: Decision) -> str:
    """Say what was decided: `not the same saving`."""
    return _VERDICTS[decision.verdict]


def day_words(when: datetime) -> str:
    """Give the day of a decision where the officer is: `22 November 2026`."""
    here = when.astimezone()
    return f"{here.day} {here:%B %Y}"


def _about(decision: Decision) -> str:
    why = f": “{decision.why}”" if decision.why else ""
    return f"{decision.who}, {day_words(decision.when)}{why}"
