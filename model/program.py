"""Puts the program together: a session that reads real files and knows the built-in schemes."""

from model.files.reading import read_year
from model.prompts import Patience, Prompts, at_once
from model.rag_key import built_in_schemes
from model.session import Read, Session


def new_session(prompts: Prompts, patience: Patience = at_once, read: Read = read_year) -> Session:
    """Give a session with nothing open, which asks and tells through a port, and waits for long work patiently."""
    return Session(prompts, read, built_in=built_in_schemes(), patience=patience)
