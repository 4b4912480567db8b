"""The front door as it is started: window or text, and one sentence for what can't be done."""

import ctypes
import gc
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

import gui.app
import main
from gui import screen
from model.command_names import COMMANDS
from model.program import Cells
from model.version import VERSION
from sources import ROOT

EXAMPLE = ROOT / "resources" / "examples" / "savings-tracker-2020-21.xlsx"


def started(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program, run as a user runs it, on a machine without a screen unless the test gives one."""
    known = {name: value for name, value in os.environ.items() if name not in screen_names()}
    return subprocess.run(
        [sys.executable, "-X", "dev", str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=known | environment,
        timeout=120,
    )


def screen_names() -> tuple[str, ...]:
    """The variables that tell Qt where to show a window."""
    return ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[list[Path], bool]]]:
    """The windows that would be opened: their files, and whether the example is."""
    windows: list[tuple[list[Path], bool]] = []

    def run(paths: Sequence[Path], beside: Sequence[Path], *, example: bool, cells: Cells | None = None) -> int:
        assert cells is not None
        assert not gc.isenabled()
        windows.append(([*paths, *beside], example))
        return 0

    monkeypatch.setattr(gui.app, "run", run)
    yield windows
    gc.enable()


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the machine look like one that runs Linux, with some variables set."""

    def make(**environment: str) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        for name in screen_names():
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

    return make


def test_files_are_opened_in_the_window(shown: list[tuple[list[Path], bool]]) -> None:
    assert main.main(["a.xlsx", "b.txt"]) == 0
    assert shown == [([Path("a.xlsx"), Path("b.txt")], False)]


def test_files_are_opened_beside_the_last_one(shown: list[tuple[list[Path], bool]]) -> None:
    assert main.main(["a.xlsx", "--beside", "b.txt", "c.xlsx"]) == 0
    assert shown == [([Path("a.xlsx"), Path("b.txt"), Path("c.xlsx")], False)]


def test_without_a_file_the_window_opens_with_the_example(shown: list[tuple[list[Path], bool]]) -> None:
    assert main.main([]) == 0
    assert shown == [([], True)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")
def test_without_a_screen_the_example_is_told_as_text() -> None:
    done = started()
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "There is no screen here to show a window on, so here is the tracker as text."
    assert "Savings Tracker 2020-21, Quarter 1" in lines
    assert "−15,929" in done.stdout
    assert "Ratings: 3 Red, 4 Amber, 31 Green, 2 Black" in lines
    assert "Findings: 1 error, 1 warning, 2 notes" in lines
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")
def test_without_a_screen_a_bad_file_is_one_sentence(tmp_path: Path) -> None:
    done = started(tmp_path / "none.xlsx")
    assert done.returncode == 2
    assert done.stderr.startswith("“none.xlsx” is not there")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")
def test_a_screen_that_does_not_answer_is_no_screen() -> None:
    done = started(EXAMPLE, DISPLAY=":4242")
    assert done.returncode == 0
    assert done.stdout.startswith("The screen :4242 does not answer, so here is the tracker as text.")


def test_text_takes_the_place_of_a_window(
    shown: list[tuple[list[Path], bool]], linux: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    linux()
    assert main.main([str(EXAMPLE), str(EXAMPLE)]) == 0
    assert capsys.readouterr().out.count("Savings Tracker 2020-21, Quarter 1") == 2
    assert shown == []


def test_those_beside_are_told_as_text_too(
    shown: list[tuple[list[Path], bool]], linux: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    linux()
    assert main.main(["--beside", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out.count("Savings Tracker 2020-21, Quarter 1") == 2
    assert shown == []


def test_the_json_is_whole_in_a_pipe_with_any_encoding() -> None:
    done = started("show", EXAMPLE, "--json", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(data["savings"]) == 40
    assert data["totals"]["forecast_total"] == -10623
    assert data["savings"][0]["direction"] == "no change"


def test_a_reader_that_stops_reading_gets_no_complaint() -> None:
    program = f'"{sys.executable}" "{ROOT / "main.py"}" show "{EXAMPLE}" --json | {sys.executable} -c pass'
    done = subprocess.run(program, shell=True, capture_output=True, text=True, check=False, timeout=60)  # noqa: S602
    assert (done.stdout, done.stderr) == ("", "")


def test_a_command_needs_no_qt() -> None:
    code = f"import sys, main; main.main(['check', {str(EXAMPLE)!r}]); sys.exit('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0


def test_help_names_every_command_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main.main(["--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert all(f"\n  {command} F" in out for command in COMMANDS)
    assert "example: main.py resources/examples/" in out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["--version"])
    assert capsys.readouterr().out == f"Savings Tracker {VERSION}\n"


def test_commands_are_handed_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", str(EXAMPLE)]) == 1
    assert "B/R.6.214" in capsys.readouterr().out


def test_what_is_missing_for_a_window_is_one_sentence_and_the_files_are_told_as_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(screen, "missing", lambda: "The window needs something.")
    assert main.main([str(EXAMPLE)]) == 2
    out, err = capsys.readouterr()
    assert err == "The window needs something.\n"
    assert "Ratings: 3 Red" in out
    assert main.main([]) == 2
    assert capsys.readouterr() == ("", "The window needs something.\n")


def test_the_program_ends_quietly_when_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []

    def stop(_arguments: Sequence[str]) -> NoReturn:
        raise BrokenPipeError

    monkeypatch.setattr(main, "main", stop)
    monkeypatch.setattr(os, "dup2", lambda _from, to: ended.append(to))
    monkeypatch.setattr(sys, "stdout", _Pipe())
    assert main.start() == 0
    assert ended == [77]


class _Pipe:
    """An output that can't be set to another encoding."""

    def fileno(self) -> int:
        """Gives a number that is no file's."""
        return 77


def test_the_exit_code_is_the_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", "check", "none.xlsx"])
    assert main.start() == 2


def test_a_library_that_does_not_load_is_named_by_its_package(linux: Callable[..., None]) -> None:
    linux(DISPLAY=":0")

    def load(library: str) -> None:
        if library in {"libEGL.so.1", "libxcb-cursor.so.0"}:
            raise OSError(library)

    assert screen.missing(load) == (
        "The window needs system libraries that are not installed. "
        "On Debian or Ubuntu install them with: sudo apt install libegl1 libxcb-cursor0"
    )


def test_a_platform_without_an_x_screen_needs_no_libraries_for_one(linux: Callable[..., None]) -> None:
    linux(QT_QPA_PLATFORM="offscreen:size=800x600")
    asked: list[str] = []
    assert screen.missing(asked.append) == ""
    assert set(asked) == set(screen.LIBRARIES)


def test_a_missing_pyside_is_told_on_any_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert screen.missing().startswith("The window needs PySide6, which is not installed.")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_a_screen_and_their_libraries(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert (screen.no_screen(), screen.missing(ctypes.CDLL)) == ("", "")


@pytest.mark.parametrize(
    "environment",
    [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}, {"QT_QPA_PLATFORM": "vnc:size=800x600"}],
)
def test_a_screen_is_known_by_its_variables(linux: Callable[..., None], environment: dict[str, str]) -> None:
    linux(**environment)
    assert screen.no_screen() == ""


@pytest.mark.parametrize("environment", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "wayland;xcb"}])
def test_a_platform_that_needs_a_screen_and_has_none_is_told(
    linux: Callable[..., None], environment: dict[str, str]
) -> None:
    linux(**environment)
    assert screen.no_screen().startswith("There is no screen here")


def test_a_screen_that_cannot_be_asked_is_left_to_qt(
    linux: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    linux(DISPLAY=":4242")

    def fail(_library: str) -> NoReturn:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", fail)
    assert screen.no_screen() == ""


class Xcb:
    """Stands for the library that talks to an X screen."""

    def __init__(self, *, fails: bool) -> None:
        self.xcb_connect = _Function(1)
        self.xcb_connection_has_error = _Function(int(fails))
        self.xcb_disconnect = _Function(0)


class _Function:
    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.argtypes: list[object] = []
        self.restype: object = None

    def __call__(self, *_arguments: object) -> int:
        return self.answer


@pytest.mark.parametrize("fails", [True, False])
def test_an_x_screen_is_asked_whether_it_answers(
    linux: Callable[..., None], monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    linux(DISPLAY=":4242")
    monkeypatch.setattr(ctypes, "CDLL", lambda _library: Xcb(fails=fails))
    assert bool(screen.no_screen()) is fails
