"""What is to be reached, and whether it was."""

from dataclasses import asdict, dataclass

from figures import BARE, CALC, OURS, Figure, Figures


@dataclass(frozen=True)
class Target:
    """One figure of ours that may not be more than a limit, or than a share of another program's.

    Attributes:
        words: the target as it is said.
        limit: in the figure's unit, or as a multiple of the other program's figure.
        against: the other program; blank where the limit stands by itself.
    """

    words: str
    what: str
    lines: int
    limit: float
    against: str = ""


TARGETS = (
    Target("launch with 40 lines in at most ¾ of LibreOffice's warm time", "launch", 40, 0.75, CALC),
    Target("launch with 10,000 lines in at most half of LibreOffice's", "launch", 10_000, 0.5, CALC),
    Target("open 10,000 lines within three times the bare read", "open", 10_000, 3, BARE),
    Target("one edit under 16 ms at 500 lines", "edit", 500, 16),
    Target("one edit under 50 ms at 10,000 lines", "edit", 10_000, 50),
    Target("under 150 MB at 40 lines", "memory", 40, 150),
)


@dataclass(frozen=True)
class Result:
    """What became of a target: `measured` and `limit` are in the same unit, `reached` None where nobody measured."""

    target: str
    measured: str
    limit: str
    reached: bool | None

    def row(self) -> tuple[str, str, str, str]:
        """For the table."""
        verdict = {True: "reached", False: "**missed**", None: "not measured"}[self.reached]
        return self.target, self.measured, self.limit, verdict

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def result(target: Target, figures: Figures) -> Result:
    """Hold a run's medians against a target."""
    ours = figures.get(target.what, target.lines, OURS)
    other = figures.get(target.what, target.lines, target.against) if target.against else None
    if ours is None or (target.against and other is None):
        return Result(target.words, ours.words() if ours else "", "", None)
    limit = target.limit * (other.median if other else 1)
    shown = Figure(target.what, target.lines, OURS, ours.unit, (limit,)).words()
    return Result(target.words, ours.words(), shown, ours.median <= limit)
