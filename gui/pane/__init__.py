"""The parts of the panes: texts, rating box, chart, small table, editor, findings, changes."""
