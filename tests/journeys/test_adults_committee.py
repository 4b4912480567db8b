"""The Adults committee's appendix of October 2017 in every form, by one button, as an officer has it: no window."""

import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from model.appendix import Choice
from model.publishing import Pack, Publishing, publishing_for
from officer import Officer
from pages import read_page
from pdfs import texts
from sources import ROOT

EXAMPLES = ROOT / "resources" / "examples"
ADULTS, CYP = Choice(("Adults",)), Choice(("C&YP",))
SHARED = "Shared by Adults and C&YP: stands in the appendix of each, with its whole amount."
FIGURES = {
    "Adults": ("34 savings", "−12,585", "−10,144", "2,441", "Red 12 savings", "Amber 1, −252", "Green 21 savings"),
    "C&YP": ("34 savings", "−8,053", "−6,612", "1,441"),
}


@pytest.fixture(params=["workbook", "text", pytest.param("published", marks=pytest.mark.published)])
def folder(request: pytest.FixtureRequest) -> Path:
    """Where the trackers are: our workbooks, our texts, and as they were published."""
    if request.param == "published":
        return Path(request.getfixturevalue("published"))
    return EXAMPLES if request.param == "workbook" else EXAMPLES / "source"


def publishing(folder: Path, year: str) -> Publishing:
    """The publishing of a year's tracker, as an officer has it who has just opened it."""
    officer = Officer()
    (path,) = folder.glob(f"savings-tracker-{year}.*")
    return publishing_for(officer.opens(path), officer.prompts)


def saved(of: Publishing, pack: Pack, out: Path) -> dict[str, Path]:
    """Saves a pack into a folder; gives its files by committee and ending."""
    out.mkdir()
    of._prompts.folder = out  # type: ignore[attr-defined]
    return {f"{path.name.split(', ')[1]}{path.suffix}": path for path in of.save(pack)}


def words(pdf: Path, folder: Path) -> str:
    """All that a PDF says."""
    return " ".join(" ".join(texts(pdf.read_bytes(), folder)).split())


def test_one_button_writes_the_council_and_each_committee_in_all_three_forms(folder: Path, tmp_path: Path) -> None:
    files = saved(publishing(folder, "2017-18"), Pack(Choice(), each=True), tmp_path / "out")
    subjects = ("All committees", "Adults Committee", "C&YP Committee")
    assert set(files) == {f"{subject}{form}" for subject in subjects for form in (".pdf", ".html", ".xlsx")}
    for committee, figures in FIGURES.items():
        said = words(files[f"{committee} Committee.pdf"], tmp_path)
        page = read_page(files[f"{committee} Committee.html"].read_text("utf-8")).one("body").text()
        assert [figure for figure in (*figures, SHARED, "A/R.6.001") if figure not in said] == []
        assert [figure for figure in (*figures[:4], SHARED, "A/R.6.001") if figure not in page] == []
    whole = words(files["All committees.pdf"], tmp_path)
    assert "The committees' plans add up to −20,638, the council's is −20,538." in whole
    assert "100 is counted more than once, as committees share A/R.6.001 (Adults and C&YP)." in whole


def test_the_workbook_has_the_figures_of_the_paper_as_numbers(folder: Path, tmp_path: Path) -> None:
    files = saved(publishing(folder, "2017-18"), Pack(ADULTS), tmp_path / "out")
    book = openpyxl.load_workbook(files["Adults Committee.xlsx"])
    summary = {
        (about, measure): value for about, measure, value, _unit in book["Summary"].iter_rows(3, values_only=True)
    }
    plan, forecast, variance = (
        summary["All savings", measure] for measure in ("Planned saving", "Forecast saving", "Variance from plan")
    )
    assert (plan, forecast, variance) == (-12585, -10144, 2441)
    assert [summary[f"Rated {rating}", "Savings"] for rating in ("Red", "Amber", "Green")] == [12, 1, 21]
    assert book["Savings"].max_row == 2 + 34


def test_nothing_on_the_pages_is_there_only_because_the_sheet_had_it(folder: Path, tmp_path: Path) -> None:
    of = publishing(folder, "2017-18")
    choice = replace(ADULTS, columns=(*ADULTS.columns, "links"), descriptions=True)
    pages = texts(saved(of, Pack(choice, (".pdf",)), tmp_path / "out")["Adults Committee.pdf"].read_bytes(), tmp_path)
    appendix = of._moment().appendix(choice)
    links = [heading.key for heading in appendix.table.headings].index("links")
    assert ("0",) in {(saving.links,) for saving in of.year}
    assert ("0",) not in {line.cells[links] for line in appendix.table.lines}
    assert not re.search(r"</?[a-z]+( [^>]*)?>", " ".join(pages))
    assert {line.cells[0][0] for line in appendix.table.lines} == {"Red", "Amber", "Green"}
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "as at October 2017" in page
        assert of.year.source in page
    assert all("Planned £000" in page for page in pages if "A/R.6.1" in page.partition("Savings\n")[2])


def test_what_would_embarrass_is_named_first(folder: Path) -> None:
    of = publishing(folder, "2017-18")
    named = {remark.reference: remark.elsewhere for remark in of.remark_maker(Choice())()}
    assert {"A/R.6.216", "A/R.6.165", "A/R.6.210"} <= set(named)
    adults, children = (replace(choice, descriptions=True) for choice in (ADULTS, CYP))
    own = {remark.reference for remark in of.remark_maker(adults)() if not remark.elsewhere}
    assert "A/R.6.165" in own
    assert {"A/R.6.216", "A/R.6.210"}.isdisjoint(own)
    assert {"A/R.6.216", "A/R.6.210"} <= {r.reference for r in of.remark_maker(children)() if not r.elsewhere}


def test_whose_savings_are_is_asked_once_where_the_tracker_does_not_say(folder: Path) -> None:
    of = publishing(folder, "2020-21")
    assert of.owners.unasked
    of.owners.assign({"A/R": "Adults"}, {"A/R.6.255": "C&YP"})
    again = publishing(folder, "2020-21")
    assert not again.owners.unasked
    assert again.owners.committees == ("Adults", "C&YP")
