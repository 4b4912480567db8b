"""Period against period of one year: how the forecast moved, line by line and in total, to the last pound."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from model.comparison.columns import Side
from model.comparison.making import Comparison
from model.comparison.rows import Row
from model.money import ZERO, add_up
from model.refusals import Refusal
from model.saving import Figure, Saving
from model.year import Year, committees_of

MOST_NAMED = 8
NO_COMMITTEE = "No committee"
NAMELESS = "No reference"


class AcrossYears(Refusal):
    """Two trackers that are not known to be of one year, whose totals can't be taken from each other."""

    def __init__(self, earlier: str, later: str) -> None:
        super().__init__(
            f"How the forecast moved is told between two periods of one year. These are {earlier} and {later}: "
            "compare them line by line instead."
        )


class MoveKind(StrEnum):
    """How a saving moved the forecast."""

    OPENED = "opened"
    MOVED = "moved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Move:
    """What one saving did to the forecast, £000; one that was split or joined is one saving.

    Attributes:
        reference: the later one, or the earlier where it is closed; several joined by “and”; blank where none has one.
        rows: the numbers of its rows in the comparison.
    """

    kind: MoveKind
    reference: str
    title: str
    committee: str
    earlier: Figure
    later: Figure
    rows: tuple[int, ...]

    @property
    def amount(self) -> Decimal:
        """By how much it moved the total, £000; negative is more saving."""
        return (self.later or ZERO) - (self.earlier or ZERO)


class StepKind(StrEnum):
    """What a step of the waterfall is."""

    TOTAL = "total"
    MOVE = "move"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall, £000; a total stands from 0, any other where the last one ended.

    Attributes:
        words: such as `A/R.6.266`, `12 more` or the period of a total.
        moves: the savings in it; none in a total.
    """

    kind: StepKind
    words: str
    start: Decimal
    end: Decimal
    moves: tuple[Move, ...] = ()

    @property
    def amount(self) -> Decimal:
        """Its height, £000."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class CommitteeMove:
    """How the forecast of one committee's savings moved, £000; a shared one stands under both names together.

    Attributes:
        earlier: of the savings that the earlier tracker has under it: what went to another committee is in this alone.
        later: of those that the later tracker has under it.
        lines: how many savings stand under it: in the later tracker, in the earlier where they are closed.
    """

    name: str
    earlier: Decimal
    later: Decimal
    lines: int

    @property
    def amount(self) -> Decimal:
        """By how much they moved the total, £000."""
        return self.later - self.earlier


@dataclass(frozen=True, slots=True)
class Movement:
    """How the forecast moved between two periods of one year, £000.

    Attributes:
        names: what the two periods are called.
        earlier: the earlier forecast of all savings.
        later: the later forecast.
        moves: the savings that moved it or came or went, the largest first.
        unmoved: how many savings did neither.
    """

    names: tuple[str, str]
    earlier: Decimal
    later: Decimal
    moves: tuple[Move, ...]
    unmoved: int
    committees: tuple[CommitteeMove, ...]

    @property
    def amount(self) -> Decimal:
        """By how much the forecast moved in all, £000; negative is more saving."""
        return self.later - self.earlier

    def of(self, kind: MoveKind) -> tuple[Move, ...]:
        """Give the savings that opened, moved or closed, the largest first."""
        return tuple(move for move in self.moves if move.kind is kind)

    def steps(self, most: int = MOST_NAMED) -> tuple[Step, ...]:
        """Give the waterfall: the earlier total, the largest moves by name, the rest as one, the later total.

        Args:
            most: how many are named.
        """
        moving = [move for move in self.moves if move.amount]
        named, rest = moving[:most], tuple(moving[most:])
        if len(rest) == 1:
            named, rest = moving, ()
        steps = [Step(StepKind.TOTAL, self.names[0], ZERO, self.earlier)]
        for move in named:
            at = steps[-1].end
            steps.append(Step(StepKind.MOVE, move.reference or move.title or NAMELESS, at, at + move.amount, (move,)))
        if rest:
            at = steps[-1].end
            total = sum((move.amount for move in rest), ZERO)
            steps.append(Step(StepKind.REST, f"{len(rest):,} more", at, at + total, rest))
        return (*steps, Step(StepKind.TOTAL, self.names[1], ZERO, self.later))


def movement(comparison: Comparison) -> Movement:
    """Tell how the forecast moved between two periods of one year.

    Raises:
        AcrossYears: the two are not known to be of one year.
    """
    if not comparison.same_year:
        raise AcrossYears(*comparison.names)
    all_moves = [_move(rows) for rows in _by_saving(comparison.rows)]
    moves = [move for move in all_moves if move.amount or move.kind is not MoveKind.MOVED]
    earlier, later = (comparison.totals[side].forecast_total or ZERO for side in Side)
    return Movement(
        comparison.names,
        earlier,
        later,
        tuple(sorted(moves, key=lambda move: (-abs(move.amount), move.rows))),
        len(all_moves) - len(moves),
        tuple(_committees(comparison, all_moves)),
    )


def _by_saving(rows: Iterable[Row]) -> list[list[Row]]:
    """Put the rows together that have a line in common: all parts of a saving that was split or joined."""
    groups: dict[int, list[Row]] = {}
    by_earlier: dict[int, int] = {}
    by_later: dict[int, int] = {}
    for row in rows:
        known = {
            places[saving.line]
            for saving, places in ((row.earlier, by_earlier), (row.later, by_later))
            if saving is not None and saving.line in places
        }
        first = min(known, default=row.number)
        joined = [part for number in sorted(known) for part in groups.pop(number)]
        groups[first] = [*joined, row]
        for part in groups[first]:
            if part.earlier is not None:
                by_earlier[part.earlier.line] = first
            if part.later is not None:
                by_later[part.later.line] = first
    return list(groups.values())


def _move(rows: list[Row]) -> Move:
    before = {row.earlier.line: row.earlier for row in rows if row.earlier is not None}
    after = {row.later.line: row.later for row in rows if row.later is not None}
    standing = list((after or before).values())
    kind = MoveKind.MOVED if before and after else MoveKind.OPENED if after else MoveKind.CLOSED
    return Move(
        kind,
        " and ".join(dict.fromkeys(saving.reference for saving in standing if saving.reference)),
        standing[0].title,
        standing[0].committee,
        _forecast(before.values()),
        _forecast(after.values()),
        tuple(row.number for row in rows),
    )


def _forecast(savings: Iterable[Saving]) -> Figure:
    return add_up(saving.forecast_total for saving in savings)


def _committees(comparison: Comparison, moves: Iterable[Move]) -> Iterator[CommitteeMove]:
    before, after = (_by_committee(year) for year in (comparison.earlier, comparison.later))
    lines = Counter(_under(move.committee) for move in moves)
    for name in sorted(before.keys() | after.keys(), key=lambda name: (name == NO_COMMITTEE, name.casefold(), name)):
        yield CommitteeMove(name, before.get(name, ZERO), after.get(name, ZERO), lines[name])


def _by_committee(year: Year) -> Mapping[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for saving in year:
        name = _under(saving.committee)
        sums[name] = sums.get(name, ZERO) + (saving.forecast_total or ZERO)
    return sums


def _under(committee: str) -> str:
    """Name the committees of a saving, in whichever order its tracker has them."""
    return ", ".join(sorted(set(committees_of(committee)))) or NO_COMMITTEE
