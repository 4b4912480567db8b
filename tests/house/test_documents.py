"""The documents hold together: links lead somewhere, commands are there, each library has its reason."""

import re
import tomllib
from pathlib import Path

import pytest

from sources import ROOT, name, tracked_files

LINK = re.compile(r"\]\(([^)\s]+)\)")


def documents() -> list[Path]:
    """Every Markdown file of the project."""
    return [path for path in tracked_files() if path.suffix == ".md"]


def anchors(text: str) -> set[str]:
    """The places in a document that a link can name: one for each heading."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(document: Path) -> list[str]:
    """The links from a document to files and headings that are not there."""
    broken = []
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        file, _, anchor = link.partition("#")
        target = (document.parent / file) if file else document
        if "://" in link or link.startswith("mailto:"):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)
    return broken


def test_every_link_leads_somewhere() -> None:
    assert {name(path): broken_links(path) for path in documents() if broken_links(path)} == {}


def test_a_link_to_nowhere_is_seen(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text("# A heading\n[x](b.md) [y](#a-heading) [z](#none) [w](https://example.org)", "utf-8")
    assert broken_links(document) == ["b.md", "#none"]


@pytest.mark.parametrize("command", ["run", "test"])
def test_the_readme_has_its_two_commands_on_one_line_each(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- command: {command} -->\n+```\w*\n(.+)\n```", readme)
    assert found is not None
    assert "uv run" in found[1]


def test_every_library_has_bounds_and_a_reason_in_the_decisions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    reasons = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [need for need in wanted if not re.fullmatch(r"[\w-]+>=[\d.]+,<[\d.]+", need)] == []
    assert [need for need in wanted if need.split(">")[0].lower() not in reasons.lower()] == []


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (?:\[)?(\d[\d.]*)", changes, flags=re.MULTILINE)[0] == project["version"]
