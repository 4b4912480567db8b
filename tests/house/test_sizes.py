"""Files, functions and classes stay small enough to be read at one sitting."""

import ast
from pathlib import Path

import pytest

from sources import CODE, functions, length, name, python_files, tree

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CLASS = 400, 40, 300

# What is longer than it may be, with the reason. Aim to keep this empty.
EXCEPTIONS: dict[str, str] = {}


def too_long(path: str, text: str) -> list[str]:
    """What in a file is longer than it may be."""
    module = ast.parse(text)
    found = [path] if len(text.splitlines()) > LONGEST_FILE else []
    found += [f"{path}: {part.name}" for part in functions(module) if length(part) > LONGEST_FUNCTION]
    classes = (part for part in ast.walk(module) if isinstance(part, ast.ClassDef))
    return found + [f"{path}: {part.name}" for part in classes if length(part) > LONGEST_CLASS]


@pytest.mark.parametrize("path", python_files(*CODE), ids=name)
def test_nothing_is_longer_than_it_may_be(path: Path) -> None:
    found = too_long(name(path), path.read_text(encoding="utf-8"))
    assert [part for part in found if part not in EXCEPTIONS] == []


def test_no_exception_outlives_its_reason() -> None:
    found = [part for path in python_files(*CODE) for part in too_long(name(path), path.read_text("utf-8"))]
    assert sorted(EXCEPTIONS) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = 1\n" * 400, []),
        ("x = 1\n" * 401, ["a.py"]),
        ("def f():\n" + "    x = 1\n" * 39, []),
        ("def f():\n" + "    x = 1\n" * 40, ["a.py: f"]),
        ("class A:\n" + "    x = 1\n" * 300, ["a.py: A"]),
    ],
)
def test_one_line_too_many_is_seen(text: str, found: list[str]) -> None:
    assert too_long("a.py", text) == found


def test_half_of_all_functions_in_the_program_take_twelve_lines_or_fewer() -> None:
    lengths = sorted(length(part) for path in python_files("model", "gui") for part in functions(tree(path)))
    assert lengths[len(lengths) // 2] <= 12
