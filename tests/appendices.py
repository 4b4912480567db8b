"""Appendices of many kinds, for the tests of the forms in which they are published."""

from dataclasses import replace
from datetime import date

from builders import A_SCHEME, a_saving, a_year
from council_trackers import council_tracker
from model.appendix import COLUMNS, Appendix, Choice, Lines, Paper, make_appendix
from model.fields import other_key
from model.rag_key import built_in_schemes
from model.saving import Direction, Saving
from model.year import Column

ON = date(2017, 11, 3)
HOSTILE = "<b>&amp \"'`${}#=1+1 שלום 😀\u202e end"


def adults(**more: object) -> Appendix:
    """Give the Adults Committee's appendix of October 2017."""
    choice = Choice(committees=("Adults",), council="Fenshire County Council", **more)  # type: ignore[arg-type]
    return make_appendix(council_tracker("2017-18"), choice, on=ON)


def council() -> Appendix:
    """Give the whole council's appendix of October 2017, with each committee's part."""
    return make_appendix(council_tracker("2017-18"), Choice(), on=ON)


def quarter_1(paper: Paper = Paper.A4, lines: Lines = Lines.ALL) -> Appendix:
    """Give the appendix of 2020-21, with its key, every column and the descriptions."""
    columns = (
        *COLUMNS,
        "committee",
        "investment_planned",
        "investment_actual",
        "plan_prior",
        "achieved_prior",
        "links",
    )
    choice = Choice(columns=columns, descriptions=True, paper=paper, lines=lines)
    year = replace(council_tracker("2020-21"), scheme=built_in_schemes()[0])
    return make_appendix(year, choice, on=ON)


def hostile() -> Appendix:
    """Give an appendix of texts, figures and names that nothing is prepared for."""
    others = (HOSTILE, "Title")
    savings = (saving.but(other=dict.fromkeys(others, HOSTILE)) for saving in hostile_savings())
    year = a_year(*savings, scheme=A_SCHEME, title=HOSTILE, period=f"as at {HOSTILE}")
    layout = (*year.layout, *(Column(other_key(name), name) for name in others))
    columns = (*COLUMNS, *map(other_key, others), "links")
    choice = Choice(committees=(HOSTILE,), columns=columns, council=HOSTILE, descriptions=True)
    return make_appendix(replace(year, layout=layout), choice, on=ON)


def hostile_savings() -> tuple[Saving, ...]:
    """Give savings that fill their columns with what is least expected."""
    return (
        a_saving(
            HOSTILE, title=HOSTILE, commentary="\n".join([HOSTILE] * 900), committee=HOSTILE, description="x" * 3000
        ),
        a_saving("R" * 90, (None,) * 4, (None,) * 4, title="", committee=HOSTILE, rating_printed=HOSTILE),
        a_saving(
            "A/R.1", (-123456789,) * 4, ("0.5", 987654321, 0, 0), committee=HOSTILE, direction=Direction.WORSENING
        ),
        a_saving("A/R.1", (0, 0, 0, 0), (20, 0, -1, 0), committee=HOSTILE, complete=True),
    )


def empty() -> Appendix:
    """Give an appendix without a line."""
    return make_appendix(a_year(), Choice(columns=()), on=ON)
