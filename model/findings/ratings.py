"""Findings about ratings and what must stand beside them: commentary and the flag for complete."""

import re

from model.explain import distance_words
from model.findings.saying import NOTHING_FOUND, Findings, say
from model.rag import NEEDS_COMMENTARY, NO_RATING, RATINGS, UNDECIDED
from model.rating import Rating, rating_of
from model.saving import Saving
from model.year import Settlement, Severity, Year

TAKE_SCHEMES = Settlement("take the scheme's rating", "Take the scheme's rating")
KEEP = Settlement("keep the rating", "Keep the rating")
MARK_COMPLETE = Settlement("mark complete", "Mark as complete")
MARK_INCOMPLETE = Settlement("mark not complete", "Mark as not complete")

# Only a clause that says it of the saving itself, from its first word: much that is "completed" or "delivered"
# in a commentary is a review, a contract or a part.
_SAID_COMPLETE = re.compile(
    r"""^\W*(?:(?:the\s+)?savings?\s+)?(?:fully\s+)?(?:complete|completed|delivered|achieved)(?:\s+in\s+full)?\W*$
    | (?:^|[.;:,]\s+|\bso\s+)\W*(?:all\s+)?(?:(?:the|this|these)\s+)?(?:savings?|target|this\s+one)
      \s+(?:has|have|is|are|was|were)\s+(?:now\s+|already\s+|all\s+)*(?:been\s+)?(?:now\s+|already\s+|fully\s+)*
      (?:complete|completed|delivered|achieved|met)\b(?!\s+(?:to\s+date|so\s+far|in\s+part|by\b|when\b|through\b))""",
    re.IGNORECASE | re.VERBOSE,
)


def rating_does_not_follow(saving: Saving, year: Year) -> Findings:
    """A printed rating that the tracker's scheme would not give; an override says so by itself."""
    printed_by_scheme = year.scheme is not None and saving.rating_printed is not None
    if not printed_by_scheme or saving.override:
        return NOTHING_FOUND
    rating = rating_of(saving, year.scheme)
    known = rating.name in {NO_RATING, *RATINGS}  # of any other word the reader says that it is no rating
    if rating.follows or not known or (rating.name and rating.calculated == UNDECIDED):
        return NOTHING_FOUND
    return say(saving, year, "rating", Severity.WARNING, _conflict(rating), "rating", (TAKE_SCHEMES,))


def _conflict(rating: Rating) -> str:
    printed = f"{rating.name} is printed" if rating.name else "no rating is printed"
    due = "needs a decision" if rating.calculated == UNDECIDED else f"is {rating.calculated or 'none'}"
    return f"{printed}, but by the key its rating {due}."


def judged_rating_to_review(saving: Saving, year: Year) -> Findings:
    """A judged rating whose figures have changed since."""
    if not saving.to_review or year.scheme is not None or saving.override:
        return NOTHING_FOUND
    name = rating_of(saving, None).name
    judged = f"it was judged {name}" if name else "it was left without a rating"
    sentence = f"the figures have changed since {judged}. Choose its rating anew, or keep it."
    return say(saving, year, "review", Severity.WARNING, sentence, "rating", (KEEP,))


def bad_rating_without_commentary(saving: Saving, year: Year) -> Findings:
    """Red, Amber or Black, and nobody says why."""
    if saving.commentary.strip() not in {"", "0"}:
        return NOTHING_FOUND
    name = rating_of(saving, year.scheme).name
    if name not in NEEDS_COMMENTARY:
        return NOTHING_FOUND
    return say(saving, year, "no-commentary", Severity.WARNING, f"rated {name}, without a commentary.", "commentary")


def complete_but_short(saving: Saving, year: Year) -> Findings:
    """Marked complete, though less is forecast than planned."""
    if saving.complete is not True:
        return NOTHING_FOUND
    variance = saving.variance_due
    if variance is None or variance <= 0:
        return NOTHING_FOUND
    sentence = f"marked complete, but {distance_words(variance)}."
    return say(saving, year, "complete-short", Severity.WARNING, sentence, "complete", (MARK_INCOMPLETE,))


def complete_in_words_only(saving: Saving, year: Year) -> Findings:
    """Fully forecast and complete by its commentary, but not marked so.

    Figures alone say too little: a saving counted whole in its first quarter is often still at risk.
    """
    if saving.complete is not False or not _SAID_COMPLETE.search(saving.commentary):
        return NOTHING_FOUND
    variance = saving.variance_due
    if variance is None or variance > 0:
        return NOTHING_FOUND
    sentence = f"complete by its commentary and {distance_words(variance)}, but marked as not complete."
    return say(saving, year, "complete-in-words", Severity.NOTE, sentence, "complete", (MARK_COMPLETE,))


RULES = (
    rating_does_not_follow,
    judged_rating_to_review,
    bad_rating_without_commentary,
    complete_but_short,
    complete_in_words_only,
)
