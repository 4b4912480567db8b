"""Several files put into a folder all at once, or not at all."""

from itertools import count
from pathlib import Path

import pytest

from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.pack import Write, write_pack
from model.files.unwritable import FolderClosed, NameOfFolder, NoSuchFolder, OpenElsewhere, Unwritable, WritingFailed


def says(text: str) -> Write:
    """What writes a text."""

    def write(path: Path) -> Report:
        write_whole(path, text.encode())
        return Report(path, ("said",))

    return write


def refused(path: Path) -> Report:
    raise WritingFailed(path, "no more paper")


def listed(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_all_files_are_there_with_what_was_said_of_each(tmp_path: Path) -> None:
    reports = write_pack(tmp_path, {"a.pdf": says("one"), "b.txt": says("two")})
    assert listed(tmp_path) == {"a.pdf": "one", "b.txt": "two"}
    assert reports == (Report(tmp_path / "a.pdf", ("said",)), Report(tmp_path / "b.txt", ("said",)))


def test_files_of_the_same_names_give_way(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("before")
    write_pack(tmp_path, {"a.pdf": says("after")})
    assert listed(tmp_path) == {"a.pdf": "after"}


def test_where_one_can_not_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("before")
    with pytest.raises(WritingFailed):
        write_pack(tmp_path, {"a.pdf": says("after"), "b.pdf": refused})
    assert listed(tmp_path) == {"a.pdf": "before"}


def test_a_folder_of_the_same_name_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    (tmp_path / "b.pdf" / "theirs").write_text("kept")
    with pytest.raises(NameOfFolder, match=r"b\.pdf"):
        write_pack(tmp_path, {"a.pdf": says("one"), "b.pdf": says("two")})
    assert (tmp_path / "b.pdf" / "theirs").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]


def test_a_file_that_is_open_elsewhere_or_write_protected_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_text("before")
    (tmp_path / ".~lock.b.xlsx#").write_text("Sam Officer,sam,desk,,")
    with pytest.raises(OpenElsewhere, match=r"b\.xlsx"):
        write_pack(tmp_path, {"a.pdf": says("one"), "b.xlsx": says("two")})
    assert sorted(listed(tmp_path)) == [".~lock.b.xlsx#", "b.xlsx"]


@pytest.mark.parametrize(
    ("mishap", "raised"), [(PermissionError(13, "open"), OpenElsewhere), (KeyboardInterrupt(), KeyboardInterrupt)]
)
@pytest.mark.parametrize("failing", range(4))
def test_where_one_can_not_be_put_in_its_place_all_is_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, mishap: BaseException, raised: type[BaseException]
) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_text(f"{name} before")
    moves, move = count(), Path.replace

    def moved(path: Path, target: Path) -> Path:
        """The moves are: a away, the new a into its place, then the same of b."""
        if tmp_path in (path.parent, target.parent) and next(moves) == failing:
            raise mishap
        return move(path, target)

    monkeypatch.setattr(Path, "replace", moved)
    with pytest.raises(raised):
        write_pack(tmp_path, {name: says(f"{name} after") for name in ("a.pdf", "b.pdf")})
    assert listed(tmp_path) == {"a.pdf": "a.pdf before", "b.pdf": "b.pdf before"}


def test_what_can_not_be_put_back_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_text("before")
    moves, move = count(), Path.replace

    def moved(path: Path, target: Path) -> Path:
        if tmp_path in (path.parent, target.parent) and next(moves) > 0:
            raise PermissionError
        return move(path, target)

    monkeypatch.setattr(Path, "replace", moved)
    with pytest.raises(OpenElsewhere):
        write_pack(tmp_path, {"a.pdf": says("after")})
    (kept,) = tmp_path.rglob("before/a.pdf")
    assert kept.read_text() == "before"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoSuchFolder):
        write_pack(tmp_path / "file", {"a.pdf": says("one")})


@pytest.mark.parametrize(("error", "refusal"), [(PermissionError(), FolderClosed), (OSError(5, "hung"), WritingFailed)])
def test_a_folder_that_can_not_be_written_into_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, refusal: type[Unwritable]
) -> None:
    def fail(*_given: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr(Path, "mkdir", fail)
    with pytest.raises(refusal):
        write_pack(tmp_path, {"a.pdf": says("one")})
