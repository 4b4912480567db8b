"""The traps in the texts of the two published trackers (24 to 33): text is text, and stays as read."""

import pytest

from model.saving import Direction
from papers import Paper

COMMENTARY = 19


@pytest.mark.parametrize("reference", ["A/R.6.145", "A/R.6.146", "A/R.6.160", "A/R.6.165"])
def test_tags_in_descriptions_stay_text(older: Paper, reference: str) -> None:
    """Trap 24."""
    saving = older[reference]
    assert "<" in saving.description
    assert saving.description == older.cells(saving.place.row)[2]


def test_tags_in_commentary_stay_text(older: Paper) -> None:
    """Trap 24, in a commentary."""
    saving = older["A/R.6.239"]
    assert "<" in saving.commentary
    assert saving.commentary == older.cells(saving.place.row)[COMMENTARY]


def test_a_description_that_holds_another_is_not_cut(older: Paper) -> None:
    """Trap 25."""
    inside, whole = older["A/R.6.167"].description, older["A/R.6.165"].description
    assert inside[-100:] in whole
    assert len(whole) > len(inside)


def test_a_text_in_the_wrong_column_stays_there(older: Paper) -> None:
    """Trap 26."""
    saving = older["A/R.6.165"]
    assert saving.commentary == older.cells(saving.place.row)[COMMENTARY] != ""
    assert saving.links == "0"


def test_a_long_text_is_read_to_the_end_that_it_has(older: Paper) -> None:
    """Trap 27."""
    saving = older["A/R.6.210"]
    assert len(saving.description) > 1500
    assert saving.description == older.cells(saving.place.row)[2]
    assert not saving.description.endswith(".")


def test_a_reference_in_a_title_is_part_of_the_title(older: Paper) -> None:
    """Trap 28."""
    assert older["A/R.6.170"].title.endswith("6.170")
    assert "A/R. 6. 239" in older["A/R.6.213"].commentary
    assert older["A/R.6.239"].title


def test_references_to_what_is_not_in_the_file_make_no_lines(older: Paper, newer: Paper) -> None:
    """Trap 29."""
    references = {saving.reference for paper in (older, newer) for saving in paper.year}
    assert references.isdisjoint({"A/R.5.004", "B/C.5.029", "C/C.2.102"})
    assert "A/R.5.004" in older["A/R.6.243"].description + older["A/R.6.243"].commentary


def test_two_committees_in_a_cell_are_two_and_an_ampersand_is_itself(older: Paper) -> None:
    """Trap 30."""
    assert older["A/R.6.001"].committee == "Adults, C&YP"
    assert sum("&" in saving.committee for saving in older.year) == 34
    assert set(older.year.committees) >= {"Adults", "C&YP"}


def test_a_leading_apostrophe_is_kept(newer: Paper) -> None:
    """Trap 31."""
    assert newer["A/R.6.201"].description.startswith("'")


def test_letters_beyond_ascii_are_kept(older: Paper, newer: Paper) -> None:
    """Trap 32."""
    texts = "".join(saving.description + saving.commentary for paper in (older, newer) for saving in paper.year)
    assert {"£", "–", "•"} <= set(texts)
    assert newer.year.layout[4].heading == "Budgeted Investment - Prior Years £000"
    assert {saving.direction for saving in older.year} == {
        Direction.IMPROVING,
        Direction.NO_CHANGE,
        Direction.WORSENING,
    }


def test_on_track_stays_in_each_of_its_spellings_and_blank_stays_blank(older: Paper, newer: Paper) -> None:
    """Trap 33."""
    spellings = {saving.commentary for saving in older.year if saving.commentary.casefold().startswith("on")}
    assert {"On track", "On-track", "On track.", "On Track"} <= spellings
    assert (older["A/R.6.216"].commentary, older["A/R.6.216"].rating_printed) == ("", "Red")
    assert sum(not saving.commentary for saving in newer.year) == 16
    assert newer["B/R.6.214"].commentary == ""
