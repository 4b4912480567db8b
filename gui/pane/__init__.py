"""The parts of the commentary pane."""
