"""Names are words that a finance officer says; none of those that say nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources import CODE, name, python_files, tree

SAYS_NOTHING = {"df", "obj", "mgr", "handler", "utils", "util", "helpers", "helper", "common", "misc", "manager"}


def words(identifier: str) -> list[str]:
    """The words of a name, in either spelling: `saving_changed`, `SavingChanged`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier).lower().strip("_").split("_")


def names_given(module: ast.AST) -> Iterator[str]:
    """The names that a file gives: to functions, classes, arguments, variables and what it imports anew."""
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef(name=given) | ast.AsyncFunctionDef(name=given) | ast.ClassDef(name=given):
                yield given
            case ast.arg(arg=given) | ast.alias(asname=str(given)):
                yield given
            case ast.Name(id=given, ctx=ast.Store()) | ast.Attribute(attr=given, ctx=ast.Store()):
                yield given


def empty_names(module: ast.AST) -> list[str]:
    """The names that say nothing."""
    return [given for given in names_given(module) if SAYS_NOTHING.intersection(words(given))]


@pytest.mark.parametrize("path", python_files(*CODE), ids=name)
def test_names_say_what_they_mean(path: Path) -> None:
    assert SAYS_NOTHING.isdisjoint(words(path.stem))
    assert empty_names(tree(path)) == []


@pytest.mark.parametrize(
    "code",
    ["df = 1", "self.obj = 1", "def utils(): ...", "class FileHandler: ...", "def f(mgr): ...", "import a as df"],
)
def test_a_name_that_says_nothing_is_seen(code: str) -> None:
    assert empty_names(ast.parse(code))


def test_the_names_of_libraries_may_be_used() -> None:
    assert empty_names(ast.parse("logging.getLogger().addHandler(kept)\nfrom logging import Handler")) == []
