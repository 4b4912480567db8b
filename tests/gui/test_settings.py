"""What the window remembers: the look, and hidden columns for trackers of one layout."""

from gui.look import Appearance
from gui.settings import HIDDEN_AT_FIRST, Settings
from model.fields import FIELDS
from model.year import Column

LAYOUT = tuple(Column(field.key, field.heading) for field in FIELDS)
SHORT = LAYOUT[:5]


def test_text_and_earlier_years_are_hidden_at_first_where_the_tracker_has_them() -> None:
    assert Settings().hidden(LAYOUT) == HIDDEN_AT_FIRST
    assert Settings().hidden(SHORT) == {"description"}


def test_hidden_columns_are_remembered_for_the_layout_alone() -> None:
    Settings().hide(LAYOUT, frozenset({"links", "committee"}))
    assert Settings().hidden(LAYOUT) == {"links", "committee"}
    assert Settings().hidden(SHORT) == {"description"}


def test_showing_every_column_is_remembered_too() -> None:
    Settings().hide(LAYOUT, frozenset())
    assert Settings().hidden(LAYOUT) == frozenset()


def test_the_look_is_remembered() -> None:
    assert Settings().appearance is Appearance.SYSTEM
    Settings().appearance = Appearance.DARK
    assert Settings().appearance is Appearance.DARK
