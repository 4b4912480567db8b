"""What nobody expected is logged, said once, and loses no edit."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from driver import Driver
from gui import mishaps
from gui.mishaps import LOG, Mishaps, keep_log, log_path
from sources import ROOT

NEWER = ROOT / "resources" / "examples" / "source" / "savings-tracker-2020-21.txt"


class Odd(Exception):  # noqa: N818 - what a test calls it
    """Something that nobody expected."""


@pytest.fixture
def kept_log() -> Iterator[None]:
    """The log as the program keeps it, put away afterwards."""
    before = list(LOG.handlers)
    keep_log()
    yield
    for kept in [kept for kept in LOG.handlers if kept not in before]:
        kept.close()
        LOG.removeHandler(kept)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the officer is told, with mishaps watched for."""
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    Mishaps(said.append).watch()
    yield said
    qInstallMessageHandler(None)


def fails() -> NoReturn:
    """Does what nobody expected."""
    raise Odd("the sum is not the sum")


def takes(mishaps: Mishaps, mishap: BaseException) -> None:
    """Hands a mishap on as Python does."""
    mishaps.take(type(mishap), mishap, mishap.__traceback__)


def test_a_mishap_is_said_once_logged_each_time_and_edits_stay(
    driver: Driver,
    told: list[str],
    kept_log: None,
    expected_log: list[logging.LogRecord],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    monkeypatch.setattr(driver.tab, "show_all", fails)
    for _ in range(2):
        driver.chooses("show_all")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert str(log_path()) in told[0]
    assert len(expected_log) == 2
    assert log_path().read_text("utf-8").count("Odd: the sum is not the sum") == 2
    assert driver.seen.cell("A/R.6.266", "forecast_q4") == "−90"
    driver.presses("Ctrl+Z")
    assert driver.seen.marked() == set()


def test_what_qt_warns_of_is_logged_and_not_told(
    told: list[str], kept_log: None, expected_log: list[logging.LogRecord]
) -> None:
    qWarning("a layout is odd")
    assert "WARNING a layout is odd" in log_path().read_text("utf-8")
    assert [record.levelno for record in expected_log] == [logging.WARNING]
    assert told == []


@pytest.mark.parametrize(
    ("kind", "level"), [(QtMsgType.QtCriticalMsg, logging.ERROR), (QtMsgType.QtInfoMsg, logging.WARNING)]
)
def test_what_is_worse_is_logged_as_an_error(
    expected_log: list[logging.LogRecord], kind: QtMsgType, level: int
) -> None:
    mishaps._log_message(kind, None, "odd")
    assert [record.levelno for record in expected_log] == [level]


def test_ctrl_c_on_the_terminal_is_no_mishap(capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    takes(Mishaps(said.append), KeyboardInterrupt())
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert said == []


def test_without_a_place_for_the_log_the_program_goes_on(own_folders: Path) -> None:
    (own_folders / "state").write_text("a file where the folder should be")
    before = list(LOG.handlers)
    keep_log()
    assert before == LOG.handlers
