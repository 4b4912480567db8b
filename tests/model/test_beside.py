"""Trackers beside another: for viewing only, never locked, closed with it, and back when it is opened again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import A_SCHEME, a_saving, a_tracker, a_year
from fake_prompts import FakePrompts
from model.document import Document
from model.files.owner_files import excel_file, libreoffice_file
from model.kept_beside import Arrangement
from model.prompts import Answer
from model.recent import RecentFiles
from model.refusals import Refusal
from model.safekeeping import Safekeeping
from model.session import Choose, Happening, Session
from model.year import Year

Files = Callable[..., list[Path]]


class NoTracker(Refusal):
    """A file without a tracker."""

    def __init__(self) -> None:
        super().__init__("“bad.xlsx” is no tracker.")


def read(path: Path, choose: Choose) -> Year:
    """Reads any file as one year; a workbook of two sheets asks which."""
    if "bad" in path.name:
        raise NoTracker
    sheets = ["2019-20", "2020-21"]
    place = choose(sheets) if "two" in path.name else 0
    assert place is not None
    year = path.stem if "two" not in path.name else sheets[place]
    return a_year(a_saving("A"), title=f"Savings {path.stem}", year=year, sheet=sheets[place], scheme=A_SCHEME)


@pytest.fixture
def prompts() -> FakePrompts:
    """The officer."""
    return FakePrompts()


@pytest.fixture
def session(prompts: FakePrompts, tmp_path: Path) -> Session:
    """A session with nothing open."""
    return Session(prompts, read, RecentFiles(tmp_path / "settings"), keeping=Safekeeping(tmp_path / "data"))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Makes files to open."""

    def make(*names: str) -> list[Path]:
        for name in names:
            (tmp_path / name).write_text("a tracker", encoding="utf-8")
        return [tmp_path / name for name in names]

    return make


def standing(session: Session, *paths: Path) -> list[Document]:
    """The first file in a tab, the others beside it."""
    document = session.open(paths[0])
    assert document
    others = [session.open_beside(path) for path in paths[1:]]
    return [document, *(other for other in others if other)]


def names(session: Session) -> list[str]:
    """The open trackers in their order."""
    return [document.name for document in session.documents]


def test_a_tracker_beside_another_is_viewed_and_its_workbook_is_left_to_others(
    session: Session, prompts: FakePrompts, files: Files
) -> None:
    document, other = standing(session, *files("new.xlsx", "old.xlsx"))
    assert session.current is document
    assert session.beside.of(document) == (other,)
    assert other.beside is document
    assert other.tracker.viewing
    assert not libreoffice_file(files("old.xlsx")[0]).exists()
    assert not other.edit(0, "forecast_q1", "1")
    assert prompts.refused == [
        "This tracker stands beside another for viewing only. To change it, choose Years > Move to a tab of its own."
    ]
    assert not document.tracker.viewing


def test_others_stand_behind_theirs_in_order(session: Session, files: Files) -> None:
    new, old, older, alone = files("new.xlsx", "old.xlsx", "older.xlsx", "alone.xlsx")
    document, other = standing(session, new, old)
    session.open(alone)
    session.bring_up(other)
    session.open_beside(older)
    assert names(session) == ["new.xlsx", "old.xlsx", "older.xlsx", "alone.xlsx"]
    assert session.current is other
    assert [one.beside for one in session.documents] == [None, document, document, None]


def test_a_file_is_asked_for(session: Session, prompts: FakePrompts, files: Files) -> None:
    assert session.open_beside() is None
    assert prompts.asked == []
    new, old = files("new.xlsx", "old.xlsx")
    (document,) = standing(session, new)
    assert session.open_beside() is None
    prompts.to_open = old
    found = session.open_beside()
    assert found is not None
    assert session.beside.of(document) == (found,)
    assert prompts.asked == [f"Open beside {new.parent}"] * 2


def test_one_that_stands_there_already_is_given_as_it_is(session: Session, files: Files) -> None:
    new, old = files("new.xlsx", "old.xlsx")
    _, other = standing(session, new, old)
    assert session.open_beside(old) is other
    assert names(session) == ["new.xlsx", "old.xlsx"]


def test_the_same_file_may_stand_beside_another_and_be_edited_in_a_tab(session: Session, files: Files) -> None:
    new, old = files("new.xlsx", "old.xlsx")
    _, other = standing(session, new, old)
    tab = session.open(old)
    assert tab is not other
    assert names(session) == ["new.xlsx", "old.xlsx", "old.xlsx"]
    assert tab is not None
    assert tab.edit(0, "forecast_q1", "1")
    assert other.tracker.year.savings[0].forecast_q1 != tab.tracker.year.savings[0].forecast_q1


def test_a_refused_file_stands_nowhere(session: Session, prompts: FakePrompts, files: Files) -> None:
    new, bad = files("new.xlsx", "bad.xlsx")
    (document,) = standing(session, new)
    assert session.open_beside(bad) is None
    assert prompts.refused == ["“bad.xlsx” is no tracker."]
    assert session.beside.of(document) == ()


def test_an_open_tracker_put_beside_keeps_what_is_not_saved(
    session: Session, prompts: FakePrompts, files: Files
) -> None:
    old, new = files("old.xlsx", "new.xlsx")
    other, document = session.open(old), session.open(new)
    assert other is not None
    assert document is not None
    other.edit(0, "forecast_q1", "1")
    heard: list[tuple[Happening, str]] = []
    session.watch(lambda happening, one: heard.append((happening, one.name)))
    assert session.beside.offered(document) == (other,)
    session.beside.put(other, document)
    assert names(session) == ["new.xlsx", "old.xlsx"]
    assert (other.beside, other.tracker.viewing, other.unsaved) == (document, True, 1)
    assert heard[-1] == (Happening.MOVED, "old.xlsx")
    assert session.beside.offered(document) == session.beside.offered(other) == ()
    assert not session.close(document)
    assert names(session) == ["new.xlsx", "old.xlsx"]
    prompts.unsaved = Answer.DISCARD
    assert session.close(document)
    assert (session.documents, session.current) == ([], None)


