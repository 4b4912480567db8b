"""The life of one saving: what every tracker that is known said of it, following only what is sure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.fields import QUARTERS
from model.lineage import NO_DECISIONS, Decisions, Lineage, Match, State, lineage, tracker_of
from model.money import add_up
from model.rating import Rating, rating_of
from model.saving import Figure, Saving
from model.year import Year

SURE = (State.CERTAIN, State.CONFIRMED)
MOST_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Known:
    """A tracker that is known.

    Attributes:
        quarters: how many quarters of its year had ended by its period; None where that is not known.
    """

    year: Year
    quarters: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """What one tracker said of the saving; amounts are £000.

    Attributes:
        tracker: the tracker's place among those that are known.
        link: how sure it is that this is the saving, and why; None for the line that was asked about.
        quarters: how many quarters had ended; None where that is not known.
    """

    tracker: int
    year: Year
    saving: Saving
    link: Match | None
    quarters: int | None

    @property
    def plan(self) -> Figure:
        """The year's plan."""
        return self.saving.plan_total

    @property
    def forecast(self) -> Figure:
        """The year's forecast."""
        return self.saving.forecast_total

    @property
    def variance(self) -> Figure:
        """The variance as that tracker shows it."""
        return self.saving.variance

    @property
    def rating(self) -> Rating:
        """The rating as that tracker rates it: an old year is never rated by another year's key."""
        return rating_of(self.saving, self.year.scheme)

    @property
    def achieved(self) -> Figure:
        """What was achieved in the year: the forecasts of the quarters that had ended, added up."""
        return None if self.quarters is None else add_up(self.saving.forecast[: self.quarters])

    @property
    def achieved_prior(self) -> Figure:
        """What was achieved in prior years, as that tracker prints it."""
        return self.saving.achieved_prior

    @property
    def achieved_words(self) -> str:
        """Say what `achieved` is."""
        if self.quarters is None:
            return "The tracker does not say which quarters had ended, so that nothing is said to be achieved."
        if not self.quarters:
            return "No quarter had ended."
        ended = "Q1" if self.quarters == QUARTERS[0] else f"Q1 to Q{self.quarters}"
        return f"The forecast of {ended}, which had ended."


@dataclass(frozen=True, slots=True)
class Unsure:
    """A line that may be the saving too, until it is decided.

    Attributes:
        tracker: the tracker that has the line, by its place.
        saving: the line.
        beside: the tracker, by its place, with one of whose stages it was matched.
        match: the evidence.
    """

    tracker: int
    saving: Saving
    beside: int
    match: Match


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of one saving.

    Attributes:
        stages: in the order of the trackers; a saving that was split or joined has several in one.
        unsure: what may belong to it, once for each year that names it so.
    """

    stages: tuple[Stage, ...]
    unsure: tuple[Unsure, ...]


Links = Mapping[int, Match | None]


class Lives:
    """The lives of all savings of some trackers."""

    def __init__(self, known: Iterable[Known], decisions: Decisions = NO_DECISIONS) -> None:
        """Take all trackers that are known, the earliest first, and what was decided about their savings."""
        self._known: Sequence[Known] = tuple(known)
        self._decisions = decisions
        self._lineage = lru_cache(maxsize=MOST_REMEMBERED)(self._found)

    def of(self, tracker: int, line: int) -> Life:
        """Tell the life of a saving: what it came from and what became of it, but not what else became that.

        Args:
            tracker: the place of a tracker that has it.
            line: its line there.
        """
        stages: dict[int, Links] = {}
        unsure: list[Unsure] = []
        for others in (range(tracker + 1, len(self._known)), range(tracker - 1, -1, -1)):
            reached: dict[int, Links] = {tracker: {line: None}}
            unsure += self._follow(reached, others)
            stages |= reached
        return Life(
            tuple(
                self._stage(place, found, stages[place][found]) for place in sorted(stages) for found in stages[place]
            ),
            tuple(self._once_a_year(unsure)),
        )

    def _follow(self, reached: dict[int, Links], others: Iterable[int]) -> Iterator[Unsure]:
        """Follow the sure links from tracker to tracker, and give the unsure ones where there are none."""
        for there in others:
            doubts: list[Unsure] = []
            for here in self._last_of_each_year(reversed(reached)):
                links = self._links(here, reached[here], there)
                sure = {line: match for line, match in links if match.state in SURE}
                if sure:
                    reached[there] = dict(sorted(sure.items()))
                    break
                doubts += (Unsure(there, self._known[there].year.savings[line], here, match) for line, match in links)
            else:
                yield from doubts

    def _links(self, here: int, lines: Iterable[int], there: int) -> list[tuple[int, Match]]:
        """Give the lines of another tracker that are or may be these, with the matches that say so."""
        forwards = here < there
        found = self._lineage(min(here, there), max(here, there))
        wanted = frozenset(lines)
        ends = (
            ((match.earlier, match.later) if forwards else (match.later, match.earlier), match)
            for match in (*found.matches, *found.suggestions)
        )
        return [(end, match) for (start, end), match in ends if start in wanted]

    def _last_of_each_year(self, places: Iterable[int]) -> list[int]:
        last: dict[str, int] = {}
        for place in places:
            last.setdefault(tracker_of(self._known[place].year), place)
        return list(last.values())

    def _once_a_year(self, unsure: Iterable[Unsure]) -> Iterator[Unsure]:
        """Name a line once for all periods of its year, as one decision holds for all of them."""
        named: set[tuple[str, str, str]] = set()
        for doubt in unsure:
            name = (tracker_of(self._known[doubt.tracker].year), doubt.saving.reference, doubt.saving.title)
            if name not in named:
                named.add(name)
                yield doubt

    def _found(self, earlier: int, later: int) -> Lineage:
        return lineage(self._known[earlier].year, self._known[later].year, self._decisions)

    def _stage(self, tracker: int, line: int, link: Match | None) -> Stage:
        known = self._known[tracker]
        return Stage(tracker, known.year, known.year.savings[line], link, known.quarters)
