"""The commands that put trackers beside each other, and bring back what stood beside one when it is opened again."""

from collections.abc import Callable

from gui.beside import Desk
from gui.tracker_tabs import TrackerTabs
from model.document import Document
from model.session import Happening, Session


class BesideActs:
    """Open beside, put beside, move to a tab, turn, tie, close."""

    def __init__(
        self, tabs: TrackerTabs, session: Session, commit: Callable[[], bool], say: Callable[[str], object]
    ) -> None:
        """Act on the trackers in front; `commit` takes what is being typed, unless it is refused; `say` tells."""
        self._tabs = tabs
        self._session = session
        self._commit = commit
        self._say = say
        self._bringing_back = False
        session.watch(self._follow_session)
        tabs.arranged.connect(self._keep)

    @property
    def _desk(self) -> Desk:
        desk = self._tabs.desk
        if desk is None:
            raise LookupError(type(self).__name__)
        return desk

    def open_beside(self) -> None:
        """Ask for a tracker and open it beside the one in front."""
        if self._commit():
            self._session.open_beside()

    def put_beside(self) -> None:
        """Ask which of the open trackers goes beside the one in front."""
        document = self._desk.document
        offered = self._session.beside.offered(document)
        if not offered:
            self._session.prompts.tell(
                "No other tracker is open in a tab of its own. Open beside opens one from a file."
            )
            return
        names = [f"{other.tracker.year.name or other.name} ({other.name})" for other in offered]
        chosen = self._session.prompts.choose("Put which tracker beside this one, for viewing only?", names, usual=0)
        if chosen is not None and self._commit():
            self._session.beside.put(offered[chosen], document)

    def move_to_tab(self) -> None:
        """Give the tracker in front a tab of its own, in which it can be edited."""
        document = self._desk.front.document
        self._session.beside.take_out(document, self._session.keeping)
        self._tabs.bring_up(self._desk_of(document).front)

    def turn_beside(self) -> None:
        """Have trackers stand one above the other, or side by side again."""
        self._desk.turn()

    def tie_beside(self) -> None:
        """Tie scrolling and selection, or untie them."""
        desk = self._desk
        desk.tie.on = not desk.tie.on
        desk.tie.follow_choice(desk.front)
        self._keep(desk)

    def close_beside(self) -> None:
        """Close every tracker that stands beside the one in this tab."""
        if self._commit():
            all(self._session.close(other) for other in self._session.beside.of(self._desk.document))

    def _keep(self, desk: Desk) -> None:
        """Remember how trackers stand; not while they are brought back, as some may be still to come."""
        if not self._bringing_back:
            self._session.beside.keep(desk.document, desk.arrangement)

    def _follow_session(self, happening: Happening, document: Document) -> None:
        if happening is Happening.READY and document.beside is None:
            self._bring_back(document)
        elif happening is Happening.SAVED and document.beside is None:
            self._keep(self._desk_of(document))

    def _bring_back(self, document: Document) -> None:
        kept = self._session.beside.kept(document)
        if not kept.trackers:
            return
        self._bringing_back = True
        try:
            gone = self._session.beside.bring_back(document)
        finally:
            self._bringing_back = False
        self._desk_of(document).arrange(kept)
        if gone:
            self._say(f"Stood beside it and is not there any more: {', '.join(gone)}")

    def _desk_of(self, document: Document) -> Desk:
        return next(desk for desk in self._tabs.desks if desk.document is document)
