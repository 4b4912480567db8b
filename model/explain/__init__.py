"""Every figure explains itself in one sentence: how it came about and, for a rating, what would change it."""

from model.explain.figures import distance_words, explain_figure, explain_total
from model.explain.reasons import Reason, explain_rating, rating_reason

__all__ = ["Reason", "distance_words", "explain_figure", "explain_rating", "explain_total", "rating_reason"]
