"""Decisions about savings are kept beside the program, shared as a file, and never lost to another program."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.files.atomic import write_whole
from model.kept_lineage import BroughtIn, KeptLineage
from model.lineage import Decision, Decisions, Name, Verdict
from model.lineage.acts import Act, Did
from model.lineage.written import NoDecisions
from model.refusals import Refusal

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
OLD, NEW = Name("2017-18", "A/R.6.114", "Bus routes"), Name("2020-21", "A/R.6.270", "Buses")
SAME = Decision(OLD, NEW, Verdict.SAME, "M. Officer", NOON, "both say so")
OTHER = Decision(OLD, Name("2020-21", "B", "Café \ud800"), Verdict.NOT_SAME, "A. Colleague", NOON)


@pytest.fixture
def kept(tmp_path: Path) -> KeptLineage:
    """A memory in a folder of its own."""
    return KeptLineage(tmp_path / "data")


@pytest.fixture
def elsewhere(tmp_path: Path) -> KeptLineage:
    """A colleague's memory."""
    return KeptLineage(tmp_path / "colleague")


def test_what_was_decided_holds_for_the_next_program(kept: KeptLineage, tmp_path: Path) -> None:
    assert not kept.decisions
    kept.decide(SAME, OTHER)
    assert kept.trouble == ""
    assert KeptLineage(tmp_path / "data").decisions == Decisions([SAME, OTHER])


def test_a_memory_without_a_folder_is_the_users(own_folders: Path) -> None:
    KeptLineage().decide(SAME)
    assert list(own_folders.rglob("lineage.json"))
    assert KeptLineage().decisions == Decisions([SAME])


def test_taking_back_is_logged_and_can_be_decided_anew(kept: KeptLineage) -> None:
    kept.decide(SAME)
    kept.take_back(SAME, who="A. Colleague", when=LATER)
    assert not kept.decisions
    assert kept.log == (
        Act(Did.DECIDED, SAME, "M. Officer", NOON),
        Act(Did.TAKEN_BACK, SAME, "A. Colleague", LATER),
    )
    kept.decide(SAME)
    kept.take_back(who="A. Colleague")
    assert kept.decisions == Decisions([SAME])
    assert len(kept.log) == 3


def test_two_programs_in_turn_lose_nothing(tmp_path: Path) -> None:
    one, other = KeptLineage(tmp_path), KeptLineage(tmp_path)
    one.decide(SAME)
    other.decide(OTHER)
    one.take_back(SAME, who="M. Officer")
    assert one.decisions == other.decisions == Decisions([OTHER])
    assert len(one.log) == 3


def test_programs_that_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    def decide(who: int) -> str:
        memory = KeptLineage(tmp_path)
        for number in range(8):
            memory.decide(Decision(OLD, Name("2020-21", f"{who}", f"{number}"), Verdict.SAME, "", NOON))
        return memory.trouble

    with ThreadPoolExecutor(3) as programs:
        assert list(programs.map(decide, range(3))) == [""] * 3
    assert len(KeptLineage(tmp_path).decisions) == 24


