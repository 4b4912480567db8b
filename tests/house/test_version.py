"""The version is said in two places, and is the same in both."""

import tomllib
from pathlib import Path

from model.version import VERSION


def test_the_program_and_the_project_file_name_one_version() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION
