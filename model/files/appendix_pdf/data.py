"""An appendix as the data that the layouts in `resources/` take, all of it words."""

from model.appendix.making import UNITS, Appendix, Key
from model.files.appendix_pdf.block_data import block_data
from model.files.appendix_pdf.portions import with_breaks
from model.files.appendix_pdf.summary_data import Data, shares_data, summary_data
from model.files.appendix_pdf.table_data import table_data


def layout_data(appendix: Appendix) -> Data:
    """Give everything that a layout prints."""
    return {
        "title": appendix.title,
        "council": appendix.choice.council,
        "under": with_breaks(". ".join(filter(None, [appendix.under.replace(" · ", ". "), UNITS]))),
        "foot": " · ".join(filter(None, [appendix.title, appendix.period, appendix.source])),
        "paper": appendix.choice.paper.value,
        **summary_data(appendix.summary),
        "shares": shares_data(appendix),
        "table": table_data(appendix),
        "blocks": block_data(appendix),
        "key": _key(appendix.key),
        "footnotes": list(appendix.footnotes),
        "notes": list(appendix.notes),
    }


def _key(key: Key | None) -> Data:
    if key is None:
        return {"sizes": [], "rows": []}
    return {"sizes": ["Rating", *key.sizes], "rows": [[name, *words] for name, words in key.rows]}
