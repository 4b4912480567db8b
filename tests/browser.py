"""A real browser without a screen, to which the tests of web pages are put."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# What an accessibility checker can tell: the guidelines' levels A and AA up to version 2.2, and what is good practice.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PHONE, TABLET, DESKTOP, WIDE = (320, 640), (820, 1100), (1366, 768), (1920, 1080)


@contextmanager
def a_browser(place: str) -> Iterator[Any]:
    """Start the browser that stands at a place, and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place)
        yield browser
        browser.close()


@contextmanager
def a_window(browser: Any, path: Path, size: tuple[int, int] = DESKTOP, scheme: str = "light") -> Iterator[Any]:
    """Open a file in a window of a size in CSS pixels; whatever it asks for beside itself fails the test."""
    window = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    asked: list[str] = []
    said: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.on("console", lambda message: said.append(message.text))
    window.goto(path.as_uri())
    yield window
    window.close()
    assert asked == [path.as_uri()] * len(asked)
    assert said == []


def faults(window: Any) -> tuple[dict[str, str], Mapping[str, list[str]]]:
    """Give what the accessibility checker finds wrong, and what it could not decide, by rule."""
    found = Axe().run(window, options={"runOnly": {"type": "tag", "values": list(RULES)}}).response
    wrong = {fault["id"]: fault["nodes"][0]["html"] for fault in found["violations"]}
    undecided = {fault["id"]: [node["html"] for node in fault["nodes"]] for fault in found["incomplete"]}
    return wrong, undecided


def beyond(window: Any) -> int:
    """Tell by how many pixels a page is wider than its window."""
    return int(window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
