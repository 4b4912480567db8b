"""The floor: a bare Qt window with a table of texts, from a process that does nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

LINES, COLUMNS = 40, 26


def main() -> int:
    """Show the window until it is closed."""
    application = QApplication(sys.argv)
    table = QTableWidget(LINES, COLUMNS)
    for line in range(LINES):
        for column in range(COLUMNS):
            table.setItem(line, column, QTableWidgetItem(f"{line * column:,}"))
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1366, 740)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
