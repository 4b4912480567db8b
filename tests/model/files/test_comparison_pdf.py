"""A comparison on paper: tagged, whole, and read by another's eyes."""

from datetime import UTC, datetime
from pathlib import Path

import page
import pytest

from appendices import hostile_savings
from builders import a_saving
from model.comparison import Show, Wanted
from model.files.comparison_pdf import A4, PAPERS, comparison_pdf, write_comparison_pdf
from model.files.unwritable import NoSuchFolder
from model.saving import Direction
from pdfs import page_sizes, run_together, shows_title, structure
from two_trackers import compared, published_years, quarter
from verapdf import faults

MADE = datetime(2020, 7, 10, tzinfo=UTC)
PERIODS = (
    quarter(1, a_saving("A/1", title="Beds", commentary="Staff left in May"), a_saving("A/2", title="Fees")),
    quarter(
        2,
        a_saving(
            "A/1",
            title="Beds",
            forecast=(-25, -25, -25, 0),
            commentary="Staff came in May",
            direction=Direction.WORSENING,
        ),
        a_saving("A/3", title="Fines"),
    ),
)


class Said:
    """All that a PDF says, however its lines are broken."""

    def __init__(self, content: bytes, folder: Path) -> None:
        self._text = run_together(content, folder)

    def __contains__(self, sentence: str) -> bool:
        return bool(self.count(sentence))

    def count(self, sentence: str) -> int:
        """How often a sentence is there."""
        return self._text.count("".join(sentence.split()))


@pytest.mark.parametrize(("paper", "size"), [("A3", (420, 297)), ("A4", (297, 210))])
def test_two_years_stand_on_paper_side_by_side(paper: str, size: tuple[int, int], tmp_path: Path) -> None:
    content, lacking = comparison_pdf(compared(*published_years()), paper=paper, made=MADE)
    said = Said(content, tmp_path)

    assert not lacking
    assert page_sizes(content) == {size}
    assert shows_title(content) == ("2017-18 and 2020-21 compared", True)
    assert "102 rows: 0 the same, 5 changed, 35 new, 62 gone, 0 rating worse, 0 rating better, 5 to decide, " in said
    assert "8 suggested." in said
    assert "May be A/R.6.169" in said
    assert "2017-18 and 2020-21 are two years" in said
    assert "How the forecast moved" not in said
    assert said.count("Is this the same saving?") == 5


