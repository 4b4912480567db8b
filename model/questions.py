"""Questions of lineage as an officer reads them: are two lines one saving, and what was said of them already?"""

from dataclasses import dataclass

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
        """What is asked, or what was decided."""
        if self.decided is not None:
            return _decided_words(self.decided)
        return _ASKING[self.match.state]


_ASKING = {
    State.FLAGGED: "Same reference, another title. Is this the same saving?",
    State.PROPOSED: "Taken for the same saving: the reference is the same, and the titles are alike.",
    State.SUGGESTED: "May be the same saving under another reference. It stands on two rows until you say so.",
}
_VERDICTS = {
    Verdict.SAME: "the same saving",
    Verdict.NOT_SAME: "not the same saving",
    Verdict.SPLIT: "a part of the earlier saving, which was split",
    Verdict.JOINED: "joined into the later saving",
}


def _decided_words(decision: Decision) -> str:
    on = f"{decision.when.astimezone():%d.%m.%Y}"
    why = f": “{decision.why}”" if decision.why else ""
    return f"Decided: {_VERDICTS[decision.verdict]} ({decision.who}, {on}){why}."
