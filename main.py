"""The front door: files to open in a window, or one command without a window."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gui import screen
from model.command_names import COMMANDS, DONE, REFUSED, WithoutWindow
from model.files.grid import SUFFIXES
from model.resources import EXAMPLE
from model.version import VERSION

TOLD = """commands without a window (main.py COMMAND --help tells more):
  check FILE                 list what does not agree
  show FILE [--json]         print totals, ratings, findings and lines
  save FILE --set …          change fields and save into the workbook
  export FILE -o OUT.xlsx    write the council's workbook
  appendix FILE -o FOLDER    write committee appendices as PDF, web page or workbook
  compare FILE FILE          compare two trackers line by line, as text, JSON, workbook, csv or PDF
  history FOLDER --csv OUT   read the trackers of several years and write all their lines

example: main.py resources/examples/savings-tracker-2017-18.xlsx"""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; gives the exit code."""
    if arguments and arguments[0] in COMMANDS:
        return without_window().run(arguments)
    given = parser().parse_args(arguments)
    return open_window(given.file, given.beside)


def without_window() -> WithoutWindow:
    """Load the commands without a window; imported here, as a window needs none of them."""
    from model import command_line  # noqa: PLC0415

    return command_line


def parser() -> argparse.ArgumentParser:
    """Describe what the program takes."""
    described = argparse.ArgumentParser(
        prog="main.py",
        description="Opens savings trackers in a window, the example where no file is given.",
        epilog=TOLD,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    described.add_argument("file", nargs="*", type=Path, metavar="FILE", help=f"a tracker ({' '.join(SUFFIXES)})")
    described.add_argument(
        "--beside", nargs="+", type=Path, default=[], metavar="FILE", help="trackers beside the last one, to look at"
    )
    described.add_argument("--version", action="version", version=f"Savings Tracker {VERSION}")
    return described


def open_window(paths: Sequence[Path], beside: Sequence[Path] = ()) -> int:
    """Show trackers in a window; where there can be none, say why and print them as text instead."""
    if sentence := screen.no_screen():
        print(sentence)
        return without_window().show_all([*(paths or [EXAMPLE]), *beside])
    if sentence := screen.missing():
        print(sentence, file=sys.stderr)
        without_window().show_all([*paths, *beside])
        return REFUSED
    return run_window(paths, beside)


def run_window(paths: Sequence[Path], beside: Sequence[Path] = ()) -> int:
    """Load Qt and show the window; imported here, as no command without a window needs it or may fail for it.

    The files are begun to be read before that, which takes as long. The search for garbage rests until the window
    stands, as what a start makes is there to stay: a tenth of its time.
    """
    from model.files.cells_ahead import CellsAhead  # noqa: PLC0415

    gc.disable()
    cells = CellsAhead([*(paths or [EXAMPLE]), *beside])
    from gui.app import run  # noqa: PLC0415

    return run(paths, beside, example=not paths, cells=cells)


def write_anything() -> None:
    """Have every character printed on any terminal, and in any file that the output is sent to."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def start() -> int:
    """Run the program from the command line; a reader that stops reading, such as `head`, ends it quietly."""
    write_anything()
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


if __name__ == "__main__":
    sys.exit(start())
