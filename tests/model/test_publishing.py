"""Publishing appendices: what is offered, what is asked, what is written, and that nothing is lost by it."""

from pathlib import Path

import pytest

from builders import a_saving, a_tracker
from fake_prompts import FakePrompts
from model.appendix import COLUMNS, Assignment, Choice, Paper
from model.committee_papers import LIST_SUFFIX
from model.document import Document
from model.kept_choices import KeptChoices
from model.pages import Page, found_on
from model.publishing import NUMBER, REPLACE, Pack, Publishing, publishing_for
from model.resources import EXAMPLES
from officer import Officer

ADULTS = Choice(("Adults",))
PDF = "Savings 2017-18, Adults Committee, October 2017.pdf"


@pytest.fixture
def officer() -> Officer:
    return Officer()


def of_2017(officer: Officer) -> Publishing:
    """The publishing of the example with committees."""
    return publishing_for(officer.opens(EXAMPLES / "savings-tracker-2017-18.xlsx"), officer.prompts)


def of_2020(officer: Officer) -> Publishing:
    """The publishing of the example without committees."""
    return publishing_for(officer.opens(EXAMPLES / "savings-tracker-2020-21.xlsx"), officer.prompts)


def of_lines(*committees: str, prompts: FakePrompts | None = None) -> Publishing:
    """The publishing of a tracker without a file, with a line for each committee."""
    savings = [a_saving(f"A/R.{number}", committee=name) for number, name in enumerate(committees)]
    prompts = prompts or FakePrompts()
    document = Document(a_tracker(*savings, year="2020-21"), prompts, "Tracker", None)
    return Publishing(document, prompts, KeptChoices())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_committees_of_a_tracker_are_offered(officer: Officer) -> None:
    publishing = of_2017(officer)
    assert publishing.owners.committees == ("Adults", "C&YP")
    assert not publishing.owners.unasked


def test_columns_are_offered_by_what_they_are_called_and_those_always_printed_are_not(officer: Officer) -> None:
    columns = of_2020(officer).columns
    assert set(COLUMNS) <= set(columns)
    assert {"rating", "reference", "title", "description"}.isdisjoint(columns)
    assert columns["forecast_q1"] == "Forecast £000: Q1"
    assert columns["commentary"] == "Commentary"


def test_a_tracker_without_committees_asks_once_whose_its_savings_are(officer: Officer) -> None:
    publishing = of_2020(officer)
    assert publishing.owners.unasked
    assert [(prefix.text, len(prefix.lines)) for prefix in publishing.owners.prefixes()] == [
        ("A/R", 17), ("B/R", 5), ("C/R", 4), ("E/R", 4), ("F/R", 9), ("G/R", 1),
    ]  # fmt: skip
    publishing.owners.assign({"A/R": " Adults ", "B/R": "Highways", "C/R": ""}, {"A/R.6.255": "C&YP"})
    assert publishing.owners.committees == ("Adults", "C&YP", "Highways")
    assert publishing.owners.without_committee == 18

    again = of_2020(officer)
    assert not again.owners.unasked
    assert again.owners.assignment == Assignment({"A/R": "Adults", "B/R": "Highways"}, {"A/R.6.255": "C&YP"})
    first = again.owners.prefixes()[0]
    assert first.committee == "Adults"
    assert next(line for line in first.lines if line[2])[::2] == ("A/R.6.255", "C&YP")


def test_a_choice_is_remembered_for_its_committee(officer: Officer) -> None:
    publishing = of_2017(officer)
    choice = Choice(("Adults",), paper=Paper.A4, descriptions=True)
    publishing.remember(choice)
    assert of_2017(officer).choice(("Adults",)) == choice
    assert of_2017(officer).choice(("C&YP",)) is None


def test_what_would_embarrass_is_listed_with_what_is_not_saved(officer: Officer) -> None:
    publishing = of_2017(officer)
    assert "A/R.6.216" in {remark.reference for remark in publishing.remark_maker(ADULTS)()}
    before = publishing.remark_maker(ADULTS)()
    officer.types("A/R.6.101", "forecast_q4", "-1")
    told = [remark.sentence for remark in publishing.remark_maker(ADULTS)() if remark not in before]
    assert any("not saved" in sentence for sentence in told)


def test_pages_are_of_the_tracker_as_it_was_when_they_were_asked_for(officer: Officer) -> None:
    publishing = of_2017(officer)
    make = publishing.page_maker(ADULTS)
    officer.types("A/R.6.101", "commentary", "Said later")
    assert not found_on(make(), "Said later")
    assert found_on(publishing.page_maker(ADULTS)(), "said  LATER")


def test_nothing_is_found_of_a_blank() -> None:
    assert found_on((Page(b"", 1, 1, ("words",)),), "  ") == ()


def test_a_pack_is_written_under_a_sensible_name_and_its_place_is_said(officer: Officer, tmp_path: Path) -> None:
    officer.prompts.folder = tmp_path
    written = of_2017(officer).save(Pack(ADULTS, (".pdf",)))
    assert written == (tmp_path / PDF,)
    assert written[0].read_bytes().startswith(b"%PDF")
    assert officer.prompts.told[-1] == (f"1 file is in {tmp_path}.", f"• {PDF}")
    assert officer.prompts.folder_told == tmp_path
    assert officer.prompts.asked[-1] == str(EXAMPLES)
    assert of_2017(officer).choice(("Adults",)) == ADULTS


