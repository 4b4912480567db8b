"""A tracker as JSON: a contract with other programs, described in docs/scripts.md. Keys are added, never renamed."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from model.entries import show
from model.fields import OTHER
from model.money import plain
from model.rag import Scheme
from model.rating import rating_of
from model.saving import Saving
from model.totals import Totals
from model.tracker import Tracker
from model.year import Finding

Data = Mapping[str, Any]


def as_json(tracker: Tracker) -> str:
    """Write a tracker as JSON; amounts in £000 as numbers to their last digit, a saving negative, blank as null."""
    return json_of(as_data(tracker))


def json_of(told: Data) -> str:
    """Write dictionaries and lists with amounts in them; each amount stays a number to its last digit."""
    return _written(told, "")


def as_data(tracker: Tracker) -> Data:
    """Give a tracker as plain dictionaries and lists, amounts as `Decimal`."""
    year = tracker.year
    return {
        "title": year.title,
        "year": year.year,
        "period": year.period,
        "file": year.source,
        "savings": [_saving(saving, year.scheme) for saving in year],
        "totals": _totals(tracker.totals()),
        "ratings": {name: count for name, count in tracker.totals().ratings.items() if name and count},
        "scheme": _scheme(year.scheme) if year.scheme else None,
        "findings": [_finding(finding) for finding in tracker.findings()],
    }


def _saving(saving: Saving, scheme: Scheme | None) -> Data:
    rating = rating_of(saving, scheme)
    return {
        "reference": saving.reference,
        "title": saving.title,
        "description": saving.description,
        "committee": saving.committee,
        "plan": list(saving.plan),
        "plan_total": saving.plan_total,
        "forecast": list(saving.forecast),
        "forecast_total": saving.forecast_total,
        "variance": saving.variance,
        "percent": saving.percent,
        "rag": rating.name or None,
        "rag_calculated": rating.calculated or None,
        "rag_origin": rating.origin.value,
        "rag_to_review": rating.to_review,
        "override_reason": saving.override_reason,
        "direction": saving.direction.value or None,
        "complete": saving.complete,
        "commentary": saving.commentary,
        "links": saving.links,
        "investment": {
            "budgeted_prior": saving.investment_planned_prior,
            "actual_prior": saving.investment_actual_prior,
            "budgeted": saving.investment_planned,
            "actual": saving.investment_actual,
        },
        "prior_years": {"plan": saving.plan_prior, "achieved": saving.achieved_prior},
        "other": {heading: show(OTHER + heading, value) for heading, value in saving.other.items()},
        "unread": dict(saving.unread),
        "source": {"sheet": saving.place.sheet, "row": saving.place.row},
    }


def _totals(totals: Totals) -> Data:
    return {
        "plan": list(totals.plan),
        "plan_total": totals.plan_total,
        "forecast": list(totals.forecast),
        "forecast_total": totals.forecast_total,
        "variance": totals.variance,
        "investment": {
            "budgeted_prior": totals["investment_planned_prior"],
            "actual_prior": totals["investment_actual_prior"],
            "budgeted": totals["investment_planned"],
            "actual": totals["investment_actual"],
        },
        "prior_years": {"plan": totals["plan_prior"], "achieved": totals["achieved_prior"]},
    }


def _scheme(scheme: Scheme) -> Data:
    return {
        "name": scheme.name,
        "bands": [
            {
                "size": band.words,
                "above": band.above,
                "included": band.included,
                "thresholds": [
                    {"rating": threshold.rating, "percent": threshold.at, "included": threshold.included}
                    for threshold in band.thresholds
                ],
                "rest": band.rest,
            }
            for band in scheme.bands
        ],
        "black": scheme.has_black,
        "blue": scheme.has_blue,
        "sizes": list(scheme.sizes),
        "key": {rating: list(words) for rating, words in scheme.key.items()},
    }


def _finding(finding: Finding) -> Data:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "reference": finding.reference,
        "field": finding.key,
        "message": finding.message,
        "cell": finding.cell,
        "settlements": [settlement.act for settlement in finding.settlements],
    }


def _written(value: object, margin: str) -> str:
    """Write a value; the library's own writer would make a float of a `Decimal`."""
    if isinstance(value, Decimal):
        return plain(value)
    inner = margin + "  "
    if isinstance(value, Mapping):
        pairs = (f"{_written(key, inner)}: {_written(part, inner)}" for key, part in value.items())
        return _block("{}", pairs, margin)
    if isinstance(value, list):
        if not any(isinstance(part, Mapping) for part in value):
            return f"[{', '.join(_written(part, margin) for part in value)}]"
        return _block("[]", (_written(part, inner) for part in value), margin)
    return json.dumps(value, ensure_ascii=False)


def _block(brackets: str, parts: Iterable[str], margin: str) -> str:
    lines = ",\n".join(f"{margin}  {part}" for part in parts)
    return f"{brackets[0]}\n{lines}\n{margin}{brackets[1]}" if lines else brackets
