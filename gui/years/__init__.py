"""The window of trackers of several years: read from folders, in sums and charts; loaded when first asked for."""

from gui.years.window import YearsWindow

__all__ = ["YearsWindow"]
