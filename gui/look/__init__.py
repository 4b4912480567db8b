"""The look put on: the style sheet of the chrome and the switch between light and dark.

`ThemeSwitch(application)` puts the theme on and follows the system; `.choose(Appearance.DARK)` overrides it;
its signal `changed` carries the new `Theme`. Widgets that paint themselves take `theme_of(self.palette())`.

What the style sheet knows (set as a dynamic property or an object name, nothing else is needed):

- `button.setProperty("main", True)`: the one filled button of a bar.
- `button.setProperty("chip", "Red")`: a rounded chip in the colours of that rating; any other text, such as
  "Findings", is a plain chip. Checkable chips show a ring in the accent while checked.
- `widget.setProperty("surface", True)`: a bar or pane on the table's own ground instead of the chrome's.
- `label.setProperty("muted", True)`: muted ink; `setProperty("title", True)`: 14 px semibold.
- `frame.setProperty("card", True)`: a quiet ground for a few sentences.
"""

from gui.look.chrome import chrome
from gui.look.switch import Appearance, ThemeSwitch

__all__ = ["Appearance", "ThemeSwitch", "chrome"]
