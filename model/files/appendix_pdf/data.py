"""An appendix as the data that the layouts in `resources/` take, all of it words."""

from collections.abc import Mapping
from typing import Any

from model.appendix.making import UNITS, Appendix, Key
from model.appendix.summary_data import Data, shares_data, summary_data
from model.files.appendix_pdf.block_data import block_data, widest_figure
from model.files.appendix_pdf.portions import with_breaks
from model.files.appendix_pdf.table_data import table_data

LONGEST_FOOT = 130


def layout_data(appendix: Appendix, *, close: bool = False) -> Data:
    """Give everything that a layout prints; words that no line could hold may break, save in the file's own title.

    Args:
        close: whether the lines of the table stand closer than they usually do.
    """
    broken: Data = _breaking(_printed(appendix))
    return {**broken, "title": appendix.title, "council": appendix.choice.council, "close": close}


def _printed(appendix: Appendix) -> Data:
    blocks = block_data(appendix)
    return {
        "heading": appendix.title,
        "under": ". ".join(filter(None, [appendix.under.replace(" · ", ". "), UNITS])),
        "foot": _shortened(" · ".join(filter(None, [appendix.title, appendix.period, appendix.source]))),
        "paper": appendix.choice.paper.value,
        **summary_data(appendix.summary),
        "shares": shares_data(appendix),
        "table": table_data(appendix),
        "blocks": blocks,
        "widest": max(widest_figure(blocks), len("Year")),
        "key": _key(appendix.key),
        "footnotes": list(appendix.footnotes),
        "notes": list(appendix.notes),
    }


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_FOOT else f"{text[:LONGEST_FOOT]}…"


def _breaking(data: Any) -> Any:  # noqa: ANN401 - JSON has no better type
    if isinstance(data, str):
        return with_breaks(data)
    if isinstance(data, Mapping):
        return {name: _breaking(part) for name, part in data.items()}
    return [_breaking(part) for part in data] if isinstance(data, list) else data


def _key(key: Key | None) -> Data:
    if key is None:
        return {"sizes": [], "rows": []}
    return {"sizes": ["Rating", *key.sizes], "rows": [[name, *words] for name, words in key.rows]}
