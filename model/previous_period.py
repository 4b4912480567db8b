"""The previous period of a tracker: named by the officer, so that the direction of travel follows from the figures."""

import contextlib
import json
from decimal import Decimal
from pathlib import Path

import platformdirs

from model.choosing import Chosen, choose_other
from model.document import Document
from model.kept_beside import Stood
from model.kept_lineage import KeptLineage
from model.lineage import Decisions, State, lineage
from model.money import ZERO, parse_amount, plain, show_amount
from model.prompts import Patience, at_once
from model.recent import PROGRAM
from model.refusals import AmountRefused, Refusal
from model.session import Session
from model.travel import OtherYear
from model.year import Year
from model.years.period import period_in

WHICH = "Which tracker is the previous period of {}?"
NONE_NAMED = (
    "No previous period is named, so no direction of travel can be computed. Choose Years > Set the previous period "
    "first."
)
WAYS, ANOTHER = ("Choose another…", "Name none"), 0
TOLERANCE = "By how much may a variance move, in £000, and still be “no change”?"


class NegativeTolerance(Refusal):
    """A tolerance below zero."""

    def __init__(self) -> None:
        super().__init__("A tolerance is an amount of 0 or more. Type 0 to have every change count.")


class KeptTolerance:
    """By how much a variance may move without being a change, £000: the officer's choice, kept for all trackers."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder for settings, the user's own when none is given."""
        self._file = (folder or platformdirs.user_config_path(PROGRAM, appauthor=False)) / "directions.json"

    @property
    def amount(self) -> Decimal:
        """The tolerance; 0, which is exact, where nothing was chosen or it can't be read."""
        try:
            said = json.loads(self._file.read_text(encoding="utf-8"))
            amount = parse_amount(said["tolerance"])
        except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError, AmountRefused):
            return ZERO
        return ZERO if amount is None or amount < 0 else amount

    def keep(self, amount: Decimal) -> None:
        """Remember a tolerance; what can't be kept is only not remembered."""
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({"tolerance": plain(amount)}), encoding="utf-8")


class PreviousPeriod:
    """Names the previous period of trackers, and takes the directions of travel that follow from it."""

    def __init__(
        self,
        session: Session,
        memory: KeptLineage,
        tolerance: KeptTolerance | None = None,
        patience: Patience = at_once,
    ) -> None:
        """Act for a session; `memory` has what was decided about savings that were split, joined or renamed."""
        self._session = session
        self._memory = memory
        self._patience = patience
        self.tolerance = tolerance or KeptTolerance()

    def name(self, document: Document) -> bool:
        """Ask which tracker is the previous period of a document's, or whether it has none any more.

        Returns:
            Whether that was said.
        """
        travel = document.tracker.standing.travel
        if travel is not None:
            way = self._session.prompts.choose(f"The previous period is {travel.since}.", WAYS)
            if way != ANOTHER:
                return way is not None and self._name_none(document)
        name = document.tracker.year.name or document.name
        chosen = choose_other(self._session, document, WHICH.format(name))
        return chosen is not None and self.set(document, chosen)

    def _name_none(self, document: Document) -> bool:
        document.tracker.set_previous(None)
        self._session.previous.keep(document.path, None)
        return True

    def set(self, document: Document, previous: Chosen) -> bool:
        """Make a tracker the previous period of a document's; one of another year is refused."""
        year = document.tracker.year
        try:
            if previous.document is document:
                raise SamePeriod
            check_earlier(previous.year, year, previous.name)
            pairs = self._patience("Looking for the same savings", lambda _here: self._pairs(previous.year, year))
            document.tracker.set_previous(previous.year, pairs, self.tolerance.amount)
        except Refusal as refusal:
            self._session.prompts.refuse(str(refusal))
            return False
        kept = Stood(previous.file, previous.year.sheet) if previous.file else None
        self._session.previous.keep(document.path, kept)
        return True

    def take_directions(self, document: Document) -> bool:
        """Give every line its computed direction, as one change; tells whether that changed anything."""
        if document.tracker.previous is None:
            self._session.prompts.refuse(NONE_NAMED)
            return False
        try:
            step = document.tracker.take_directions()
        except Refusal as refusal:
            self._session.prompts.refuse(str(refusal))
            return False
        if step is None:
            self._session.prompts.tell("Every direction of travel is the computed one already; nothing is changed.")
        return step is not None

    def ask_tolerance(self) -> bool:
        """Ask by how much a variance may move without being a change, for all trackers; tells whether it was said."""
        typed = self._session.prompts.ask_words(TOLERANCE, [show_amount(self.tolerance.amount)])
        if not typed.strip():
            return False
        try:
            amount = parse_amount(typed)
            if amount is None or amount < 0:
                raise NegativeTolerance
        except Refusal as refusal:
            self._session.prompts.refuse(str(refusal))
            return False
        self.tolerance.keep(amount)
        self._tell_all(amount)
        return True

    def _tell_all(self, tolerance: Decimal) -> None:
        for document in self._session.documents:
            travel = document.tracker.standing.travel
            if travel is not None:
                document.tracker.set_previous(travel.previous, travel.pairs, tolerance)

    def _pairs(self, previous: Year, year: Year) -> dict[int, int]:
        return one_to_one(previous, year, self._memory.decisions)


class LaterPeriod(Refusal):
    """A tracker named as the previous period of one of an earlier period."""

    def __init__(self, previous: Year, year: Year, name: str) -> None:
        super().__init__(
            f"“{name}” is of {previous.period}, which comes after {year.period}: it can't be its "
            "previous period. Choose an earlier one."
        )


def check_earlier(previous: Year, year: Year, name: str) -> None:
    """Look whether a tracker may be the previous period of another.

    Args:
        name: how a refusal calls it.

    Raises:
        OtherYear: it is of another year.
        LaterPeriod: it is of a later period.
    """
    if previous.year and year.year and previous.year != year.year:
        raise OtherYear(previous, year)
    if is_later(previous, year):
        raise LaterPeriod(previous, year, name)


def is_later(one: Year, other: Year) -> bool:
    """Tell whether a tracker is of a later period of its year than another; not where either says none."""
    periods = [period_in(year.period, year.year) for year in (one, other)]
    return None not in (periods[0].month, periods[1].month) and periods[0].place > periods[1].place


class SamePeriod(Refusal):
    """A tracker named as its own previous period."""

    def __init__(self) -> None:
        super().__init__("A tracker is not its own previous period. Choose the tracker of an earlier period.")


def one_to_one(previous: Year, year: Year, decisions: Decisions) -> dict[int, int]:
    """Give the previous line of each line that is surely one saving with one other: none that was split or joined."""
    found = lineage(previous, year, decisions)
    return {
        match.later: match.earlier
        for match in found.matches
        if match.state is not State.FLAGGED
        and len(found.later_of(match.earlier)) == 1
        and len(found.earlier_of(match.later)) == 1
    }
