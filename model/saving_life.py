"""Following one saving through all trackers that are known: those that are open, and files and folders added."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from model.choosing import Chosen, all_known, look_into, when_of
from model.kept_lineage import KeptLineage
from model.life import Known, Life, Lives, Unsure
from model.lineage import Decision, Verdict, name_of
from model.prompts import Patience, Stopped, at_once
from model.refusals import Refusal
from model.session import Session
from model.tracker import account
from model.year import Year
from model.years import KnownTracker, read_trackers
from model.years.period import period_in

ASKED_FILE = "Follow it through which tracker?"
ASKED_FOLDER = "Choose a folder of trackers"
READING = "Reading the trackers of the folder"


def _now() -> datetime:
    return datetime.now(UTC)


class SavingLife:
    """What all trackers that are known say of one saving, and what the officer may add to them.

    Attributes:
        trackers: those that are known, the earliest first; a file that is known twice counts once.
        life: what they say, as of the last time that it was told.
    """

    def __init__(
        self,
        session: Session,
        asked: tuple[Chosen, int],
        memory: KeptLineage,
        patience: Patience = at_once,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Follow a line of a tracker."""
        self._session = session
        self._asked, self._line = asked
        self._memory = memory
        self.patience = patience
        self._clock = clock
        self.trackers: tuple[Chosen, ...] = ()
        self._add([self._asked, *all_known(session)])
        self.life = self._told()

    @property
    def name(self) -> str:
        """The saving's reference and title."""
        saving = self._asked.year.savings[self._line]
        return f"{saving.reference} {saving.title}".strip()

    def when(self, tracker: int) -> str:
        """Name a tracker by its year and period, else by its file."""
        chosen = self.trackers[tracker]
        return ", ".join(filter(None, (chosen.year.year, chosen.year.period))) or chosen.name

    @property
    def stale(self) -> bool:
        """Whether a tracker has been edited since the life was told."""
        return any(chosen.year is not year for chosen, year in zip(self.trackers, self._years, strict=False))

    def refresh(self) -> None:
        """Tell the life again, as the trackers stand now."""
        self.life = self._told()

    def add_file(self) -> bool:
        """Add a tracker from a file that is asked for; tells whether one was added."""
        chosen = look_into(self._session, asked=ASKED_FILE)
        if chosen is None:
            return False
        self._add([chosen])
        self.refresh()
        return True

    def add_folder(self) -> bool:
        """Add the trackers of a folder that is asked for; tells whether any were added."""
        start = self._asked.folder
        folder = self._session.prompts.ask_folder(start, ASKED_FOLDER)
        if folder is None:
            return False
        try:
            found = self.patience(READING, lambda _here: read_trackers([folder]), may_stop=True)
        except Stopped:
            return False
        except Refusal as refusal:
            self._session.prompts.refuse(str(refusal))
            return False
        for known in found.counted:
            self._session.known[f"{known.path} {known.content.sheet}"] = known.name, _as_known(known)
        self._add(all_known(self._session))
        self.refresh()
        return True

    def decide(self, unsure: Unsure, verdict: Verdict, why: str = "") -> None:
        """Keep whether a line that may belong to the saving does."""
        first, last = sorted((unsure.tracker, unsure.beside))
        before, after = self.trackers[first].year, self.trackers[last].year
        evidence = unsure.match.evidence
        names = name_of(before, evidence.earlier), name_of(after, evidence.later)
        self._memory.decide(Decision(*names, verdict, account(), self._clock(), why.strip()))
        if self._memory.trouble:
            self._session.prompts.refuse(self._memory.trouble)
        self.refresh()

    def _add(self, more: Iterable[Chosen]) -> None:
        known = list(self.trackers)
        for chosen in more:
            if not any(_same(chosen, other) for other in known):
                known.append(chosen)
        self.trackers = tuple(sorted(known, key=lambda chosen: when_of(chosen.year)))

    def _told(self) -> Life:
        self._years = years = [chosen.year for chosen in self.trackers]
        place = next(place for place, chosen in enumerate(self.trackers) if chosen is self._asked)
        decisions = self._memory.decisions
        known = [Known(year, period_in(year.period, year.year).quarters) for year in years]
        return self.patience(f"Following {self.name}", lambda _here: Lives(known, decisions).of(place, self._line))


def _as_known(tracker: KnownTracker) -> Year:
    """Take the year and the period that the tracker's file or folder says where the tracker itself says none."""
    return replace(tracker.content, year=tracker.year, period=tracker.period.words)


def _same(one: Chosen, other: Chosen) -> bool:
    """Tell whether two are one tracker: open in one tab, or read from the same bytes."""
    if one.document is not None and one.document is other.document:
        return True
    return bool(one.read.digest) and one.read.digest == other.read.digest and one.read.sheet == other.read.sheet
