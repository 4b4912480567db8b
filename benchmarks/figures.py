"""Figures as they were measured, and the table that shows them side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

OURS, CALC, OPENPYXL, BARE = "Savings Tracker", "LibreOffice Calc", "openpyxl", "bare library"
PROGRAMS = (OURS, CALC, OPENPYXL, BARE)


@dataclass(frozen=True)
class Figure:
    """One thing measured several times.

    Attributes:
        what: such as `launch`.
        lines: of the tracker.
        unit: `s`, `ms` or `MB`.
        values: in the order in which they were measured.
    """

    what: str
    lines: int
    program: str
    unit: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.values)

    def words(self) -> str:
        """The middle one, with the lowest and the highest."""
        low, high = _number(min(self.values), self.unit), _number(max(self.values), self.unit)
        spread = f" ({low}–{high})" if low != high else ""
        return f"{_number(self.median, self.unit)} {self.unit}{spread}"

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self) | {"median": self.median}


class Figures:
    """All figures of one run."""

    def __init__(self) -> None:
        self.all: list[Figure] = []

    def add(self, what: str, lines: int, program: str, unit: str, values: Iterable[float | None]) -> None:
        """Keep a figure; one that the system did not tell is left out."""
        told = tuple(value for value in values if value is not None)
        if told:
            self.all.append(Figure(what, lines, program, unit, told))

    def get(self, what: str, lines: int, program: str = OURS) -> Figure | None:
        """Give a figure; None where it was not measured."""
        wanted = (what, lines, program)
        return next((figure for figure in self.all if (figure.what, figure.lines, figure.program) == wanted), None)

    def table(self) -> str:
        """Give a Markdown table, one line for each thing and size, one column for each program."""
        things = dict.fromkeys((figure.what, figure.lines) for figure in self.all)
        programs = [program for program in PROGRAMS if any(figure.program == program for figure in self.all)]
        rows = [(what, f"{lines:,}", *self._cells(what, lines, programs)) for what, lines in things]
        return markdown(["what", "lines", *programs], rows)

    def _cells(self, what: str, lines: int, programs: Sequence[str]) -> list[str]:
        found = (self.get(what, lines, program) for program in programs)
        return [figure.words() if figure else "" for figure in found]


def markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _number(value: float, unit: str) -> str:
    return f"{value:,.{ {'s': 2, 'ms': 1}.get(unit, 0) }f}"
