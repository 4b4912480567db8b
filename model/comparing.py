"""What an officer can do in a comparison: decide which savings are the same, swap the sides, follow later edits."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from model.choosing import Chosen, choose_other, chosen_from, in_order
from model.comparison import Comparison, Movement, Row, Show, Side, compare, movement
from model.decision_list import DecisionList, now
from model.document import Document
from model.entries import show
from model.fields import FIGURES
from model.kept_lineage import KeptLineage
from model.lineage import Decision, Match, Name, State, Verdict, lineage, name_of
from model.prompts import Here, Patience, Prompts, at_once
from model.questions import Question, verdict_words
from model.saving import Figure
from model.session import Session
from model.tracker import account

WITH_WHICH = "Compare with which tracker?"
_FIGURES = (*FIGURES, "percent")
Widest = Mapping[tuple[Side, str], str]
_ASKED = (State.FLAGGED, State.PROPOSED, State.CONFIRMED)


class Comparing:
    """A comparison of two trackers, and what the officer says about it.

    Attributes:
        earlier: the tracker on the left.
        later: the tracker on the right.
        comparison: as of the last time that it was made.
        movement: how the forecast moved within one year; None between two.
        widest: the longest text of each figure on each side, so that a table need not look at every line.
    """

    def __init__(
        self,
        sides: tuple[Chosen, Chosen],
        prompts: Prompts,
        memory: KeptLineage,
        patience: Patience = at_once,
        clock: Callable[[], datetime] = now,
    ) -> None:
        """Compare two trackers, the earlier one first."""
        self.earlier, self.later = sides
        self.prompts = prompts
        self.memory = memory
        self.patience = patience
        self._clock = clock
        self._last: tuple[Decision, ...] = ()
        self.refresh()

    @property
    def sides(self) -> tuple[Chosen, Chosen]:
        """The two trackers, the earlier one first."""
        return self.earlier, self.later

    @property
    def stale(self) -> bool:
        """Whether a tracker has been edited since the comparison was made."""
        return self.comparison.earlier is not self.earlier.year or self.comparison.later is not self.later.year

    @property
    def to_decide(self) -> int:
        """How many rows and suggestions wait for the officer's word."""
        return self.comparison.counts[Show.ASKED] + len(self.comparison.lineage.suggestions)

    def refresh(self) -> None:
        """Compare the trackers as they stand now."""
        self.comparison, self.movement, self.widest = self._made()

    def swap(self) -> None:
        """Take the earlier one for the later."""
        self.earlier, self.later = self.later, self.earlier
        self.refresh()

    def questions(self, row: Row) -> tuple[Question, ...]:
        """Give what the officer may say about a row: what is asked first, then what was decided already."""
        found = [row.match] if row.match is not None and row.match.state in _ASKED else []
        found += self.comparison.suggested_for(row)
        found += [match for match in self.comparison.lineage.rejected if _concerns(match, row)]
        return tuple(self._question(match) for match in found)

    def decide(self, match: Match, verdict: Verdict, why: str = "") -> None:
        """Keep what the officer says about two lines."""
        self._keep([(match.earlier, match.later)], verdict, why)

    def split(self, earlier: int, later: Collection[int], why: str = "") -> None:
        """Keep that an earlier saving became several later ones, by their lines; a single one is the same saving."""
        verdict = Verdict.SPLIT if len(later) > 1 else Verdict.SAME
        self._keep([(earlier, line) for line in later], verdict, why)

    def join(self, earlier: Collection[int], later: int, why: str = "") -> None:
        """Keep that several earlier savings became a later one, by their lines; a single one is the same saving."""
        verdict = Verdict.JOINED if len(earlier) > 1 else Verdict.SAME
        self._keep([(line, later) for line in earlier], verdict, why)

    def take_back(self, match: Match) -> None:
        """Forget what was decided about two lines."""
        if match.decision is not None:
            self._take_back([match.decision])

    @property
    def decided_last(self) -> str:
        """What was decided here last, as long as it can be taken back; blank where nothing was."""
        return "; ".join(f"{_references(said)}: {verdict_words(said)}" for said in self._last)

    def take_back_last(self) -> Row | None:
        """Forget what was decided here last; gives the row that waits again, None where there was nothing."""
        last = self._last
        if not last:
            return None
        self._take_back(last)
        return max(self.comparison.rows, key=lambda row: len(self._names(row) & last[0].pair))

    @property
    def decisions(self) -> DecisionList:
        """All that was decided, of these trackers and of others."""
        return DecisionList(self.prompts, self.memory, self.folder, self._clock)

    def follow_decisions(self) -> None:
        """Compare anew after decisions were taken back, or a colleague's brought in."""
        standing = set(self.memory.decisions)
        self._last = tuple(decision for decision in self._last if decision in standing)
        self.refresh()

    @property
    def folder(self) -> Path:
        """The folder that is suggested for files."""
        return self.later.folder or self.earlier.folder or Path()

    def _keep(self, pairs: Sequence[tuple[int, int]], verdict: Verdict, why: str) -> None:
        when, who = self._clock(), account()
        before, after = self.comparison.earlier, self.comparison.later
        said = [
            Decision(
                name_of(before, before.savings[earlier]),
                name_of(after, after.savings[later]),
                verdict,
                who,
                when,
                why.strip(),
            )
            for earlier, later in pairs
        ]
        self.memory.decide(*said)
        self._last = tuple(said)
        self._follow()

    def _take_back(self, decisions: Collection[Decision]) -> None:
        self.memory.take_back(*decisions, who=account(), when=self._clock())
        if not set(self._last).isdisjoint(decisions):
            self._last = ()
        self._follow()

    def _follow(self) -> None:
        """Compare anew after a decision; one that could not be kept is told."""
        if self.memory.trouble:
            self.prompts.refuse(self.memory.trouble)
        self.refresh()

    def _names(self, row: Row) -> frozenset[Name]:
        sides = ((self.comparison.earlier, row.earlier), (self.comparison.later, row.later))
        return frozenset(name_of(year, saving) for year, saving in sides if saving is not None)

    def _question(self, match: Match) -> Question:
        before, after = self.comparison.earlier, self.comparison.later
        return Question(match, before.savings[match.earlier], after.savings[match.later])

    def _made(self) -> tuple[Comparison, Movement | None, Widest]:
        before, after, decisions = self.earlier.year, self.later.year, self.memory.decisions

        def make(_here: Here) -> tuple[Comparison, Movement | None, Widest]:
            made = compare(before, after, lineage(before, after, decisions))
            # A window asks for these at once: they are worked out here, where nobody waits for them.
            _ = made.counts, made.totals
            return made, movement(made) if made.same_year else None, _widest(made)

        return self.patience(f"Comparing {self.earlier.name} with {self.later.name}", make)