def test_what_another_program_writes_meanwhile_is_kept_too(
    kept: KeptLineage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [KeptLineage(tmp_path / "data")]
    monkeypatch.setattr("model.files.alone.TURNS", 1)

    def after_another(path: Path, content: bytes, prove: Callable[[Path], None]) -> None:
        if others:
            others.pop().decide(OTHER)
        write_whole(path, content, prove)

    monkeypatch.setattr("model.kept_lineage.write_whole", after_another)
    kept.decide(SAME)
    assert kept.trouble == ""
    assert KeptLineage(tmp_path / "data").decisions == Decisions([SAME, OTHER])


def test_a_program_that_never_stops_writing_is_given_way(
    kept: KeptLineage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "data" / "lineage.json"

    def after_another(path: Path, content: bytes, prove: Callable[[Path], None]) -> None:
        file.write_bytes(file.read_bytes() + b" " if file.exists() else b"{}")
        write_whole(path, content, prove)

    with monkeypatch.context() as patch:
        patch.setattr("model.kept_lineage.write_whole", after_another)
        kept.decide(SAME)
    assert "changed by another program" in kept.trouble
    assert kept.decisions == Decisions([SAME])
    kept.decide(OTHER)
    assert kept.trouble == ""
    assert KeptLineage(tmp_path / "data").decisions == Decisions([SAME, OTHER])


@pytest.mark.parametrize("content", [b"[]", b"{", b"\xff", b'{"log": 5}', b"[" * 100_000, b"1" * 5_000])
def test_a_file_that_cannot_be_understood_is_set_aside(kept: KeptLineage, tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "lineage.json").write_bytes(content)
    assert not kept.decisions
    (folder / "lineage-unreadable-1.json").write_bytes(b"an older one")
    kept.decide(SAME)
    assert (folder / "lineage-unreadable-1.json").read_bytes() == b"an older one"
    assert (folder / "lineage-unreadable-2.json").read_bytes() == content
    assert KeptLineage(folder).decisions == Decisions([SAME])


def test_what_a_newer_version_wrote_stays_in_the_file(kept: KeptLineage, tmp_path: Path) -> None:
    file = tmp_path / "data" / "lineage.json"
    kept.decide(SAME)
    written = json.loads(file.read_text())
    strange = [7, None, {"act": "postponed"}, {**written["log"][0], "act": "postponed"}]
    file.write_text(json.dumps({"log": [*strange, *written["log"]], "colour": "blue"}))
    kept.decide(OTHER)
    now = json.loads(file.read_text())
    assert now["log"][:4] == strange
    assert now["colour"] == "blue"
    assert kept.decisions == Decisions([SAME, OTHER])


def test_an_empty_file_is_an_empty_memory(kept: KeptLineage, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "lineage.json").touch()
    kept.decide(SAME)
    assert KeptLineage(tmp_path / "data").decisions == Decisions([SAME])


def test_what_cannot_be_kept_holds_and_is_kept_with_the_next(kept: KeptLineage, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    kept.decide(SAME)
    assert kept.trouble.startswith("Your decisions hold until the program ends")
    assert kept.decisions == Decisions([SAME])
    (tmp_path / "data").unlink()
    kept.decide(OTHER)
    assert kept.trouble == ""
    assert KeptLineage(tmp_path / "data").decisions == Decisions([SAME, OTHER])


def test_a_file_that_cannot_be_read_is_not_written_over(kept: KeptLineage, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "lineage.json"
    folder.mkdir(parents=True)
    kept.decide(SAME)
    assert "is a folder" in kept.trouble
    assert folder.is_dir()
    assert kept.decisions == Decisions([SAME])


def test_a_colleague_takes_over_what_was_decided(kept: KeptLineage, elsewhere: KeptLineage, tmp_path: Path) -> None:
    kept.decide(SAME, OTHER)
    assert kept.export(tmp_path / "shared.json") == 2
    assert elsewhere.bring_in(tmp_path / "shared.json", "A. Colleague", LATER) == BroughtIn(2, 0, 0)
    assert elsewhere.decisions == Decisions([SAME, OTHER])
    assert elsewhere.log[0] == Act(Did.BROUGHT_IN, SAME, "A. Colleague", LATER, "shared.json")
    again = elsewhere.bring_in(tmp_path / "shared.json", "A. Colleague")
    assert again == BroughtIn(0, 2, 0)
    assert len(elsewhere.log) == 2


@pytest.mark.parametrize(("hours", "stands"), [(1, Verdict.SAME), (-1, Verdict.NOT_SAME)])
def test_of_two_decisions_about_the_same_savings_the_last_one_stands(
    kept: KeptLineage, elsewhere: KeptLineage, tmp_path: Path, hours: int, stands: Verdict
) -> None:
    kept.decide(SAME)
    kept.export(tmp_path / "shared.json")
    elsewhere.decide(Decision(NEW, OLD, Verdict.NOT_SAME, "A. Colleague", NOON - timedelta(hours=hours)))
    elsewhere.bring_in(tmp_path / "shared.json", "A. Colleague")
    (decision,) = elsewhere.decisions
    assert decision.verdict is stands


def test_a_decision_that_was_taken_back_comes_back_with_a_file(
    kept: KeptLineage, elsewhere: KeptLineage, tmp_path: Path
) -> None:
    kept.decide(SAME)
    kept.export(tmp_path / "shared.json")
    elsewhere.decide(SAME)
    elsewhere.take_back(SAME, who="A. Colleague", when=LATER)
    elsewhere.bring_in(tmp_path / "shared.json", "A. Colleague")
    assert elsewhere.decisions == Decisions([SAME])


def test_nothing_is_brought_in_from_another_file(kept: KeptLineage, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(NoDecisions):
        kept.bring_in(tmp_path / "a.json", "M. Officer")
    with pytest.raises(Refusal, match="is not there"):
        kept.bring_in(tmp_path / "b.json", "M. Officer")
    with pytest.raises(Refusal, match="is a folder"):
        kept.export(tmp_path)
    assert not kept.log


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        (BroughtIn(0, 0, 0), "Nothing new was brought in."),
        (BroughtIn(1, 0, 0), "1 decision was brought in."),
        (BroughtIn(1, 0, 1), "1 decision was brought in; 1 could not be understood and was left out."),
        (BroughtIn(2, 1, 0), "2 decisions were brought in; 1 stood here already or was decided later here."),
        (BroughtIn(0, 1200, 0), "Nothing new was brought in; 1,200 stood here already or were decided later here."),
    ],
)
def test_what_was_brought_in_is_said_in_a_sentence(brought: BroughtIn, sentence: str) -> None:
    assert brought.sentence == sentence
