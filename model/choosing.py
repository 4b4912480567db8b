"""Which tracker stands over against the one in front: another open one, or a file that is only looked into."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.document import Document
from model.session import Session
from model.writing import is_file
from model.year import Year
from model.years.period import period_in

ANOTHER_FILE = "Another file…"
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A tracker that was chosen: as it was read, or one that is open, which is followed as it changes."""

    name: str
    read: Year
    document: Document | None = None
    path: Path | None = None

    @property
    def year(self) -> Year:
        """The tracker as it stands now."""
        return self.document.tracker.year if self.document else self.read

    @property
    def file(self) -> Path | None:
        """The file of it; None where it has none, or where that is not known."""
        return self.document.path if self.document else self.path

    @property
    def folder(self) -> Path | None:
        """Where the file of an open tracker is."""
        path = self.document.path if self.document else None
        return path.parent if path else None


def chosen_from(document: Document) -> Chosen:
    """Take a tracker that is open."""
    return Chosen(document.name, document.tracker.year, document)


def all_known(session: Session) -> list[Chosen]:
    """Give every tracker that is known until the program ends: open, looked into, or an open one's previous period."""
    previous = [document.tracker.previous for document in session.documents]
    return [
        *map(chosen_from, session.documents),
        *(Chosen(name, year) for name, year in session.known.values()),
        *(Chosen(year.source, year) for year in previous if year is not None),
    ]


def choose_other(session: Session, document: Document, question: str) -> Chosen | None:
    """Ask for another tracker than a document's; where no other is open, for its file at once.

    Returns:
        None where the officer thought better of it, or the file was refused, which has been told.
    """
    others = [other for other in session.documents if other is not document]
    if not others:
        return look_into(session, asked=question)
    names = _told_apart(others)
    place = session.prompts.choose(question, [*names, ANOTHER_FILE], usual=0)
    if place is None:
        return None
    return chosen_from(others[place]) if place < len(others) else look_into(session, asked=question)


def look_into(session: Session, path: Path | None = None, asked: str = "") -> Chosen | None:
    """Take a tracker from a file, asked for when none is given; one that is open already is taken as it stands.

    Args:
        asked: what the file is asked for.
    """
    path = path or session.ask_file(asked)
    if path is None:
        return None
    already = next((document for document in session.documents if is_file(document.path, path)), None)
    if already:
        return chosen_from(already)
    year = session.look_into(path)
    return Chosen(path.name, year, path=path) if year else None


def in_order(one: Chosen, other: Chosen) -> tuple[Chosen, Chosen]:
    """Give two trackers with the earlier one first: by year, then by period; one that says none comes last."""
    return (other, one) if when_of(other.year) < when_of(one.year) else (one, other)


def when_of(year: Year) -> tuple[int, int, int]:
    """Give where a tracker comes among others: by its year, then by its period; without a year first."""
    begins = _YEAR.search(year.year)
    return (int(begins[0]) if begins else 0, *period_in(year.period, year.year).place)


def _told_apart(documents: Sequence[Document]) -> list[str]:
    """Name open trackers, those that are called alike by their place among them too."""
    names = [_named(document) for document in documents]
    alike = Counter(names)
    return [f"{name}, {place}" if alike[name] > 1 else name for place, name in enumerate(names, 1)]


def _named(document: Document) -> str:
    """Name an open tracker by its file and what it says of itself."""
    said = document.tracker.year.name
    return f"{document.name} ({said})" if said and said not in document.name else document.name
