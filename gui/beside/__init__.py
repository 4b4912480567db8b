"""Trackers beside each other in one tab: each with its heading, table, filter and pane, tied line by line."""

from gui.beside.desk import Desk

__all__ = ["Desk"]
