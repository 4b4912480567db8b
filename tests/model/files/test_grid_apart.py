"""Reading in a process of its own: what it answers, what it may take, and that nothing is lost on the way."""

import io
import pickle
from pathlib import Path

import pytest
from python_calamine import CalamineError, PasswordError

from model.files import extent, worksheets
from model.files.grid import read_grids
from model.files.worksheets import DAMAGED, PASSWORD, READ, TOO_MUCH, answer, limit_memory
from packages import Value, an_ods, an_xlsx, changed

resource = pytest.importorskip("resource", reason="measures memory as Unix does")


def answers(path: Path) -> list[object]:
    """What the reading process would answer, all of it."""
    output = io.BytesIO()
    answer(path.read_bytes(), output)
    output.seek(0)
    said = []
    while output.tell() < len(output.getvalue()):
        said.append(pickle.load(output))  # noqa: S301 - written two lines above
    return said


def test_worksheets_are_answered_in_batches_and_a_closing_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheets, "BATCH", 2)
    path = an_xlsx(tmp_path / "tracker.xlsx", [["a"], ["b"], ["c"]], Empty=[])
    assert answers(path) == [("Tracker", False), [["a"], ["b"]], [["c"]], None, ("Empty", False), None, READ]


@pytest.mark.parametrize(
    ("raised", "word"),
    [
        (MemoryError(), TOO_MUCH),
        (PasswordError(), PASSWORD),
        (CalamineError("Cell limit exceeded (1 requested)"), TOO_MUCH),
        (CalamineError("No such part"), DAMAGED),
        (type("PanicException", (BaseException,), {})("out of range"), DAMAGED),
    ],
    ids=["memory", "password", "limit", "broken", "panic"],
)
def test_whatever_goes_wrong_there_is_a_closing_word(
    raised: BaseException, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_workbook: object) -> None:
        raise raised

    monkeypatch.setattr("python_calamine.load_workbook", fail)
    assert answers(an_xlsx(tmp_path / "tracker.xlsx")) == [word]


def test_more_cells_or_more_to_send_back_than_allowed_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx", [["x" * 100] * 5] * 20)
    monkeypatch.setattr(worksheets, "LARGEST_ANSWER", 300)
    assert answers(path) == [("Tracker", False), TOO_MUCH]
    monkeypatch.setattr(worksheets, "MOST_CELLS", 99)
    assert answers(path) == [TOO_MUCH]


@pytest.mark.parametrize("most", [resource.RLIM_INFINITY, 2**40, 2**20])
def test_the_system_is_asked_to_refuse_more_memory_than_allowed(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {}
    monkeypatch.setattr(resource, "getrlimit", lambda _what: (most, most))
    monkeypatch.setattr(resource, "setrlimit", lambda what, limit: limits.update({what: limit}))
    limit_memory()
    allowed = min(worksheets.MOST_MEMORY, 2**20) if most == 2**20 else worksheets.MOST_MEMORY
    assert limits == {resource.RLIMIT_AS: (allowed, most), resource.RLIMIT_CORE: (0, 0)}


def test_a_system_without_limits_is_asked_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheets, "resource", None)
    before = resource.getrlimit(resource.RLIMIT_AS)
    limit_memory()
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_reading_apart_gives_the_same_cells_as_reading_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Value]] = [[f"A/R.6.{number}", number / 4, number % 2 == 0, "–"] for number in range(2500)]
    path = an_xlsx(tmp_path / "tracker.xlsx", rows, Second=[["y"]], Empty=[])
    here = read_grids(path)
    monkeypatch.setattr(extent, "LARGEST_PROVED", 1000)
    assert read_grids(path) == here
    assert [grid.name for grid in here] == ["Tracker", "Second", "Empty"]


def test_the_reading_process_needs_nothing_from_where_the_program_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('the wrong pickle')", encoding="utf-8")
    path = an_ods(tmp_path / "tracker.ods", [["x"]])
    monkeypatch.chdir(tmp_path)
    assert [list(row) for row in read_grids(Path(path.name))[0].rows] == [["x"]]


def test_reading_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (tmp_path / "council").mkdir()
    path = changed(an_ods(tmp_path / "council" / "tracker.ods", [["x"]]), ("content.xml", b">x<", b">y<"))
    assert read_grids(path)[0].rows[0] == ["y"]
    assert [place.name for place in tmp_path.iterdir()] == ["council"]
