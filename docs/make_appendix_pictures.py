"""Makes the pictures of the committee appendix from the examples: `uv run python -m docs.make_appendix_pictures`."""

from datetime import date
from pathlib import Path

from model.appendix import Choice, Paper, make_appendix
from model.files.appendix_pdf import compiler_for
from model.files.reading import read_year
from model.resources import RESOURCES

FOLDER = Path(__file__).parent
DAY = date(2026, 11, 21)
# Picture, tracker, choice, page from 0, dots an inch.
PICTURES = (
    ("appendix", "2017-18", Choice(("Adults",)), 0, 84),
    ("appendix-council", "2020-21", Choice(), 0, 84),
    ("appendix-large-print", "2017-18", Choice(("Adults",), paper=Paper.LARGE_PRINT), 1, 60),
)


def main() -> None:
    """Write each picture beside this file."""
    for name, tracker, choice, page, dots in PICTURES:
        year = read_year(RESOURCES / "examples" / f"savings-tracker-{tracker}.xlsx")
        pages = compiler_for(make_appendix(year, choice, on=DAY)).compile(format="png", ppi=dots)
        (FOLDER / f"{name}.png").write_bytes(pages[page])
        print(f"{name}.png")


if __name__ == "__main__":
    main()
