"""An appendix as a PDF/UA-1 file, laid out by Typst from `resources/appendix.typ`."""

from model.files.appendix_pdf.writing import compiler_for, pdf_bytes, write_pdf

__all__ = ["compiler_for", "pdf_bytes", "write_pdf"]
