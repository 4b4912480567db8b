"""The window of committee appendices: what is chosen, what to look at first, the pages; loaded when first asked for."""

from gui.appendix.window import AppendixWindow

__all__ = ["AppendixWindow"]
