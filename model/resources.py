"""The program's own data files: where they are, and the tables in them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
EXAMPLES = RESOURCES / "examples"
EXAMPLE = EXAMPLES / "savings-tracker-2020-21.xlsx"


@cache
def table(name: str) -> dict[str, Any]:
    """Read a table of ours by its place under `resources`, once: `headings.toml`."""
    return tomllib.loads((RESOURCES / name).read_text(encoding="utf-8"))


def files(folder: str, suffix: str) -> tuple[Path, ...]:
    """List our files of one sort in a folder under `resources`, by name."""
    return tuple(sorted((RESOURCES / folder).glob(f"*{suffix}")))
