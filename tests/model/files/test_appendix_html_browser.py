"""The appendix's page in a real browser: an accessibility checker, narrow windows, the keyboard, paper."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from appendices import adults, empty, hostile, quarter_1
from browser import DESKTOP, PHONE, TABLET, WIDE, a_browser, a_window, beyond, faults
from council_trackers import council_tracker
from model.appendix import Appendix, Choice, Lines, Paper, make_appendix
from model.files.appendix_html import write_html

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Make = Callable[[], Appendix]


def large() -> Appendix:
    """Give the Adults Committee's appendix in large print."""
    return adults(paper=Paper.LARGE_PRINT, lines=Lines.RED_AND_BLACK)


def few() -> Appendix:
    """Give the Red savings of the whole council, with each committee's part."""
    return make_appendix(council_tracker("2017-18"), Choice(lines=Lines.RED_AND_BLACK))


def worst() -> Appendix:
    """Give the Red and Black savings of 2020-21, with their key and descriptions."""
    return quarter_1(lines=Lines.RED_AND_BLACK)


ALL = [few, worst, large, hostile, empty]
# The guidelines' own test of text that readers space as they need it (1.4.12).
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
    "p { margin-bottom: 2em !important; }"
)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """One browser for the tests of this file."""
    with a_browser(chromium) as started:
        yield started


def write(make: Make, folder: Path) -> Path:
    """Write an appendix as a page."""
    return write_html(make(), folder / f"{make.__name__}.html").path


@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "light"), (DESKTOP, "light"), (DESKTOP, "dark")], ids=["phone", "desktop", "dark"]
)
@pytest.mark.parametrize("make", ALL)
def test_an_accessibility_checker_finds_nothing_wrong(
    browser: Any, make: Make, size: tuple[int, int], scheme: str, tmp_path: Path
) -> None:
    with a_window(browser, write(make, tmp_path), size, scheme) as window:
        wrong, undecided = faults(window)
    assert wrong == {}
    # Contrast within the chart and in heads over two rows is worked out in test_appendix_html_looks.
    assert set(undecided) <= {"color-contrast"}
    assert all(re.match(r'<text |<th [^>]*rowspan="2"', html) for html in undecided.get("color-contrast", []))


def test_the_accessibility_checker_would_find_faults(browser: Any, tmp_path: Path) -> None:
    path = write(adults, tmp_path)
    poor = path.read_text(encoding="utf-8").replace('lang="en-GB"', "").replace("color: #fff;", "color: #c44;")
    path.write_text(poor, encoding="utf-8")
    with a_window(browser, path) as window:
        assert {"html-has-lang", "color-contrast"} <= set(faults(window)[0])


@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP, WIDE], ids=["phone", "tablet", "desktop", "wide"])
@pytest.mark.parametrize("make", ALL)
def test_nobody_has_to_scroll_sideways(browser: Any, make: Make, size: tuple[int, int], tmp_path: Path) -> None:
    with a_window(browser, write(make, tmp_path), size) as window:
        assert beyond(window) == 0


@pytest.mark.parametrize("make", ALL)
def test_spaced_text_is_neither_cut_nor_beside_the_window(browser: Any, make: Make, tmp_path: Path) -> None:
    with a_window(browser, write(make, tmp_path), PHONE) as window:
        window.evaluate("css => document.querySelector('style').append(css)", SPACED)
        assert beyond(window) == 0
        assert window.evaluate("getComputedStyle(document.querySelector('h1')).lineHeight") == "42px"


def test_a_narrow_window_shows_a_block_for_each_line_with_its_labels(browser: Any, tmp_path: Path) -> None:
    with a_window(browser, write(adults, tmp_path), PHONE) as window:
        block = window.locator("#saving-2")
        assert block.bounding_box()["width"] > 280
        assert "Planned Q1\n−98" in block.inner_text()
        assert not window.locator("table.savings thead th").first.is_visible() or (
            window.locator("table.savings thead").bounding_box()["width"] <= 1
        )
    with a_window(browser, write(adults, tmp_path), DESKTOP) as window:
        assert "Planned Q1" not in window.locator("#saving-2").inner_text()


def test_those_who_hear_the_table_are_told_the_same_in_every_window(browser: Any, tmp_path: Path) -> None:
    told = []
    for size in (PHONE, DESKTOP):
        with a_window(browser, write(adults, tmp_path), size) as window:
            told.append(window.locator("table.savings").aria_snapshot())
    assert told[0] == told[1]
    assert told[0].startswith("- table")
    assert told[0].count("- rowheader") == 35
    assert told[0].count("- columnheader") == len(adults().table.headings) + 3


def test_the_first_key_offers_to_skip_to_the_table(browser: Any, tmp_path: Path) -> None:
    with a_window(browser, write(adults, tmp_path)) as window:
        skip = window.locator("a.skip")
        assert skip.bounding_box()["y"] < 0
        window.keyboard.press("Tab")
        assert skip.bounding_box()["y"] > 0
        window.keyboard.press("Enter")
        assert window.evaluate("document.activeElement.id") == "savings"
        assert window.locator("#savings").bounding_box()["y"] < 100


@pytest.mark.parametrize("make", ALL)
def test_the_browser_reads_the_elements_that_were_written(browser: Any, make: Make, tmp_path: Path) -> None:
    path = write(make, tmp_path)
    written = re.findall(r"<([a-z][a-z0-9]*)", path.read_text(encoding="utf-8"))
    with a_window(browser, path) as window:
        read = window.evaluate("[...document.querySelectorAll('*')].map(element => element.localName)")
        assert read == written
        assert window.evaluate("document.compatMode") == "CSS1Compat"
        assert window.title().startswith(make().title.split("<")[0].strip()[:10])


@pytest.mark.parametrize(
    ("make", "size"), [(adults, (1190.5, 841.9)), (quarter_1, (841.9, 595.3)), (large, (595.3, 841.9))]
)
def test_on_paper_heads_are_on_each_page_and_pages_are_counted(
    browser: Any, make: Make, size: tuple[float, float], tmp_path: Path
) -> None:
    printed = tmp_path / "printed.pdf"
    with a_window(browser, write(make, tmp_path), scheme="dark") as window:
        window.pdf(path=printed, prefer_css_page_size=True, print_background=True)
    told = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True, check=True).stdout
    pages = told.rstrip("\f\n").split("\f")
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert all(line.reference in told for line in make().table.lines)
    if make is not large:
        listing = [page for page in pages if "A/R." in page]
        assert all("Planned £000" in page for page in listing)
    sheet = subprocess.run(["pdfinfo", printed], capture_output=True, text=True, check=True).stdout
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", sheet)
    assert found is not None
    assert [float(side) for side in found.groups()] == pytest.approx(size, abs=1)
