"""Columns of an appendix named in full, for readers to whom no band above them says what they are."""

from collections.abc import Mapping
from types import MappingProxyType

from model.appendix.table import Heading
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS, QUARTERS, Kind

_QUARTER = "quarter "
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "rating": "RAG rating",
        "reference": "Reference",
        "title": "Title",
        "description": "Description",
        "committee": "Committee",
        "investment_planned_prior": "Budgeted investment, prior years",
        "investment_actual_prior": "Actual investment, prior years",
        "investment_planned": "Budgeted investment",
        "investment_actual": "Actual investment",
        "plan_prior": "Planned saving, prior years",
        **{key: f"Planned, {_QUARTER}{number}" for key, number in zip(PLAN_QUARTERS, QUARTERS, strict=True)},
        "plan_total": "Planned saving",
        "achieved_prior": "Saving achieved, prior years",
        **{key: f"Forecast, {_QUARTER}{number}" for key, number in zip(FORECAST_QUARTERS, QUARTERS, strict=True)},
        "forecast_total": "Forecast saving",
        "variance": "Variance from plan",
        "percent": "Variance from plan",
        "complete": "Saving complete",
        "direction": "Direction of travel",
        "commentary": "Commentary",
        "links": "Links with partner organisations",
    }
)
_UNITS: Mapping[str, str] = MappingProxyType({Kind.AMOUNT: "£000", Kind.PERCENT: "%"})
_LABELS: Mapping[str, str] = MappingProxyType(
    {"plan_total": "Planned", "forecast_total": "Forecast", "variance": "Variance", "percent": "Variance %"}
)
FIGURES = tuple(_UNITS)


def full_name(heading: Heading) -> str:
    """Name a column in full, with its unit: `Planned, quarter 1 (£000)`."""
    unit = _UNITS.get(heading.kind)
    name = _NAMES.get(heading.key, heading.words)
    return f"{name} ({unit})" if unit else name


def label(heading: Heading) -> str:
    """Name a column in few words, beside its figure: `Planned Q1`, `Variance %`."""
    if not heading.band:
        return heading.words
    name = _NAMES[heading.key].replace(f", {_QUARTER}", " Q")
    return _LABELS.get(heading.key, name)
