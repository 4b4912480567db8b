"""The window of committee appendices: choices and what to look at on the left, the pages on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.appendix.assigning import AssigningDialog
from gui.appendix.buttons import push_button
from gui.appendix.choices import Choices
from gui.appendix.composing import Composer
from gui.appendix.preview import Preview
from gui.appendix.printing import Ask, ask_printer, print_pages, printer_for
from gui.appendix.remarks_list import RemarksList
from gui.patience import WindowPatience
from model.committee_papers import FORMS
from model.pages import Page
from model.prompts import Prompts
from model.publishing import Publishing
from model.refusals import Refusal

USUAL, LEFT = (1280, 700), 312
SOON = 60
"""Milliseconds between a choice and the pages for it, so that several ticks are one work."""


class AppendixWindow(QWidget):
    """Everything that is done about the appendices of one tracker."""

    line_chosen = Signal(int)

    def __init__(self, publishing: Publishing, prompts: Prompts, commit: Callable[[], bool]) -> None:
        """Show a tracker's appendix; `commit` takes what is being typed into the tracker."""
        super().__init__()
        self.setObjectName("appendixWindow")
        self.publishing = publishing
        self.prompts = prompts
        self.ask_printer: Ask | None = None
        self._commit = commit
        self._seen = False
        self.patience = WindowPatience(self)
        self.preview = Preview()
        self.choices = Choices(publishing.owners.committees, publishing.columns, tuple(FORMS))
        self.remarks = RemarksList()
        self.composer = Composer()
        self.looker = Composer()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setWindowTitle(f"Committee appendix – {publishing.document.name}")
        self.resize(*USUAL)
        self._show_kept()

    def refresh(self) -> None:
        """Lay the pages out as the tracker stands now."""
        if self._commit():
            self._compose()

    def save(self) -> None:
        """Write the files into a folder that is asked for."""
        pack = self.choices.pack(with_list=self.remarks.kept.isChecked())
        if not pack.forms:
            self.prompts.refuse("No form is chosen to save. Tick PDF or another form first.")
        elif self._commit():
            self.publishing.save(pack, self.patience)

    def print_pages(self) -> None:
        """Print the pages through the system's dialog."""
        pages = self.preview.pages
        if not pages:
            self.prompts.refuse("There are no pages to print yet. Wait until they are laid out, or press Refresh.")
            return
        printer = printer_for(pages)
        ask = self.ask_printer or ask_printer(len(pages), self.preview.view.page)
        if ask(printer, self):
            try:
                print_pages(pages, printer, self.patience)
            except Refusal as refusal:
                self.prompts.refuse(str(refusal))

    def assign(self) -> bool:
        """Ask whose savings are; False where the officer thought better of it."""
        dialog = AssigningDialog(self.publishing.owners.prefixes(), self)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        if taken:
            self.publishing.owners.assign(dialog.by_prefix, dialog.by_line)
            self.choices.committees.offer(self.publishing.owners.committees, self.choices.committees.chosen)
            self._compose()
        dialog.deleteLater()
        return taken

    def follow_tracker(self, _lines: frozenset[int] = frozenset()) -> None:
        """Say that the pages are not of the tracker as it is now."""
        if self.isVisible():
            self.preview.show_stale()

    def end(self) -> None:
        """Close for good: the tracker is closed."""
        self.close()
        self.preview.drawer.stop()
        self.deleteLater()

    def _compose(self) -> None:
        choice = self.choices.choice
        self.looker.start(self.publishing.remark_maker(choice))
        self.composer.start(self.publishing.page_maker(choice))

    def _show_kept(self) -> None:
        """Show what was chosen before for the committees that are ticked."""
        kept = self.publishing.choice(self.choices.committees.chosen)
        if kept is not None:
            self.choices.show_choice(kept)
        self._soon.start()

    def _follow_choice(self) -> None:
        self.publishing.remember(self.choices.choice)
        self._soon.start()

    def _show_pages(self, pages: Sequence[Page]) -> None:
        self.preview.show_pages(pages)

    def _fail(self, trouble: BaseException) -> None:
        self._raise_unexpected(trouble)
        self.prompts.refuse(str(trouble))

    def _raise_unexpected(self, trouble: BaseException) -> None:
        """Raise what nobody expected; a refusal is told once, with the pages."""
        if not isinstance(trouble, Refusal):
            raise trouble

    def _choose_line(self, reference: str) -> None:
        line = next((saving.line for saving in self.publishing.year if saving.reference == reference), None)
        if line is not None:
            self.line_chosen.emit(line)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 10)
        left.setSpacing(10)
        left.addWidget(self._scrolled(), 1)
        left.addLayout(self._buttons())
        side = QWidget()
        side.setFixedWidth(LEFT)
        side.setLayout(left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.preview, 1)

    def _scrolled(self) -> QScrollArea:
        """Everything on the left but the buttons, which stay in view however low the screen is."""
        within = QWidget()
        column = QVBoxLayout(within)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.choices)
        column.addWidget(self.remarks, 1)
        column.addLayout(self._forms())
        scrolled = QScrollArea()
        scrolled.setObjectName("appendixChoices")
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(within)
        return scrolled

    def _forms(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(QLabel("Save as"))
        for box in self.choices.forms.values():
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(push_button("&Save…", "Write the files into a folder (Ctrl+S)", self.save, main=True))
        row.addWidget(push_button("P&rint…", "Print the pages shown (Ctrl+P)", self.print_pages))
        row.addStretch(1)
        row.addWidget(push_button("Close", "Back to the tracker (Esc)", self.close))
        return row

    def _connect(self) -> None:
        self.choices.committees_changed.connect(self._show_kept)
        self.choices.changed.connect(self._follow_choice)
        self.choices.assign_asked.connect(self.assign)
        self._soon.timeout.connect(self._compose)
        self.composer.made.connect(self._show_pages)
        self.composer.failed.connect(self._fail)
        self.looker.made.connect(self.remarks.show_remarks)
        self.looker.failed.connect(self._raise_unexpected)
        self.composer.busy_changed.connect(lambda busy: self.preview.show_waiting(on=busy))
        self.preview.refresh_asked.connect(self.refresh)
        self.preview.cancel_asked.connect(self.composer.cancel)
        self.remarks.reference_chosen.connect(self._choose_line)

    def _add_keys(self) -> None:
        view = self.preview.view
        search = self.preview.search
        for keys, act in {
            "F5": self.refresh,
            "Ctrl+S": self.save,
            "Ctrl+P": self.print_pages,
            "Ctrl+F": self.preview.begin_search,
            "F3": lambda: search.step(1),
            "Shift+F3": lambda: search.step(-1),
            "Ctrl++": view.zoom_in,
            "Ctrl+=": view.zoom_in,
            "Ctrl+-": view.zoom_out,
            "Ctrl+0": view.fit_width,
            "Esc": self.close,
        }.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # Qt's own names from here on.

    def showEvent(self, event: QShowEvent) -> None:
        """Ask once whose savings are, where the tracker does not say so."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            if self.publishing.owners.unasked:
                QTimer.singleShot(0, self, self.assign)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for nothing any more; the window stands by with its choices until it is asked for again."""
        self._soon.stop()
        self.composer.cancel()
        self.looker.cancel()
        super().closeEvent(event)