def test_a_tracker_taken_out_can_be_edited_and_is_locked(session: Session, files: Files) -> None:
    new, old = files("new.xlsx", "old.xlsx")
    document, other = standing(session, new, old)
    session.beside.take_out(other, session.keeping)
    assert (other.beside, other.tracker.viewing) == (None, False)
    assert session.beside.of(document) == ()
    assert other.edit(0, "forecast_q1", "1")
    assert libreoffice_file(old).exists()


def test_one_that_was_viewed_before_is_viewed_again(session: Session, files: Files) -> None:
    old, new = files("old.txt", "new.xlsx")
    other, document = session.open(old), session.open(new)
    assert other is not None
    assert document is not None
    other.view_only()
    session.beside.put(other, document)
    session.beside.take_out(other, session.keeping)
    assert other.tracker.viewing


def test_one_that_somebody_has_open_is_taken_out_for_viewing(
    session: Session, prompts: FakePrompts, files: Files
) -> None:
    new, old = files("new.xlsx", "old.xlsx")
    _, other = standing(session, new, old)
    excel_file(old).write_bytes(b"\x08A. Other" + b" " * 45)
    session.beside.take_out(other, session.keeping)
    assert other.tracker.viewing
    assert "old.xlsx" in prompts.told[-1][0]


def test_an_example_beside_another_is_taken_out_again(session: Session, files: Files) -> None:
    (new,) = files("new.xlsx")
    other = Document(a_tracker(a_saving("A")), session.prompts, "Example", None)
    (document,) = standing(session, new)
    session.documents.append(other)
    session.keeping.opened(other, lambda _refusal: None)
    session.beside.put(other, document)
    session.beside.keep(document, Arrangement())
    assert session.beside.kept(document).trackers == ()
    session.beside.take_out(other, session.keeping)
    assert (other.beside, other.own) == (None, None)


def test_a_tracker_is_closed_with_those_beside_it(session: Session, files: Files) -> None:
    first, new, old = files("first.xlsx", "new.xlsx", "old.xlsx")
    (tab,) = standing(session, first)
    standing(session, new, old)
    told: list[tuple[Happening, str]] = []
    session.watch(lambda happening, document: told.append((happening, document.name)))
    assert session.close()
    assert told == [
        (Happening.CLOSED, "new.xlsx"),
        (Happening.CLOSED, "old.xlsx"),
        (Happening.CURRENT, "first.xlsx"),
    ]
    assert session.current is tab


def test_one_beside_another_is_closed_alone(session: Session, files: Files) -> None:
    document, other = standing(session, *files("new.xlsx", "old.xlsx"))
    session.bring_up(other)
    assert session.close()
    assert session.current is document
    assert names(session) == ["new.xlsx"]


def test_all_are_closed_at_the_end(session: Session, files: Files) -> None:
    standing(session, *files("new.xlsx", "old.xlsx", "older.xlsx"))
    assert session.close_all()
    assert session.documents == []


def test_what_stood_beside_a_tracker_comes_back_with_it(session: Session, files: Files) -> None:
    new, old, older = files("new.xlsx", "old.xlsx", "older.xlsx")
    document, *_ = standing(session, new, old, older)
    wanted = Arrangement(stacked=True, tied=False, sizes=(3, 2, 1))
    session.beside.keep(document, wanted)
    session.close()
    again = session.open(new)
    assert again is not None
    kept = session.beside.kept(again)
    assert [stood.path for stood in kept.trackers] == [old, older]
    assert (kept.stacked, kept.tied, kept.sizes) == (True, False, (3, 2, 1))
    older.unlink()
    assert session.beside.bring_back(again) == ("older.xlsx",)
    assert names(session) == ["new.xlsx", "old.xlsx"]
    session.beside.forget(new)
    assert session.beside.kept(again) == Arrangement()


def test_a_sheet_comes_back_without_being_asked_for(session: Session, prompts: FakePrompts, files: Files) -> None:
    new, two = files("new.xlsx", "two.xlsx")
    prompts.chosen = 1
    document, other = standing(session, new, two)
    session.beside.keep(document, Arrangement())
    session.close()
    prompts.chosen = 0
    again = session.open(new)
    assert again is not None
    assert session.beside.bring_back(again) == ()
    (back,) = session.beside.of(again)
    assert back.tracker.year.sheet == other.tracker.year.sheet == "2020-21"


def test_the_window_hears_when_all_is_done_that_an_opening_asks_for(session: Session, files: Files) -> None:
    told: list[tuple[Happening, str]] = []
    session.watch(lambda happening, document: told.append((happening, document.name)))
    standing(session, *files("new.xlsx", "old.xlsx"))
    assert told == [
        (Happening.OPENED, "new.xlsx"),
        (Happening.CURRENT, "new.xlsx"),
        (Happening.READY, "new.xlsx"),
        (Happening.OPENED, "old.xlsx"),
        (Happening.READY, "old.xlsx"),
    ]


def test_a_colleagues_save_is_brought_into_a_tracker_that_is_only_viewed() -> None:
    tracker = a_tracker(a_saving("A"))
    tracker.viewing = True
    theirs = replace(tracker.year, savings=(a_saving("A", commentary="On track"),))
    tracker.rebase(theirs, theirs, "tracker.xlsx")
    assert tracker["A"].commentary == "On track"
    assert tracker.viewing
    assert tracker.history.unsaved == 0
