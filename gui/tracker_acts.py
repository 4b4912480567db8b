"""The commands about a tracker's ratings, its plan and what is shown of it."""

from collections.abc import Callable

from gui.change_log_window import ChangeLogWindow
from gui.tracker_tab import TrackerTab
from gui.words import key_words
from model.document import Document
from model.prompts import Prompts
from model.rag import RATINGS
from model.rating import Origin, rating_of
from model.session import Session


class TrackerActs:
    """Ratings, schemes, locks and panes."""

    def __init__(self, tab: Callable[[], TrackerTab], session: Session) -> None:
        """Act on the tab in front."""
        self._tab = tab
        self._session = session

    @property
    def _document(self) -> Document:
        return self._tab().document

    @property
    def _prompts(self) -> Prompts:
        return self._session.prompts

    def edit_commentary(self) -> None:
        """Put the keyboard into the commentary of the current line."""
        tab = self._tab()
        tab.show_pane(on=True)
        tab.pane.edit()

    def review_rating(self) -> None:
        """Ask for the rating of the current line: a judgement, or an override with its reason."""
        tab = self._tab()
        saving = tab.saving
        if saving is None:
            return
        rating = rating_of(saving, tab.tracker.year.scheme)
        question = f"{saving.reference} is {rating.name or 'not rated'} ({rating.origin}). Which rating should it have?"
        chosen = self._prompts.choose(question, RATINGS, RATINGS.index(rating.name) if rating.name in RATINGS else None)
        if chosen is None:
            return
        name = RATINGS[chosen]
        follows = rating.origin is not Origin.JUDGED and name == rating.calculated
        self._document.edit(saving.line, "rating", "" if follows else name)

    def follow_scheme(self) -> None:
        """Take an override of the current line back."""
        if (line := self._tab().line) is not None:
            self._document.edit(line, "rating", "")

    def adopt_scheme(self) -> None:
        """Ask which scheme should rate the tracker from now on."""
        offered = self._session.schemes(self._document)
        if not offered:
            self._prompts.tell(
                "This tracker is rated by the only scheme that is known. Open a tracker with another key to adopt it."
            )
            return
        question = (
            "Ratings will follow from this scheme, and printed ones give way to it. Undo takes it back. Adopt which?"
        )
        chosen = self._prompts.choose(question, [f"RAG scheme of {scheme.name}" for scheme in offered])
        if chosen is not None:
            self._document.adopt(offered[chosen])

    def show_key(self) -> None:
        """Show how this tracker's ratings come about."""
        scheme = self._tab().tracker.year.scheme
        self._prompts.tell(f"RAG key of {scheme.name}" if scheme else "Judged ratings", key_words(scheme))

    def show_log(self) -> None:
        """Show who changed what, when and why, in a window of its own."""
        tab = self._tab()
        reference = tab.saving.reference if tab.saving else ""
        ChangeLogWindow(self._session, self._document, reference, tab.window()).open()

    def unlock_plan(self) -> None:
        """Unlock the plan for a reason, or lock it again."""
        if self._tab().tracker.plan_reason:
            self._document.lock_plan()
        else:
            self._document.unlock_plan()

    def toggle_viewing(self) -> None:
        """Open for viewing only, or for editing again."""
        tab = self._tab()
        if tab.commit():
            self._document.view_only(not tab.tracker.viewing)

    def toggle_pane(self) -> None:
        """Show or hide the pane of the current line."""
        tab = self._tab()
        tab.show_pane(on=tab.pane.isHidden())

    def toggle_findings(self) -> None:
        """Show or hide the list of findings."""
        tab = self._tab()
        tab.show_findings(on=tab.findings.isHidden())
