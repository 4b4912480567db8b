"""Web pages read by Python's own parser, for tests to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

WITHOUT_END = ("meta",)


@dataclass
class Part:
    """An element of a page with what stands in it, texts and elements, in order."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list["Part | str"] = field(default_factory=list)

    @property
    def parts(self) -> list["Part"]:
        """The elements that stand directly in it."""
        return [part for part in self.inside if isinstance(part, Part)]

    @property
    def looks(self) -> list[str]:
        """The names of its looks."""
        return (self.attributes.get("class") or "").split()

    def walk(self) -> Iterator["Part"]:
        """It and all within it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def all(self, name: str, look: str = "") -> list["Part"]:
        """All elements of a name within it, of one look where it is given."""
        return [part for part in self.walk() if part.name == name and (not look or look in part.looks)]

    def one(self, name: str, look: str = "") -> "Part":
        """The only element of that name and look."""
        (found,) = self.all(name, look)
        return found

    def text(self, *, seen: bool = False) -> str:
        """All its text; `seen` includes what is only for eyes."""
        if not seen and self.attributes.get("aria-hidden") == "true":
            return ""
        return "".join(part if isinstance(part, str) else part.text(seen=seen) for part in self.inside)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Part("page")
        self.open = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        part = Part(tag, dict(attrs))
        assert len(part.attributes) == len(attrs), f"an attribute of {tag} stands twice"
        self.open[-1].inside.append(part)
        if tag not in WITHOUT_END:
            self.open.append(part)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"{tag} is closed where another is open"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(written: str) -> Part:
    """Read a page; one whose elements are not closed in order fails."""
    reader = _Reader()
    reader.feed(written)
    reader.close()
    assert reader.open == [reader.page]
    return reader.page
