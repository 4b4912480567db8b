"""Following one saving through all trackers that are known."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_saving, a_year, figures
from fake_prompts import FakePrompts
from model.choosing import Chosen, choose_other, chosen_from
from model.kept_lineage import KeptLineage
from model.lineage import Verdict
from model.prompts import Here, Result, Stopped
from model.resources import EXAMPLES
from model.saving_life import SavingLife
from officer import Officer
from year_folders import a_file

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))


@pytest.fixture
def officer() -> Officer:
    """An officer with the trackers of 2020-21 and 2017-18 open, the first one in front."""
    officer = Officer()
    document = officer.opens(OF_2020)
    officer.opens(OF_2017)
    officer.session.bring_up(document)
    return officer


@pytest.fixture
def follow(officer: Officer, tmp_path: Path) -> Callable[[str], SavingLife]:
    """Follows the saving of a reference in the tracker in front."""

    def follow(reference: str) -> SavingLife:
        asked = chosen_from(officer.document), officer.sees(reference).line
        return SavingLife(officer.session, asked, KeptLineage(tmp_path / "kept"))

    return follow


def test_a_reused_reference_is_not_followed_until_that_is_decided(follow: Callable[[str], SavingLife]) -> None:
    life = follow("A/R.6.114")
    assert life.name == "A/R.6.114 Learning Disabilities Commissioning"
    assert [life.when(stage.tracker) for stage in life.life.stages] == ["2020-21, Quarter 1"]
    (unsure,) = life.life.unsure
    life.decide(unsure, Verdict.SAME, " as the committee said ")
    assert [stage.year.year for stage in life.life.stages] == ["2017-18", "2020-21"]
    assert figures(-2381, -250) == tuple(stage.plan for stage in life.life.stages)
    assert life.life.unsure == ()


def test_a_line_that_is_not_the_same_is_not_asked_about_again(follow: Callable[[str], SavingLife]) -> None:
    life = follow("A/R.6.201")
    (unsure,) = life.life.unsure
    life.decide(unsure, Verdict.NOT_SAME)
    assert (len(life.life.stages), life.life.unsure) == (1, ())
    assert follow("A/R.6.201").life.unsure == ()


def test_what_was_added_compared_or_named_as_previous_is_known_to_later_lives_too(tmp_path: Path) -> None:
    officer, folder = Officer(), tmp_path / "years"
    officer.opens(OF_2020)
    a_file(folder / "one.xlsx", a_saving("A"), year="2018-19")
    a_file(folder / "two.xlsx", a_saving("A"), year="2019-20")

    def life() -> SavingLife:
        return SavingLife(officer.session, (chosen_from(officer.document), 0), KeptLineage(tmp_path / "kept"))

    first = life()
    officer.prompts.folder = folder
    assert first.add_folder()
    assert len(first.trackers) == 3
    officer.prompts.to_open = OF_2017
    assert choose_other(officer.session, officer.document, "Compare with which?")
    before = replace(officer.tracker.year, source="before.xlsx", digest="before")
    officer.tracker.set_previous(before)
    assert [tracker.name for tracker in life().trackers] == [
        OF_2017.name,
        "one.xlsx",
        "two.xlsx",
        OF_2020.name,
        "before.xlsx",
    ]


def test_a_decision_that_cannot_be_kept_is_told(officer: Officer, tmp_path: Path) -> None:
    (tmp_path / "lineage.json").mkdir()
    asked = chosen_from(officer.document), officer.sees("A/R.6.114").line
    life = SavingLife(officer.session, asked, KeptLineage(tmp_path))
    life.decide(life.life.unsure[0], Verdict.SAME)
    assert officer.prompts.refused[0].startswith("Your decisions hold until the program ends")


def test_an_edit_is_followed_when_the_life_is_told_again(officer: Officer, follow: Callable[[str], SavingLife]) -> None:
    life = follow("A/R.6.266")
    before = life.stale
    officer.types("A/R.6.266", "forecast_q4", "-90")
    assert (before, life.stale) == (False, True)
    assert figures(-1500) == (life.life.stages[0].forecast,)
    life.refresh()
    assert figures(-1215) == (life.life.stages[0].forecast,)


def test_a_file_is_added_once_and_in_its_place(tmp_path: Path) -> None:
    officer = Officer()
    officer.opens(OF_2020)
    asked = chosen_from(officer.document), officer.sees("A/R.6.114").line
    life = SavingLife(officer.session, asked, KeptLineage(tmp_path))
    assert not life.add_file()
    officer.prompts.to_open = OF_2017
    assert life.add_file()
    assert life.add_file()
    assert [chosen.year.year for chosen in life.trackers] == ["2017-18", "2020-21"]
    assert len(life.life.unsure) == 1


def test_a_folder_is_added_without_what_is_open_already(
    officer: Officer, follow: Callable[[str], SavingLife], tmp_path: Path
) -> None:
    life = follow("A/R.6.114")
    assert not life.add_folder()
    officer.prompts.folder = tmp_path
    for path in (OF_2017, OF_2020):
        shutil.copy(path, tmp_path)
    assert life.add_folder()
    assert [chosen.year.year for chosen in life.trackers] == ["2017-18", "2020-21"]


def test_a_tracker_that_says_no_year_and_no_period_takes_those_of_its_folder_and_its_name(
    officer: Officer, follow: Callable[[str], SavingLife], tmp_path: Path
) -> None:
    folder = tmp_path / "2020-21"
    for number, last in ((2, -10), (3, -5)):
        line = a_saving("A/R.6.114", title="Learning Disabilities Commissioning", forecast=(-10, -10, -10, last))
        a_file(folder / f"Quarter {number}.xlsx", line, year="")
    officer.prompts.folder = folder
    life = follow("A/R.6.114")
    assert life.add_folder()
    told = [(stage.year.year, stage.year.period, stage.quarters) for stage in life.life.stages]
    assert told == [("2020-21", f"Quarter {number}", number) for number in (1, 2, 3)]


def test_a_folder_without_a_tracker_is_refused_in_a_sentence(
    officer: Officer, follow: Callable[[str], SavingLife], tmp_path: Path
) -> None:
    life = follow("A/R.6.114")
    officer.prompts.folder = tmp_path
    assert not life.add_folder()
    assert len(officer.prompts.refused) == 1


def test_reading_a_folder_can_be_stopped(officer: Officer, follow: Callable[[str], SavingLife]) -> None:
    def stopped(_words: str, _work: Callable[[Here], Result], *, may_stop: bool = False) -> Result:
        raise Stopped

    life = follow("A/R.6.114")
    life.patience = stopped
    officer.prompts.folder = EXAMPLES
    assert not life.add_folder()
    assert len(life.trackers) == 2


def test_a_tracker_without_year_and_period_is_called_by_its_file(tmp_path: Path) -> None:
    officer = Officer()
    asked = Chosen("old.xlsx", a_year(a_saving("A")))
    life = SavingLife(officer.session, (asked, 0), KeptLineage(tmp_path))
    assert life.when(0) == "old.xlsx"
    assert isinstance(officer.prompts, FakePrompts)


def test_two_copies_that_were_read_from_other_bytes_both_count(tmp_path: Path) -> None:
    officer = Officer()
    document = officer.opens(OF_2020)
    copy = Chosen("copy.xlsx", replace(document.tracker.year, digest="another", period="Quarter 2"))
    life = SavingLife(officer.session, (copy, officer.sees("A/R.6.114").line), KeptLineage(tmp_path))
    assert [life.when(stage.tracker) for stage in life.life.stages] == ["2020-21, Quarter 1", "2020-21, Quarter 2"]
