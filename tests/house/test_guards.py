"""The guards of tests/conftest.py: what nobody expected does fail a test."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sources import ROOT

# Each is the body of a test that may not pass; the comment says which guard fails it.
UNEXPECTED = {
    "warning": "warnings.warn('old')",
    "log": "logging.getLogger('model').warning('odd')",
    "qt": "qWarning('odd')",
    "connection": "socket.create_connection(('127.0.0.1', 9))",
    "look_up": "socket.getaddrinfo('localhost', 9)",
    "window": "kept.append(QWidget()); kept[0].show()",
}
EXPECTED = {
    "log_line": "logging.getLogger('model').warning('odd'); assert request.getfixturevalue('expected_log')",
    "settings": "s = QSettings('a', 'b'); s.setValue('x', 1); s.sync(); assert str(own_folders) in s.fileName()",
    "settings_anew": "assert QSettings('a', 'b').value('x') is None",
    "folders": "assert str(own_folders) in platformdirs.user_config_dir('a')",
    "closed_window": "window = QWidget(); window.show(); window.itself = window; window.close(); del window",
}
HEAD = """
import logging, platformdirs, pytest, socket, warnings
from PySide6.QtCore import QSettings, qWarning
from PySide6.QtWidgets import QWidget

kept = []
"""


def inner_tests() -> str:
    """A file of tests, the first ones to be failed by a guard."""
    arguments = {"log_line": "expected_log, request"}
    tests = (
        f"def test_{name}({arguments.get(name, 'qapp, own_folders')}):\n    {body}\n"
        for name, body in (UNEXPECTED | EXPECTED).items()
    )
    return HEAD + "\n".join(tests)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What became of each inner test, in a process of its own: passed, failed, or an error as it ended."""
    folder: Path = tmp_path_factory.mktemp("inner")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_inner.py").write_text(inner_tests(), encoding="utf-8")
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider", "-rA"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(folder)],
        cwd=folder,
        env={**os.environ, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S+::test_(\w+)", done.stdout, flags=re.MULTILINE):
        found.setdefault(name, set()).add(outcome)
    return found


@pytest.mark.parametrize("name", UNEXPECTED)
def test_what_nobody_expected_fails_the_test(outcomes: dict[str, set[str]], name: str) -> None:
    assert outcomes[name] & {"FAILED", "ERROR"}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_in_order_passes(outcomes: dict[str, set[str]], name: str) -> None:
    assert outcomes[name] == {"PASSED"}
