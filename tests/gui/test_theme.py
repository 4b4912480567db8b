"""The colours of both themes can be read, and the switch between them follows the system."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look import Appearance, ThemeSwitch, chrome
from gui.look.switch import SCHEMES
from gui.theme import (
    DARK,
    FINDING,
    LEAST_CONTRAST,
    LIGHT,
    NEUTRAL,
    RATINGS,
    Theme,
    bold,
    contrast,
    palette_of,
    rating_label,
    theme_of,
    title_font,
    ui_font,
)

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
def test_ink_can_be_read_on_every_ground(theme: Theme, ink: str) -> None:
    found = {name: contrast(getattr(theme, ink), ground) for name, ground in theme.grounds.items()}
    assert {name: ratio for name, ratio in found.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_full_ink_can_be_read_on_cells_selected_together_and_words_on_the_accent(theme: Theme) -> None:
    assert contrast(theme.ink, theme.block) >= LEAST_CONTRAST
    assert contrast(theme.on_accent, theme.accent) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
def test_lines_that_carry_meaning_stand_out_from_their_ground(theme: Theme) -> None:
    for ground in (theme.surface, theme.heading, theme.editable):
        assert contrast(theme.strong_line, ground) >= 3
        assert contrast(theme.accent, ground) >= 3


@pytest.mark.parametrize("label", [*RATINGS.values(), FINDING], ids=[*RATINGS, "finding"])
def test_the_word_on_a_label_can_be_read(label: object) -> None:
    assert isinstance(label, type(FINDING))
    assert contrast(str(label.ink), str(label.fill)) >= LEAST_CONTRAST


def test_a_rating_of_another_scheme_is_outlined_with_its_word() -> None:
    assert rating_label("Purple") is NEUTRAL
    assert rating_label("Red").fill == "#B3261E"
    assert NEUTRAL.fill is None


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.478), ("#FFFFFF", "#FFFFFF", 1)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("theme", THEMES)
def test_a_painter_tells_the_theme_from_the_palette(theme: Theme) -> None:
    assert theme_of(palette_of(theme)) is theme


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_disabled_can_still_be_read(theme: Theme) -> None:
    ink = palette_of(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert ink == QColor(theme.muted)


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_has_a_chip_for_every_rating_and_leaves_no_name_open(theme: Theme) -> None:
    sheet = chrome(theme)
    assert "$" not in sheet
    for rating, label in RATINGS.items():
        assert f'[chip="{rating}"]' in sheet
        assert str(label.fill) in sheet


def test_figures_are_of_one_width(qapp: QApplication) -> None:
    tag = QFont.Tag("tnum")
    for font in (ui_font(), bold(ui_font()), title_font()):
        assert font.featureValue(tag) == 1
    assert ui_font().pixelSize() == 12
    assert title_font().pixelSize() == 14
    assert title_font().weight() == QFont.Weight.DemiBold


@pytest.fixture
def switch(qapp: QApplication) -> Iterator[ThemeSwitch]:
    """A switch, and the application as it was before it."""
    style, font, palette, sheet = qapp.style().objectName(), qapp.font(), qapp.palette(), qapp.styleSheet()
    switch = ThemeSwitch(qapp, Appearance.LIGHT)
    yield switch
    switch.choose(Appearance.SYSTEM)
    switch.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_a_choice_is_put_on_at_once_and_told_once(qapp: QApplication, switch: ThemeSwitch) -> None:
    told: list[Theme] = []
    switch.changed.connect(told.append)
    switch.choose(Appearance.DARK)
    switch.choose(Appearance.DARK)
    assert told == [DARK]
    assert switch.theme is DARK
    assert switch.appearance is Appearance.DARK
    assert theme_of(qapp.palette()) is DARK
    assert DARK.surface in qapp.styleSheet()


def test_as_the_system_is_until_the_officer_chooses(
    qapp: QApplication, switch: ThemeSwitch, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Qt.ColorScheme.Dark
    monkeypatch.setattr(switch, "system_scheme", lambda: system)
    switch.choose(Appearance.SYSTEM)
    assert switch.theme is DARK
    system = Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(system)
    assert switch.theme is LIGHT
    switch.choose(Appearance.DARK)
    qapp.styleHints().colorSchemeChanged.emit(system)
    assert switch.theme is DARK


def test_every_appearance_has_a_scheme_of_the_system(qtbot: QtBot) -> None:
    assert set(SCHEMES) == set(Appearance)
