"""What stood beside a tracker comes back with it."""

import json
from pathlib import Path

import pytest

from model.kept_beside import MOST, Arrangement, KeptBeside, Stood

OLD, COPY = Stood(Path("/old.xlsx")), Stood(Path("/copy.xlsx"), "2020-21")


@pytest.fixture
def kept(tmp_path: Path) -> KeptBeside:
    """What is kept in a folder that is not there yet."""
    return KeptBeside(tmp_path / "settings")


def test_an_arrangement_is_kept_for_its_tracker_and_no_other(kept: KeptBeside, tmp_path: Path) -> None:
    wanted = Arrangement((OLD, COPY), stacked=True, tied=False, sizes=(300, 200, 100))
    kept.keep(tmp_path / "a.xlsx", wanted)
    assert KeptBeside(tmp_path / "settings").of(tmp_path / "a.xlsx") == wanted
    assert kept.of(tmp_path / "b.xlsx") == kept.of(None) == Arrangement()


def test_the_example_without_a_file_has_an_arrangement_too(kept: KeptBeside) -> None:
    kept.keep(None, Arrangement((OLD,)))
    assert kept.of(None).trackers == (OLD,)


def test_nothing_beside_it_is_nothing_kept(kept: KeptBeside, tmp_path: Path) -> None:
    kept.keep(tmp_path / "a.xlsx", Arrangement((OLD,), tied=False))
    kept.keep(tmp_path / "a.xlsx", Arrangement(tied=False))
    assert kept.of(tmp_path / "a.xlsx") == Arrangement()
    assert json.loads((tmp_path / "settings" / "beside.json").read_text("utf-8")) == {}


def test_only_the_last_ones_are_kept(kept: KeptBeside) -> None:
    for number in range(MOST + 1):
        kept.keep(Path(f"/{number}.xlsx"), Arrangement((OLD,)))
    assert kept.of(Path("/0.xlsx")) == Arrangement()
    assert kept.of(Path("/1.xlsx")).trackers == kept.of(Path(f"/{MOST}.xlsx")).trackers == (OLD,)


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"/a": 1}'])
def test_a_list_that_cannot_be_read_is_an_empty_one(kept: KeptBeside, tmp_path: Path, text: str) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "beside.json").write_text(text, encoding="utf-8")
    assert kept.of(Path("/a")) == Arrangement()


@pytest.mark.parametrize(
    "part",
    [
        {"trackers": 1},
        {"trackers": [["/old.xlsx"], ["/old.xlsx", 1], "ab"]},
        {"stacked": "yes"},
        {"tied": 0},
        {"sizes": ["1"]},
        {"sizes": 1},
    ],
)
def test_a_part_that_makes_no_sense_is_as_usual(kept: KeptBeside, tmp_path: Path, part: dict[str, object]) -> None:
    (tmp_path / "settings").mkdir()
    path = tmp_path / "a.xlsx"
    (tmp_path / "settings" / "beside.json").write_text(json.dumps({str(path): part}), encoding="utf-8")
    assert kept.of(path) == Arrangement()


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = KeptBeside(tmp_path / "file")
    kept.keep(None, Arrangement((OLD,)))
    assert kept.of(None) == Arrangement()
