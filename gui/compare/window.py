"""The window of a comparison: which two trackers above, their savings in one table, within a year the movement too."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui.appendix.printing import Ask, ask_printer, print_pages, printer_for
from gui.compare.columns import short_names
from gui.compare.decisions_dialog import DecisionsDialog
from gui.compare.head import CompareHead
from gui.compare.lines_page import LinesPage
from gui.compare.movement_page import MovementPage
from gui.compare.partners_dialog import ask_partners
from gui.patience import WindowPatience
from model.choosing import Chosen
from model.comparing import Comparing
from model.comparison import Row, Side
from model.comparison_papers import ComparisonPapers, comparison_pages
from model.lineage import Match, Verdict
from model.plain_text import one_line
from model.refusals import Refusal
from model.saving import Saving

SMALLEST, USUAL = (640, 360), (1366, 740)
LINES, MOVEMENT = range(2)
NOT_OPEN = "This line is in a tracker that is not open"
Keep = Callable[[tuple[int, ...], str], None]


class CompareWindow(QWidget):
    """One comparison of two trackers; it decides nothing but asks, and shows what came of it."""

    line_chosen = Signal(object, int)
    """A document and a line of it: the officer wants to see it there."""
    life_asked = Signal(object, int)
    """A side, as it was chosen, and the line of it whose life is asked for."""
    gone = Signal()

    def __init__(self, comparing: Comparing, commit: Callable[[], bool]) -> None:
        """Show a comparison; `commit` takes what is being typed into the trackers."""
        super().__init__()
        self.setObjectName("compareWindow")
        self.comparing = comparing
        self.patience = comparing.patience = WindowPatience(self)
        self.papers = ComparisonPapers(comparing.prompts, comparing.folder)
        self.ask_printer: Ask | None = None
        self._commit = commit
        self._at_work = False
        self.head = CompareHead()
        self.lines = LinesPage(comparing, self.patience)
        self.pages = QTabWidget()
        self.movement: MovementPage | None = None
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._follow()
        self.lines.table.setFocus()

    @property
    def row(self) -> Row | None:
        """The current row; None where none is shown."""
        return self.lines.row

    def refresh(self) -> None:
        """Compare the trackers as they stand now."""
        if self._commit():
            self._after(self.comparing.refresh)
            self.lines.table.fit_columns()

    def swap(self) -> None:
        """Take the earlier one for the later."""
        self._after(self.comparing.swap)
        self.lines.table.fit_columns()

    def next_question(self) -> None:
        """Go on to the next row of which something has to be said."""
        self.pages.setCurrentIndex(LINES)
        self.lines.next_question()

    def decide(self, match: Match, verdict: Verdict, why: str) -> None:
        """Keep what was said about two lines, and go on to the next row of which something has to be said."""
        waiting = self.lines.waiting()
        self._after(lambda: self.comparing.decide(match, verdict, why))
        self.lines.go_on_to(waiting)

    def take_back(self, match: Match) -> None:
        """Forget what was said about two lines."""
        self._after(lambda: self.comparing.take_back(match))

    def take_back_last(self) -> None:
        """Forget what was decided here last, and show its row again."""
        waits: list[Row | None] = []
        self._after(lambda: waits.append(self.comparing.take_back_last()))
        for row in filter(None, waits):
            self.lines.go_to(row.number)

    def split(self) -> None:
        """Ask which later lines the row's earlier saving became."""
        if self.row is not None and self.row.earlier is not None:
            line = self.row.earlier.line
            self._ask_partners(Side.EARLIER, self.row, lambda lines, why: self.comparing.split(line, lines, why))

    def join(self) -> None:
        """Ask from which earlier lines the row's later saving came."""
        if self.row is not None and self.row.later is not None:
            line = self.row.later.line
            self._ask_partners(Side.LATER, self.row, lambda lines, why: self.comparing.join(lines, line, why))

    def show_decisions(self) -> None:
        """Show what was decided, to be taken back or shared; the table follows."""
        dialog = DecisionsDialog(self.comparing.decisions, self)
        dialog.exec()
        dialog.deleteLater()
        self._after(self.comparing.follow_decisions)

    def export(self) -> None:
        """Write the rows shown as a workbook, csv or PDF."""
        self.papers.export(self.comparing.comparison, self.lines.model.rows, self.patience)

    def print_rows(self) -> None:
        """Print the rows shown, and what differs in their texts, through the system's dialog."""
        comparison, rows = self.comparing.comparison, self.lines.model.rows
        pages = self.patience("Laying out the pages", lambda _here: comparison_pages(comparison, rows))
        printer = printer_for(pages)
        printer.setDocName(self.windowTitle())
        if (self.ask_printer or ask_printer(len(pages), 0))(printer, self):
            try:
                print_pages(pages, printer, self.patience)
            except Refusal as refusal:
                self.comparing.prompts.refuse(str(refusal))

    def go_to_line(self) -> None:
        """Show the current row's line in its tracker, the later one where both are open."""
        for side, saving in self._sides():
            if side.document is not None:
                self.line_chosen.emit(side.document, saving.line)
                return
        self.lines.say(NOT_OPEN)

    def ask_life(self) -> None:
        """Ask for the life of the current row's saving."""
        for side, saving in self._sides()[:1]:
            self.life_asked.emit(side, saving.line)

    def follow_tracker(self, _lines: frozenset[int] = frozenset()) -> None:
        """Say that a tracker was edited since."""
        self.head.show_stale(on=self.comparing.stale)

    def _sides(self) -> list[tuple[Chosen, Saving]]:
        """Give the sides that have the current row's saving, the later one first."""
        row = self.row
        sides = ((self.comparing.later, row and row.later), (self.comparing.earlier, row and row.earlier))
        return [(side, saving) for side, saving in sides if isinstance(saving, Saving)]

    def _after(self, act: Callable[[], object]) -> None:
        """Show what came of an act; the keyboard goes to the table from the pane, whose buttons are others now."""
        in_pane = self.lines.holds_keyboard()
        self._at_work = True
        act()
        self._at_work = False
        self.lines.show_comparison(self.comparing)
        self._follow()
        if in_pane:
            self.lines.table.setFocus()

    def _ask_partners(self, side: Side, row: Row, keep: Keep) -> None:
        """Ask which lines of the other side a row's saving became, or came from, and keep the answer."""
        answer = ask_partners(self.comparing.comparison, row, side, self)
        if answer is not None:
            self._after(lambda: keep(*answer))

    def _follow(self) -> None:
        """Show what came of a comparison made anew."""
        comparison = self.comparing.comparison
        first, last = map(one_line, comparison.names)
        self.setWindowTitle(f"{first} and {last} compared – Savings Tracker")
        self.head.show_comparison(self.comparing)
        self._show_row()
        if self.movement is not None:
            self.pages.removeTab(MOVEMENT)
            self.movement.deleteLater()
            self.movement = None
        if self.comparing.movement is not None:
            self.movement = MovementPage(replace(self.comparing.movement, names=short_names(comparison)))
            self.movement.row_chosen.connect(self._go_to_row)
            self.pages.addTab(self.movement, "Movement")

    def _go_to_row(self, number: object) -> None:
        if isinstance(number, int):
            self.pages.setCurrentIndex(LINES)
            self.lines.go_to(number)
            self.lines.table.setFocus()

    def _show_row(self) -> None:
        row = self.row
        questions = self.comparing.questions(row) if row is not None else ()
        what = self.lines.model.what(row) if row is not None else ""
        self.lines.pane.show_row(row, what, questions, self.comparing.comparison.names)

    def _lay_out(self) -> None:
        self.pages.setTabBarAutoHide(True)
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.lines, "Savings")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        pane = self.lines.pane
        self.lines.row_changed.connect(self._show_row)
        self.lines.table.doubleClicked.connect(self.go_to_line)
        self.lines.status.taken_back.connect(self.take_back_last)
        pane.decided.connect(self.decide)
        pane.taken_back.connect(self.take_back)
        pane.split_asked.connect(self.split)
        pane.join_asked.connect(self.join)
        pane.line_asked.connect(self.go_to_line)
        pane.life_asked.connect(self.ask_life)
        for name, act in {
            "swap": self.swap,
            "next_question": self.next_question,
            "export": self.export,
            "print_rows": self.print_rows,
            "show_decisions": self.show_decisions,
        }.items():
            self.head.buttons[name].clicked.connect(act)

    def _add_keys(self) -> None:
        for keys, act in {
            "Ctrl+S": self.export,
            "Ctrl+P": self.print_rows,
            "F5": self.refresh,
            "F6": self._next_part,
            "F8": self.next_question,
            "Ctrl+Z": self.take_back_last,
            "Ctrl+E": self.lines.pane.take_keyboard,
            "Ctrl+F": self.lines.filter.begin,
            "Ctrl+G": self.go_to_line,
            "Ctrl+Shift+A": self.lines.show_all,
            "Ctrl+Shift+L": self.ask_life,
            "Esc": self._leave,
        }.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _next_part(self) -> None:
        if self.pages.currentIndex() == LINES:
            self.lines.next_part()
        else:
            self.pages.currentWidget().setFocus()

    def _leave(self) -> None:
        """Go back to the table; from there, close the window."""
        if self.pages.currentIndex() == LINES and not self.lines.table.hasFocus():
            self.lines.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.close()

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        """Follow what was edited meanwhile, when the officer comes back."""
        super().changeEvent(event)
        came_back = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and not self._at_work
        if came_back and self.comparing.stale:
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be gone: a comparison is made anew when it is asked for again."""
        super().closeEvent(event)
        self.gone.emit()
