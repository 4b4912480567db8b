"""Saves one changed cell into every workbook of a folder, and looks at what each saving lost; with others side by side.

uv run benchmarks/corpus.py FOLDER                    the program alone
uv run benchmarks/corpus.py FOLDER --others           openpyxl and excelize with it, on the same cell
uv run benchmarks/corpus.py FOLDER --list             what happened to each workbook that was not saved whole

Any folder of .xlsx and .xlsm files will do, such as the test files of other spreadsheet libraries, unpacked from their
source packages. Files of the same content count once. Each file is tried in a process of its own, with a limit of time
and of memory, and judged by the zip module and an XML parser, not by the program.
"""

import argparse
import hashlib
import importlib
import json
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(HERE / "acts")]

from judged import UNKNOWN, Cell, cell_to_change, judged, judged_other  # noqa: E402 - found only from here on
from timing import peak_megabytes  # noqa: E402

from model.refusals import Refusal  # noqa: E402

SUFFIXES = {".xlsx", ".xlsm"}
SECONDS, MEGABYTES = 5, 500
VALUE = -7
LONGEST = 120
SAVED, LOST, REFUSED = "saved, nothing else touched", "lost something", "refused in a sentence"
LOSSES = {"gone": "lost parts", "anew": "kept every part, and wrote others anew", "ParseError": "wrote broken XML"}
FAILED, STOPPED = "failed", "stopped"
OURS = "Savings Tracker"
# What saves: each is loaded in the process that needs it, as excelize's own threads outlive no copy of a process.
PROGRAMS = {OURS: "save_tracker", "openpyxl": "save_openpyxl", "excelize": "save_excelize"}


class Outcome(NamedTuple):
    """What became of one workbook: a word, the sentence or the difference, and what it took."""

    word: str
    why: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0


def workbooks(folder: Path) -> Iterator[Path]:
    """Give the workbooks of a folder, each content once."""
    known = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.is_file():
            digest = hashlib.sha256(path.read_bytes()).digest()
            if digest not in known:
                known.add(digest)
                yield path


def apart(act: Callable[[], object]) -> object:
    """Do something in a process of its own and give what it gives; None where it takes too long or ends otherwise."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=lambda: there.send(act()))
    process.start()
    there.close()
    try:
        return here.recv() if here.poll(LONGEST) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


def tried(name: str, path: Path, cell: Cell) -> Outcome:
    """Let a program save one cell of a workbook, and judge what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"saved{path.suffix.lower()}"
        outcome = apart(lambda: _saved(name, path, target, cell))
        if not isinstance(outcome, Outcome):
            return Outcome(STOPPED, f"ended without a word, or took over {LONGEST} s")
        if outcome.word == SAVED:
            judge = partial(judged, value=VALUE) if name == OURS else judged_other
            why = apart(lambda: _found(judge, path, target, cell))
            return (
                outcome
                if not why
                else outcome._replace(word=LOSSES.get(str(why).partition(":")[0], LOST), why=str(why))
            )
        left = list(Path(folder).iterdir())
        return outcome._replace(word=FAILED, why=f"left {left}") if left and name == OURS else outcome


def _saved(name: str, path: Path, target: Path, cell: Cell) -> Outcome:
    program = importlib.import_module(PROGRAMS[name])
    before, begun = peak_megabytes() or 0.0, time.perf_counter()
    try:
        program.save(path, target, cell.sheet, cell.place, VALUE)
        outcome = Outcome(SAVED)
    except Refusal as refusal:
        outcome = Outcome(REFUSED, str(refusal))
    except Exception as mishap:  # noqa: BLE001 - whatever it is, is counted
        outcome = Outcome(FAILED, f"{type(mishap).__name__}: {mishap}")
    seconds, held = time.perf_counter() - begun, (peak_megabytes() or 0.0) - before
    return outcome._replace(seconds=seconds, megabytes=held)


def _found(judge: Callable[[Path, Path, Cell], str], path: Path, target: Path, cell: Cell) -> str:
    try:
        return judge(path, target, cell)
    except Exception as mishap:  # noqa: BLE001 - what can't be judged is not whole
        return f"{type(mishap).__name__}: {mishap}"


def main() -> int:
    """Try every workbook; 1 where the program failed, lost something, or took too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--others", action="store_true", help="openpyxl and excelize as well")
    parser.add_argument("--list", action="store_true", help="name each workbook that was not saved whole, and why")
    parser.add_argument("--json", type=Path, help="write everything there")
    asked = parser.parse_args()
    paths = list(workbooks(asked.folder))
    cells = {path: apart(partial(cell_to_change, path)) for path in paths}
    chosen = {path: cell if isinstance(cell, Cell) else UNKNOWN for path, cell in cells.items()}
    programs = list(PROGRAMS) if asked.others else [OURS]
    outcomes = {name: {path: tried(name, path, chosen[path]) for path in paths} for name in programs}
    print(f"{len(paths):,} workbooks")
    for name, seen in outcomes.items():
        counts = Counter(outcome.word for outcome in seen.values())
        print(f"{name}: " + ", ".join(f"{count:,} {word}" for word, count in counts.most_common()))
        slowest, largest = max(each.seconds for each in seen.values()), max(each.megabytes for each in seen.values())
        print(f"  at most {slowest:.1f} s and {largest:.0f} MB")
        if asked.list:
            print("\n".join(f"  {each.word}: {path}: {each.why}" for path, each in seen.items() if each.why))
    if asked.json:
        told = {name: {str(path): each for path, each in seen.items()} for name, seen in outcomes.items()}
        asked.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    ours = outcomes[OURS].values()
    well = all(each.word in (SAVED, REFUSED) and each.seconds < SECONDS and each.megabytes < MEGABYTES for each in ours)
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
