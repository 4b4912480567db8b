"""The table of a tracker: the view side. The model is given to it and answers the roles of `gui.roles`.

    table = TrackerTable(parent)            # a QTableView, object name "trackerTable"
    table.setModel(proxy)                   # columns in the model's order; the first 3 stay in view
    table.set_totals_model(totals)          # the same columns, 1 or 2 lines; a QTableView named "totalsRow"
    table.set_frozen_columns(3)
    table.set_empty_text("No saving has these words.")
    table.finish_editing() -> bool          # before a save: takes what is being typed; False where it was refused
    table.fit_columns()                     # back to the widths they began with

Signals: `refused(index, typed)`, `locked(index)`, `clear_requested()`. Sorting is `sortByColumn` on the model given
(a third click brings back the model's own order: `sort(-1)`). Copy, cut, paste, fill and undo are the window's.

What it asks the model, besides text, `EditRole`, `ToolTipRole`, `AccessibleTextRole`, flags and `setData`:
`headerData` with `DisplayRole`, `ToolTipRole`, `SizeHintRole` (a QSize: the width of a column of text),
`Role.KIND`, `Role.BAND`, `Role.WIDEST`; `data` with `Role.MARKS`, and for their kinds `Role.RATING`, `Role.CHOICES`.
Totals need `DisplayRole` only: the label under any of the leading columns, figures under theirs.
"""

from gui.table.totals import TotalsRow
from gui.table.tracker_table import TrackerTable

__all__ = ["TotalsRow", "TrackerTable"]
