"""The appendix as a web page says everything that the appendix says, in the elements that say what it is."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from appendices import ON, adults, council, empty, hostile, quarter_1
from builders import a_saving, a_year
from model.appendix import Appendix, Choice, Lines, Paper, make_appendix
from model.appendix.making import UNITS
from model.appendix.table import Heading
from model.fields import Kind
from model.files.appendix_html import write_html
from model.files.column_words import full_name, label
from model.files.unwritable import NoSuchFolder
from pages import Part, read_page

ALL = [adults, council, quarter_1, hostile, empty]


def page(appendix: Appendix, folder: Path) -> Part:
    """Write an appendix as a page and read it."""
    place = folder / "appendix.html"
    assert write_html(appendix, place).path == place
    return read_page(place.read_text(encoding="utf-8"))


@pytest.fixture(params=ALL, ids=lambda make: make.__name__)
def appendix(request: pytest.FixtureRequest) -> Appendix:
    """Appendices of many kinds."""
    make: Callable[[], Appendix] = request.param
    return make()


def cells(line: Part) -> list[str]:
    """Give what a line's cells say, by paragraph, without the calls of footnotes."""
    return [_said(cell) for cell in line.parts]


def _said(cell: Part) -> str:
    parts = [part for part in cell.parts if part.attributes.get("aria-hidden") != "true" and "call" not in part.looks]
    return "\n".join(part.text() for part in parts)


@pytest.mark.parametrize("make", ALL[:-1])
def test_the_table_says_every_word_of_every_line(make: Callable[[], Appendix], tmp_path: Path) -> None:
    appendix = make()
    lines = page(appendix, tmp_path).one("tbody", "lines").parts
    assert [cells(line) for line in lines] == [
        ["\n".join(words) for words in line.cells] for line in appendix.table.lines
    ]


def test_an_appendix_without_a_line_says_so(tmp_path: Path) -> None:
    section = page(empty(), tmp_path).all("section")[1]
    assert [part.text() for part in section.parts] == ["Savings", "No saving is listed."]


@pytest.mark.parametrize("make", ALL[:-1])
def test_heads_totals_footnotes_notes_and_source_are_the_appendix_s(
    make: Callable[[], Appendix], tmp_path: Path
) -> None:
    appendix = make()
    read = page(appendix, tmp_path)
    heads = [head.text() for head in read.one("table", "savings").one("thead").all("th") if "band" not in head.looks]
    assert sorted(heads) == sorted(heading.words for heading in appendix.table.headings)
    totals = [cell.text() for cell in read.one("tr", "totals").all("td")]
    assert [total for total in totals if total] == [total for total in appendix.table.totals if total]
    assert [note.text() for note in read.all("li") if "id" in note.attributes] == list(appendix.footnotes)
    said = [paragraph.text() for paragraph in read.all("p")]
    assert set(appendix.notes) <= set(said)
    assert said[: 1 + bool(appendix.under)] == list(filter(None, [appendix.under, UNITS]))
    assert read.one("footer").text() == appendix.source


def test_the_summary_of_the_adults_committee_is_that_of_its_paper(tmp_path: Path) -> None:
    section = page(adults(), tmp_path).all("section")[0]
    assert [value.text() for value in section.all("dd")] == ["−12,585", "−10,144", "2,441", "80.6%"]
    assert [line.one("strong", "figure").text() for line in section.one("ol").parts] == ["588", "442", "395"]
    assert [line.text() for line in section.one("ul").parts] == [
        "Red 12 savings, −4,203",
        "Amber 1 saving, −252",
        "Green 21 savings, −8,130",
    ]


def test_a_shortfall_leads_to_its_line_and_one_that_is_not_listed_nowhere(tmp_path: Path) -> None:
    read = page(adults(), tmp_path)
    link = read.one("ol", "shortfalls").all("a")[0]
    (line,) = [part for part in read.all("tr") if f"#{part.attributes.get('id')}" == link.attributes["href"]]
    assert link.text() == line.one("th").text() == "A/R.6.125"
    listed = make_appendix(a_year(a_saving("A", forecast=(0,) * 4, complete=True)), Choice(lines=Lines.NOT_COMPLETE))
    worst = page(listed, tmp_path).one("ol", "shortfalls")
    assert "A saving" in worst.text()
    assert not worst.all("a")


def test_without_a_shortfall_the_summary_says_so(tmp_path: Path) -> None:
    read = page(make_appendix(a_year(a_saving()), Choice()), tmp_path)
    assert "No saving falls short of its plan." in read.text()
    assert not read.all("ol")


def test_each_committee_s_part_is_told_and_why_they_add_up_to_more(tmp_path: Path) -> None:
    read = page(council(), tmp_path)
    lines = [[cell.text() for cell in line.parts] for line in read.one("table", "shares").one("tbody").parts]
    assert lines[0] == ["Adults", "34", "−12,585", "−10,144", "2,441"]
    assert council().why_sums_differ in read.text()
    assert not page(adults(), tmp_path).all("table", "shares")


