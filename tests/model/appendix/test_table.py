"""The table's columns and words: what was chosen, in order, clean, with nothing cut."""

import pytest

from builders import a_saving, a_year
from council_trackers import council_tracker
from model.appendix import Choice, make_appendix
from model.appendix.table import headings_of
from model.appendix.words import cell_words, one_line, paragraphs
from model.fields import OTHER
from model.saving import Direction
from model.year import Column

LONG = "All of this is kept. " * 1000


def test_the_usual_columns_stand_under_their_bands() -> None:
    headings = headings_of(council_tracker("2020-21"), Choice())
    assert [heading.words for heading in headings] == [
        *("RAG", "Reference", "Title", "Q1", "Q2", "Q3", "Q4", "Saving", "Q1", "Q2", "Q3", "Q4", "Forecast"),
        *("£000", "%", "Complete", "Direction", "Commentary"),
    ]
    assert [heading.band for heading in headings] == [
        *("", "", ""),
        *["Planned £000"] * 5,
        *["Forecast £000"] * 5,
        *["Variance"] * 2,
        *("", "", ""),
    ]


def test_columns_are_chosen_and_stand_in_the_programs_order() -> None:
    choice = Choice(columns=("links", "variance", "investment_planned", "plan_prior"))
    headings = headings_of(council_tracker("2020-21"), choice)
    assert [(heading.key, heading.band) for heading in headings[3:]] == [
        ("investment_planned", "Investment £000"),
        ("plan_prior", "Prior years £000"),
        ("variance", "Variance"),
        ("links", ""),
    ]


def test_a_column_that_only_this_tracker_has_can_be_chosen() -> None:
    key = OTHER + "Lead <b>officer</b>"
    year = a_year(a_saving(other={"Lead <b>officer</b>": "A. N. Other"}))
    year = a_year(*year.savings, layout=(*year.layout, Column(key, "Lead <b>officer</b>")))
    table = make_appendix(year, Choice(columns=(key,))).table
    assert table.headings[-1].words == "Lead officer"
    assert table.lines[0].cells[-1] == ("A. N. Other",)


def test_descriptions_are_printed_where_they_are_chosen() -> None:
    year = a_year(a_saving(description="First.\n\nSecond."), a_saving("A/2", description="0"))
    assert "description" not in {heading.key for heading in make_appendix(year, Choice()).table.headings}
    table = make_appendix(year, Choice(descriptions=True)).table
    place = [heading.key for heading in table.headings].index("description")
    assert [line.cells[place] for line in table.lines] == [("First.", "Second."), ()]


@pytest.mark.parametrize(
    ("key", "saving", "words"),
    [
        ("rating", a_saving(rating_printed="Red"), ("Red",)),
        ("rating", a_saving(rating_printed="0"), ("Not rated",)),
        ("direction", a_saving(direction=Direction.WORSENING), ("Worsening",)),
        ("direction", a_saving(direction=Direction.NO_CHANGE), ("No change",)),
        ("direction", a_saving(direction=Direction.IMPROVING), ("Improving",)),
        ("direction", a_saving(), ()),
        ("direction", a_saving(unread={"direction": "sideways"}), ("sideways",)),
        ("complete", a_saving(complete=True), ("Yes",)),
        ("complete", a_saving(complete=False), ("No",)),
        ("complete", a_saving(), ()),
        ("plan_q1", a_saving(plan=(-1400, 0, 0, 0)), ("−1,400",)),
        ("plan_q1", a_saving(plan=(None, 0, 0, 0)), ()),
        ("plan_q2", a_saving(plan=(None, 0, 0, 0)), ("0",)),
        ("plan_q1", a_saving(unread={"plan_q1": "tbc"}), ("tbc",)),
        ("percent", a_saving(forecast=(-19, -25, -25, -25)), ("6.00",)),
        ("links", a_saving(links="0"), ()),
        ("commentary", a_saving(commentary=LONG), (LONG.strip(),)),
        ("commentary", a_saving(commentary="One.\r\n\r\nTwo.\tThree."), ("One.", "Two. Three.")),
        ("commentary", a_saving(commentary="<p>One.</p><p>Two &amp; more</p>"), ("One.", "Two & more")),
        ("commentary", a_saving(commentary="5 < 6 and C&YP"), ("5 < 6 and C&YP",)),
        ("commentary", a_saving(commentary="=SUM(A1)"), ("=SUM(A1)",)),
    ],
)
def test_each_cell_is_in_words(key: str, saving: object, words: tuple[str, ...]) -> None:
    year = a_year(saving)  # type: ignore[arg-type]
    assert cell_words(year.savings[0], key, year) == words


def test_paragraphs_are_kept_and_empty_ones_left_out() -> None:
    assert paragraphs("a\n\n\n b \u2028c\v") == ("a", "b", "c")
    assert paragraphs(" \n ") == ()
    assert one_line("a\n b") == "a b"
