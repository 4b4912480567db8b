"""The look as data: colours of the light and the dark theme, rating labels, fonts and the rule of contrast."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

FAMILIES = ("Segoe UI", "Inter", "Noto Sans", "Helvetica Neue", "Arial")
TEXT_SIZE = 12
TITLE_SIZE = 14
LEAST_CONTRAST = 4.5
LINEAR_UP_TO = 0.04045


@dataclass(frozen=True)
class Theme:
    """Colours of one theme, by what they are for. `block` is the ground of cells selected together."""

    name: str
    ground: str
    surface: str
    ink: str
    muted: str
    hairline: str
    heading: str
    accent: str
    on_accent: str
    selection: str
    block: str
    editable: str
    strong_line: str
    plan_bar: str
    thumb: str

    @property
    def grounds(self) -> dict[str, str]:
        """Every ground that ink and muted ink may stand on, by name. On `block` stands full ink only."""
        return {
            "ground": self.ground,
            "surface": self.surface,
            "heading": self.heading,
            "selection": self.selection,
            "editable": self.editable,
        }

    @property
    def dark(self) -> bool:
        """Whether light ink stands on dark ground."""
        return luminance(self.ground) < luminance(self.ink)


@dataclass(frozen=True)
class Label:
    """Colours of a rating's filled label. Without a `fill` it is outlined, its word in the theme's ink."""

    fill: str | None = None
    ink: str | None = None
    outlined: bool = False


LIGHT = Theme(
    name="light",
    ground="#F4F5F7",
    surface="#FFFFFF",
    ink="#1B1F24",
    muted="#5B6570",
    hairline="#DDE1E6",
    heading="#E9EDF3",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    selection="#E4EEFB",
    block="#CFE0F8",
    editable="#FFFBEA",
    strong_line="#4A5664",
    plan_bar="#B4BAC0",
    thumb="#AEB6C0",
)

DARK = Theme(
    name="dark",
    ground="#1E2126",
    surface="#25292F",
    ink="#E8EAED",
    muted="#A0A8B2",
    hairline="#3A4048",
    heading="#2D333B",
    accent="#7FB0F5",
    on_accent="#14181D",
    selection="#2B3B52",
    block="#334A6B",
    editable="#302C1C",
    strong_line="#B4BCC6",
    plan_bar="#5C636B",
    thumb="#59626D",
)

FINDING = Label("#8A5A00", "#FFFFFF")
RATINGS = {
    "Red": Label("#B3261E", "#FFFFFF"),
    "Amber": Label("#F2B600", "#000000"),
    "Green": Label("#1E7B34", "#FFFFFF"),
    "Black": Label("#111111", "#FFFFFF", outlined=True),
    "Blue": Label("#1D5FB4", "#FFFFFF"),
}
ERROR = RATINGS["Red"]
NEUTRAL = Label(outlined=True)


def rating_label(rating: str) -> Label:
    """The label of a rating; one that no scheme of ours names is outlined, with its word."""
    return RATINGS.get(rating, NEUTRAL)


def luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 to 1 (WCAG 2.1)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= LINEAR_UP_TO else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(foreground: str, background: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.1)."""
    lighter, darker = sorted((luminance(foreground), luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def theme_of(palette: QPalette) -> Theme:
    """The theme that a widget is shown in, told from its palette: so a painter needs nothing passed to it."""
    ink, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    return DARK if ink.lightness() > ground.lightness() else LIGHT


def ui_font(size: int = TEXT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's text font with figures of one width.

    Args:
        size: Height in pixels at 100%; Qt scales it with the screen.
        weight: How bold it is.
    """
    font = QFont(list(FAMILIES))
    font.setPixelSize(size)
    font.setWeight(weight)
    return tabular(font)


def tabular(font: QFont) -> QFont:
    """The font with figures of one width, so that amounts line up."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def bold(font: QFont) -> QFont:
    """The same font, semibold."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return tabular(heavier)


def title_font() -> QFont:
    """The font of a line's title."""
    return ui_font(TITLE_SIZE, QFont.Weight.DemiBold)


def palette_of(theme: Theme) -> QPalette:
    """The theme as Qt's palette, so that stock widgets take part in it."""
    palette = QPalette()
    role = QPalette.ColorRole
    colours: dict[QPalette.ColorRole, str] = {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.ground,
        role.Text: theme.ink,
        role.PlaceholderText: theme.muted,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_accent,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
        role.Accent: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.heading,
        role.Mid: theme.hairline,
        role.Dark: theme.hairline,
        role.Shadow: theme.ink,
    }
    for part, colour in colours.items():
        palette.setColor(part, QColor(colour))
    _mute(palette, theme, (role.WindowText, role.Text, role.ButtonText))
    return palette


def _mute(palette: QPalette, theme: Theme, parts: Sequence[QPalette.ColorRole]) -> None:
    """What is disabled is in muted ink, still readable."""
    for part in parts:
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(theme.muted))
