"""What the officer chose for appendices before: kept beside the program, never in the workbook."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import platformdirs

from model.appendix import Assignment, Choice, Lines, Paper
from model.recent import PROGRAM
from model.year import Year

_WHOLE_COUNCIL = ""


class KeptChoices:
    """The last choice for each committee, and whose savings are in trackers that do not say so.

    What can't be read or kept is only not remembered.
    """

    def __init__(self, settings: Path | None = None, data: Path | None = None) -> None:
        """Take the folders for settings and for data, the user's own when none are given."""
        self._choices = (settings or platformdirs.user_config_path(PROGRAM, appauthor=False)) / "appendices.json"
        self._owners = (data or platformdirs.user_data_path(PROGRAM, appauthor=False)) / "committees.json"

    def choice(self, committees: tuple[str, ...] = ()) -> Choice | None:
        """Give what was last chosen for some committees; None where nothing was."""
        kept = _read(self._choices).get(_name(committees))
        return replace(_choice(kept), committees=committees) if isinstance(kept, dict) else None

    def keep_choice(self, choice: Choice) -> None:
        """Remember a choice for its committees."""
        everything = asdict(choice)
        del everything["committees"]
        _write(self._choices, {**_read(self._choices), _name(choice.committees): everything})

    def assignment(self, year: Year) -> Assignment:
        """Give what the officer has said about whose savings are in a tracker."""
        kept = _read(self._owners).get(_tracker(year))
        if not isinstance(kept, dict):
            return Assignment()
        return Assignment(_words(kept.get("by_prefix")), _words(kept.get("by_line")))

    def keep_assignment(self, year: Year, assignment: Assignment) -> None:
        """Remember whose savings are in a tracker, for all its periods."""
        said = {"by_prefix": dict(assignment.by_prefix), "by_line": dict(assignment.by_line)}
        _write(self._owners, {**_read(self._owners), _tracker(year): said})


def _name(committees: tuple[str, ...]) -> str:
    return "\n".join(sorted(committees)) or _WHOLE_COUNCIL


def _tracker(year: Year) -> str:
    """Name a tracker by its year, so that what is said in one quarter holds in the next; else by its file."""
    return year.year or year.source


def _choice(kept: Mapping[str, Any]) -> Choice:
    """Read a choice; a part that makes no sense is as usual."""
    usual = Choice()
    columns = kept.get("columns")
    is_list = isinstance(columns, list) and all(isinstance(key, str) for key in columns)
    return Choice(
        columns=tuple(columns or ()) if is_list else usual.columns,
        lines=Lines(kept["lines"]) if kept.get("lines") in tuple(Lines) else usual.lines,
        descriptions=kept.get("descriptions") is True,
        paper=Paper(kept["paper"]) if kept.get("paper") in tuple(Paper) else usual.paper,
        council=str(kept.get("council", "")),
        appendix=str(kept.get("appendix", "")),
    )


def _words(kept: object) -> Mapping[str, str]:
    parts = kept.items() if isinstance(kept, dict) else ()
    return MappingProxyType({name: words for name, words in parts if isinstance(words, str)})


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(path: Path, kept: Mapping[str, Any]) -> None:
    text = json.dumps(kept, ensure_ascii=True, indent=1)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
