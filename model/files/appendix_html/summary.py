"""The summary of an appendix's page: its facts, the largest shortfalls, quarters, ratings and committees."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.appendix.making import Appendix
from model.appendix.summary_data import shares_data, summary_data
from model.files.appendix_html.chart import quarters_chart
from model.files.appendix_html.markup import Markup, element, joined, text, told
from model.files.appendix_html.small_table import small_table
from model.files.appendix_html.table import line_name, pill, rating_class

Data = Mapping[str, Any]


def summary_section(appendix: Appendix) -> Markup:
    """Give the summary, under its heading."""
    said = summary_data(appendix.summary)
    about = element("div", _facts(said["facts"]), *_sentences(said["counts"], said["moved"]), class_="about")
    parts = [about, _shortfalls(said["shortfalls"], appendix), _quarters(said["quarters"])]
    return element(
        "section",
        element("h2", text("Summary"), id="summary"),
        element("div", *parts, class_="summary"),
        _ratings(said["ratings"]),
        _shares(appendix),
        aria_labelledby="summary",
    )


def _facts(facts: Sequence[Data]) -> Markup:
    return element("dl", *map(_fact, facts), class_="facts")


def _fact(fact: Data) -> Markup:
    words = element("dt", text(fact["words"]))
    return element("div", words, element("dd", text(fact["value"])), class_="bad" if fact["bad"] else "")


def _sentences(*sentences: str) -> Iterator[Markup]:
    return (told("p", words, class_="quiet") for words in sentences if words)


def _shortfalls(said: Data, appendix: Appendix) -> Markup:
    lines = [_shortfall(line, appendix) for line in said["lines"]]
    listed = element("ol", *lines, class_="shortfalls") if lines else _none()
    return element("div", element("h3", text(said["heading"])), listed, *_sentences(said["more"]), class_="worst")


def _none() -> Markup:
    return element("p", text("No saving falls short of its plan."), class_="quiet")


def _shortfall(line: Data, appendix: Appendix) -> Markup:
    reference = told("bdi", line["reference"])
    references = [shown.reference for shown in appendix.table.lines]
    if line["reference"] in references:
        reference = element("a", reference, href=f"#{line_name(references.index(line['reference']))}")
    return element(
        "li",
        pill(line["rating"]),
        element("strong", reference, class_="reference"),
        told("span", line["title"], class_="title"),
        element("strong", text(line["amount"]), class_="figure"),
    )


def _quarters(quarters: Data) -> Markup:
    return element("div", element("h3", text("By quarter")), quarters_chart(quarters), class_="quarters")


def _ratings(ratings: Sequence[Data]) -> Markup:
    bars = (
        element(
            "li",
            told("bdi", rating["name"]),
            text(f" {rating['rest']}"),
            class_=rating_class(rating["name"]),
            style=f"flex-grow:{100 * rating['share']:.0f}",
        )
        for rating in ratings
    )
    return joined([element("h3", text("By rating")), element("ul", *bars, class_="ratings")]) if ratings else joined([])


def _shares(appendix: Appendix) -> Markup:
    shares = shares_data(appendix)
    if not shares["lines"]:
        return joined([])
    rows = ((told("bdi", name), figures) for name, *figures in shares["lines"])
    table = small_table("Each committee's part, £000", shares["headings"], rows, "shares")
    return joined([element("h3", text("By committee")), table, *_sentences(shares["why"])])
