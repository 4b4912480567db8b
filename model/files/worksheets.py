"""The worksheets of a workbook's bytes by python-calamine: called directly, or run as a process of its own.

As a process it reads the workbook from its input and writes pickles to its output: for each worksheet its name and
whether it is hidden, then its rows in batches, then None; after all worksheets, a closing word.
It takes no more memory than it is allowed, and whatever python-calamine does, only this process ends.
Nothing of the program is imported here: each import would be paid for at every start.
"""

import io
import pickle
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import BinaryIO, NamedTuple

import python_calamine

try:
    import resource
except ImportError:  # pragma: no cover - Windows, which has no such limits
    resource = None  # type: ignore[assignment]

Value = str | int | float | bool | date | datetime | time | timedelta

READ, PASSWORD, DAMAGED, TOO_MUCH = "read", "password", "damaged", "too much"

# 10,000 lines by 60 columns with 40 MB of text take 280 MB; together with the program it stays under 500 MB.
MOST_MEMORY = 352 * 1024 * 1024
# A cell of the rectangle takes 32 bytes while its sheet is read and 8 from then on, and its value some 50 more.
MOST_CELLS = 4_000_000
# What the reading process is sent back, from which the program builds cells of at most four times that.
LARGEST_ANSWER = 96 * 1024 * 1024
BATCH = 1000


class Worksheet(NamedTuple):
    """One worksheet: `rows[r][c]` is the cell in row `r + 1`, column `c`."""

    name: str
    hidden: bool
    rows: list[list[Value]]


def read_worksheets(data: bytes) -> Iterator[Worksheet]:
    """Read the worksheets in the workbook's order, hidden ones too, charts and macro sheets not.

    Raises:
        python_calamine.CalamineError: The bytes are no workbook, or a broken or protected one.
        MemoryError: There are more cells than `MOST_CELLS` in all.
    """
    cells = 0
    with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
        for about in workbook.sheets_metadata:
            if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            last_row, last_column = sheet.end or (0, 0)
            cells += (last_row + 1) * (last_column + 1)
            if cells > MOST_CELLS:
                raise MemoryError
            hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
            yield Worksheet(about.name, hidden, sheet.to_python(skip_empty_area=False))


def answer(data: bytes, output: BinaryIO) -> None:
    """Write the worksheets and the closing word to `output`, as pickles."""
    try:
        _write_worksheets(data, output)
        closing = READ
    except python_calamine.PasswordError:
        closing = PASSWORD
    except MemoryError:
        closing = TOO_MUCH
    except BaseException as broken:  # noqa: BLE001 - a panic inside python-calamine is not an Exception
        closing = TOO_MUCH if "limit exceeded" in str(broken) else DAMAGED
    pickle.dump(closing, output)


def _write_worksheets(data: bytes, output: BinaryIO) -> None:
    written = 0
    for sheet in read_worksheets(data):
        pickle.dump((sheet.name, sheet.hidden), output)
        for first in range(0, len(sheet.rows), BATCH):
            batch = pickle.dumps(sheet.rows[first : first + BATCH])
            written += len(batch)
            if written > LARGEST_ANSWER:
                raise MemoryError
            output.write(batch)
        pickle.dump(None, output)


def limit_memory() -> None:
    """Let the system refuse this process more than `MOST_MEMORY`; it leaves no memory dump when it then ends."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        allowed = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit_memory()
    answer(sys.stdin.buffer.read(), sys.stdout.buffer)