def compare_with(
    session: Session, document: Document, memory: KeptLineage, patience: Patience = at_once
) -> Comparing | None:
    """Ask with which tracker an open one is compared, and compare them, the earlier one first.

    Returns:
        None where the officer thought better of it, or a file was refused, which has been told.
    """
    other = choose_other(session, document, WITH_WHICH)
    if other is None:
        return None
    if other.document is document:
        session.prompts.refuse("This is the tracker in front. Choose another one to compare it with.")
        return None
    return Comparing(in_order(other, chosen_from(document)), session.prompts, memory, patience)


def _widest(comparison: Comparison) -> Widest:
    years = ((Side.EARLIER, comparison.earlier), (Side.LATER, comparison.later))
    return {(side, key): _longest(key, set(map(attrgetter(key), year))) for side, year in years for key in _FIGURES}


def _longest(key: str, figures: Collection[Figure]) -> str:
    """Give the longest text of some figures: that of the least, the greatest, or the one with most digits."""
    known = [figure for figure in figures if figure is not None]
    if not known:
        return ""
    few = (min(known), max(known), max(known, key=lambda figure: len(str(figure))))
    return max((show(key, figure) for figure in few), key=len)


def _references(decision: Decision) -> str:
    """Name two savings by their references, by one where it is the same; by the title where there is none."""
    names = (name.reference or name.title for name in (decision.earlier, decision.later))
    return " and ".join(dict.fromkeys(names))


def _concerns(match: Match, row: Row) -> bool:
    return (row.earlier is not None and row.earlier.line == match.earlier) or (
        row.later is not None and row.later.line == match.later
    )
