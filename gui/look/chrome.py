"""The style sheet of the chrome: bars, buttons, tabs, lines, chips and scroll bars, from the theme's colours."""

from string import Template

from gui.theme import FINDING, RATINGS, TITLE_SIZE, Theme
from model.resources import RESOURCES

ICONS = (RESOURCES / "icons").as_posix()

_SHEET = Template("""
QMainWindow, QDialog { background: $ground; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: $ground; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $surface; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 3px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QToolBar { background: $ground; border: none; padding: 4px 10px; spacing: 7px; }
QPushButton, QToolButton { background: $surface; color: $ink; border: 1px solid $hairline;
    border-radius: 5px; padding: 5px 10px; }
QPushButton:hover, QToolButton:hover { background: $selection; }
QPushButton:pressed, QToolButton:pressed { background: $block; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $ground; }
QPushButton[main="true"], QToolButton[main="true"], QPushButton:default { background: $accent;
    color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[main="true"]:focus, QToolButton[main="true"]:focus, QPushButton:default:focus {
    border: 1px solid $ink; }
QPushButton[main="true"]:disabled, QToolButton[main="true"]:disabled { background: $ground; color: $muted;
    border-color: $hairline; }
QToolButton[bare="true"] { background: transparent; border: 1px solid transparent; padding: 0 5px; color: $muted; }
QToolButton[bare="true"]:hover { color: $ink; background: $selection; }
QToolButton[bare="true"]:focus { border-color: $accent; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $surface; color: $ink;
    border: 1px solid $hairline; border-radius: 5px; padding: 4px 7px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted; background: $ground; }
QComboBox { combobox-popup: 0; }
QComboBox#cellEditor::drop-down { width: 0; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url("$icons/down.svg"); width: 9px; height: 9px; }
QTableView#findingsList { background: $surface; color: $ink; border: none; selection-background-color: $selection;
    selection-color: $ink; }
QTableView#findingsList QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 1px solid $hairline; padding: 2px 4px; font-weight: 600; }
QTableView[listing="true"] { background: $surface; color: $ink; border: 1px solid $hairline;
    gridline-color: $hairline; }
QTableView[listing="true"]:focus { border: 1px solid $accent; }
QTableView[listing="true"] QHeaderView { background: $heading; }
QTableView[listing="true"] QHeaderView::section { background: $heading; color: $muted; border: none;
    border-right: 1px solid $hairline; border-bottom: 1px solid $hairline; padding: 4px 5px; font-weight: 600; }
QLabel[banner="true"] { background: $banner; color: $on_banner; font-weight: 600; padding: 6px 12px; }
QListView#pageList, QListView#remarks, QListView#committees, QTreeView#owners { background: $surface; color: $ink;
    border: 1px solid $hairline; selection-background-color: $selection; selection-color: $ink; }
QListView#remarks::item, QListView#committees::item { padding: 3px 2px; border-bottom: 1px solid $hairline; }
QListView#remarks::item:selected, QListView#committees::item:selected, QListView#pageList::item:selected {
    background: $selection; color: $ink; }
QTreeView#owners::item { padding: 4px 2px; }
QTreeView#owners::item:selected { background: $selection; color: $ink; }
QTreeView#owners::item:selected:focus { border: 1px solid $accent; }
QTreeView#owners QHeaderView::section { background: $heading; color: $muted; border: none;
    border-bottom: 1px solid $hairline; padding: 4px; font-weight: 600; }
QCheckBox { color: $ink; spacing: 6px; }
QCheckBox::indicator, QListView::indicator { width: 12px; height: 12px; background: $surface; border: 1px solid $muted;
    border-radius: 3px; }
QCheckBox::indicator:checked, QListView::indicator:checked { image: url("$icons/tick.svg"); border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QListView:focus, QTreeView:focus { border: 1px solid $accent; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $hairline;
    selection-background-color: $selection; selection-color: $ink; }
QLineEdit#cellEditor, QComboBox#cellEditor, QPlainTextEdit#cellEditor { border: 2px solid $accent;
    border-radius: 0; padding: 0 3px; }
QTabWidget::pane { border: none; }
QTabBar { background: $ground; }
QTabBar::tab { background: $heading; color: $muted; border: 1px solid $hairline;
    border-bottom: none; border-top-left-radius: 5px; border-top-right-radius: 5px;
    padding: 6px 14px; margin-right: 2px; }
QTabBar::tab:selected { background: $surface; color: $ink; font-weight: 600; }
QTabBar::tab:focus { border-color: $accent; }
QTabBar QToolButton { background: $heading; padding: 0; border-radius: 3px; }
QTabBar QToolButton::left-arrow { image: url("$icons/left.svg"); width: 9px; height: 9px; }
QTabBar QToolButton::right-arrow { image: url("$icons/right.svg"); width: 9px; height: 9px; }
QStatusBar { background: $ground; border-top: 1px solid $hairline; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 3px 8px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $hairline; padding: 4px; }
QSplitter::handle { background: $hairline; }
QAbstractScrollArea::corner { background: $ground; border: none; }
QScrollBar { background: $ground; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $thumb; border: 3px solid $ground; border-radius: 5px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QWidget[surface="true"] { background: $surface; }
QAbstractScrollArea[surface="true"] > QWidget { background: $surface; }
QLabel[muted="true"] { color: $muted; }
QLabel[strong="true"], QLabel[heading="true"] { font-weight: 600; }
QLabel[heading="true"] { color: $muted; }
QLabel[changed="true"] { color: $accent; font-weight: 600; }
QPushButton[bare="true"] { background: transparent; border: 1px solid transparent; padding: 0; color: $accent;
    text-align: left; }
QPushButton[bare="true"]:focus { border-color: $accent; }
QLabel[title="true"] { font-size: ${title_size}px; font-weight: 600; }
QWidget#besideHeading { background: $heading; border-top: 2px solid $heading; border-bottom: 1px solid $hairline; }
QWidget#besideHeading[front="true"] { background: $selection; border-top: 2px solid $accent; }
QLabel#besideTitle { color: $muted; }
QLabel#besideTitle[front="true"] { color: $accent; }
QFrame[card="true"] { background: $heading; border: none; }
QPushButton[chip], QToolButton[chip] { border-radius: 11px; padding: 3px 10px; font-weight: 600;
    border: 1px solid $hairline; }
QPushButton[chip]:checked, QToolButton[chip]:checked { background: $block; border: 2px solid $accent;
    padding: 2px 9px; }
QPushButton[chip]:focus, QToolButton[chip]:focus { border: 2px solid $ink; padding: 2px 9px; }
""")

_CHIP = Template("""
QPushButton[chip="$rating"], QToolButton[chip="$rating"], QPushButton[chip="$rating"]:checked {
    background: $fill; color: $ink; }
QPushButton[chip="$rating"][unchosen="true"] { background: $ground; color: $words; }
""")


_FIXED = {
    "title_size": str(TITLE_SIZE),
    "icons": ICONS,
    "banner": str(FINDING.fill),
    "on_banner": str(FINDING.ink),
}


def chrome(theme: Theme) -> str:
    """The style sheet for everything around the table, in the colours of the theme."""
    colours = {name: value for name, value in vars(theme).items() if name != "name"}
    sheet = _SHEET.substitute(colours, **_FIXED)
    chips = (
        _CHIP.substitute(rating=rating, fill=label.fill, ink=label.ink, ground=theme.surface, words=theme.muted)
        for rating, label in RATINGS.items()
    )
    return sheet + "".join(chips)
