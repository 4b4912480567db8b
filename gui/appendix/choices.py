"""What the officer chooses for an appendix: whose, which lines and columns, the paper, the forms."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from gui.appendix.columns_button import ColumnsButton
from gui.appendix.committees_box import CommitteesBox
from model.appendix import Choice, Lines, Paper
from model.publishing import Pack

LINES = {
    Lines.ALL: "All savings",
    Lines.NOT_COMPLETE: "Those not complete",
    Lines.RED_AND_BLACK: "Red and Black only",
}
PAPERS = {Paper.A3: "A3 landscape", Paper.A4: "A4 landscape", Paper.LARGE_PRINT: "Large print, A4"}
FORMS = {".pdf": "PDF", ".html": "Web page", ".xlsx": "Workbook"}
WHILE_TYPING = 400


class Choices(QWidget):
    """The officer's choices, each told as it is made."""

    committees_changed = Signal()
    changed = Signal()
    assign_asked = Signal()

    def __init__(self, committees: Sequence[str], columns: Mapping[str, str], forms: Sequence[str]) -> None:
        """Offer the committees and columns of a tracker, and the forms that can be written."""
        super().__init__()
        self._quiet = False
        self.committees = CommitteesBox(committees)
        self.lines = _box("Lines", {member.value: words for member, words in LINES.items()})
        self.paper = _box("Paper", {member.value: words for member, words in PAPERS.items()})
        self.columns = ColumnsButton(columns)
        self.descriptions = QCheckBox("Print &descriptions")
        self.council = _field("Council", "As it is to be printed")
        self.appendix = _field("Appendix number", "Such as Appendix 3")
        self.forms = {form: QCheckBox(FORMS.get(form, form)) for form in forms}
        self._typing = QTimer(self, singleShot=True, interval=WHILE_TYPING)
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return Choice(
            committees=self.committees.chosen,
            columns=self.columns.chosen,
            lines=Lines(self.lines.currentData()),
            descriptions=self.descriptions.isChecked(),
            paper=Paper(self.paper.currentData()),
            council=self.council.text().strip(),
            appendix=self.appendix.text().strip(),
        )

    def pack(self, *, with_list: bool) -> Pack:
        """Give what is to be written."""
        forms = tuple(form for form, box in self.forms.items() if box.isChecked())
        return Pack(self.choice, forms, self.committees.each.isChecked(), with_list)

    def show_choice(self, choice: Choice) -> None:
        """Show what was chosen before, for the committees that are chosen now."""
        with self._silence():
            self.columns.choose(choice.columns)
            self.lines.setCurrentIndex(self.lines.findData(choice.lines.value))
            self.paper.setCurrentIndex(self.paper.findData(choice.paper.value))
            self.descriptions.setChecked(choice.descriptions)
            self.council.setText(choice.council)
            self.appendix.setText(choice.appendix)

    @contextmanager
    def _silence(self) -> Iterator[None]:
        self._quiet = True
        yield
        self._quiet = False

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.addRow("&Lines", self.lines)
        form.addRow("&Paper", self.paper)
        form.addRow("Col&umns", self.columns)
        form.addRow("", self.descriptions)
        form.addRow("Coun&cil", self.council)
        form.addRow("&Number", self.appendix)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.committees)
        column.addLayout(form)

    def _connect(self) -> None:
        self.committees.changed.connect(self.committees_changed)
        self.committees.assign_asked.connect(self.assign_asked)
        self.lines.currentIndexChanged.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        self.columns.changed.connect(self._tell)
        self.descriptions.toggled.connect(self._tell)
        for field in (self.council, self.appendix):
            field.textEdited.connect(self._typing.start)
        self._typing.timeout.connect(self._tell)
        for box in self.forms.values():
            box.setChecked(True)
            box.setToolTip("Write this form when the appendix is saved")

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _box(name: str, choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, words in choices.items():
        box.addItem(words, value)
    return box


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field
