"""Programs that write one file take turns: each reads, changes and writes it while no other does."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.files.held import hold

TURNS, A_TURN = 50, 0.02
"""How often another program is waited for, and how long each time, in seconds."""


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Hold the sign that stands for a file, so that other programs that ask for it wait.

    One that does not let go is not waited for longer than a second: who writes still looks whether the file changed.

    Raises:
        OSError: the sign can't be made in that folder.
    """
    sign = os.open(path.with_suffix(".turn"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        for _ in range(TURNS):
            if hold(sign):
                break
            time.sleep(A_TURN)
        yield
    finally:
        os.close(sign)
