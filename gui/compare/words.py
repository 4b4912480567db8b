"""What the comparison says in words: what became of a row, how a forecast moved, how texts differ."""

from collections.abc import Sequence

from gui.pane.words import field_words
from model.comparison import BOTH, Comparison, Kept, Part, Row, RowKind, Side
from model.money import ZERO, show_amount
from model.saving import Figure

MOST_NAMED = 2
ASKED = "same reference – another title?"


def signed(amount: Figure) -> str:
    """Write by how much something moved: `+285`, `−40`, `0`; blank for None."""
    return f"+{show_amount(amount)}" if amount is not None and amount > ZERO else show_amount(amount)


def what_words(row: Row, comparison: Comparison) -> tuple[str, ...]:
    """Say in words what became of a row: rating and forecast where they moved, else what changed."""
    words = [f"rating {row.rating_moved}"] if row.rating_moved is not None else []
    if row.forecast_moved and row.kind not in (RowKind.NEW, RowKind.GONE):
        words.append(f"forecast {signed(row.forecast_moved)}")
    if row.asked:
        words.insert(0, ASKED)
    elif row.kind is not RowKind.CHANGED:
        words.insert(0, str(row.kind))
    elif not words:
        words = [f"changed: {_fields(row)}"]
    if row.suggested:
        words.append(f"may be {comparison.may_be(row)}")
    return tuple(words)


def change_words(row: Row, key: str) -> str:
    """Say what a field was and is now: `No → Yes`; a direction in words, as arrows between arrows can't be read."""
    before, after = (_told(row, side, key) for side in BOTH)
    return f"{before}, now {after}" if key == "direction" else f"{before} → {after}"


def _told(row: Row, side: Side, key: str) -> str:
    saving = row.earlier if side is Side.EARLIER else row.later
    if key == "direction" and saving is not None and key not in saving.unread:
        return saving.direction.value or "blank"
    return row.text(side, key) or "blank"


def reference_words(row: Row) -> str:
    """Give a row's reference; both where they differ, the earlier one first."""
    earlier, later = row.text(Side.EARLIER, "reference"), row.text(Side.LATER, "reference")
    return f"{earlier} → {later}" if earlier and later and earlier != later else row.reference


def change_counts(parts: Sequence[Part]) -> str:
    """Say how many words were removed and added."""
    removed, added = (
        sum(len(part.text.split()) for part in parts if part.kind is kind) for kind in (Kept.REMOVED, Kept.ADDED)
    )
    told = [f"{_words(removed)} removed" if removed else "", f"{_words(added)} added" if added else ""]
    return ", ".join(filter(None, told)) or "unchanged"


def spoken(parts: Sequence[Part]) -> str:
    """Tell a difference of texts without looks: such as `saved (removed: half) (added: all) of it`."""
    told = (part.text if part.kind is Kept.KEPT else f"({part.kind}: {part.text.strip()})" for part in parts)
    return " ".join(" ".join(told).split())


def _fields(row: Row) -> str:
    """Name what differs on a row, the first few of it."""
    names = [field_words(key) for key in row.differing]
    more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
    return ", ".join(name[:1].lower() + name[1:] for name in names[:MOST_NAMED]) + more


def _words(count: int) -> str:
    return f"{count:,} word{'s' * (count != 1)}"
