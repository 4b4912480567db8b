"""The project's own files as the house rules read them: tracked files, Python sources, their syntax trees."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ("main.py", "model", "gui")
CODE = (*PROGRAM, "tests", "benchmarks", "docs")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git keeps; a test that needs them is skipped in a copy without git."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this copy of the project is not kept by git")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def python_files(*places: str) -> list[Path]:
    """The Python files in some places of the project, by path from its root."""
    found: list[Path] = []
    for place in places:
        path = ROOT / place
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.exists()
    return found


def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    """A file's path from the project's root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def functions(module: ast.AST) -> Iterator[Function]:
    """Every function and method in a piece of code, inner ones too."""
    for node in ast.walk(module):
        if isinstance(node, Function):
            yield node


def tests_in(module: ast.AST) -> Iterator[Function]:
    """The tests in a file."""
    return (function for function in functions(module) if function.name.startswith("test_"))


def length(node: Function | ast.ClassDef) -> int:
    """The lines that a function or a class takes, its docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
