"""A comparison on paper: PDF/UA-1, laid out by Typst from `resources/comparison.typ`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from model.comparison import BOTH, Comparison, Kept, Part, Row, Show, Side, Word, differences
from model.comparison.sheets import UNITS, Sheet, Value, name_of, sheets_of, title_of, to_say
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.files.appendix_pdf.portions import LONGEST_WORD, with_breaks
from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.money import show_amount

Data = Mapping[str, Any]

LAYOUT = "comparison.typ"
A3, A4 = "A3", "A4"
PAPERS = (A3, A4)
# On paper stands what a meeting asks about; a workbook has every column.
_SHOWN = (
    ("plan_total", "Plan"),
    ("forecast_total", "Forecast"),
    ("variance", "Variance"),
    ("percent", "Variance %"),
    ("rating", "Rating"),
    ("direction", "Direction"),
    ("complete", "Complete"),
)
# A4 has no room for these.
_ON_A3_ALONE = ("percent", "direction", "complete")
_TOTALS = ("Plan", "Forecast", "Variance")
_LONGEST_NAME = 10
# A row with longer words than these may go on on the next page.
_LONGEST_WHOLE = 500
_FIGURES = ("plan_total", "forecast_total", "variance", "percent")
_TEXTS = ("title", "commentary")
_SAID = ("reference", "title", "description", "commentary", "links", "committee")
_TITLE_SHARE, _WORDS_SHARE = 1.2, 1.0


def write_comparison_pdf(
    comparison: Comparison, path: Path, rows: Sequence[Row] | None = None, paper: str = A3
) -> Report:
    """Write a comparison as a PDF, whole or not at all.

    Returns:
        Where it is, and which characters no typeface on this machine could show.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    written, lacking = comparison_pdf(comparison, rows, paper)
    write_whole(path, written)
    many = f"{len(lacking):,} characters" if len(lacking) != 1 else "One character"
    said = f"{many} can't be shown by any typeface here and {'is' if len(lacking) == 1 else 'are'} printed as “�”."
    return Report(path, (said,) if lacking else ())


def comparison_pdf(
    comparison: Comparison, rows: Sequence[Row] | None = None, paper: str = A3, made: datetime | None = None
) -> tuple[bytes, frozenset[str]]:
    """Lay a comparison out; gives the PDF, and the characters that it could not show.

    Args:
        rows: those to list; all of them where left out.
        paper: `A3` or `A4`, both across.
        made: the time that the file states; now if left out.
    """
    compiler, lacking = _laid_out(comparison, rows, paper)
    stated = (made or datetime.now(UTC)).replace(microsecond=0)
    written: Any = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=stated)
    return written, lacking


def comparison_drawings(
    comparison: Comparison, rows: Sequence[Row] | None = None, paper: str = A3
) -> tuple[bytes, ...]:
    """Lay a comparison out as the drawings of its pages, as SVG, exactly as its PDF is."""
    compiler, _ = _laid_out(comparison, rows, paper)
    drawn: Any = compiler.compile(format="svg")
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)


def _laid_out(comparison: Comparison, rows: Sequence[Row] | None, paper: str) -> tuple[Any, frozenset[str]]:
    # Here and nowhere else: the compiler is 80 MB, which a start is spared.
    from model.files.appendix_pdf.typesetting import typesetter  # noqa: PLC0415

    return typesetter(LAYOUT, _data(comparison, comparison.rows if rows is None else rows, paper))


def _data(comparison: Comparison, rows: Sequence[Row], paper: str) -> Data:
    sheets = {sheet.name: sheet for sheet in sheets_of(comparison, rows)}
    title = title_of(comparison)
    told_of_both = zip(("Earlier", "Later"), sheets["Notes"].rows[: len(BOTH)], strict=True)
    notes = [f"{side}: {words}" for side, (_, words) in told_of_both]
    notes += [str(words) for about, words in sheets["Notes"].rows if about in ("Note", "Listed")]
    return {
        "title": title,
        "council": "",
        "heading": title,
        "under": UNITS,
        "foot": title,
        "paper": paper,
        "totals": _totals(sheets["Totals"]),
        "counts": _counts(comparison),
        "remarks": notes,
        "lines": _lines(comparison, rows, paper),
        "movement": _table(sheets.get("Movement"), "How the forecast moved"),
        "waterfall": _table(sheets.get("Waterfall"), "From one forecast to the other"),
        "committees": _table(sheets.get("Committees"), "By committee"),
        "texts": list(_texts(comparison, rows)),
    }


def _counts(comparison: Comparison) -> str:
    counts = comparison.counts
    said = [f"{counts[show]:,} {show.value}" for show in Show]
    same = len(comparison.rows) - counts[Show.CHANGED] - counts[Show.NEW] - counts[Show.GONE]
    return f"{len(comparison.rows):,} rows: {same:,} the same, {', '.join(said)}."


