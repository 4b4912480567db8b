"""Makes the example workbooks from their texts: `uv run python -m resources.examples.make_examples`."""  # noqa: INP001

from datetime import UTC, datetime
from pathlib import Path

from model.files.council_workbook import write_workbook
from model.files.reading import read_year

HERE = Path(__file__).resolve().parent
# So that the same texts give the same bytes.
CREATED = datetime(2020, 7, 1, tzinfo=UTC)


def make_examples(folder: Path = HERE) -> list[Path]:
    """Write a workbook into a folder for each of our texts."""
    texts = sorted((HERE / "source").glob("*.txt"))
    return [write_workbook(read_year(text), folder / f"{text.stem}.xlsx", CREATED).path for text in texts]


if __name__ == "__main__":
    make_examples()
