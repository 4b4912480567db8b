"""Windows over the model: they show and ask, and decide nothing."""
