"""PDFs before checkers that are not ours: all rules of PDF/UA-1 that a machine can check, on every kind of appendix."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from appendices import adults, council, empty, hostile, quarter_1
from builders import a_saving, a_year
from model.appendix import Appendix, Choice, Lines, Paper, make_appendix
from model.files.appendix_pdf import pdf_bytes
from pdfs import elements_of
from verapdf import faults

LONG = "A sentence of some words that goes on. " * 300
KINDS: dict[str, Callable[[], Appendix]] = {
    "a committee": adults,
    "the council": council,
    "everything": quarter_1,
    "red and black": lambda: quarter_1(lines=Lines.RED_AND_BLACK),
    "hostile": hostile,
    "empty": empty,
    "no bands": lambda: make_appendix(a_year(a_saving()), Choice(columns=("commentary",))),
    "long": lambda: make_appendix(a_year(a_saving(commentary=LONG, title="T" * 900)), Choice(descriptions=True)),
    "moved": lambda: make_appendix(a_year(a_saving()), Choice(), previous=a_year(a_saving("B"))),
}


ON_EVERY_PAPER = ("a committee", "everything", "long")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of appendix, some of them on every paper."""
    folder = tmp_path_factory.mktemp("written")
    found = {}
    for kind, make in KINDS.items():
        for paper in Paper if kind in ON_EVERY_PAPER else (Paper.A3,):
            appendix = make()
            path = found[f"{kind}, {paper}"] = folder / f"{kind}-{paper.name}.pdf"
            path.write_bytes(pdf_bytes(replace(appendix, choice=replace(appendix.choice, paper=paper)))[0])
    return found


@pytest.mark.slow
def test_verapdf_finds_no_fault(written: dict[str, Path]) -> None:
    found = faults(list(written.values()))
    assert len(found) == len(written)
    assert {name: found[path] for name, path in written.items() if found[path]} == {}


def test_a_checker_that_needs_no_java_finds_no_fault(written: dict[str, Path]) -> None:
    reports = {name: page.validate_pdf(path, profile="ua1") for name, path in written.items()}
    assert {
        name: [fault.message for fault in report.failures] for name, report in reports.items() if report.failures
    } == {}
    assert {report.rules.total for report in reports.values()} == {104}


def without_tags(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot


def without_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def without_title(document: pikepdf.Pdf) -> None:
    document.Root.ViewerPreferences.DisplayDocTitle = False


def without_words_for_the_chart(document: pikepdf.Pdf) -> None:
    (figure,) = (element for element in elements_of(document) if element.S == "/Figure")
    del figure.Alt


def with_a_row_too_short(document: pikepdf.Pdf) -> None:
    rows = [element for element in elements_of(document) if element.S == "/TR"]
    del rows[-2].K[0]


def with_a_heading_left_out(document: pikepdf.Pdf) -> None:
    for element in elements_of(document):
        if element.S == "/H2":
            element.S = pikepdf.Name.H3


BREAKING = {
    without_tags: "7.1-11",
    without_language: "7.2-",
    without_title: "7.1-10",
    without_words_for_the_chart: "7.3-1",
    with_a_row_too_short: "7.2-4",
    with_a_heading_left_out: "7.4.2-1",
}


@pytest.fixture(scope="module")
def broken(written: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Callable[..., None], Path]:
    """An appendix, each time with something of it taken away."""
    folder = tmp_path_factory.mktemp("broken")
    found = {}
    for number, act in enumerate(BREAKING):
        with pikepdf.open(written["a committee, A3"]) as document:
            act(document)
            found[act] = folder / f"{number}.pdf"
            document.save(found[act])
    return found


@pytest.mark.slow
def test_verapdf_sees_what_is_taken_away(broken: dict[Callable[..., None], Path]) -> None:
    found = faults(list(broken.values()))
    for act, clause in BREAKING.items():
        assert any(fault.startswith(clause) for fault in found[broken[act]]), (act.__name__, found[broken[act]])


def test_the_other_checker_sees_it_too(broken: dict[Callable[..., None], Path]) -> None:
    assert [act.__name__ for act, path in broken.items() if page.is_pdf_compliant(path, profile="ua1")] == []
