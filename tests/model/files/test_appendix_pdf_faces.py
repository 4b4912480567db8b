"""The typefaces: the packaged ones where they will do, the machine's own where not, and none that is broken."""

from pathlib import Path

from model.files.appendix_pdf.coverage import codes
from model.files.appendix_pdf.faces import faces_for


def test_ordinary_text_is_set_in_the_packaged_faces_alone() -> None:
    found, lacking = faces_for("Savings of £5k – “on track” → done")
    assert not lacking
    assert {"Inter", "Noto Sans", "Noto Emoji"} <= set(found.families())
    assert found is faces_for("שלום 😀")[0]


def test_characters_that_are_never_seen_need_no_face() -> None:
    assert faces_for("a\u200db\ufe0f\u2060")[1] == frozenset()


def test_control_characters_halves_of_pairs_and_no_characters_have_no_face() -> None:
    assert faces_for("a\0\x7f\ud800\uffff")[1] == frozenset("\0\x7f\ud800\uffff")


def test_a_broken_typeface_of_the_machine_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"not a typeface")
    assert codes(str(tmp_path / "broken.ttf"), 0) == ()
    assert codes(str(tmp_path / "none.ttf"), 0) == ()
