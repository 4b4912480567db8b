"""Measures speed and memory, side by side with LibreOffice Calc and openpyxl where they are installed.

uv run benchmarks/run.py            everything: some minutes, on a machine that does nothing else
uv run benchmarks/run.py --quick    small and once: only whether it works
uv run benchmarks/run.py --write    everything, and the tables into docs/performance.md
"""

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path

from comparison import Comparison, Plan
from figures import Figures, markdown
from machine import machine
from targets import TARGETS, result

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small trackers, each measured once, none but our program")
    parser.add_argument("--times", type=int, default=9, help="how often each is measured (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.relative_to(ROOT)}")
    return parser.parse_args()


def report(about: dict[str, str], figures: Figures, skipped: list[str]) -> str:
    """Give machine, figures and targets in Markdown."""
    results = [result(target, figures) for target in TARGETS]
    return "\n\n".join(
        [
            markdown(["measured on", ""], about.items()),
            figures.table(),
            markdown(["target", "measured", "limit", ""], [one.row() for one in results]),
            *skipped,
        ]
    )


def as_json(about: dict[str, str], figures: Figures, skipped: list[str]) -> str:
    """Give the same as JSON."""
    whole = {
        "machine": about,
        "figures": [figure.as_dict() for figure in figures.all],
        "targets": [result(target, figures).as_dict() for target in TARGETS],
        "skipped": skipped,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def write_tables(text: str) -> None:
    """Put the tables where the document has them."""
    document = DOCUMENT.read_text(encoding="utf-8")
    between = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)
    DOCUMENT.write_text(between.sub(lambda _: f"{BEGIN}\n\n{text}\n\n{END}", document), encoding="utf-8")


def main() -> int:
    """Measure and tell."""
    asked = arguments()
    about = machine()
    plan = Plan.quick() if asked.quick else Plan.full(asked.times)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        comparison = Comparison(plan, Path(folder))
        comparison.measure()
    if comparison.calc_version:
        about["LibreOffice"] = comparison.calc_version
    found = about, comparison.figures, comparison.skipped
    print(as_json(*found) if asked.json else report(*found))
    if asked.write:
        write_tables(report(*found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
