"""Programs that write one file wait for each other, but not for ever."""

from pathlib import Path

import pytest

from model.files.alone import alone_with


def test_who_comes_second_waits_until_the_first_has_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    first = alone_with(tmp_path / "kept.json")
    first.__enter__()

    def wait(_seconds: float) -> None:
        told.append("waited")
        first.__exit__(None, None, None)

    monkeypatch.setattr("model.files.alone.time.sleep", wait)
    with alone_with(tmp_path / "kept.json"):
        told.append("came")

    assert told == ["waited", "came"]


def test_one_that_does_not_let_go_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("model.files.alone.time.sleep", waits.append)

    with alone_with(tmp_path / "kept.json"), alone_with(tmp_path / "kept.json"):
        assert sum(waits) == pytest.approx(1)


def test_another_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.files.alone.time.sleep", lambda _: pytest.fail("waited"))

    with alone_with(tmp_path / "kept.json"), alone_with(tmp_path / "other.json"):
        assert {path.name for path in tmp_path.iterdir()} == {"kept.turn", "other.turn"}