def test_it_is_tagged_with_tables_that_have_headings(tmp_path: Path) -> None:
    content, _ = comparison_pdf(compared(*PERIODS), made=MADE)
    roles = structure(content).roles()

    assert (roles["Table"], roles["H1"]) == (4, 1)
    assert roles["TH"] > 20
    assert roles["H2"] == 6


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Comparisons of two years, of two periods, of odd texts and of nothing, on both papers."""
    folder = tmp_path_factory.mktemp("written")
    odd = quarter(2, *hostile_savings())
    sides = (published_years(), PERIODS, (quarter(1), odd), (odd, odd), (quarter(1), quarter(2)))
    paths = []
    for number, (earlier, later) in enumerate(sides):
        for paper in PAPERS:
            paths.append(folder / f"{number}-{paper}.pdf")
            write_comparison_pdf(compared(earlier, later), paths[-1], paper=paper)
    return paths


def test_a_checker_finds_no_fault(written: list[Path]) -> None:
    reports = [page.validate_pdf(path, profile="ua1") for path in written]

    assert [fault.message for report in reports for fault in report.failures] == []
    assert {report.rules.total for report in reports} == {104}


@pytest.mark.slow
def test_verapdf_finds_no_fault(written: list[Path]) -> None:
    found = faults(written)

    assert set(found) == set(written)
    assert {path.name: said for path, said in found.items() if said} == {}


def test_a_period_tells_what_moved_and_what_differs_in_texts(tmp_path: Path) -> None:
    said = Said(comparison_pdf(compared(*PERIODS), made=MADE)[0], tmp_path)

    for sentence in (
        "2020-21: Quarter 1 and Quarter 2 compared",
        "Earlier: Savings Tracker, Quarter 1, 2 savings, from q1.xlsx",
        "How the forecast moved",
        "From one forecast to the other",
        "variance worse; direction blank, now worsening; commentary",
        "A/1, commentary",
        "Staff left in May",
        "Staff came in May",
    ):
        assert sentence in said


def test_plans_that_were_turned_round_are_told_by_their_quarters(tmp_path: Path) -> None:
    later = quarter(2, a_saving("A/1", plan=(-40, -20, -20, -20)))
    said = Said(comparison_pdf(compared(quarter(1, a_saving("A/1")), later), made=MADE)[0], tmp_path)

    assert "quarters of the plan" in said


def test_committees_are_told_apart(tmp_path: Path) -> None:
    earlier = quarter(1, a_saving("A/1", committee="Adults"), a_saving("A/2", committee="Health"))
    said = Said(comparison_pdf(compared(earlier, quarter(2)), made=MADE)[0], tmp_path)

    assert "By committee" in said


def test_only_the_rows_that_are_shown_are_printed(tmp_path: Path) -> None:
    comparison = compared(*PERIODS)
    rows = comparison.rows_shown(Wanted(frozenset({Show.GONE})))
    said = Said(comparison_pdf(comparison, rows, made=MADE)[0], tmp_path)

    assert "1 of 3 rows is listed" in said
    assert "Staff left" not in said


def test_a_long_name_of_a_period_stays_out_of_the_columns(tmp_path: Path) -> None:
    earlier = quarter(1, *PERIODS[0].savings, period="as at the end of October 2020")
    said = Said(comparison_pdf(compared(earlier, PERIODS[1]), paper=A4, made=MADE)[0], tmp_path)

    assert "earlier later" in said


@pytest.mark.parametrize("paper", PAPERS)
def test_texts_that_nothing_is_prepared_for_are_laid_out(paper: str, tmp_path: Path) -> None:
    later = [
        saving.but(commentary=f"{saving.commentary[:400]} x", reference=f"{saving.reference}")
        for saving in hostile_savings()
    ]
    earlier = [saving.but(commentary=saving.commentary[:400]) for saving in hostile_savings()]
    report = write_comparison_pdf(compared(quarter(1, *earlier), quarter(2, *later)), tmp_path / "odd.pdf", paper=paper)

    assert page_sizes(report.path.read_bytes())


def test_a_title_that_no_page_holds_is_printed_whole(tmp_path: Path) -> None:
    title = " ".join(f"word{number}" for number in range(3_000))
    content, _ = comparison_pdf(compared(quarter(1), quarter(2, a_saving("A/1", title=title))), paper=A4, made=MADE)

    assert "word0 word1" in Said(content, tmp_path)
    assert "word2999" in Said(content, tmp_path)


def test_an_empty_comparison_is_a_page_too() -> None:
    content, _ = comparison_pdf(compared(quarter(1), quarter(2)), made=MADE)

    assert len(page_sizes(content)) == 1


def test_characters_that_no_typeface_has_are_said(tmp_path: Path) -> None:
    def remark(title: str) -> str:
        odd = compared(quarter(1), quarter(2, a_saving("A/1", title=title)))
        return write_comparison_pdf(odd, tmp_path / "odd.pdf").remarks[0]

    assert remark("\U0010fffd").startswith("One character can't be shown by any typeface here and is printed")
    assert remark("\U0010fffd \U0010fffc").startswith("2 characters can't be shown")
    assert write_comparison_pdf(compared(*PERIODS), tmp_path / "plain.pdf").remarks == ()


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFolder):
        write_comparison_pdf(compared(*PERIODS), tmp_path / "nowhere" / "compared.pdf")
