"""How a finding about a line is put together: whose it is, where its cell stands, which settlements it offers."""

from model.saving import Saving
from model.year import Finding, Settlement, Severity, Year

Findings = tuple[Finding, ...]

NOTHING_FOUND: Findings = ()


def caller(saving: Saving) -> str:
    """Give what a sentence calls a line: its reference, or its place where it has none."""
    return saving.reference or f"Line {saving.line + 1}"


def cell_of(saving: Saving, year: Year, key: str = "") -> str:
    """Name a line's cell in its source with its sheet: `2020-21!N35`; blank where there is none."""
    cell, sheet = saving.place.cell(key), saving.place.sheet or year.sheet
    return f"{sheet}!{cell}" if cell and sheet else cell


def say(  # noqa: PLR0913, PLR0917 - a finding has as many parts
    saving: Saving,
    year: Year,
    code: str,
    severity: Severity,
    sentence: str,
    key: str = "",
    settlements: tuple[Settlement, ...] = (),
) -> Findings:
    """Give the finding of a rule about a line; the sentence comes without the line's reference."""
    message = f"{caller(saving)}: {sentence}"
    cell = cell_of(saving, year, key)
    return (Finding(code, severity, message, saving.line, saving.reference, key, cell, settlements),)