def test_the_key_is_told_as_the_tracker_prints_it(tmp_path: Path) -> None:
    key = quarter_1().key
    assert key is not None
    table = page(quarter_1(), tmp_path).one("table", "key")
    assert [head.text() for head in table.one("thead").all("th")] == ["Rating", *key.sizes]
    told = [[cell.text() for cell in line.parts] for line in table.one("tbody").parts]
    assert told == [[name, *words] for name, words in key.rows]
    assert not page(adults(), tmp_path).all("table", "key")


def test_movement_since_an_earlier_tracker_is_told(tmp_path: Path) -> None:
    now, then = a_year(a_saving(forecast=(0,) * 4)), a_year(a_saving(), period="Quarter 1")
    read = page(make_appendix(now, Choice(), previous=then), tmp_path)
    assert "Since Quarter 1 the variance has grown by 100." in read.text()


def test_a_footnote_is_called_by_its_line_and_named_aloud(tmp_path: Path) -> None:
    read = page(adults(), tmp_path)
    (call,) = read.all("a", "call")
    assert (call.text(), call.attributes["href"], call.attributes["aria-label"]) == ("1", "#footnote-1", "Footnote 1")
    (note,) = [part for part in read.all("li") if part.attributes.get("id") == "footnote-1"]
    assert note.text() == adults().footnotes[0]


def test_the_page_is_in_british_english_has_a_title_and_landmarks(appendix: Appendix, tmp_path: Path) -> None:
    written = page(appendix, tmp_path)
    read = written.one("html")
    assert read.attributes == {"lang": "en-GB"}
    assert read.one("title").text().startswith(appendix.title)
    assert [part.name for part in read.one("body").parts] == ["a", "header", "main", "footer"]
    assert read.one("h1").text() == appendix.title
    assert {"charset": "utf-8"} in [meta.attributes for meta in read.all("meta")]


def test_headings_go_down_one_step_at_a_time(appendix: Appendix, tmp_path: Path) -> None:
    steps = [int(part.name[1]) for part in page(appendix, tmp_path).walk() if re.fullmatch("h[1-6]", part.name)]
    assert steps[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(steps))


def test_every_link_stays_on_the_page_and_leads_somewhere(appendix: Appendix, tmp_path: Path) -> None:
    read = page(appendix, tmp_path)
    names = [part.attributes["id"] for part in read.walk() if "id" in part.attributes]
    assert len(names) == len(set(names))
    links = [part.attributes["href"] or "" for part in read.all("a")]
    assert links[0] == "#savings"
    assert {link.removeprefix("#") for link in links} <= set(names)
    labelled = [part.attributes["aria-labelledby"] for part in read.walk() if "aria-labelledby" in part.attributes]
    assert set(labelled) <= set(names)


def test_every_table_has_a_caption_and_each_of_its_heads_says_what_it_heads(appendix: Appendix, tmp_path: Path) -> None:
    for table in page(appendix, tmp_path).all("table"):
        assert table.one("caption").text()
        assert all("scope" in head.attributes for head in table.all("th"))
        width = sum(int(cell.attributes.get("colspan") or 1) for cell in table.one("thead").parts[0].parts)
        for line in (line for body in table.all("tbody") for line in body.parts):
            assert sum(int(cell.attributes.get("colspan") or 1) for cell in line.parts) == width
            assert line.one("th").attributes["scope"] == "row"


def test_the_caption_says_what_the_table_is_of(tmp_path: Path) -> None:
    caption = page(adults(), tmp_path).one("table", "savings").one("caption")
    assert caption.text() == f"34 savings. Adults Committee. As at October 2017. {UNITS}"
    assert [part.text() for part in caption.all("bdi")] == ["Adults Committee", "As at October 2017"]


def test_a_band_heads_the_columns_under_it(tmp_path: Path) -> None:
    table = page(adults(), tmp_path).one("table", "savings")
    bands = {band.text(): int(band.attributes["colspan"] or 0) for band in table.all("th", "band")}
    assert bands == {"Planned £000": 5, "Forecast £000": 5, "Variance": 2}
    spans = [int(group.attributes["span"] or 0) for group in table.all("colgroup")]
    assert [span for span in spans if span > 1] == [5, 5, 2]
    assert sum(spans) == len(adults().table.headings)


