"""Which characters a typeface has, read from its own table."""

from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]


def codes(path: str, index: int) -> tuple[int, ...]:
    """Give the characters' codes; none where the file can't be read.

    Args:
        index: which face of a file that holds several.
    """
    try:
        with Path(path).open("rb") as file:
            return tuple(TTFont(file, fontNumber=index, lazy=True).getBestCmap() or ())
    except (OSError, TTLibError, KeyError, AssertionError):
        return ()
