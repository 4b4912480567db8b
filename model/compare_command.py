"""The command that compares two trackers: its arguments, what it prints, and the files that it writes."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from model.comparison import BOTH, Comparison, Row, RowKind, Show, Side, StepKind, Wanted, compare, movement
from model.comparison.as_data import as_data
from model.comparison.sheets import listed_of, title_of
from model.contract import json_of
from model.door import open_tracker
from model.files.comparison_pdf import A3, PAPERS, write_comparison_pdf
from model.files.comparison_workbook import write_comparison_csv, write_comparison_workbook
from model.files.council_workbook import Report
from model.files.grid import SUFFIXES
from model.files.source import contents
from model.kept_lineage import KeptLineage
from model.lineage import Decisions, Match, lineage
from model.lineage.written import read_decisions
from model.money import parse_amount, show_amount
from model.plain_text import laid_out, one_line, short_title
from model.previous_period import is_later
from model.refusals import NamedTwice, OverwriteNeeded, SourceKept
from model.saving import Figure

WORDS = (
    "Compare two trackers line by line: two periods of a year, or two years. A saving is never assumed to be another."
)
EXAMPLE = (
    "main.py compare resources/examples/savings-tracker-2017-18.xlsx resources/examples/savings-tracker-2020-21.xlsx"
)
FORMS: Mapping[str, str] = {"xlsx": "a workbook", "csv": "csv, the rows side by side", "pdf": "a PDF to print"}
_BACKWARDS = (
    "{0}, given as the earlier one, comes after {1}: what is new, gone and moved is told backwards. "
    "Give {1} first to have it told forwards."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    command.add_argument("earlier", type=Path, metavar="EARLIER", help=f"the earlier tracker ({' '.join(SUFFIXES)})")
    command.add_argument("later", type=Path, metavar="LATER", help="the later tracker")
    command.add_argument("--json", action="store_true", help="as JSON, which docs/scripts.md describes")
    for form, words in FORMS.items():
        command.add_argument(f"--{form}", type=Path, metavar="OUT", help=f"write it as {words}")
    command.add_argument("--paper", choices=PAPERS, default=A3, help="the paper of the PDF, across")
    command.add_argument(
        "--only",
        action="append",
        default=[],
        choices=[show.value for show in Show],
        help="which rows are listed; several where given several times, all where never",
    )
    command.add_argument(
        "--moved-more-than", metavar="AMOUNT", default="", help="only rows whose forecast moved by more, £000"
    )
    command.add_argument("--text", default="", help="only rows that mention it")
    command.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="which savings are the same, as exported by the program; your own decisions where left out",
    )
    command.add_argument("--overwrite", action="store_true", help="replace files that are there already")


def compare_trackers(given: argparse.Namespace) -> int:
    """Compare, print and write; nothing is written where one file can't be."""
    outs = {form: path for form in FORMS if (path := getattr(given, form)) is not None}
    _check(tuple(outs.values()), (given.earlier, given.later), overwrite=given.overwrite)
    moved = parse_amount(given.moved_more_than)
    earlier, later = (open_tracker(path).year for path in (given.earlier, given.later))
    comparison = compare(earlier, later, lineage(earlier, later, _decisions(given.decisions)))
    if comparison.same_year and is_later(earlier, later):
        print(one_line(_BACKWARDS.format(*comparison.names)), file=sys.stderr)
    rows = comparison.rows_shown(Wanted(frozenset(map(Show, given.only)), moved, given.text))
    reports = [_write(form, comparison, path, rows, given.paper) for form, path in outs.items()]
    if given.json:
        print(json_of(as_data(comparison, rows)))
    elif not outs:
        print("\n".join(_told(comparison, rows)))
    else:
        print("\n".join(line for report in reports for line in (f"Written: {report.path}", *report.remarks)))
    return 0


def _check(outs: Sequence[Path], sources: Sequence[Path], *, overwrite: bool) -> None:
    if len(set(map(Path.resolve, outs))) < len(outs):
        raise NamedTwice
    for path in outs:
        if not path.exists():
            continue
        if any(source.exists() and source.samefile(path) for source in sources):
            raise SourceKept(path.name)
        if not overwrite:
            raise OverwriteNeeded(path.name)


def _decisions(path: Path | None) -> Decisions:
    """Give a file's decisions; the officer's own where none is named."""
    return KeptLineage().decisions if path is None else read_decisions(contents(path), path.name).decisions


def _write(form: str, comparison: Comparison, path: Path, rows: Sequence[Row], paper: str) -> Report:
    if form == "pdf":
        return write_comparison_pdf(comparison, path, rows, paper)
    return {"xlsx": write_comparison_workbook, "csv": write_comparison_csv}[form](comparison, path, rows)


def _told(comparison: Comparison, rows: Sequence[Row]) -> Iterator[str]:
    yield from map(one_line, (title_of(comparison), *comparison.remarks))
    yield from ("", _totals(comparison), "", _counts(comparison))
    if len(rows) < len(comparison.rows):
        yield f"{listed_of(comparison, len(rows))}; totals and counts are of all."
    listed = [row for row in rows if row.kind is not RowKind.SAME]
    if listed:
        yield from ("", _rows(comparison, listed))
    questions = [
        f"  {one_line(f'{row.reference}: {row.match.evidence.sentence}')}" for row in rows if row.match and row.asked
    ]
    yield from _section("To decide, whether it is the same saving:", questions)
    suggested = [row for row in rows if row.later is None]
    named = [_suggestion(row, match, comparison) for row in suggested for match in comparison.suggested_for(row)]
    yield from _section("Perhaps the same saving, under another reference:", named)
    if comparison.same_year:
        yield from _section("How the forecast moved:", [_steps(comparison)])


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", heading, *lines)


def _totals(comparison: Comparison) -> str:
    moved = comparison.totals_moved
    rows = [["", *map(one_line, comparison.names), *(["Moved"] if moved else [])]]
    for key, name in (("plan_total", "Plan"), ("forecast_total", "Forecast"), ("variance", "Variance")):
        sides = [show_amount(comparison.totals[side][key]) for side in BOTH]
        rows.append([name, *sides, *([show_amount(moved[key])] if moved else [])])
    return laid_out(rows, left=1)


def _counts(comparison: Comparison) -> str:
    return ", ".join(f"{count:,} {show.value}" for show, count in comparison.counts.items())


def _rows(comparison: Comparison, rows: Sequence[Row]) -> str:
    names = [f"Forecast {one_line(name)}" for name in comparison.names]
    table = [("What", "Reference", "Differs", *names, "Moved", "Title")]
    table += [
        (
            row.kind.value,
            one_line(row.reference),
            _briefly(row),
            *(show_amount(_forecast(row, side)) for side in BOTH),
            show_amount(row.forecast_moved),
            short_title(row.title),
        )
        for row in rows
    ]
    return laid_out(table, left=3)


def _briefly(row: Row) -> str:
    found = row.rating_moved
    differing = f"{len(row.differing)} field{'s' * (len(row.differing) != 1)}" if row.differing else ""
    return f"{differing}, rating {found.value}" if found else differing


def _forecast(row: Row, side: Side) -> Figure:
    saving = row.earlier if side is Side.EARLIER else row.later
    return saving.forecast_total if saving else None


def _suggestion(row: Row, match: Match, comparison: Comparison) -> str:
    other = comparison.later.savings[match.later]
    names = f"{row.reference} {row.title} / {other.reference} {other.title}"
    return f"  {one_line(names)}: {one_line(match.evidence.sentence)}"


def _steps(comparison: Comparison) -> str:
    rows = [
        (
            one_line(step.words),
            "" if step.kind is StepKind.TOTAL else show_amount(step.amount),
            show_amount(step.end),
        )
        for step in movement(comparison).steps()
    ]
    return laid_out([("", "Moved", "Forecast"), *rows], left=1)
