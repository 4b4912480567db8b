"""What every test gets: no screen, folders of its own, no network, and a failure for what nobody expected."""

import gc
import logging
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

PUBLISHED = Path(__file__).resolve().parents[2] / "shared" / "trackers"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

# The platform is chosen when the application is made, so this is early enough. Set it to see the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every run; a campaign draws new ones and many more (CONTRIBUTING.md).
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60, database=None)
settings.register_profile("campaign", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips, with the reason, a test of something that this machine does not have."""
    if item.get_closest_marker("published") and not PUBLISHED.is_dir():
        pytest.skip("the published trackers are not beside the project")
    # Where everything is checked, a missing browser or LibreOffice is a fault of the set-up and no reason to skip.
    if item.get_closest_marker("libreoffice") and not shutil.which("soffice") and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) is not installed")
    if item.get_closest_marker("browser") and not any(map(shutil.which, CHROMIUM)) and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed")


@pytest.fixture
def published() -> Path:
    """The folder with the two published trackers; a test that asks for it is skipped where it is not."""
    if not PUBLISHED.is_dir():
        pytest.skip("the published trackers are not beside the project")
    return PUBLISHED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is that opens the published pages."""
    return next(filter(None, map(shutil.which, CHROMIUM)), CHROMIUM[0])


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that no test reads or writes the user's settings and files.

    Returns:
        The home, with its settings, data, cache and state folders still to be made.
    """
    home = tmp_path_factory.mktemp("home")
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "data",
        "LOCALAPPDATA": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    # Qt reads these folders once for the whole process, so it is told each time.
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "config"))
        QSettings.setPath(form, QSettings.Scope.SystemScope, str(home / "system"))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program works offline: a connection, or only the look-up of a name, fails the test."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise AssertionError("a test tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


class _Records(logging.Handler):
    """Keeps the log records of one test, from warnings upwards."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a record."""
        self.kept.append(record)


@pytest.fixture
def expected_log() -> list[logging.LogRecord]:
    """Log records from warnings upwards; a test that asks for it expects some and looks at them itself."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or an error in the log fails the test, unless it asked for `expected_log`."""
    records = _Records()
    expects = "expected_log" in request.fixturenames
    if expects:
        records.kept = request.getfixturevalue("expected_log")
    logging.getLogger().addHandler(records)
    yield
    logging.getLogger().removeHandler(records)
    if records.kept and not expects:
        pytest.fail("unexpected log: " + "; ".join(record.getMessage() for record in records.kept))


@pytest.fixture(autouse=True)
def no_leaked_window() -> Iterator[None]:
    """A window that outlives its test fails it: it would answer the next test's keys."""
    before = _windows()
    yield
    if all(window in before for window in _windows()):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    leaked = [window for window in _windows() if window not in before]
    for window in leaked:
        window.close()
        window.deleteLater()
    if leaked:
        pytest.fail("windows left open: " + ", ".join(map(repr, leaked)))


def _windows() -> list[QWidget]:
    """The windows there are, none before the first test that needs one."""
    return QApplication.topLevelWidgets() if QApplication.instance() else []


@pytest.fixture(autouse=True)
def clipboard_left() -> Iterator[None]:
    """Leave nothing of Python's on the clipboard: it outlives the tests, and Qt would end in a crash."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        widgets.QApplication.clipboard().clear()
