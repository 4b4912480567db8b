"""The cells of a text file: its encoding, what parts its fields, and whether quotation marks are quoting."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from model.files.unreadable import FileTooLarge, SomethingElse, TooManyCells

# 10,000 lines with 2,000 characters each of description and commentary are 40 MB.
LARGEST_TEXT = 48 * 1024 * 1024
# A field takes some 60 bytes, a line as much as two fields.
MOST_FIELDS = 4_000_000

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What no text holds in numbers; tab, line ends, and the ends of page and file that old programs write are spared.
CONTROLS = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a")
STRIPPED = dict.fromkeys(map(ord, CONTROLS))
SAMPLE = 65_536

DELIMITERS = (",", ";", "\t")
LINE_END = re.compile(r"\r\n|\n|\r")
QUOTED = re.compile(r'"[^"]*"')
TOLD = re.compile(r"sep=([,;\t])(?:\r\n|\n|\r)", re.IGNORECASE)


def text_rows(path: Path, data: bytes) -> list[list[str]]:
    """Part a text file into its fields, each exactly as it stands there.

    In .txt and .tsv, quotation marks are only taken off where the whole file is quoted as spreadsheet programs quote.

    Raises:
        Unreadable: The bytes are no text, or too many.
    """
    if len(data) > LARGEST_TEXT:
        raise FileTooLarge(path, LARGEST_TEXT)
    text = _decoded(path, data)
    if told := TOLD.match(text):
        text = text[told.end() :]
    delimiter = told[1] if told else _delimiter(text, path.suffix.lower())
    if text.count(delimiter) + 2 * (text.count("\n") + text.count("\r")) > MOST_FIELDS:
        raise TooManyCells(path)
    if '"' not in text or (delimiter == "\t" and not _is_quoted(text, delimiter)):
        return _plain(text, delimiter)
    return _quoted(text, delimiter)


def _decoded(path: Path, data: bytes) -> str:
    try:
        text = _text(data)
    except UnicodeDecodeError as undecodable:
        raise SomethingElse(path, "no text that can be read") from undecodable
    sample = text[:SAMPLE]
    odd = len(sample) - len(sample.translate(STRIPPED))
    if "\0" in text or odd > 8 + len(sample) // 100:
        raise SomethingElse(path, "a file of another program")
    return text


def _text(data: bytes) -> str:
    """Decode by the mark at the start if there is one; else as UTF-8, and where it is not that, as Windows text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str, suffix: str) -> str:
    """Choose what parts the fields: a tab in .txt and .tsv that have one, else what parts most lines into as many."""
    if suffix != ".csv" and "\t" in text:
        return "\t"
    lines = LINE_END.split(QUOTED.sub("", text[:SAMPLE]))
    return max(DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter))


def _agreement(lines: list[str], delimiter: str) -> int:
    """How many delimiters stand on the lines that have the same number of them, at best."""
    counts = [line.count(delimiter) for line in lines]
    return max(count * counts.count(count) for count in set(counts))


def _plain(text: str, delimiter: str) -> list[list[str]]:
    lines = LINE_END.split(text)
    if not lines[-1]:
        del lines[-1]
    return [line.split(delimiter) for line in lines]


def _quoted(text: str, delimiter: str) -> list[list[str]]:
    """Part quoted text; where quotation marks are not well placed, those that are not stay as they stand."""
    try:
        return [row or [""] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]
    except csv.Error:
        return _loosely_quoted(text, delimiter)


def _fields(text: str, delimiter: str) -> Iterator[re.Match[str]]:
    """Find each field and what ends it; it is in quotation marks only if they close right before the end."""
    field = re.compile(
        rf'(?:"(?P<quoted>(?:[^"]|"")*+)"(?=[{delimiter}\r\n])|(?P<bare>[^{delimiter}\r\n]*))'
        rf"(?P<end>{delimiter}|\r\n|\n|\r)"
    )
    return field.finditer(text if text[-1] in "\r\n" else text + "\n")


def _loosely_quoted(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    for field in _fields(text, delimiter):
        quoted = field["quoted"]
        rows[-1].append(field["bare"] if quoted is None else quoted.replace('""', '"'))
        if field["end"] != delimiter:
            rows.append([])
    return rows[:-1]


def _is_quoted(text: str, delimiter: str) -> bool:
    """Whether a text with tabs is quoted as a whole, as spreadsheet programs write it.

    They quote every field that holds a quotation mark. So the text is not quoted if one stands in a field without
    quotes, nor if there was no need to quote any, unless everything with a letter in it is quoted.
    """
    needed, letters_bare = False, False
    for field in _fields(text, delimiter):
        bare, quoted = field["bare"], field["quoted"]
        if quoted is not None:
            needed = needed or any(sign in quoted for sign in '\t\r\n",')
        elif '"' in bare:
            return False
        else:
            letters_bare = letters_bare or any(map(str.isalpha, bare))
    return needed or not letters_bare
