"""Several files put into a folder all at once, or not at all."""

from pathlib import Path

import pytest

from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.pack import Write, write_pack
from model.files.unwritable import FolderClosed, NoSuchFolder, OpenElsewhere, Unwritable, WritingFailed


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


def test_where_one_can_not_be_put_in_its_place_the_others_are_taken_back(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("before")
    (tmp_path / "c.pdf").mkdir()
    before = (tmp_path / "c.pdf").stat().st_ino

    def fails(path: Path) -> Report:
        return Report(path)

    with pytest.raises(OpenElsewhere, match=r"c\.pdf"):
        write_pack(tmp_path, {"a.pdf": says("after"), "b.pdf": says("new"), "c.pdf": fails})
    assert (tmp_path / "a.pdf").read_text() == "before"
    assert (tmp_path / "c.pdf").stat().st_ino == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "c.pdf"]


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
