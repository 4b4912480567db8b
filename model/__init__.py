"""A council's savings tracker: `open_tracker` is the door for scripts."""
