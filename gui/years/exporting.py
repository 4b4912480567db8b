"""Writes every line of every tracker under a name that is asked for, while the window stays alive."""

from pathlib import Path

from model.prompts import Patience, Prompts
from model.refusals import Refusal
from model.years import Trackers
from model.years.export import export
from model.years.table import long_table

NAME = "Savings trackers"


def export_lines(trackers: Trackers, folder: Path, form: str, prompts: Prompts, patience: Patience) -> None:
    """Export a long table, beside its trackers at first.

    Args:
        form: the ending that is suggested: `.csv`, `.xlsx` or `.parquet`; the one of the name given counts.
    """
    path = prompts.ask_file_to_write((folder / NAME).with_suffix(form))
    if path is None:
        return
    try:
        report = patience(f"Writing “{path.name}”", lambda _here: export(long_table(trackers), path, overwrite=True))
    except Refusal as refusal:
        prompts.refuse(str(refusal))
        return
    lines = sum(len(tracker.content.savings) for tracker in trackers)
    prompts.tell(f"Exported {lines:,} lines as “{report.path.name}”.", "\n".join(report.remarks))
