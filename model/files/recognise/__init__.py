"""Cells → a year's tracker, whatever its wording, order and place."""

from model.files.recognise.recogniser import Choose, NoneChosen, NoTracker, recognise

__all__ = ["Choose", "NoTracker", "NoneChosen", "recognise"]
