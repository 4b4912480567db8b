"""An appendix as one web page for everybody: read aloud, on a phone, at any size, on paper."""

from model.files.appendix_html.writing import write_html

__all__ = ["write_html"]
