"""Which files of a folder are read as trackers."""

from pathlib import Path

import pytest

from model.years.search import candidates


def files(folder: Path, *names: str) -> None:
    """Make files with something in them."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def found(*places: Path) -> list[str]:
    """The names of the files to read."""
    return [path.name for path in candidates(places).files]


def test_folders_inside_are_searched_for_files_that_can_be_opened(tmp_path: Path) -> None:
    files(tmp_path, "b.xlsx", "a.TXT", "2018/c.ods", "2018/older/d.xls", "paper.pdf", "notes.docx")
    assert found(tmp_path) == ["c.ods", "d.xls", "a.TXT", "b.xlsx"]


def test_locks_hidden_and_unfinished_files_are_passed_over_without_a_word(tmp_path: Path) -> None:
    files(tmp_path, "a.xlsx", "~$a.xlsx", ".~lock.a.xlsx#", ".hidden.xlsx", "~1234.tmp", ".git/x.csv", "~x.csv")
    assert found(tmp_path) == ["a.xlsx"]
    assert candidates([tmp_path]).left_out == ()


@pytest.mark.parametrize(
    "copy",
    [
        "Copy of Tracker Q1.xlsx",
        "backup of tracker q1.xlsx",
        "Tracker Q1 - Copy.xlsx",
        "Tracker Q1 copy (2).xlsx",
        "Tracker Q1 (1).xlsx",
        "Tracker Q1_backup.xlsx",
        "Tracker Q1-old.XLSX",
    ],
)
def test_a_copy_is_left_out_where_its_original_stands_beside_it(tmp_path: Path, copy: str) -> None:
    files(tmp_path, copy, "2019/other.xlsx")
    assert copy in found(tmp_path)
    files(tmp_path, "Tracker Q1.xlsx")
    assert found(tmp_path) == ["other.xlsx", "Tracker Q1.xlsx"]
    (left_out,) = candidates([tmp_path]).left_out
    assert left_out.sentence == f"“{copy}” was left out: by its name it is a copy of “Tracker Q1.xlsx”."


def test_a_file_that_is_named_itself_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    files(tmp_path, "a.xlsx", "a (1).xlsx", "a.doc")
    assert found(tmp_path / "a (1).xlsx", tmp_path / "a.doc", tmp_path / "none.xlsx") == [
        "a (1).xlsx",
        "a.doc",
        "none.xlsx",
    ]


def test_what_is_found_twice_is_read_once(tmp_path: Path) -> None:
    files(tmp_path, "a/t.xlsx", "b/u.xlsx")
    (tmp_path / "a" / "self").symlink_to(tmp_path)
    (tmp_path / "b" / "link.xlsx").symlink_to(tmp_path / "a" / "t.xlsx")
    assert found(tmp_path, tmp_path / "a", tmp_path / "b" / "u.xlsx") == ["t.xlsx", "u.xlsx"]


def test_a_folder_that_is_closed_is_told_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(tmp_path, "a.xlsx", "closed/b.xlsx")
    (tmp_path / "loop.xlsx").symlink_to(tmp_path / "loop.xlsx")
    look = Path.iterdir

    def refused(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return look(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert found(tmp_path) == ["a.xlsx", "loop.xlsx"]
    (left_out,) = candidates([tmp_path]).left_out
    assert left_out.sentence == "The folder “closed” could not be looked into (Permission denied)."