def test_the_pack_of_all_is_the_council_and_each_committee(officer: Officer, tmp_path: Path) -> None:
    officer.prompts.folder = tmp_path
    of_2017(officer).save(Pack(Choice(), (".pdf",), each=True))
    assert names(tmp_path) == [
        "Savings 2017-18, Adults Committee, October 2017.pdf",
        "Savings 2017-18, All committees, October 2017.pdf",
        "Savings 2017-18, C&YP Committee, October 2017.pdf",
    ]
    assert officer.prompts.told[-1][0] == f"3 files are in {tmp_path}."


def test_committees_that_are_ticked_are_written_apart_or_together(officer: Officer, tmp_path: Path) -> None:
    officer.prompts.folder = tmp_path
    publishing = of_2017(officer)
    both = Choice(("Adults", "C&YP"))
    assert len(publishing.save(Pack(both, (".pdf",)))) == 1
    assert len(publishing.save(Pack(both, (".pdf",), each=True))) == 2


def test_the_list_is_kept_beside_the_files_where_that_is_wanted(officer: Officer, tmp_path: Path) -> None:
    officer.prompts.folder = tmp_path
    of_2017(officer).save(Pack(ADULTS, (".pdf",), with_list=True))
    kept = (tmp_path / PDF).with_name(PDF.removesuffix(".pdf") + LIST_SUFFIX).read_text(encoding="utf-8")
    assert "A/R.6.216" in kept
    assert kept.startswith("To look at before publishing: Savings tracker 2017-18: Adults Committee\n")


def test_a_list_of_nothing_says_so(tmp_path: Path) -> None:
    prompts = FakePrompts()
    prompts.folder = tmp_path
    publishing = of_lines("Adults", prompts=prompts)
    publishing.document.tracker.year = publishing.year.with_savings({})
    publishing.save(Pack(Choice(), (), with_list=True))
    (path,) = tmp_path.iterdir()
    assert path.read_text(encoding="utf-8").count("\n- ") == len(publishing.remark_maker(Choice())())
    assert prompts.asked[0] == "None"


def test_nothing_is_written_where_no_folder_is_chosen(officer: Officer) -> None:
    assert of_2017(officer).save(Pack(ADULTS)) == ()
    assert officer.prompts.told == []


def test_nothing_is_written_where_no_form_is_chosen(officer: Officer, tmp_path: Path) -> None:
    officer.prompts.folder = tmp_path
    assert of_2017(officer).save(Pack(ADULTS, ())) == ()
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, {PDF: "before"}),
        (REPLACE, {PDF: "%PDF"}),
        (NUMBER, {PDF: "before", PDF.replace(".pdf", " (2).pdf"): "%PDF"}),
    ],
)
def test_a_file_that_is_there_is_asked_about(
    officer: Officer, tmp_path: Path, answer: int | None, expected: dict[str, str]
) -> None:
    (tmp_path / PDF).write_text("before")
    officer.prompts.folder, officer.prompts.chosen = tmp_path, answer
    of_2017(officer).save(Pack(ADULTS, (".pdf",)))
    found = {
        path.name: path.read_bytes()[: len("before")].decode()[: len(expected[path.name])]
        for path in tmp_path.iterdir()
    }
    assert found == expected
    assert PDF in officer.prompts.asked[-1]


def test_many_files_that_are_there_are_counted(tmp_path: Path) -> None:
    prompts = FakePrompts()
    prompts.folder = tmp_path
    publishing = of_lines(*(f"Committee {letter}" for letter in "ABCDEFGH"), prompts=prompts)
    everything = Pack(Choice(), (".pdf",), each=True)
    assert len(publishing.save(everything)) == 9
    assert publishing.save(everything) == ()
    assert "… and 3 more" in prompts.asked[-1]


def test_the_trackers_own_file_is_never_replaced(officer: Officer, tmp_path: Path) -> None:
    own = tmp_path / PDF
    document = officer.opens(EXAMPLES / "savings-tracker-2017-18.xlsx")
    own.write_text("the tracker")
    document.source = own
    officer.prompts.folder, officer.prompts.chosen = tmp_path, REPLACE
    publishing_for(document, officer.prompts).save(Pack(ADULTS, (".pdf",)))
    assert own.read_text() == "the tracker"
    assert len(names(tmp_path)) == 2


def test_committees_whose_names_come_to_the_same_file_are_numbered(tmp_path: Path) -> None:
    prompts = FakePrompts()
    prompts.folder = tmp_path
    of_lines("A/B", "A:B", prompts=prompts).save(Pack(Choice(("A/B", "A:B")), (".pdf",), each=True))
    assert names(tmp_path) == ["Savings 2020-21, A-B Committee (2).pdf", "Savings 2020-21, A-B Committee.pdf"]


def test_a_folder_that_is_gone_is_said(officer: Officer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    officer.prompts.folder = tmp_path / "file"
    assert of_2017(officer).save(Pack(ADULTS, (".pdf",))) == ()
    assert "its folder is not there" in officer.prompts.refused[-1]