def _totals(sheet: Sheet) -> Data:
    return _table(replace(sheet, rows=tuple(row for row in sheet.rows if row[0] in _TOTALS)), "Totals of each side")


def _table(sheet: Sheet | None, heading: str) -> Data:
    if sheet is None:
        return {"heading": heading, "headings": [], "figures": [], "rows": []}
    return {
        "heading": heading,
        "headings": list(sheet.headings),
        "figures": [name.endswith("(£000)") for name in sheet.headings],
        "rows": [[_words(value) for value in row] for row in sheet.rows],
    }


def _words(value: Value) -> str:
    return show_amount(value) if isinstance(value, Decimal) else with_breaks(value or "")


def _lines(comparison: Comparison, rows: Sequence[Row], paper: str) -> Data:
    columns = [_column("Reference", strong=True), _column("Title", _TITLE_SHARE), _column("What became of it")]
    groups: list[Data] = [{"words": "", "columns": [place]} for place in range(len(columns))]
    keys = [key for key, _ in _SHOWN if any(column.key == key for column in comparison.columns)]
    keys = [key for key in keys if paper != A4 or key not in _ON_A3_ALONE]
    for key in keys:
        groups.append({"words": dict(_SHOWN)[key], "columns": [len(columns), len(columns) + 1]})
        columns += [_column(name, figures=key in _FIGURES, rating=key == "rating") for name in _short(comparison)]
    more = [("Moved", True, 0.0), ("Travelled", False, 0.0)] if comparison.same_year else []
    for words, figures, width in (*more, ("What differs", False, _WORDS_SHARE)):
        groups.append({"words": "", "columns": [len(columns)]})
        columns.append(_column(words, width, figures=figures))
    rules = [group["columns"][0] for group in groups[3:]]
    return {
        "columns": columns,
        "groups": groups,
        "rules": rules,
        "rows": [_line(row, keys, comparison) for row in rows],
    }


def _short(comparison: Comparison) -> tuple[str, str]:
    """Give names that fit over a column."""
    return comparison.names if max(map(len, comparison.names)) <= _LONGEST_NAME else ("earlier", "later")


def _column(words: str, width: float = 0, **more: bool) -> Data:
    known = {"figures": False, "rating": False, "strong": False, **more}
    return {"words": words, "width": width or "auto", **known}


def _line(row: Row, keys: Sequence[str], comparison: Comparison) -> Data:
    reference = row.reference if len(row.reference) < LONGEST_WORD else with_breaks(row.reference)
    cells = [reference, with_breaks(_one_line(row.title)), row.kind.value]
    marked: list[int] = []
    for key in keys:
        if key in row.differing:
            marked += [len(cells), len(cells) + 1]
        cells += [_direction(row, side) if key == "direction" else row.text(side, key) for side in BOTH]
    if comparison.same_year:
        travelled = row.travelled()
        cells += [show_amount(row.forecast_moved), travelled.value if travelled else ""]
    cells.append(with_breaks(". ".join(filter(None, ["; ".join(_briefly(row)), to_say(row, comparison)]))))
    return {"cells": cells, "marked": marked, "long": max(map(len, cells)) > _LONGEST_WHOLE}


def _briefly(row: Row) -> Iterator[str]:
    """Say what differs and does not stand beside it in bold: what got worse or better, texts, quarters."""
    for key, found in row.differences.items():
        if found.word in (Word.WORSE, Word.BETTER):
            yield f"{name_of(key)} {found.word.value}"
    if "complete" in row.differing:
        before, after = (row.text(side, "complete") or "blank" for side in BOTH)
        yield f"complete {before}, now {after}"
    if "direction" in row.differing:
        before, after = (_direction(row, side) or "blank" for side in BOTH)
        yield f"direction {before}, now {after}"
    yield from (name_of(key) for key in row.differing if key in _SAID)
    for quarters, words in ((PLAN_QUARTERS, "quarters of the plan"), (FORECAST_QUARTERS, "quarters of the forecast")):
        if not set(quarters).isdisjoint(row.differing):
            yield words


def _direction(row: Row, side: Side) -> str:
    saving = row.earlier if side is Side.EARLIER else row.later
    return row.text(side, "direction") if saving is None or saving.unread else saving.direction.value


def _texts(comparison: Comparison, rows: Sequence[Row]) -> Iterator[Data]:
    for row in rows:
        for key in _TEXTS:
            found = row.difference(key)
            if found is not None:
                parts = differences(_one_line(found.earlier), _one_line(found.later))
                yield {
                    "words": f"{row.reference}, {key}",
                    "names": list(comparison.names),
                    "earlier": _marked(parts, Kept.REMOVED),
                    "later": _marked(parts, Kept.ADDED),
                }


def _marked(parts: Sequence[Part], changed: Kept) -> list[Data]:
    told_parts = [part for part in parts if part.kind in (Kept.KEPT, changed)]
    return [{"words": with_breaks(part.text), "changed": part.kind is changed} for part in told_parts]


def _one_line(text: str) -> str:
    return " ".join(text.split())
