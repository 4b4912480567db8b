"""A council's savings tracker: `open_tracker` is the door for scripts (docs/scripts.md)."""

from typing import TYPE_CHECKING, Any

from model.refusals import Refusal

if TYPE_CHECKING:
    from model.door import open_tracker

__all__ = ["Refusal", "open_tracker"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for
    """Open the door when somebody asks for it: a start with a window begins to read before it loads the rest."""
    if name != "open_tracker":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from model.door import open_tracker  # noqa: PLC0415

    return open_tracker
