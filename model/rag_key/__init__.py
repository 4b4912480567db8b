"""A RAG key's printed words read as a scheme, and the schemes that come with the program."""

from model.rag_key.scheme import KeyNotRead, built_in_schemes, scheme_from_key

__all__ = ["KeyNotRead", "built_in_schemes", "scheme_from_key"]
