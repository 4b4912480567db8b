"""Makes the trackers that are measured: lines like the example's, with other figures and texts, from a seed.

    samples.py FOLDER LINES...

Each is written in the council's format, by the program's own export, and is the same on every machine.
"""

import random
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.files.council_workbook import write_workbook
from model.files.reading import read_year
from model.resources import EXAMPLE
from model.saving import Saving
from model.year import Year

SEED = 2020
MADE = datetime(2020, 7, 1, tzinfo=UTC)
SHARE_ON_PLAN = 0.7
SHORT, LONGEST_SENTENCE = 40, 16
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?|£\d+k")


def sample_name(lines: int) -> str:
    """The name of the file with so many lines."""
    return f"tracker-{lines}.xlsx"


def a_year_of(lines: int, stock: Year) -> Year:
    """Give a year of so many lines, drawn from a stock of real ones."""
    draw = random.Random(SEED + lines)  # noqa: S311 - the same for everybody is what is wanted
    words = [word for saving in stock.savings for word in _WORD.findall(saving.description)]
    savings = tuple(_line(number, draw, stock, words) for number in range(lines))
    return replace(stock, title=f"Savings Tracker of {lines:,} lines", savings=savings, notes=(), printed_totals={})


def _line(number: int, draw: random.Random, stock: Year, words: list[str]) -> Saving:
    """Give one line: a reference of its own, texts as long as those of a line of the stock, quarters of its own."""
    model = draw.choice(stock.savings)
    plan = [Decimal(-draw.randrange(1, 400)) for _ in PLAN_QUARTERS]
    on_plan = draw.random() < SHARE_ON_PLAN
    forecast = plan if on_plan else [quarter * draw.randrange(60, 105) // 100 for quarter in plan]
    return model.but(
        line=number,
        reference=f"{draw.choice('ABCDEFG')}/R.{number // 1000 + 1}.{number % 1000:03}",
        title=f"{model.title} ({number + 1})",
        description=_text_like(model.description, draw, words),
        commentary=_text_like(model.commentary, draw, words),
        plan_total_printed=None,
        forecast_total_printed=None,
        variance_printed=None,
        percent_printed=None,
        rating_printed=None,
        **dict(zip(PLAN_QUARTERS + FORECAST_QUARTERS, [*plan, *forecast], strict=True)),
    )


def _text_like(text: str, draw: random.Random, words: list[str]) -> str:
    """Give sentences without sense, as long as a text; a short one, such as `On track`, stays."""
    if len(text) < SHORT:
        return text
    sentences: list[str] = []
    while sum(map(len, sentences)) < len(text):
        drawn = draw.choices(words, k=draw.randrange(4, LONGEST_SENTENCE))
        sentences.append(" ".join(drawn).capitalize() + ".")
    return " ".join(sentences)


def main(folder: Path, sizes: list[int]) -> None:
    """Write a tracker of each size."""
    stock = read_year(EXAMPLE)
    for lines in sizes:
        write_workbook(a_year_of(lines, stock), folder / sample_name(lines), MADE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]])
