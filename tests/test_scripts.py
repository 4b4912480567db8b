"""The examples for scripts do what they say."""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from model.fields import FIELDS, Access
from sources import ROOT

SCRIPTS = ROOT / "docs" / "scripts.md"


def test_the_python_examples_give_what_is_written_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = SCRIPTS.read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(text, {"folder": tmp_path}, "scripts.md", str(SCRIPTS), 0)
    told: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=told.append)
    assert "".join(told) == ""
    assert results.attempted > 20


def commands() -> list[tuple[str, str]]:
    """The commands in the document, each with what it prints."""
    (block,) = re.findall(r"```console\n(.*?)```", SCRIPTS.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"\$ main\.py (.*)\n((?:[^$].*\n)+)", block)


@pytest.mark.parametrize(("command", "printed"), commands())
def test_the_commands_print_what_is_written_under_them(command: str, printed: str, tmp_path: Path) -> None:
    words = shlex.split(re.sub(r"resources/\S+", lambda example: shlex.quote(str(ROOT / example[0])), command))
    assert any(str(ROOT) in word for word in words)
    program = [sys.executable, str(ROOT / "main.py")]
    done = subprocess.run([*program, *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert doctest.OutputChecker().check_output(printed, done.stdout, doctest.ELLIPSIS)
    assert done.stderr == ""


def test_every_field_is_listed_with_whether_it_can_be_edited() -> None:
    paragraph = next(part for part in SCRIPTS.read_text("utf-8").split("\n\n") if part.startswith("The keys of"))
    can, _, only_read = paragraph.partition("can be edited")
    for field in FIELDS:
        if re.search(r"_q[23]$", field.key) or field.key.endswith("_prior"):
            continue
        side = only_read if field.access in {Access.FIXED, Access.DERIVED} else can
        assert f"`{field.key}`" in side
