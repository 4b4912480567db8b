"""Values of a line, and RAG schemes, as JSON that gives back exactly what was written."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from model.rag import Scheme, SizeBand, Threshold
from model.saving import Direction

Json = Any  # what the json module reads and writes


class DamagedLineError(ValueError):
    """JSON that no value stands behind."""


def value_to_json(value: object) -> Json:
    """Write a value: texts, flags and blanks as they are, all else under the name of its kind."""
    match value:
        case Direction():
            return {"direction": value.value}
        case Decimal():
            return {"amount": str(value)}
        case Mapping():
            return {"each": {key: value_to_json(one) for key, one in value.items()}}
        case _:
            return value


def value_from_json(written: Json) -> object:
    """Read a value as it was written.

    Raises:
        DamagedLineError: it was not written by `value_to_json`.
    """
    try:
        return _value(written)
    except (TypeError, ValueError, KeyError, AttributeError, InvalidOperation) as error:
        raise DamagedLineError(str(error)) from error


def _value(written: Json) -> object:
    if not isinstance(written, dict):
        return written
    ((kind, inner),) = written.items()
    match kind:
        case "direction":
            return Direction(inner)
        case "amount":
            return Decimal(inner)
        case "each":
            return MappingProxyType({key: _value(one) for key, one in inner.items()})
    raise DamagedLineError(kind)


def scheme_to_json(scheme: Scheme | None) -> Json:
    """Write a RAG scheme."""
    if scheme is None:
        return None
    return {
        "name": scheme.name,
        "bands": [_band_to_json(band) for band in scheme.bands],
        "key": {rating: list(words) for rating, words in scheme.key.items()},
        "sizes": list(scheme.sizes),
        "has_black": scheme.has_black,
        "has_blue": scheme.has_blue,
    }


def scheme_from_json(written: Json) -> Scheme | None:
    """Read a RAG scheme.

    Raises:
        DamagedLineError: it was not written by `scheme_to_json`.
    """
    try:
        return None if written is None else _scheme(written)
    except (TypeError, ValueError, KeyError, AttributeError, InvalidOperation) as error:
        raise DamagedLineError(str(error)) from error


def _scheme(written: Json) -> Scheme:
    return Scheme(
        name=written["name"],
        bands=tuple(_band(band) for band in written["bands"]),
        key=MappingProxyType({rating: tuple(words) for rating, words in written["key"].items()}),
        sizes=tuple(written["sizes"]),
        has_black=written["has_black"],
        has_blue=written["has_blue"],
    )


def _band_to_json(band: SizeBand) -> Json:
    thresholds = [[threshold.rating, str(threshold.at), threshold.included] for threshold in band.thresholds]
    return [band.words, str(band.above), band.included, thresholds, band.rest]


def _band(written: Json) -> SizeBand:
    words, above, included, thresholds, rest = written
    read = tuple(Threshold(rating, Decimal(at), reached) for rating, at, reached in thresholds)
    return SizeBand(words, Decimal(above), included, read, rest)
