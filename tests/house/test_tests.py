"""Rules that the tests themselves keep: each can fail, few need a window, none waits."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources import ROOT, Function, functions, name, python_files, tests_in, tree

FILES = python_files("tests")
TESTS = [(path, test) for path in FILES if path.name.startswith("test_") for test in tests_in(tree(path))]

# Calls that fail a test by themselves; so does any function named assert_... or check_....
FAILING_CALLS = {"raises", "warns", "fail", "qtmodeltester", "waitSignal", "waitUntil", "waitExposed"}


def called(node: ast.AST) -> Iterator[str]:
    """The names of the functions that a piece of code calls."""
    for part in ast.walk(node):
        match part:
            case ast.Call(func=ast.Name(id=function)) | ast.Call(func=ast.Attribute(attr=function)):
                yield function


def can_fail(test: Function) -> bool:
    """Whether a test asserts something, or calls what does."""
    if any(isinstance(part, ast.Assert) for part in ast.walk(test)):
        return True
    return any(call in FAILING_CALLS or call.startswith(("assert_", "check_")) for call in called(test)) or (
        "qtmodeltester" in asked_for(test)
    )


def asked_for(function: Function) -> set[str]:
    """The fixtures that a test or a fixture asks for."""
    arguments = function.args
    return {argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}


def fixtures() -> dict[str, set[str]]:
    """Each fixture of the tests, with those that it asks for in turn."""
    return {
        function.name: asked_for(function)
        for path in FILES
        for function in functions(tree(path))
        if any("fixture" in ast.dump(decorator) for decorator in function.decorator_list)
    }


def needs(wanted: str, asked: set[str], known: dict[str, set[str]]) -> bool:
    """Whether what is asked for leads to a fixture, through others too."""
    seen: set[str] = set()
    while asked - seen:
        following = (asked - seen).pop()
        seen.add(following)
        asked = asked | known.get(following, set())
    return wanted in seen


@pytest.mark.parametrize("path", sorted({path for path, _ in TESTS}), ids=name)
def test_every_test_can_fail(path: Path) -> None:
    assert [test.name for where, test in TESTS if where == path and not can_fail(test)] == []


def test_fewer_than_a_quarter_of_the_tests_need_a_window() -> None:
    known = fixtures()
    with_window = [test.name for _, test in TESTS if needs("qtbot", asked_for(test), known)]
    assert len(with_window) * 4 < len(TESTS)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_test_sleeps(path: Path) -> None:
    assert {"sleep", "msleep", "usleep", "qSleep", "qWait"}.isdisjoint(called(tree(path)))


def test_names_of_tests_are_sentences() -> None:
    assert [test.name for _, test in TESTS if len(test.name.split("_")) < 4] == []


def test_no_two_tests_in_a_file_share_a_name() -> None:
    named = [(name(path), test.name) for path, test in TESTS]
    assert sorted(named) == sorted(set(named))


def test_the_folders_of_tests_are_no_packages() -> None:
    assert [name(path) for path in (ROOT / "tests").rglob("__init__.py")] == []


@pytest.mark.parametrize(
    ("code", "fails"),
    [
        ("def test_a():\n    x = 1", False),
        ("def test_a():\n    assert x", True),
        ("def test_a():\n    with pytest.raises(ValueError):\n        f()", True),
        ("def test_a():\n    assert_same(a, b)", True),
        ("def test_a(qtmodeltester):\n    qtmodeltester.check(model)", True),
        ("def test_a():\n    print(1)", False),
    ],
)
def test_a_test_that_cannot_fail_is_seen(code: str, fails: bool) -> None:
    assert [can_fail(test) for test in tests_in(ast.parse(code))] == [fails]


def test_a_window_is_seen_through_the_fixtures_that_lead_to_it() -> None:
    known = {"window": {"session", "qtbot"}, "session": {"prompts"}}
    assert needs("qtbot", {"window"}, known)
    assert not needs("qtbot", {"session"}, known)
