"""The bands printed over columns: where they stand, or by their words where they have slipped out of their columns."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from model.fields import FIELD, Band
from model.files.recognise.columns import Heading, bands_stand
from model.files.recognise.headings import band_of


def bands_over(headings: Sequence[Heading], taken: Mapping[int, str], printed: Sequence[str]) -> dict[int, str]:
    """Give the band over each column that has one, by the column's place.

    Args:
        taken: the field of each known column, by its place.
        printed: the bands in their order.
    """
    groups = {place: band for place, key in sorted(taken.items()) if (band := FIELD[key].band) is not None}
    return _by_place(headings, groups) if bands_stand(headings) else _by_words(printed, groups)


def _by_place(headings: Sequence[Heading], groups: Mapping[int, Band]) -> dict[int, str]:
    """Let each band reach to the last column of figures before the next band."""
    bands: dict[int, str] = {}
    for start, run in groupby(headings, lambda heading: heading.band_place):
        places = [heading.place for heading in run]
        last = max((place for place in places if place in groups), default=start)
        bands |= {place: _text(headings, place) for place in places if place <= last}
    return bands


def _text(headings: Sequence[Heading], place: int) -> str:
    return next(heading.band for heading in headings if heading.place == place)


def _by_words(printed: Sequence[str], groups: Mapping[int, Band]) -> dict[int, str]:
    """Give each run of columns of one group the next band whose words name that group."""
    waiting = {group: [band for band in printed if band_of(band) is group] for group in Band}
    bands: dict[int, str] = {}
    for group, run in groupby(groups, groups.__getitem__):
        named = waiting[group]
        if named:
            bands |= dict.fromkeys(run, named.pop(0) if len(named) > 1 else named[0])
    return bands
