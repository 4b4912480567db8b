"""Reads the trackers of folders one after the other, telling how far it is; what can't be read stops nothing."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from model.comparison.sheets import is_comparison
from model.files.grid import read_grids
from model.files.recognise import recognise
from model.prompts import Stopped
from model.refusals import Refusal
from model.year import Year
from model.years.columns import is_long_table
from model.years.period import Period, financial_year, period_in, year_in_name
from model.years.search import LeftOut, candidates
from model.years.trackers import KnownTracker, Trackers

Progress = Callable[[int, int, str], None]
"""Is told how many files are done, of how many, and the name of the next; of 0 while folders are searched for them."""


class NotOneTracker(Refusal):
    """What was written from several trackers, which are counted already: a long table, a comparison."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"“{path.name}” is {what} and no tracker: it is left out.")


class NoTrackers(Refusal):
    """Folders and files without a tracker; `not_read` says why of each file."""

    def __init__(self, places: Sequence[Path], not_read: Sequence[LeftOut]) -> None:
        self.not_read = tuple(not_read)
        names = ", ".join(f"“{path.name or path}”" for path in places)
        tried = f": none of the {len(not_read):,} files there could be read as one" if len(not_read) > 1 else ""
        why = f"{not_read[0].sentence} " if len(not_read) == 1 else ""
        super().__init__(f"There is no tracker in {names}{tried}. {why}Choose a folder that holds trackers.")


def read_trackers(
    places: Sequence[Path], progress: Progress = lambda *_: None, stopped: Callable[[], bool] = lambda: False
) -> Trackers:
    """Read every tracker in some folders and files; all of this may be done in any thread.

    Args:
        places: folders, which are searched with those inside them, and files.
        progress: called before each folder and each file, and once more at the end.
        stopped: asked as often whether to stop.

    Raises:
        NoTrackers: there is not one.
        Stopped: `stopped` said so.
    """

    def go_on(done: int, of: int, name: str) -> None:
        if stopped():
            raise Stopped
        progress(done, of, name)

    found = candidates(places, lambda folder: go_on(0, 0, folder.name))
    known: list[KnownTracker] = []
    not_read: list[LeftOut] = []
    left_out = [*found.left_out]
    for done, path in enumerate(found.files):
        go_on(done, len(found.files), path.name)
        try:
            known += _trackers_in(path)
        except NotOneTracker as refusal:
            left_out.append(LeftOut(path, str(refusal)))
        except Refusal as refusal:
            not_read.append(LeftOut(path, str(refusal)))
        except Exception as mishap:  # noqa: BLE001 - one file on which the program fails stops none of the others
            not_read.append(LeftOut(path, _fault(path, mishap)))
    progress(len(found.files), len(found.files), "")
    if not known:
        raise NoTrackers(places, [*not_read, *left_out])
    return in_order(known, not_read, left_out)


def in_order(
    known: Sequence[KnownTracker], not_read: Sequence[LeftOut] = (), left_out: Sequence[LeftOut] = ()
) -> Trackers:
    """Put trackers in the order of their years and periods, each under a name of its own."""
    named = sorted(_named(known), key=lambda tracker: tracker.order)
    return Trackers(tuple(named), tuple(not_read), tuple(left_out))


def _trackers_in(path: Path) -> Iterator[KnownTracker]:
    """Read a file's tracker; a workbook with several equally good sheets has a tracker on each."""
    grids = read_grids(path)
    sheets: list[str] = []

    def first(names: Sequence[str]) -> int:
        sheets.extend(names)
        return 0

    contents = [recognise(grids, path.name, first)]
    contents += [recognise(grids, path.name, partial(_take, place)) for place in range(1, len(sheets))]
    if is_long_table(contents[0]):
        raise NotOneTracker(path, "a table of the lines of several trackers")
    if is_comparison(contents[0]):
        raise NotOneTracker(path, "a comparison of two trackers")
    modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    for content in contents:
        name = f"{path.name}, {content.sheet}" if sheets else path.name
        year, period = _year_and_period(content, path)
        yield KnownTracker(name, path, content, year, period, modified)


def _take(place: int, _names: Sequence[str]) -> int:
    return place


def _year_and_period(content: Year, path: Path) -> tuple[str, Period]:
    """Tell them from what the tracker prints, else its sheet's name, its file's, or the folders around it."""
    folders = (year_in_name(folder.name) for folder in path.parents)
    year = content.year or next(filter(None, folders), "")
    printed = replace(period_in(content.period, year), words=content.period)
    found = (printed, *(period_in(name, year) for name in (content.sheet, path.stem)))
    period = next((one for one in found if one.month is not None), printed)
    return year or financial_year(period.began), period


def _named(known: Sequence[KnownTracker]) -> Iterator[KnownTracker]:
    """Give trackers whose names are alike as many of the folders around them as tell them apart."""
    alike: dict[str, set[Path]] = {}
    for tracker in known:
        alike.setdefault(tracker.name, set()).add(tracker.path.absolute().parent)
    for tracker in known:
        folders = _telling_apart(alike[tracker.name], tracker.path.absolute().parent)
        yield replace(tracker, name="/".join((*folders, tracker.name)))


def _telling_apart(folders: Collection[Path], own: Path) -> tuple[str, ...]:
    depth = next(
        n for n in count() if len({folder.parts[len(folder.parts) - n :] for folder in folders}) == len(folders)
    )
    return own.parts[len(own.parts) - depth :]


def _fault(path: Path, mishap: Exception) -> str:
    return f"“{path.name}” could not be read, by a fault of the program ({type(mishap).__name__}): open it by itself."
