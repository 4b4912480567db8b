"""The lines of a journal: what was open, and each step done, taken back or done again, as one line of JSON each."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from model.files.fingerprint import Fingerprint
from model.files.journal_values import (
    DamagedLineError,
    Json,
    scheme_from_json,
    scheme_to_json,
    value_from_json,
    value_to_json,
)
from model.history import Step
from model.rag import Scheme
from model.saving import Saving

FORM = 1
UNDONE, REDONE = "undone", "redone"
# Where a line stands is a fact of its file, which may have been read anew.
_NAMES = tuple(field.name for field in fields(Saving) if field.name not in {"line", "place"})
# What follows from a line's figures. It is written whole with any change of them: once a save was read again, it may
# be printed where it followed before.
_FIGURES = frozenset(name for name in _NAMES if name.startswith(("plan_", "forecast_")))
_FOLLOWING = frozenset(
    {
        "plan_total_printed",
        "forecast_total_printed",
        "variance_printed",
        "percent_printed",
        "rating_printed",
        "override",
        "override_reason",
        "to_review",
        "unread",
    }
)
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Head:
    """What a journal says first.

    Attributes:
        name: how the tracker's tab calls it.
        path: the file as it is without the steps that follow; None for the example.
        fingerprint: of that file; None where it could not be taken.
        known: how many of the steps that follow were known when the file was read or saved, whether they stood or not.
        place: how many of those stood then.
    """

    name: str
    title: str
    path: Path | None
    fingerprint: Fingerprint | None
    when: datetime
    known: int = 0
    place: int = 0


@dataclass(frozen=True, slots=True)
class LineChange:
    """What a step changed on one line: attributes of `Saving` before and after, by name."""

    line: int
    reference: str
    before: Values
    after: Values


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as the journal has it; `schemes` is None where it changed no scheme."""

    words: str
    when: datetime
    who: str
    why: str
    source: str
    lines: tuple[LineChange, ...]
    schemes: tuple[Scheme | None, Scheme | None] | None


Entry = KeptStep | str


def head_line(head: Head) -> str:
    """Write the first line."""
    written = {
        "form": FORM,
        "name": head.name,
        "title": head.title,
        "path": None if head.path is None else str(head.path),
        "fingerprint": asdict(head.fingerprint) if head.fingerprint else None,
        "when": head.when.isoformat(),
        "known": head.known,
        "place": head.place,
    }
    return json.dumps(written)


def step_line(step: Step) -> str:
    """Write a step."""
    before, after = step.schemes
    written = {
        "words": step.words,
        "when": step.when.isoformat(),
        "who": step.who,
        "why": step.why,
        "source": step.source,
        "lines": [_line_to_json(step.before[line], step.after[line]) for line in step.before],
        "schemes": None if before == after else [scheme_to_json(before), scheme_to_json(after)],
    }
    return json.dumps(written)


def act_line(act: str) -> str:
    """Write that the last step was taken back (`UNDONE`) or done again (`REDONE`)."""
    return json.dumps(act)


def read_head(text: str) -> Head:
    """Read the first line.

    Raises:
        DamagedLineError: it is cut off, or of another form.
    """
    try:
        written = json.loads(text)
        if written["form"] != FORM:
            raise DamagedLineError(written["form"])
        return Head(
            name=written["name"],
            title=written["title"],
            path=None if written["path"] is None else Path(written["path"]),
            fingerprint=Fingerprint(**written["fingerprint"]) if written["fingerprint"] else None,
            when=datetime.fromisoformat(written["when"]),
            known=int(written["known"]),
            place=int(written["place"]),
        )
    except (TypeError, ValueError, KeyError, RecursionError) as error:
        raise DamagedLineError(str(error)) from error


def read_entry_line(text: str) -> Entry:
    """Read a line after the first.

    Raises:
        DamagedLineError: it is cut off or damaged.
    """
    try:
        written = json.loads(text)
        return written if written in (UNDONE, REDONE) else _step(written)
    except (TypeError, ValueError, KeyError, RecursionError) as error:
        raise DamagedLineError(str(error)) from error


def _line_to_json(before: Saving, after: Saving) -> Json:
    changed = {name for name in _NAMES if getattr(before, name) != getattr(after, name)}
    if changed & (_FIGURES | _FOLLOWING):
        changed |= _FOLLOWING
    sides = [{name: value_to_json(getattr(side, name)) for name in sorted(changed)} for side in (before, after)]
    return [before.line, before.reference, *sides]


def _step(written: Json) -> KeptStep:
    schemes = written["schemes"]
    return KeptStep(
        words=written["words"],
        when=datetime.fromisoformat(written["when"]),
        who=written["who"],
        why=written["why"],
        source=written["source"],
        lines=tuple(_line_change(*line) for line in written["lines"]),
        schemes=schemes and (scheme_from_json(schemes[0]), scheme_from_json(schemes[1])),
    )


def _line_change(line: int, reference: str, before: Json, after: Json) -> LineChange:
    return LineChange(line, reference, _values(before), _values(after))


def _values(written: Json) -> Values:
    if not set(written) <= set(_NAMES):
        raise DamagedLineError(str(set(written)))
    return MappingProxyType({name: value_from_json(value) for name, value in written.items()})
