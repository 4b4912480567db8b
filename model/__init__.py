"""A council's savings tracker: `open_tracker` is the door for scripts (docs/scripts.md)."""

from model.door import open_tracker
from model.refusals import Refusal

__all__ = ["Refusal", "open_tracker"]
