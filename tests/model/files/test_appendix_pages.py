"""An appendix as pages: their size, and the texts that are found on them."""

import pytest

from builders import a_saving, a_year
from model.appendix import Choice, Paper, make_appendix
from model.files.appendix_pages import pages_of

COUNT = 90


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A3, (1191, 842)), (Paper.A4, (842, 595)), (Paper.LARGE_PRINT, (595, 842))]
)
def test_every_line_is_found_on_a_page_of_the_papers_size(paper: Paper, size: tuple[int, int]) -> None:
    savings = [a_saving(f"A/R.6.{number}", title=f"Saving number {number}") for number in range(COUNT)]
    pages = pages_of(make_appendix(a_year(*savings), Choice(paper=paper)))
    assert len(pages) > 1
    assert {(round(page.width), round(page.height)) for page in pages} == {size}
    assert all(page.drawing.startswith(b"<svg") for page in pages)
    for saving in savings:
        assert any(saving.reference in text for page in pages for text in page.texts), saving.reference
        assert any(saving.title in text for page in pages for text in page.texts), saving.title


def test_a_line_without_a_title_keeps_the_others_findable() -> None:
    year = a_year(a_saving("A/R.6.001", title=""), a_saving("A/R.6.002", title="Named"))
    texts = pages_of(make_appendix(year, Choice()))[0].texts
    assert "Named" in texts
    assert "A/R.6.002" in texts
