"""The two trackers as texts beside what the program reads from them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from model.files.reading import read_year
from model.saving import Saving
from model.year import Year


@dataclass(frozen=True)
class Paper:
    """A tracker's text and what the program reads from it."""

    lines: tuple[str, ...]
    year: Year

    def __getitem__(self, reference: str) -> Saving:
        """Give the saving of a reference; `A/R.6.201` fails where two lines have it."""
        (found,) = [saving for saving in self.year if saving.reference == reference]
        return found

    def cells(self, line: int) -> list[str]:
        """Give the cells of a line of the text, as editors count lines."""
        return self.lines[line - 1].split("\t")


@cache
def paper(path: Path) -> Paper:
    """Read a tracker's text, once."""
    return Paper(tuple(path.read_text(encoding="utf-8").split("\n")), read_year(path))


def read(saving: Saving, *keys: str) -> list[object]:
    """Give what was read into some fields of a line."""
    return [saving.value(key) for key in keys]
