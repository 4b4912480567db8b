"""What each cell of a line holds: a formula where what stands is what follows, else the figure or text as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from model.editing import QUARTERS_OF
from model.entries import show
from model.fields import FIELD, FORECAST_QUARTERS, PLAN_QUARTERS, Kind
from model.files.workbook_formulas import ROW, decimals, percent_of, rating_of, sum_of, variance_of
from model.money import add_up, round_percent
from model.rag import calculate
from model.rating import rating_of as standing
from model.saving import Figure, Saving
from model.year import Year

TOTALS = ("plan_total", "forecast_total")
# A hundred times that still has no more digits than spreadsheet programs tell apart.
_LARGEST_STEADY = Decimal("1e12")
_PERCENT_PLACES = 2
_UNDER_FORMULAS = (*PLAN_QUARTERS, *FORECAST_QUARTERS, *TOTALS)
_SHOWN = (Kind.DIRECTION, Kind.COMPLETE)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its equals sign, with what it gives: an amount in £000, a percentage, a word or ""."""

    text: str
    result: Decimal | str

    def at(self, row: int) -> str:
        """Give the formula for a row, counted from 1."""
        return "=" + self.text.replace(ROW, str(row))


Content = Decimal | str | bool | Formula | None


def is_steady(amount: Decimal, places: int) -> bool:
    """Tell whether spreadsheet programs reckon exactly with an amount of some decimals."""
    return abs(amount).scaleb(places) <= _LARGEST_STEADY


def amount_in(content: Content) -> Figure:
    """Give the amount that a cell shows; None where it holds text or nothing."""
    shown = content.result if isinstance(content, Formula) else content
    return shown if isinstance(shown, Decimal) else None


class LineCells:
    """Gives the cells of lines under one layout."""

    def __init__(self, year: Year, letters: Mapping[str, str]) -> None:
        """Take the year's scheme and, by field, the column letters of its layout."""
        self._scheme = year.scheme
        self._letters = letters
        self._sums = {total: quarters for total, quarters in QUARTERS_OF.items() if {total, *quarters} <= set(letters)}
        self._both = set(letters) >= set(TOTALS)
        self._formulas: dict[tuple[str, int], str] = {}

    def cells(self, saving: Saving) -> dict[str, Content]:
        """Give what the line's cells hold, by field; None and "" are empty cells."""
        cells = {key: saving.unread.get(key) or self._standing(saving, key) for key in self._letters}
        figures = [figure for key in _UNDER_FORMULAS if (figure := amount_in(cells.get(key)))]
        places = decimals(*figures)
        if all(is_steady(figure, places) for figure in figures):
            for key, due in self._due(saving, cells).items():
                if key in cells and cells[key] == due:
                    cells[key] = Formula(self._formula(key, places), "" if due is None else due)
        return cells

    def _standing(self, saving: Saving, key: str) -> Content:
        if key == "rating" and not saving.override and saving.rating_printed is None:
            return standing(saving, self._scheme).name
        value = saving.value(key)
        return show(key, value) if key in FIELD and FIELD[key].kind in _SHOWN else value

    def _due(self, saving: Saving, cells: Mapping[str, Content]) -> dict[str, Decimal | str | None]:
        """Give what follows from the cells as they are written, which is not always what follows in the model."""
        due: dict[str, Decimal | str | None] = {
            total: add_up(amount_in(cells[quarter]) for quarter in quarters) for total, quarters in self._sums.items()
        }
        if not self._both:
            return due
        plan, forecast = (amount_in(cells[total]) for total in TOTALS)
        due["variance"] = variance = None if plan is None or forecast is None else forecast - plan
        percent = round_percent(100 * variance / abs(plan)) if plan and variance is not None else None
        if percent is None or is_steady(percent, _PERCENT_PLACES):
            due["percent"] = percent
        if self._scheme and not saving.override:
            due["rating"] = calculate(plan, forecast, self._scheme)
        return due

    def _formula(self, key: str, places: int) -> str:
        known = self._formulas.get((key, places))
        if known is None:
            known = self._formulas[key, places] = self._compose(key, places)
        return known

    def _compose(self, key: str, places: int) -> str:
        if key in self._sums:
            return sum_of([self._letters[quarter] for quarter in self._sums[key]], places)
        plan, forecast = (self._letters[total] for total in TOTALS)
        if key == "rating" and self._scheme:
            return rating_of(plan, forecast, self._scheme, places)
        return (variance_of if key == "variance" else percent_of)(plan, forecast, places)
