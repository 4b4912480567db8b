"""What the import contracts in pyproject.toml cannot say: no network, nothing inside functions, none of main.py."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources import CODE, PROGRAM, functions, name, python_files, tree

# Where start-up time was measured to need an import inside a function, with the reason.
INSIDE_FUNCTIONS: dict[str, str] = {
    "gui/beside/kin.py: _lineage": "comparing texts takes 0.08 s, and a start shows no trackers beside each other",
    "gui/appendix_acts.py: _made": "printing and drawing take 0.1 s, and a start shows no appendix",
    "gui/compare_acts.py: _made": "comparing texts and charts take half a second, and a start compares nothing",
    "gui/previous_again.py: go": "comparing texts takes 0.08 s, and few trackers have a previous period",
    "gui/what_if_acts.py: _made": "charts take 0.3 s, and a start shows none",
    "gui/years_acts.py: _made": "pandas and charts take a second, and a start analyses nothing",
    "main.py: without_window": "a start with a window begins to read its file before it loads the rest",
    "model/__init__.py: __getattr__": "the same",
    "main.py: run_window": "a command without a window needs no Qt, and must work where Qt cannot be loaded",
    "model/appendix_command.py: _set_previous": "comparing texts takes 0.05 s, and most appendices are of one period",
    "model/check_command.py: _set_previous": "the same, and most trackers are checked by themselves",
    "model/files/appendix_pdf/faces.py: _shown_by": "fonttools takes 0.06 s, and only text in other scripts needs it",
    "model/files/appendix_pdf/writing.py: laid_out": "Typst's compiler is 80 MB, and a start makes no appendix",
    "model/files/council_workbook.py: workbook_bytes": "XlsxWriter takes 0.1 s, and a start exports nothing",
    "model/files/long_table.py: write_parquet": "pyarrow takes 60 MB, and only this form needs it",
    "model/files/long_table.py: _workbook": "as for the council's workbook",
    "model/files/comparison_pdf.py: _laid_out": "as for an appendix",
    "model/files/published_workbook.py: workbook_of": "as for the council's workbook",
    "model/history_command.py: _tell_and_write": "pandas takes 0.5 s, and no other command needs it",
    "model/own_workbook.py: save": "what patches a workbook takes 25 ms, and a start saves nothing",
}

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "telnetlib", "urllib",
    "urllib3", "webbrowser", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets",
}  # fmt: skip


def imports(code: ast.AST) -> Iterator[str]:
    """The modules that a piece of code imports."""
    for node in ast.walk(code):
        match node:
            case ast.Import(names=names):
                yield from (imported.name for imported in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield module
                yield from (f"{module}.{imported.name}" for imported in names)


def reaches_network(code: ast.AST) -> list[str]:
    """The imports through which a program could leave the machine."""
    return [module for module in imports(code) if NETWORK & {module, module.partition(".")[0]}]


def imports_inside_functions(code: ast.AST) -> list[str]:
    """The functions that import something."""
    return [function.name for function in functions(code) if any(imports(function))]


@pytest.mark.parametrize("path", python_files(*PROGRAM), ids=name)
def test_the_program_has_nothing_to_reach_a_network_with(path: Path) -> None:
    assert reaches_network(tree(path)) == []


@pytest.mark.parametrize("path", python_files("model", "gui"), ids=name)
def test_nothing_imports_the_front_door(path: Path) -> None:
    assert "main" not in imports(tree(path))


@pytest.mark.parametrize("path", python_files(*CODE), ids=name)
def test_imports_stand_at_the_top(path: Path) -> None:
    found = [f"{name(path)}: {function}" for function in imports_inside_functions(tree(path))]
    assert [place for place in found if place not in INSIDE_FUNCTIONS] == []


@pytest.mark.parametrize(
    "code", ["import socket", "import urllib.request", "from http import client", "from PySide6 import QtNetwork"]
)
def test_a_way_out_is_seen(code: str) -> None:
    assert reaches_network(ast.parse(code))


def test_an_import_inside_a_function_is_seen() -> None:
    assert imports_inside_functions(ast.parse("def late():\n    import json\n\ndef early(): ...")) == ["late"]
