"""Puts the theme on the application and keeps it in step with the system's, unless the officer chose one."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from gui.look.chrome import chrome
from gui.theme import DARK, LIGHT, Theme, palette_of, ui_font


class Appearance(StrEnum):
    """What the officer can choose."""

    SYSTEM = "System"
    LIGHT = "Light"
    DARK = "Dark"


SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class ThemeSwitch(QObject):
    """Light, dark, or as the system is; the whole application follows at once."""

    changed = Signal(object)
    """Carries the `Theme` that was put on."""

    def __init__(self, application: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = appearance
        self._theme: Theme | None = None
        application.setStyle("Fusion")
        application.setFont(ui_font())
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(appearance)

    @property
    def appearance(self) -> Appearance:
        """What the officer chose."""
        return self._appearance

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        return self._theme or LIGHT

    def choose(self, appearance: Appearance) -> None:
        """Takes the officer's choice; the window's own frame follows where the system can."""
        self._appearance = appearance
        self._application.styleHints().setColorScheme(SCHEMES[appearance])
        self._follow()

    def system_scheme(self) -> Qt.ColorScheme:
        """What the system asks for now."""
        return self._application.styleHints().colorScheme()

    @Slot()
    def _follow(self) -> None:
        """Puts on the theme that is due, once."""
        theme = self._due()
        if theme is self._theme:
            return
        self._theme = theme
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(chrome(theme))
        self.changed.emit(theme)

    def _due(self) -> Theme:
        """The theme of the officer's choice, or of the system."""
        if self._appearance is Appearance.SYSTEM:
            return DARK if self.system_scheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance is Appearance.DARK else LIGHT
