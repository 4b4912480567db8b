"""What nobody expected: logged to a file, said once, and no edit lost."""

import logging
import logging.handlers
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler

LOG = logging.getLogger("savings_tracker")
LARGEST_LOG = 1_000_000


def log_path() -> Path:
    """Tell where the log is."""
    return Path(platformdirs.user_log_dir("savings-tracker", appauthor=False)) / "savings-tracker.log"


def keep_log() -> None:
    """Write warnings and mishaps to the log, at most a megabyte of them; without a place for it, none is kept."""
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        kept = logging.handlers.RotatingFileHandler(
            log_path(), maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(kept)


class Mishaps:
    """Takes every exception that nothing else took: logs each, and tells of the first only."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Tell the officer by `tell(sentence)`."""
        self._tell = tell
        self._told = False

    def watch(self) -> None:
        """Take unexpected exceptions and Qt's own warnings from now on."""
        sys.excepthook = self.take
        qInstallMessageHandler(_log_message)

    def take(self, kind: type[BaseException], mishap: BaseException, trace: TracebackType | None) -> None:
        """Log an exception, and say once that it happened."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, mishap, trace)
            return
        LOG.error("Unexpected", exc_info=(kind, mishap, trace))
        if not self._told:
            self._told = True
            # Not here and now: it may have happened while something was painted, where no dialog can be opened.
            QTimer.singleShot(0, self._say)

    def _say(self) -> None:
        self._tell(
            "Something happened that the program did not expect. Your changes are still here: save them under"
            f" a new name, then start the program again. What happened is written to {log_path()}."
        )


def _log_message(kind: QtMsgType, _context: object, message: str) -> None:
    LOG.log(logging.ERROR if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) else logging.WARNING, message)