def test_a_table_stays_one_for_those_who_hear_it_whatever_the_style_makes_of_it(tmp_path: Path) -> None:
    roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    for table in page(quarter_1(), tmp_path).all("table"):
        for part in table.walk():
            if part.name in roles:
                assert part.attributes["role"] == roles[part.name]
            elif part.name == "th":
                heads = "rowheader" if part.attributes["scope"] == "row" else "columnheader"
                assert part.attributes["role"] == heads


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(appendix: Appendix, tmp_path: Path) -> None:
    read = page(appendix, tmp_path)
    names = {part.name for part in read.walk()}
    assert not names & {"script", "link", "img", "iframe", "object", "base", "form"}
    for part in read.walk():
        assert not any(name.startswith("on") or name == "src" for name in part.attributes)
    for style in read.all("style"):
        assert not re.search(r"url\(|@import|https?:", style.text())
    (policy,) = [meta.attributes["content"] for meta in read.all("meta") if "http-equiv" in meta.attributes]
    assert (policy or "").startswith("default-src 'none'")


def test_a_rating_is_a_word_on_its_colour_and_an_unknown_one_is_grey(tmp_path: Path) -> None:
    read = page(hostile(), tmp_path)
    pills = {pill.looks[1]: pill.text() for pill in read.one("tbody", "lines").all("span", "pill")}
    assert pills["rag-other"].endswith(" end")
    looks = {pill.looks[1] for pill in page(quarter_1(), tmp_path).all("span", "pill")}
    assert looks == {"rag-black", "rag-red", "rag-amber", "rag-green", "rag-blue"}


def test_the_chart_says_each_figure_in_words(tmp_path: Path) -> None:
    chart = page(adults(), tmp_path).one("svg")
    assert chart.attributes["role"] == "img"
    said = chart.attributes["aria-label"] or ""
    assert all(f"forecast {figure}" in said for figure in ("−3,941", "−2,123", "−3,085", "−995"))
    assert [text.text() for text in chart.all("text", "plan")] == ["−7,749", "−2,120", "−1,667", "−1,049"]


def test_bars_are_as_long_as_their_figures_and_costs_go_the_other_way(tmp_path: Path) -> None:
    saving = a_saving(plan=(-100, -50, 0, 25), forecast=(None,) * 4)
    chart = page(make_appendix(a_year(saving), Choice()), tmp_path).one("svg")
    bars = [(float(bar.attributes["x"] or 0), float(bar.attributes["width"] or 0)) for bar in chart.all("rect", "plan")]
    zero = float(chart.one("line").attributes["x1"] or 0)
    widths = [width for _left, width in bars]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert widths[0] == pytest.approx(4 * widths[2], abs=0.3)
    assert [left == zero for left, _width in bars] == [True, True, False]
    assert bars[2][0] + bars[2][1] == pytest.approx(zero, abs=0.2)
    assert not chart.all("rect", "forecast")


def test_a_chart_of_nothing_is_left_out(tmp_path: Path) -> None:
    nothing = replace(empty(), summary=replace(empty().summary, plan=(), forecast=()))
    assert not page(nothing, tmp_path).all("svg")


@pytest.mark.parametrize(
    ("paper", "sheet", "blocks"),
    [
        (Paper.A3, "A3 landscape", "screen"),
        (Paper.A4, "A4 landscape", "screen"),
        (Paper.LARGE_PRINT, "A4 portrait", "all"),
    ],
)
def test_the_page_is_printed_on_the_paper_that_was_chosen(
    paper: Paper, sheet: str, blocks: str, tmp_path: Path
) -> None:
    styles = page(adults(paper=paper), tmp_path).all("style")
    assert f"size: {sheet}" in styles[1].text()
    assert (styles[2].attributes["media"] or "").startswith(blocks)


def test_a_page_that_can_not_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFolder):
        write_html(empty(), tmp_path / "none" / "appendix.html")


@pytest.mark.parametrize(
    ("key", "words", "band", "kind", "full", "short"),
    [
        ("plan_q2", "Q2", "Planned £000", Kind.AMOUNT, "Planned, quarter 2 (£000)", "Planned Q2"),
        ("forecast_total", "Forecast", "Forecast £000", Kind.AMOUNT, "Forecast saving (£000)", "Forecast"),
        ("percent", "%", "Variance", Kind.PERCENT, "Variance from plan (%)", "Variance %"),
        ("direction", "Direction", "", Kind.DIRECTION, "Direction of travel", "Direction"),
        ("other:Lead officer", "Lead officer", "", Kind.TEXT, "Lead officer", "Lead officer"),
    ],
)
def test_a_column_is_named_in_full_and_in_short(
    key: str, words: str, band: str, kind: Kind, full: str, short: str
) -> None:
    heading = Heading(key, words, band, kind)
    assert (full_name(heading), label(heading)) == (full, short)


def test_the_day_and_the_file_are_told(tmp_path: Path) -> None:
    year = a_year(a_saving(), source="tracker.xlsx")
    assert page(make_appendix(year, Choice(), on=ON), tmp_path).one("footer").text() == (
        "From tracker.xlsx, 3 November 2017"
    )
