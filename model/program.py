"""Puts the program together: a session that reads real files and knows the built-in schemes."""

from functools import partial

from model.files.grid import read_grids
from model.files.reading import Cells, read_year
from model.prompts import Patience, Prompts, at_once
from model.rag_key import built_in_schemes
from model.session import Session

__all__ = ["Cells", "new_session"]


def new_session(prompts: Prompts, patience: Patience = at_once, cells: Cells = read_grids) -> Session:
    """Give a session with nothing open.

    Args:
        prompts: asks and tells.
        patience: waits for long work.
        cells: gives files' cells, where some are being read already.
    """
    return Session(prompts, partial(read_year, cells=cells), built_in=built_in_schemes(), patience=patience)
