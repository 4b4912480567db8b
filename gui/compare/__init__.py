"""The windows that compare trackers and follow one saving through them; loaded when first asked for."""

from gui.compare.desk import CompareDesk
from gui.compare.life_window import LifeWindow
from gui.compare.window import CompareWindow

__all__ = ["CompareDesk", "CompareWindow", "LifeWindow"]
