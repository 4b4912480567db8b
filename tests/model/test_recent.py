"""The files that were opened last."""

import json
from pathlib import Path

import pytest

from model.recent import MOST, RecentFiles


@pytest.fixture
def recent(tmp_path: Path) -> RecentFiles:
    """A list in a folder that is still to be made."""
    return RecentFiles(tmp_path / "settings" / "savings-tracker")


def test_no_list_is_an_empty_list(recent: RecentFiles) -> None:
    assert not recent.paths


def test_the_last_opened_stands_first_and_once(recent: RecentFiles) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.xlsx"):
        recent.add(Path("/shared") / name)
    assert recent.paths == (Path("/shared/a.xlsx"), Path("/shared/b.xlsx"))


def test_a_list_outlives_the_program(recent: RecentFiles, tmp_path: Path) -> None:
    recent.add(Path("/shared/Über £500k.xlsx"))
    assert RecentFiles(tmp_path / "settings" / "savings-tracker").paths == recent.paths


def test_at_most_ten_are_kept(recent: RecentFiles) -> None:
    for number in range(MOST + 2):
        recent.add(Path(f"/shared/{number}.xlsx"))
    assert [path.stem for path in recent.paths] == [str(number) for number in range(MOST + 1, 1, -1)]


def test_a_path_is_kept_so_that_it_leads_there_from_any_folder(
    recent: RecentFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    recent.add(Path("a.xlsx"))
    assert recent.paths == (tmp_path / "a.xlsx",)
    assert recent.drop(Path("a.xlsx"))
    assert not recent.paths


def test_a_file_is_dropped_or_all_are_forgotten(recent: RecentFiles) -> None:
    recent.add(Path("/shared/a.xlsx"))
    recent.add(Path("/shared/b.xlsx"))
    assert not recent.drop(Path("/shared/c.xlsx"))
    assert recent.drop(Path("/shared/a.xlsx"))
    assert recent.paths == (Path("/shared/b.xlsx"),)
    recent.clear()
    assert not recent.paths


@pytest.mark.parametrize("text", ["", "{", "{}", "null", '"a.xlsx"', "[1, null]", "\x00", "[" * 3000])
def test_a_list_that_is_damaged_is_an_empty_list(recent: RecentFiles, tmp_path: Path, text: str) -> None:
    recent.add(Path("/shared/a.xlsx"))
    (tmp_path / "settings" / "savings-tracker" / "recent.json").write_text(text, encoding="utf-8")
    assert not recent.paths
    recent.add(Path("/shared/b.xlsx"))
    assert recent.paths == (Path("/shared/b.xlsx"),)


def test_a_list_in_another_encoding_is_an_empty_list(recent: RecentFiles, tmp_path: Path) -> None:
    recent.add(Path("/shared/a.xlsx"))
    (tmp_path / "settings" / "savings-tracker" / "recent.json").write_bytes(b'["/shared/\xe9.xlsx"]')
    assert not recent.paths


def test_a_list_that_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file where the folder should be", encoding="utf-8")
    recent = RecentFiles(tmp_path / "settings")
    recent.add(Path("/shared/a.xlsx"))
    assert not recent.paths


def test_a_name_that_is_no_text_is_not_kept(recent: RecentFiles) -> None:
    recent.add(Path("/shared/a.xlsx"))
    recent.add(Path("/shared/\udce9.xlsx"))
    assert Path("/shared/a.xlsx") in recent.paths


def test_the_list_is_in_the_users_own_folder_for_settings(own_folders: Path) -> None:
    RecentFiles().add(Path("/shared/a.xlsx"))
    (kept,) = own_folders.rglob("recent.json")
    assert kept.parent.name == "savings-tracker"
    assert json.loads(kept.read_text(encoding="utf-8")) == [str(Path("/shared/a.xlsx").absolute())]
