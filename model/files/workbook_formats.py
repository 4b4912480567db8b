"""How the council's workbook looks: colours, number formats, and which cells may be typed in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from model.fields import FIELD, FORECAST_QUARTERS, Kind
from model.rag import AMBER, BLACK, BLUE, GREEN, RED, UNDECIDED

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

HAIRLINE, HEADING_GROUND, EDITABLE_GROUND = "#DDE1E6", "#E9EDF3", "#FFFBEA"
RATING_COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        RED: ("#B3261E", "#FFFFFF"),
        AMBER: ("#F2B600", "#000000"),
        GREEN: ("#1E7B34", "#FFFFFF"),
        BLACK: ("#111111", "#FFFFFF"),
        BLUE: ("#1D5FB4", "#FFFFFF"),
        UNDECIDED: ("#8A5A00", "#FFFFFF"),
    }
)
WHOLE, WITH_DECIMALS = "#,##0;-#,##0;0", "#,##0.0########;-#,##0.0########;0"
SIZE, TITLE_SIZE = 10, 14
PERCENT, AS_TYPED = "#,##0.00;-#,##0.00;0.00", "@"
OPEN = (*FORECAST_QUARTERS, "complete", "direction", "commentary", "links")

_CENTRED = (Kind.RATING, Kind.DIRECTION, Kind.COMPLETE)


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Take the workbook that keeps them."""
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[str, bool, str], Format] = {}

    def made(self, **properties: object) -> Format:
        """Give a format by XlsxWriter's names of its properties."""
        named = tuple(sorted(properties.items()))
        if named not in self._made:
            self._made[named] = self._book.add_format(properties)
        return self._made[named]

    @property
    def title(self) -> Format:
        """The tracker's title."""
        return self.made(bold=True, font_size=TITLE_SIZE)

    @property
    def words(self) -> Format:
        """Plain wrapped words, as in the key."""
        return self.made(font_size=SIZE, text_wrap=True, valign="top", num_format=AS_TYPED)

    @property
    def run(self) -> Format:
        """A run within a text, which looks as the rest of it."""
        return self.made(font_size=SIZE)

    @property
    def strong(self) -> Format:
        """Words that stand out."""
        return self.made(font_size=SIZE, bold=True)

    @property
    def moment(self) -> Format:
        """A day and a time."""
        return self.made(font_size=SIZE, valign="top", num_format="yyyy-mm-dd hh:mm:ss")

    def figure(self, amount: Decimal) -> Format:
        """A figure among words."""
        return self.made(font_size=SIZE, valign="top", num_format=_amount_format(amount))

    @property
    def heading(self) -> Format:
        """A column's heading, or a band's over several."""
        return self.made(
            font_size=SIZE,
            bold=True,
            text_wrap=True,
            align="center",
            valign="vcenter",
            bg_color=HEADING_GROUND,
            border=1,
            border_color=HAIRLINE,
        )

    def total(self, amount: Decimal) -> Format:
        """A column's total."""
        return self.made(font_size=SIZE, bold=True, top=1, bottom=1, num_format=_amount_format(amount))

    def cell(self, key: str, *, editable: bool, amount: Decimal | None) -> Format:
        """A line's cell of a field; the amount that it shows decides on its decimals."""
        number_format = "" if amount is None else _amount_format(amount)
        asked = (key, editable, number_format)
        if asked not in self._cells:
            self._cells[asked] = self._cell(key, number_format, editable=editable)
        return self._cells[asked]

    def rating(self, rating: str) -> Format:
        """The colours that a rating's word brings with it."""
        ground, ink = RATING_COLOURS[rating]
        return self.made(bg_color=ground, font_color=ink, bold=True)

    @property
    def decimals(self) -> Format:
        """The number format of an amount that is not whole."""
        return self.made(num_format=WITH_DECIMALS)

    def _cell(self, key: str, number_format: str, *, editable: bool) -> Format:
        kind = FIELD[key].kind if key in FIELD else Kind.TEXT
        look: dict[str, object] = {"font_size": SIZE, "valign": "top", "border": 1, "border_color": HAIRLINE}
        if kind is Kind.PERCENT:
            look["num_format"] = PERCENT
        elif number_format or kind is Kind.AMOUNT:
            look["num_format"] = number_format or WHOLE
        elif kind in _CENTRED:
            look |= {"align": "center", "text_wrap": True}
        else:
            look |= {"text_wrap": True, "num_format": AS_TYPED}
        if editable:
            look |= {"locked": False, "bg_color": EDITABLE_GROUND}
        return self.made(**look)


def _amount_format(amount: Decimal) -> str:
    return WHOLE if amount == amount.to_integral_value() else WITH_DECIMALS
