"""What stands below the table of an appendix's page: footnotes, notes, the key to the ratings, the source."""

from model.appendix.making import Appendix, Key
from model.files.appendix_html.markup import Markup, element, joined, text, told
from model.files.appendix_html.small_table import small_table
from model.files.appendix_html.table import footnote_name, pill


def notes_section(appendix: Appendix) -> Markup:
    """Give footnotes and notes, under their heading; nothing where there are none."""
    if not (appendix.footnotes or appendix.notes):
        return joined([])
    numbered = (
        told("li", words, id=footnote_name(number), tabindex="-1") for number, words in enumerate(appendix.footnotes, 1)
    )
    footnotes = element("ol", *numbered, class_="footnotes") if appendix.footnotes else joined([])
    others = (told("p", words) for words in appendix.notes)
    return element(
        "section", element("h2", text("Notes"), id="notes"), footnotes, *others, class_="notes", aria_labelledby="notes"
    )


def key_section(key: Key | None) -> Markup:
    """Give the key to the ratings as the scheme states it; nothing where the tracker prints none."""
    if key is None:
        return joined([])
    rows = ((pill(name), words) for name, words in key.rows)
    caption = "How far short of plan gives which rating, by the size of the saving"
    table = small_table(caption, ("Rating", *key.sizes), rows, "key")
    return element("section", element("h2", text("Key to the ratings"), id="key"), table, aria_labelledby="key")
