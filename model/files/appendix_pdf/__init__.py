"""An appendix as a PDF/UA-1 file, laid out by Typst from `resources/appendix.typ`."""

from model.files.appendix_pdf.measures import READABLE
from model.files.appendix_pdf.table_data import letter_size
from model.files.appendix_pdf.writing import compiler_for, pdf_bytes, write_pdf

__all__ = ["READABLE", "compiler_for", "letter_size", "pdf_bytes", "write_pdf"]
