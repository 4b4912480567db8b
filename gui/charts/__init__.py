"""Charts in the program's look, each shown beside the table of its figures; loaded by windows that show one.

`BarsChart` sets series side by side under each label, `LinesChart` follows series over ordered labels, and
`WaterfallChart` leads from one total to another by steps. Each is given its figures by one call (`show_bars`,
`show_lines`, `show_steps`), follows the theme, tells a figure under the mouse or by the arrow keys, and tells them
all in its accessible description. Nothing is moved or zoomed by the mouse.
"""

from gui.charts.bars_chart import BarsChart
from gui.charts.figures import Series, Step, Tone, Unit
from gui.charts.lines_chart import LinesChart
from gui.charts.waterfall_chart import WaterfallChart

__all__ = ["BarsChart", "LinesChart", "Series", "Step", "Tone", "Unit", "WaterfallChart"]
