"""The window that shows a year under another year's RAG scheme; loaded when first asked for."""

from gui.what_if.window import WhatIfWindow

__all__ = ["WhatIfWindow"]
