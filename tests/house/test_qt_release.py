"""The release of Qt for Python that the bounds allow survives a day's work."""

import subprocess
import sys

# A release that drops a reference to True at each emit aborts after some hundreds (docs/decisions/tools.md).
EMITTING = """
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    changed = Signal(bool)

heard = 0
def hear(_changed):
    global heard
    heard += 1

source = Source()
source.changed.connect(hear)
for _ in range(20_000):
    source.changed.emit(True)
print(heard)
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", EMITTING], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "20000", "")
