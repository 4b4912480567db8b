"""How a sheet writes what can be written in several ways, learnt from its own cells."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from model.entries import COMPLETE, DIRECTIONS, show
from model.fields import FIELD, Kind
from model.files.grid import Cell, Grid
from model.files.recognise.cells import amount_in
from model.money import exact, round_percent
from model.rag import BLACK, BLUE, RATINGS
from model.saving import Place, Saving, Value
from model.year import Year

HUNDRED = Decimal(100)
# What makes a picture of an arrow.
SELECTOR = "\N{VARIATION SELECTOR-16}"


class Ways:
    """The ways of one sheet: its words for ratings, directions and flags, and its form of percentages."""

    def __init__(self, base: Year, places: Sequence[Place], grid: Grid) -> None:
        """Learn from the cells of lines that have been read.

        Args:
            base: the year as the sheet holds it.
            places: where each line stands in the sheet.
        """
        self.grid = grid
        self._base = base
        self._places = places
        self._columns: dict[str, list[tuple[Saving, Cell]]] = {}
        self._words: dict[tuple[str, Value], str] = {}

    def written(self, key: str, value: Value) -> Value:
        """Give a value as the sheet writes it."""
        if value is None:
            return None
        kind = FIELD[key].kind
        if kind is Kind.DIRECTION:
            return self._word(key, value, lambda text: DIRECTIONS.get(text) == value)
        if kind is Kind.COMPLETE:
            return self._flag(key, value)
        if kind is Kind.PERCENT and isinstance(value, Decimal):
            return self._percent(value)
        return value

    def rating(self, name: str) -> str:
        """Give a rating as the sheet writes it: in a word, or with its first letter."""
        meant = {name.casefold(), _letter(name).casefold()}
        return self._word("rating", name, meant.__contains__) if name else ""

    def holds(self, key: str, value: Value, cell: Cell) -> bool:
        """Tell whether a cell holds a value in the type that the value has."""
        expected = self.rating(str(value or "")) if key == "rating" else self.written(key, value)
        if expected in (None, ""):
            return cell in (None, "")
        if isinstance(expected, Decimal) and isinstance(cell, int | float) and _is_number(cell):
            return self._reads(key, cell) == expected
        return isinstance(cell, str) and cell == expected

    def _reads(self, key: str, cell: float) -> Decimal:
        """Give the figure that a number stands for; a percentage is read to two places."""
        if key != "percent":
            return exact(cell)
        factor = HUNDRED if self._in_fractions else Decimal(1)
        return round_percent(exact(cell) * factor) / factor

    def _percent(self, percent: Decimal) -> Value:
        texts, numbers = self._percent_texts(), [cell for _, cell in self._column("percent") if _is_number(cell)]
        number = percent / HUNDRED if self._in_fractions else percent
        if len(texts) <= len(numbers):
            return number
        sign = "%" if sum("%" in text for text in texts) * 2 > len(texts) else ""
        return f"{percent if sign else number:f}{sign}"

    def _percent_texts(self) -> list[str]:
        return [cell for _, cell in self._column("percent") if isinstance(cell, str) and cell.strip()]

    @property
    def _in_fractions(self) -> bool:
        """Whether 80.66% is the number 0.8066 here."""
        if ("percent", True) not in self._words:
            read = [(saving.percent, amount_in(cell)) for saving, cell in self._column("percent")]
            telling = [(percent, amount) for percent, amount in read if percent and amount]
            votes = [abs(amount * HUNDRED - percent) < abs(amount - percent) for percent, amount in telling]
            self._words["percent", True] = "fractions" if sum(votes) * 2 > len(votes) else ""
        return bool(self._words["percent", True])

    def _flag(self, key: str, value: Value) -> Value:
        cells = [cell for _, cell in self._column(key) if cell not in (None, "")]
        if cells and all(isinstance(cell, bool) for cell in cells):
            return value
        return self._word(key, value, lambda text: COMPLETE.get(text) is value)

    def _word(self, key: str, value: Value, means: Callable[[str], bool]) -> str:
        """Give the sheet's own word for a value; ours where it has none, as short as its others are."""
        if (key, value) not in self._words:
            texts = [cell.strip() for _, cell in self._column(key) if isinstance(cell, str) and cell.strip()]
            own = next((text for text in texts if means(text.casefold().replace(SELECTOR, ""))), "")
            shown = show(key, value)
            short = bool(texts) and all(len(text) == 1 and text.isalpha() for text in texts)
            self._words[key, value] = own or (_letter(shown) if short else shown)
        return self._words[key, value]

    def _column(self, key: str) -> list[tuple[Saving, Cell]]:
        if key not in self._columns:
            pairs = zip(self._base, self._places, strict=True)
            self._columns[key] = [(saving, cell_of(self.grid, place, key)) for saving, place in pairs]
        return self._columns[key]


def cell_of(grid: Grid, place: Place, key: str) -> Cell:
    """Give the cell of a line's field; None where the sheet has none."""
    letters = place.columns.get(key)
    row = grid.rows[place.row - 1] if letters and place.row <= len(grid.rows) else ()
    column = number_of(letters) if letters else 0
    return row[column - 1] if column <= len(row) and column else None


def number_of(letters: str) -> int:
    """Give the number of a column from its letters, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letter(word: str) -> str:
    """Give the letter that stands for a word; the word where the letter could be another's."""
    known = word in RATINGS and word not in (BLACK, BLUE)
    return word[0] if known or word in ("Yes", "No") else word


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)
