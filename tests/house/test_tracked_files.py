"""What the project keeps: no addresses of package hosts, no paths of somebody's machine, no stray binaries."""

import re
from pathlib import Path

import pytest

from sources import ROOT, name, tracked_files

# In pieces, so that this file does not name them either.
PACKAGE_HOSTS = [
    "pypi." + "org",
    "pythonhosted." + "org",
    "npmjs." + "org",
    "npmjs." + "com",
    "yarnpkg." + "com",
    "deb.debian." + "org",
    "security.debian." + "org",
    "archive.ubuntu." + "com",
    "crates." + "io",
    "proxy.golang." + "org",
]
SOMEBODYS_PATH = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
BINARIES = {
    ".png": ("docs/", "resources/", "tests/"),
    ".ico": ("resources/",),
    ".xlsx": ("resources/", "tests/data/"),
    ".ods": ("tests/data/",),
    ".xls": ("tests/data/",),
    ".xlsb": ("tests/data/",),
    ".xlsm": ("tests/data/",),
}


def faults(text: str) -> list[str]:
    """What may not stand in a file that everybody gets."""
    return [host for host in PACKAGE_HOSTS if host in text] + SOMEBODYS_PATH.findall(text)


def is_text(path: Path) -> bool:
    """Whether a file can be read as text."""
    try:
        return "\0" not in path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False


def test_no_file_names_a_package_host_or_somebodys_folder() -> None:
    texts = {name(path): path.read_text(encoding="utf-8") for path in tracked_files() if is_text(path)}
    assert {path: faults(text) for path, text in texts.items() if faults(text)} == {}


def test_binary_files_stand_where_they_belong() -> None:
    binaries = [path for path in tracked_files() if path.suffix in BINARIES or not is_text(path)]
    stray = [name(path) for path in binaries if not name(path).startswith(BINARIES.get(path.suffix, ()))]
    assert stray == []


def test_no_kept_file_is_over_a_megabyte() -> None:
    assert [name(path) for path in tracked_files() if path.stat().st_size > 1_000_000] == []


def test_no_lock_file_is_kept() -> None:
    locks = [path for path in tracked_files() if re.search(r"(^|[.-])lock([.-]|$)", path.name)]
    assert [name(path) for path in locks if path.suffix != ".py"] == []


def test_the_project_says_where_its_root_is_nowhere() -> None:
    places = [name(path) for path in tracked_files() if is_text(path) and str(ROOT) in path.read_text("utf-8")]
    assert places == []


@pytest.mark.parametrize("text", ["see https://" + PACKAGE_HOSTS[0] + "/x", "open /" + "home/ann/tracker.xlsx"])
def test_an_address_or_a_path_is_seen(text: str) -> None:
    assert faults(text)
