"""The command that reads trackers of several years: its arguments, what it prints, and the long table it writes."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from model.command_names import DONE, ERRORS_FOUND, REFUSED
from model.files.grid import SUFFIXES
from model.money import show_amount, show_percent, show_pounds
from model.plain_text import laid_out, one_line
from model.refusals import NamedTwice
from model.years import NoTrackers, Trackers, read_trackers

if TYPE_CHECKING:
    from model.years.forecasts import EarlierForecast
    from model.years.green import BehindGreen
    from model.years.sums import Sum

WORDS = (
    "Read the trackers of several years and periods, show plan against forecast of each, and write all their lines as "
    "one table. The exit code is 1 where a file could not be read."
)
EXAMPLE = "main.py history resources/examples --csv savings.csv"
FORMS = {".csv": "as csv", ".xlsx": "as a workbook", ".parquet": "as Parquet, with exact amounts"}
_WIDTH = 79


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    command.add_argument(
        "places",
        nargs="+",
        type=Path,
        metavar="FOLDER",
        help=f"a folder, searched with those inside it, or a tracker ({' '.join(SUFFIXES)})",
    )
    for form, words in FORMS.items():
        command.add_argument(f"--{form[1:]}", type=Path, metavar="OUT", help=f"write the lines of all trackers {words}")
    command.add_argument(
        "--count",
        action="append",
        default=[],
        metavar="NAME",
        help="which of several trackers of one year and period is counted; the one changed last, if left out",
    )
    command.add_argument("--overwrite", action="store_true", help="replace files that are there already")


def history(given: argparse.Namespace) -> int:
    """Read, print and write; what is not read, and what is not counted, is said on the error output."""
    try:
        trackers = read_trackers(given.places, _show_progress if sys.stderr.isatty() else _show_nothing)
    except KeyboardInterrupt:
        print("Stopped: nothing was written.", file=sys.stderr)
        return REFUSED
    except NoTrackers as refusal:
        _print_apart(left_out.sentence for left_out in refusal.not_read[1:] and refusal.not_read)
        raise
    for name in given.count:
        trackers = trackers.counting(name)
    _print_apart(_remarks(trackers))
    outs = {form: path for form in FORMS if (path := getattr(given, form[1:]))}
    _tell_and_write(trackers, outs, overwrite=given.overwrite)
    return ERRORS_FOUND if trackers.not_read else DONE


def _print_apart(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(one_line(sentence), file=sys.stderr)


def _tell_and_write(trackers: Trackers, outs: Mapping[str, Path], *, overwrite: bool) -> None:
    # Here and nowhere else: pandas takes half a second, and no other command needs it.
    from model.years.export import check_export, export  # noqa: PLC0415
    from model.years.forecasts import earlier_forecasts  # noqa: PLC0415
    from model.years.green import prior_shortfalls, reprofiled  # noqa: PLC0415
    from model.years.sums import by_period  # noqa: PLC0415
    from model.years.table import long_table  # noqa: PLC0415

    table = long_table(trackers)
    if len({path.resolve() for path in outs.values()}) < len(outs):
        raise NamedTwice
    for form, path in outs.items():
        check_export(table, path, form, overwrite=overwrite)
    parts = (
        (f"{_counted(trackers)}, amounts in £000 (a saving is negative)", _sums(by_period(table))),
        ("Earlier forecasts against what is last known:", map(_forecast, earlier_forecasts(table))),
        ("Green with no variance, though behind the plan so far:", map(_behind, reprofiled(table))),
        ("Prior years short of plan on Green lines, net:", map(_behind, prior_shortfalls(table))),
    )
    said = [(heading, list(lines)) for heading, lines in parts]
    print("\n\n".join("\n".join([heading, *lines]) for heading, lines in said if lines))
    for form, path in outs.items():
        report = export(table, path, form, overwrite=overwrite)
        print("\n".join([f"\nWritten: {report.path}", *report.remarks]))


def _counted(trackers: Trackers) -> str:
    lines, lines_counted = (sum(len(one.content.savings) for one in some) for some in (trackers, trackers.counted))
    years = len({tracker.year for tracker in trackers if tracker.year})
    all_counted = len(trackers.counted) == len(trackers.known)
    counts = (
        (len(trackers.known), "tracker", len(trackers.counted)),
        (years, "year", None),
        (lines, "line", lines_counted),
    )
    return ", ".join(
        f"{number:,} {word}{'s' * (number != 1)}{'' if all_counted or counted is None else f' ({counted:,} counted)'}"
        for number, word, counted in counts
    )


def _sums(sums: Iterable["Sum"]) -> list[str]:
    rows: list[Sequence[str]] = [("Year", "Period", "Lines", "Plan", "Forecast", "Variance", "%")]
    for one in sums:
        amounts = map(show_amount, (one.plan, one.forecast, one.variance))
        rows.append((one.year, one_line(one.period), f"{one.lines:,}", *amounts, show_percent(one.percent)))
    return laid_out(rows, left=2).split("\n")


def _forecast(found: "EarlierForecast") -> str:
    periods = f"{one_line(found.earlier_period)} to {'outturn' if found.is_outturn else one_line(found.later_period)}"
    if not found.lines:
        return f"  {found.year}, {periods}: no line is in both"
    way = "less" if found.moved > 0 else "more"
    moved = f"{show_pounds(found.moved)} {way} saved than forecast" if found.moved else "as forecast"
    missed = f", lines off by {show_pounds(found.missed)}" if found.missed else ""
    right = f"{found.right} of {len(found.lines)} line{'s' * (len(found.lines) != 1)} right"
    left_out = f"\n    {one_line(found.left_out)}" if found.left_out else ""
    return f"  {found.year}, {periods}: {moved}{missed}, {right}{left_out}"


def _behind(found: "BehindGreen") -> str:
    lines = f"{len(found.lines)} line{'s' * (len(found.lines) != 1)}"
    way = "short" if found.short >= 0 else "over"
    return f"  {found.year}, {one_line(found.period)}: {show_pounds(found.short)} {way} on {lines}"


def _remarks(trackers: Trackers) -> Iterator[str]:
    """Say what was not read, what was not counted, and what stands last for want of a period or a year."""
    yield from (left_out.sentence for left_out in (*trackers.not_read, *trackers.left_out))
    yield from (clash.sentence for clash in trackers.clashes)
    yield from (f"{tracker.name}: {note}" for tracker in trackers for note in tracker.notes)


def _show_progress(done: int, of: int, name: str) -> None:
    """Write over the line of before, and leave it empty at the end."""
    doing = f"{done + 1} of {of}  {name}" if of else f"Looking in {name}"
    words = one_line(doing)[:_WIDTH] if name else ""
    print(f"\r{words:{_WIDTH}}", end="" if words else "\r", file=sys.stderr, flush=True)


def _show_nothing(_done: int, _of: int, _name: str) -> None:
    """Keep quiet where nobody looks on."""
