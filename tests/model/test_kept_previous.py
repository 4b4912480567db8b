"""The previous period of a tracker comes back with it."""

from pathlib import Path

import pytest

from model.kept_beside import Stood
from model.kept_previous import MOST, KeptPrevious

QUARTER_1 = Stood(Path("/q1.xlsx"), "2020-21")


@pytest.fixture
def kept(tmp_path: Path) -> KeptPrevious:
    """What is kept in a folder that is not there yet."""
    return KeptPrevious(tmp_path / "settings")


def test_a_previous_period_is_kept_for_its_tracker_and_no_other(kept: KeptPrevious, tmp_path: Path) -> None:
    kept.keep(tmp_path / "q2.xlsx", QUARTER_1)
    kept.keep(None, Stood(Path("/x.csv")))
    assert KeptPrevious(tmp_path / "settings").of(tmp_path / "q2.xlsx") == QUARTER_1
    assert kept.of(None) == Stood(Path("/x.csv"))
    assert kept.of(tmp_path / "q3.xlsx") is None
    kept.keep(tmp_path / "q2.xlsx", None)
    assert kept.of(tmp_path / "q2.xlsx") is None


def test_only_the_last_ones_are_kept(kept: KeptPrevious) -> None:
    for number in range(MOST + 1):
        kept.keep(Path(f"/{number}.xlsx"), QUARTER_1)
    assert kept.of(Path("/0.xlsx")) is None
    assert kept.of(Path("/1.xlsx")) == QUARTER_1


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"/a": 1}', '{"/a": ["/b"]}', '{"/a": ["/b", 1]}'])
def test_what_cannot_be_read_is_not_remembered(kept: KeptPrevious, tmp_path: Path, text: str) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "previous.json").write_text(text, encoding="utf-8")
    assert kept.of(Path("/a")) is None


def test_a_folder_that_takes_nothing_is_no_mishap(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("", encoding="utf-8")
    kept = KeptPrevious(tmp_path / "settings")
    kept.keep(Path("/a"), QUARTER_1)
    assert kept.of(Path("/a")) is None
