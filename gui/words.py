"""Words for what the window shows as a sign, and the texts of its help."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence

from model.rag import Scheme
from model.saving import Direction

_ON_EVERY_KEYBOARD = re.compile(r"F(\d|1[0-2])|Del|.+\+.+")
"""Keys worth telling: a system has others for some commands, such as F14 or a key named Undo."""


def direction_words(direction: Direction) -> str:
    """Say a direction of travel: `Worsening since the last report`."""
    return f"{direction.value.capitalize()} since the last report" if direction else "No direction of travel given"


def key_words(scheme: Scheme | None) -> str:
    """Say how a tracker's ratings come about, size by size, in the words of its key."""
    if scheme is None:
        return (
            "This tracker prints no RAG key: its ratings are the council's judgement, and stay as printed until they"
            " are reviewed. Choose Tracker > Adopt a RAG scheme to have them follow from the figures."
        )
    sizes = scheme.sizes or tuple(band.words for band in scheme.bands)
    blocks = (
        f"{size}\n"
        + "\n".join(f"    {rating}: {words[place]}" for rating, words in scheme.key.items() if place < len(words))
        for place, size in enumerate(sizes)
    )
    return "\n\n".join(blocks)


def keys_words(commands: Iterable[tuple[str, str, Sequence[QKeySequence]]]) -> str:
    """List keys and what they do, a line each."""
    native = QKeySequence.SequenceFormat.NativeText
    named = ((tip, [key.toString(native) for key in keys]) for _words, tip, keys in commands if keys)
    lines = (f"{' or '.join(filter(_ON_EVERY_KEYBOARD.fullmatch, names))}: {tip}" for tip, names in named)
    table = (
        "F2 or typing: change the current cell",
        "Enter, Shift+Enter, Tab, Shift+Tab: take what was typed and go on",
        "Esc: leave the cell as it was",
        "Ctrl+Home, Ctrl+End, Page Up, Page Down: move through the lines",
    )
    return "\n".join([*lines, *table])
