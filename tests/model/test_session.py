"""Opening, saving and closing trackers, asked and told through the prompts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import A_SCHEME, a_saving, a_year
from fake_prompts import FakePrompts
from model.document import Document
from model.prompts import Answer
from model.recent import RecentFiles
from model.refusals import Refusal
from model.resources import EXAMPLE
from model.session import Choose, Happening, Session
from model.year import Year


class NotThere(Refusal):
    """A file that is not there."""


def read(path: Path, choose: Choose) -> Year:
    """Reads any file that is there as one year; a workbook of two asks which."""
    if "two" in path.name and choose(["2020-21", "Copy"]) is None:
        raise Refusal("None was chosen.")
    if path != EXAMPLE and not path.exists():
        raise NotThere(f"“{path.name}” is not there.")
    return a_year(
        a_saving("A"), title=f"Savings {path.stem}", year="2020-21", scheme=A_SCHEME if "key" in path.name else None
    )


@pytest.fixture
def prompts() -> FakePrompts:
    """The officer."""
    return FakePrompts()


@pytest.fixture
def session(prompts: FakePrompts, tmp_path: Path) -> Session:
    """A session with nothing open."""
    return Session(prompts, read, RecentFiles(tmp_path / "settings"), built_in=[A_SCHEME])


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., Path]:
    """Makes files to open."""

    def make(name: str) -> Path:
        path = tmp_path / name
        path.write_text("a tracker", encoding="utf-8")
        return path

    return make


def opened(session: Session, path: Path) -> Document:
    """A document that must open."""
    document = session.open(path)
    assert document
    return document


def heard(session: Session) -> list[tuple[Happening, str]]:
    """What a watcher hears from now on."""
    told: list[tuple[Happening, str]] = []
    session.watch(lambda happening, document: told.append((happening, document.name)))
    return told


def test_a_file_is_opened_and_told_to_the_window(session: Session, files: Callable[..., Path]) -> None:
    told = heard(session)
    document = opened(session, files("a.xlsx"))
    assert session.current is document
    assert session.documents == [document]
    assert (document.name, document.unsaved) == ("a.xlsx", 0)
    assert told == [(happening, "a.xlsx") for happening in (Happening.OPENED, Happening.CURRENT, Happening.READY)]
    assert session.recent.paths == (document.path,)


def test_a_file_is_asked_for_in_the_folder_of_the_last(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    assert session.open() is None
    prompts.to_open = files("a.xlsx")
    assert session.open()
    prompts.to_open = None
    assert session.open() is None
    session.close()
    assert session.open() is None
    assert prompts.asked == ["None", "None", str(tmp_path), str(tmp_path)]


def test_a_file_that_is_open_is_only_brought_up(
    session: Session, files: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = opened(session, files("a.xlsx")), opened(session, files("b.xlsx"))
    monkeypatch.chdir(tmp_path)
    told = heard(session)
    assert session.open(Path("a.xlsx")) is first
    assert session.open(tmp_path / "settings" / ".." / "a.xlsx") is first
    assert session.documents == [first, second]
    assert told == [(Happening.CURRENT, "a.xlsx")]


def test_a_refused_file_leaves_the_others_open(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    document = opened(session, files("a.xlsx"))
    document.edit(0, "forecast_q1", "0")
    assert session.open(tmp_path / "none.xlsx") is None
    assert prompts.refused == ["“none.xlsx” is not there."]
    assert (session.current, document.unsaved) == (document, 1)


def test_a_recent_file_that_is_gone_leaves_the_list_with_a_word(
    session: Session, prompts: FakePrompts, files: Callable[..., Path]
) -> None:
    path = files("a.xlsx")
    opened(session, path)
    session.close()
    path.unlink()
    assert session.open(path) is None
    assert prompts.refused == ["“a.xlsx” is not there. It is no longer in the list of recent files."]
    assert session.recent.paths == ()


def test_one_of_several_sheets_is_asked_for(session: Session, prompts: FakePrompts, files: Callable[..., Path]) -> None:
    assert session.open(files("two.xlsx")) is None
    assert (session.documents, prompts.refused) == ([], [])
    prompts.chosen = 1
    assert session.open(files("two.xlsx"))
    assert prompts.asked == ["“two.xlsx” holds several trackers. Open which sheet?: 2020-21, Copy"] * 2


def test_the_example_is_opened_without_a_file_of_its_own(session: Session, prompts: FakePrompts) -> None:
    document = session.open_example()
    assert document
    assert (document.path, document.name) == (None, f"Example: Savings {EXAMPLE.stem}")
    assert session.recent.paths == ()
    session.save()
    assert prompts.suggested == Path.home() / "savings-tracker-2020-21.xlsx"
    assert session.open(EXAMPLE) is not document


def test_an_example_that_cannot_be_read_is_told(prompts: FakePrompts, tmp_path: Path) -> None:
    def refuse(_path: Path, _choose: Choose) -> Year:
        raise NotThere("The example is not there.")

    assert Session(prompts, refuse, RecentFiles(tmp_path)).open_example() is None
    assert prompts.refused == ["The example is not there."]


def test_saving_writes_a_workbook_under_a_new_name_and_goes_on_with_it(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    document = opened(session, files("a.xlsx"))
    document.edit(0, "forecast_q1", "0")
    told = heard(session)
    prompts.to_write = Path()
    assert session.save()
    assert prompts.suggested == tmp_path / "a (2).xlsx"
    assert (document.path, document.name, document.unsaved) == (tmp_path / "a (2).xlsx", "a (2).xlsx", 0)
    assert (tmp_path / "a.xlsx").read_text(encoding="utf-8") == "a tracker"
    assert told == [(Happening.SAVED, "a (2).xlsx")]
    assert session.recent.paths[0] == document.path
    assert prompts.told == []


def test_saving_again_may_write_over_what_was_written_but_never_over_what_was_read(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    document = opened(session, files("a.xlsx"))
    prompts.to_write = tmp_path / "b.xlsx"
    assert session.save()
    document.edit(0, "forecast_q1", "0")
    assert session.save()
    prompts.to_write = tmp_path / "a.xlsx"
    assert not session.save()
    prompts.to_write = tmp_path / "a"
    assert not session.save()
    assert (
        prompts.refused
        == ["“a.xlsx” is the file that a tracker was opened from, and stays as it is. Save under another name."] * 2
    )


def test_the_file_of_another_open_tracker_and_the_example_are_not_written_over(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    other = opened(session, files("a.xlsx"))
    prompts.to_write = tmp_path / "b.xlsx"
    assert session.save(other)
    document = opened(session, files("c.xlsx"))
    for taken in (tmp_path / "a.xlsx", tmp_path / "b.xlsx", EXAMPLE):
        prompts.to_write = taken
        assert not session.save(document)
    assert len(prompts.refused) == 3


def test_a_workbook_that_cannot_be_written_is_told_and_stays_unsaved(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    document = opened(session, files("a.xlsx"))
    document.edit(0, "forecast_q1", "0")
    prompts.to_write = tmp_path / "none" / "b.xlsx"
    assert not session.save()
    assert not session.export()
    assert (document.unsaved, document.name) == (1, "a.xlsx")
    assert all("folder is not there" in refused for refused in prompts.refused)
    assert len(prompts.refused) == 2


def test_what_had_to_be_written_otherwise_is_told(
    session: Session, prompts: FakePrompts, files: Callable[..., Path]
) -> None:
    document = opened(session, files("a.xlsx"))
    document.edit(0, "commentary", "bell \x07")
    prompts.to_write = Path()
    assert session.save()
    (told,) = prompts.told
    assert told[0] == "Saved as “a (2).xlsx”."
    assert told[1]


def test_an_export_leaves_the_tracker_where_it_is(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    document = opened(session, files("a.xlsx"))
    document.edit(0, "forecast_q1", "0")
    assert not session.export()
    prompts.to_write = tmp_path / "b.xlsx"
    assert session.export()
    assert (document.unsaved, document.name) == (1, "a.xlsx")
    assert prompts.told[0][0] == "Exported as “b.xlsx”."
    assert (tmp_path / "b.xlsx").exists()


def test_with_nothing_open_there_is_nothing_to_save_or_close(session: Session) -> None:
    assert not session.save()
    assert not session.export()
    assert session.close()
    assert session.close_all()


@pytest.mark.parametrize(("answer", "closed"), [(Answer.CANCEL, False), (Answer.DISCARD, True)])
def test_closing_asks_about_what_is_not_saved(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], answer: Answer, closed: bool
) -> None:
    document = opened(session, files("a.xlsx"))
    document.edit(0, "forecast_q1", "0")
    prompts.unsaved = answer
    assert session.close() is closed
    assert prompts.asked == ["a.xlsx"]
    assert session.documents == ([] if closed else [document])


def test_closing_may_save_first(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], tmp_path: Path
) -> None:
    opened(session, files("a.xlsx")).edit(0, "forecast_q1", "0")
    prompts.unsaved = Answer.SAVE
    assert not session.close()
    prompts.to_write = Path()
    assert session.close()
    assert (tmp_path / "a (2).xlsx").exists()


def test_after_closing_the_tracker_beside_it_is_current(session: Session, files: Callable[..., Path]) -> None:
    first, second, third = (opened(session, files(name)) for name in ("a.xlsx", "b.xlsx", "c.xlsx"))
    told = heard(session)
    left = []
    for document in (second, third, first):
        session.close(document)
        left.append(session.current and session.current.name)
    assert left == ["c.xlsx", "a.xlsx", None]
    assert told == [
        (Happening.CLOSED, "b.xlsx"),
        (Happening.CLOSED, "c.xlsx"),
        (Happening.CURRENT, "a.xlsx"),
        (Happening.CLOSED, "a.xlsx"),
    ]


def test_closing_all_stops_at_the_one_that_is_kept(
    session: Session, prompts: FakePrompts, files: Callable[..., Path]
) -> None:
    opened(session, files("a.xlsx"))
    kept = opened(session, files("b.xlsx"))
    kept.edit(0, "forecast_q1", "0")
    opened(session, files("c.xlsx"))
    assert not session.close_all()
    assert [document.name for document in session.documents] == ["b.xlsx", "c.xlsx"]
    assert session.current is kept
    prompts.unsaved = Answer.DISCARD
    assert session.close_all()
    assert session.documents == []


def test_the_schemes_on_offer_are_those_built_in_and_those_of_other_trackers(
    session: Session, files: Callable[..., Path], prompts: FakePrompts
) -> None:
    judged, keyed = opened(session, files("a.xlsx")), opened(session, files("key.xlsx"))
    assert session.schemes(judged) == (A_SCHEME,)
    assert session.schemes(keyed) == ()
    without = Session(prompts, read, session.recent)
    judged = opened(without, files("a.xlsx"))
    assert without.schemes(judged) == ()
    opened(without, files("key.xlsx"))
    assert without.schemes(judged) == (A_SCHEME,)
    assert judged.adopt(without.schemes(judged)[0])


def test_the_window_hears_when_a_tracker_is_locked_or_opened_for_viewing(
    session: Session, files: Callable[..., Path]
) -> None:
    document = opened(session, files("a.xlsx"))
    told = heard(session)
    document.view_only()
    document.lock_plan()
    assert told == [(Happening.ACCESS, "a.xlsx")] * 2


def test_a_folder_that_may_not_be_looked_into_stops_nobody(
    session: Session, prompts: FakePrompts, files: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(session, files("a.xlsx"))

    def forbid(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", forbid)
    assert not session.save()
    assert prompts.suggested
    assert prompts.suggested.name == "a.xlsx"
