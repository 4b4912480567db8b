"""Which column holds which field: headings, the bands over them and what stands under them, weighed together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from model.entries import COMPLETE, DIRECTIONS
from model.fields import FIELD, Kind
from model.files.grid import Cell
from model.files.recognise.cells import amount_in, is_blank, share, show_cell
from model.files.recognise.headings import Offer, Words, band_of, offers_of, opening_offers, quarter_of, words_of
from model.rag import RATINGS

Sample = Callable[[int], Sequence[Cell]]

_OTHER_YEAR = 10
_CHOICES = {
    Kind.RATING: {rating.casefold() for rating in RATINGS},
    Kind.COMPLETE: set(COMPLETE),
    Kind.DIRECTION: set(DIRECTIONS),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column as printed.

    Attributes:
        band: the band that stands over it or, with cells merged, to the left of there.
        band_place: where that band stands; -1 without a band.
        other_year: whether it speaks of another year than the tracker's.
    """

    place: int
    text: str
    band: str = ""
    band_place: int = -1
    other_year: bool = False

    @property
    def words(self) -> Words:
        """The heading's words in our spelling."""
        return words_of(self.text)

    @property
    def alone(self) -> tuple[Offer, ...]:
        """The fields that the heading may name by itself."""
        return offers_of(self.words)

    @property
    def under_band(self) -> tuple[Offer, ...]:
        """The fields that the heading may name together with its band."""
        joined = bool(self.band) and (not self.alone or any(_is_figure(offer) for offer in self.alone))
        return offers_of(self.words | words_of(self.band)) if joined else ()

    @property
    def contradicts_band(self) -> bool:
        """Whether heading and band can't both be true, as where bands have slipped out of their columns."""
        if self.under_band or not self.alone or not self.band:
            return False
        group = FIELD[self.alone[0].key].band
        return group is not None and band_of(self.band) not in (None, group)


def bands_stand(headings: Sequence[Heading]) -> bool:
    """Tell whether the bands stand over their columns."""
    return not any(heading.contradicts_band for heading in headings)


def assign(headings: Sequence[Heading], sample: Sample) -> dict[int, str]:
    """Give the field of each column that is known, by the column's place."""
    trusted = bands_stand(headings)
    bids = sorted(
        (offer.rank + _OTHER_YEAR * heading.other_year, heading.place, offer.key)
        for heading in headings
        for offer in _fitting(_offers(heading, trusted=trusted), sample, heading.place)
    )
    taken: dict[int, str] = {}
    for _rank, place, key in bids:
        if place not in taken and key not in taken.values():
            taken[place] = key
    return taken | _bare(headings, taken)


def _offers(heading: Heading, *, trusted: bool) -> tuple[Offer, ...]:
    together = heading.under_band if trusted else ()
    if trusted and quarter_of(words_of(heading.band)) and not together:
        return tuple(offer for offer in heading.alone if not _is_figure(offer))
    return together or heading.alone or opening_offers(heading.text)


def _is_figure(offer: Offer) -> bool:
    return FIELD[offer.key].kind in (Kind.AMOUNT, Kind.PERCENT)


def _fitting(offers: Sequence[Offer], sample: Sample, place: int) -> Sequence[Offer]:
    """Leave out, where a heading may mean several kinds of field, those that the cells under it contradict."""
    if len({_kind(offer) for offer in offers}) < 2:  # noqa: PLR2004 - one kind leaves nothing to weigh
        return offers
    cells = [cell for cell in sample(place) if not is_blank(cell)]
    return [offer for offer in offers if _fits(_kind(offer), cells)]


def _kind(offer: Offer) -> Kind:
    kind = FIELD[offer.key].kind
    return Kind.TEXT if kind in (Kind.TITLE, Kind.REFERENCE) else kind


def _fits(kind: Kind, cells: Sequence[Cell]) -> bool:
    half = 0.5
    if kind in _CHOICES:
        return share(show_cell(cell).strip().casefold() in _CHOICES[kind] for cell in cells) >= half
    numbers = share(amount_in(cell) is not None for cell in cells)
    return numbers >= half if kind is not Kind.TEXT else not cells or numbers < half


def _bare(headings: Sequence[Heading], taken: Mapping[int, str]) -> dict[int, str]:
    """Place quarters that are headed Q1 to Q4 and no more, and the totals beside them."""
    found: dict[int, str] = {}
    sides = _sides(headings, taken)
    for heading in headings:
        named = _bare_name(heading) if heading.place not in taken else ""
        used = {*taken.values(), *found.values()}
        if named == "total":
            sides_of_total = [key.split("_")[0] for key in list(found.values())[-1:]]
        else:
            sides_of_total = [side for side in sides if named and f"{side}_{named}" not in used]
        if sides_of_total and f"{sides_of_total[0]}_{named}" not in used:
            found[heading.place] = f"{sides_of_total[0]}_{named}"
    return found


def _bare_name(heading: Heading) -> str:
    """Give the q1 to q4 or total that is all a heading says; blank where it says anything else."""
    words = heading.words - {"saving", "phasing", "year"}
    return next(iter(words)) if len(words) == 1 and (quarter_of(words) or words == {"total"}) else ""


def _sides(headings: Sequence[Heading], taken: Mapping[int, str]) -> tuple[str, ...]:
    """Tell whose bare quarters come first: the plan's, unless they stand once and after the plan's total."""
    first = [heading.place for heading in headings if _bare_name(heading) == "q1"]
    total = next((place for place, key in taken.items() if key == "plan_total"), None)
    return ("forecast", "plan") if len(first) == 1 and total is not None and total < first[0] else ("plan", "forecast")
