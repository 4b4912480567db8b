"""Writes every line, or what a page shows, under a name that is asked for, while the window stays alive."""

from collections.abc import Callable
from pathlib import Path

from gui.years.entries import Tables
from model.prompts import Patience, Prompts
from model.refusals import Refusal
from model.years import Trackers
from model.years.export import Report, export, export_shown
from model.years.table import long_table

NAME = "Savings trackers"


def export_lines(trackers: Trackers, folder: Path, form: str, prompts: Prompts, patience: Patience) -> None:
    """Export a long table, beside its trackers at first.

    Args:
        form: the ending that is suggested: `.csv`, `.xlsx` or `.parquet`; the one of the name given counts.
    """
    lines = sum(len(tracker.content.savings) for tracker in trackers)
    _write(
        f"{lines:,} lines",
        (folder / NAME).with_suffix(form),
        lambda path: export(long_table(trackers), path, overwrite=True),
        prompts,
        patience,
    )


def export_page(
    tables: Tables, words: str, trackers: Trackers, suggested: Path, prompts: Prompts, patience: Patience
) -> None:
    """Export the tables of a page as they are shown.

    Args:
        words: which page it is, and what is let through.
    """
    title = f"{words}. Amounts in £000; a saving is negative"
    _write(words, suggested, lambda path: export_shown(tables, title, trackers, path), prompts, patience)


def _write(what: str, suggested: Path, write: Callable[[Path], Report], prompts: Prompts, patience: Patience) -> None:
    path = prompts.ask_file_to_write(suggested)
    if path is None:
        return
    try:
        report = patience(f"Writing “{path.name}”", lambda _here: write(path))
    except Refusal as refusal:
        prompts.refuse(str(refusal))
        return
    prompts.tell(f"Exported {what} as “{report.path.name}”.", "\n".join(report.remarks))
