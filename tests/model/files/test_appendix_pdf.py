"""The appendix as a PDF: tagged, titled, in its language, on its paper, with every figure and word of the appendix."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest

from builders import A_SCHEME, a_saving, a_year, amounts
from council_trackers import council_tracker
from model.appendix import Appendix, Choice, Paper, make_appendix
from model.files.appendix_pdf import compiler_for, pdf_bytes, write_pdf
from model.files.unwritable import NoSuchFolder
from pdfs import faces, language, page_sizes, shows_title, structure, texts

MADE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
PAPERS = tuple(Paper)


def adults(paper: Paper = Paper.A3, year: str = "2017-18") -> Appendix:
    """The Adults appendix, or, where the tracker knows no committee, that of the council."""
    committees = ("Adults",) if year == "2017-18" else ()
    return make_appendix(
        council_tracker(year), Choice(committees, paper=paper, descriptions=True), on=date(2026, 11, 21)
    )


def content(appendix: Appendix) -> bytes:
    """Its PDF."""
    written, lacking = pdf_bytes(appendix, MADE)
    assert not lacking
    return written


@pytest.mark.parametrize("paper", PAPERS)
def test_language_and_title_are_stated_and_the_title_is_shown(paper: Paper) -> None:
    written = content(adults(paper))
    assert language(written) == "en-GB"
    assert shows_title(written) == ("Savings tracker 2017-18: Adults Committee", True)
    assert b"pdfuaid" in written


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A3, (420, 297)), (Paper.A4, (297, 210)), (Paper.LARGE_PRINT, (210, 297))]
)
def test_every_page_is_of_the_paper_that_was_chosen(paper: Paper, size: tuple[int, int]) -> None:
    assert page_sizes(content(adults(paper))) == {size}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_typeface_is_in_the_file_and_the_text_is_set_in_the_packaged_one(paper: Paper) -> None:
    found = faces(content(adults(paper)))
    assert all(found.values())
    assert {name.partition("+")[2].partition("-")[0] for name in found} == {"Inter"}


def test_the_savings_are_one_table_with_header_cells_over_all_pages() -> None:
    appendix = adults()
    written = content(appendix)
    (table,) = [element for element in structure(written).walk() if element.role == "Table"]
    assert [part.role for part in table.parts] == ["THead", "TBody", "TFoot"]
    head, body, foot = table.parts
    assert [element.scope for element in head.walk() if element.role == "TH"] == ["Column"] * 22
    assert len(body.parts) >= 34
    assert all(part.roles()["TD"] == len(appendix.table.headings) for part in (*body.parts, *foot.parts))
    assert len(page_sizes(written)) < len(body.parts)


def test_headings_are_in_order_and_the_chart_has_words() -> None:
    elements = list(structure(content(adults())).walk())
    levels = [int(element.role[1]) for element in elements if element.role in ("H1", "H2", "H3")]
    assert levels == [1, 2, 2, 2, 2, 2]
    (chart,) = [element for element in elements if element.role == "Figure"]
    assert chart.alt.startswith("Bars for each quarter: quarter 1, planned −7,749, forecast −3,941; quarter 2,")


def test_in_large_print_each_saving_has_a_heading_and_a_table_of_its_own() -> None:
    roles = structure(content(adults(Paper.LARGE_PRINT))).roles()
    assert (roles["H1"], roles["H3"], roles["Table"]) == (1, 34, 34)


@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
def test_headings_and_totals_stand_on_each_page_with_its_number(paper: Paper, tmp_path: Path) -> None:
    pages = texts(content(adults(paper)), tmp_path)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "as at October 2017" in page
    with_lines = [page for page in pages if "A/R.6.1" in page.partition("Savings\n")[2] or "continued" in page]
    assert all("Planned £000" in page and "−12,585" in page for page in with_lines)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_reference_figure_and_rating_is_printed(paper: Paper, tmp_path: Path) -> None:
    appendix = adults(paper)
    words = " ".join(" ".join(texts(content(appendix), tmp_path)).split())
    for line in appendix.table.lines:
        assert line.reference in words
        assert line.rating in words
        assert all(" ".join(cell) in words for cell in line.cells if len("".join(cell)) < 9)
    assert "<p>" not in words


def test_the_three_worst_savings_stand_before_the_table(tmp_path: Path) -> None:
    top = texts(content(adults()), tmp_path)[0].partition("Savings\n")[0]
    assert [top.index(reference) for reference in ("A/R.6.125", "A/R.6.132", "A/R.6.101")] == sorted(
        top.index(reference) for reference in ("A/R.6.125", "A/R.6.132", "A/R.6.101")
    )
    for figure in (
        "−12,585",
        "−10,144",
        "2,441",
        "80.6%",
        "588",
        "442",
        "395",
        "Red 12 savings, −4,203",
        "Amber 1, −252",
    ):
        assert figure in top


def test_the_key_is_printed_as_the_scheme_states_it(tmp_path: Path) -> None:
    key = {"Red": ("% variance more than 19%", "-"), "Green": ("% variance less than 14%", "less than 19%")}
    year = a_year(a_saving(), scheme=A_SCHEME)
    assert year.scheme is not None
    stated = type(year.scheme)("2020-21", year.scheme.bands, key, ("Over £500k", "Below 100k"))
    words = " ".join(texts(content(make_appendix(a_year(a_saving(), scheme=stated), Choice())), tmp_path))
    for part in ("Key to the ratings", "Over £500k", "Below 100k", *key["Red"], *key["Green"]):
        assert part in words


def test_committees_stand_side_by_side_in_the_councils_appendix(tmp_path: Path) -> None:
    appendix = make_appendix(council_tracker("2017-18"), Choice())
    page = texts(content(appendix), tmp_path)[0]
    assert "By committee, £000" in page
    assert "add up to −20,638, the council's is −20,538" in page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "saving",
    [
        a_saving(plan=(None,) * 4, forecast=(None,) * 4),
        a_saving(plan=(25,) * 4, forecast=(-300, 0, 0, 0)),
        a_saving(reference="", title=""),
        a_saving(rating_printed="Under review by the board"),
        a_saving(plan=(-123456, 0, 0, 0), unread={"direction": "A great deal better than it was"}),
    ],
)
def test_odd_lines_are_printed_like_others(paper: Paper, saving: object) -> None:
    year = a_year(saving)  # type: ignore[arg-type]
    assert content(make_appendix(year, Choice(paper=paper)))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_tracker_without_lines_is_printed_too(paper: Paper) -> None:
    assert content(make_appendix(a_year(), Choice(paper=paper)))


@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
def test_as_many_columns_as_there_are_fit_on_the_page(paper: Paper, tmp_path: Path) -> None:
    year = council_tracker("2020-21")
    choice = Choice(columns=tuple(column.key for column in year.layout), descriptions=True, paper=paper)
    words = texts(content(make_appendix(year, choice)), tmp_path)[0]
    assert "Links" in words or "partner" in words
    assert "−15,929" in words


def test_the_moved_variance_and_what_is_new_are_printed(tmp_path: Path) -> None:
    then = a_year(a_saving("A/1"), period="Quarter 1")
    now = a_year(a_saving("A/1").but(forecast_q1=amounts([-10])[0]), a_saving("A/2"), period="Quarter 2")
    words = texts(content(make_appendix(now, Choice(), previous=then)), tmp_path)[0]
    assert "Since Quarter 1 the variance has grown by 15; 1 saving new." in words
    before = a_year(*now.savings)
    words = texts(content(make_appendix(then, Choice(), previous=before)), tmp_path)[0]
    assert "Since the last report the variance has fallen by 15; 1 saving gone." in words
    words = texts(content(make_appendix(then, Choice(), previous=a_year(a_saving("A/1")))), tmp_path)[0]
    assert "Since the last report the variance has not changed." in words


def test_the_same_appendix_of_the_same_time_is_the_same_file() -> None:
    assert content(adults()) == content(adults())


def test_a_file_is_written_whole_or_refused_with_a_sentence(tmp_path: Path) -> None:
    report = write_pdf(adults(), tmp_path / "a.pdf")
    assert (report.path, report.remarks) == (tmp_path / "a.pdf", ())
    assert io.BytesIO(report.path.read_bytes()).read(5) == b"%PDF-"
    with pytest.raises(NoSuchFolder):
        write_pdf(adults(), tmp_path / "none" / "a.pdf")


def test_the_same_pages_can_be_had_as_pictures() -> None:
    pages = compiler_for(adults()).compile(format="png", ppi=20)
    with pikepdf.open(io.BytesIO(content(adults()))) as document:
        assert len(pages) == len(document.pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)
