"""What is said of two trackers that are compared: what each is called, and what to bear in mind."""

from collections.abc import Iterator

from model.year import Year


def names_of(earlier: Year, later: Year) -> tuple[str, str]:
    """Name two trackers by the first of year, period and file in which they differ, and that both have."""
    for before, after in (
        (earlier.year, later.year),
        (earlier.period, later.period),
        (earlier.source, later.source),
    ):
        if before and after and before != after:
            return before, after
    return "the earlier one", "the later one"


def remarks_on(earlier: Year, later: Year) -> tuple[str, ...]:
    """Say what has to be borne in mind when two trackers are compared."""
    return (*_periods(earlier, later), *_ratings(earlier, later))


def _periods(earlier: Year, later: Year) -> Iterator[str]:
    before, after = names_of(earlier, later)
    if not (earlier.year and later.year):
        which = "One of the two does not say its" if earlier.year or later.year else "Neither of the two says its"
        yield f"{which} year, so no total of one is taken from the other's."
    elif earlier.year != later.year:
        if earlier.year > later.year:
            yield f"{before}, shown as the earlier one, is the later year."
        yield f"{before} and {after} are two years: each has its own totals, and none is taken from the other."
    elif earlier.period == later.period:
        told = f", {later.period}: two copies of one period" if later.period else ", and neither says of which period"
        yield f"Both are of {later.year}{told}."


def _ratings(earlier: Year, later: Year) -> Iterator[str]:
    if earlier.scheme == later.scheme:
        return
    before, after = names_of(earlier, later)
    yield (
        f"The ratings of {before} are {_by(earlier)}, those of {after} {_by(later)}: better and worse are told by "
        "their names alone."
    )


def _by(year: Year) -> str:
    return f"by the key of {year.scheme.name}" if year.scheme else "as judged"
