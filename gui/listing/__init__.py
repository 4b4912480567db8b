"""Tables that are read, beside charts and in windows of their own: sorted by value, copied, leading to a line.

listing = Listing("Lines under another scheme", columns)
listing.show_rows(rows, totals)       # rows of cells: amounts in £000 as Decimal, all else as text
listing.row_chosen.connect(go_to)     # double click or Enter; carries what the row leads to
"""

from gui.listing.copying import to_clipboard
from gui.listing.listing import Listing
from gui.listing.model import SHORT_WORDS, Heading, Row

__all__ = ["SHORT_WORDS", "Heading", "Listing", "Row", "to_clipboard"]
