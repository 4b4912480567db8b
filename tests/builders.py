"""Savings and years for tests, with only what a test speaks of."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from model.fields import FIELDS, FORECAST_QUARTERS, PLAN_QUARTERS
from model.rag import Scheme
from model.saving import Saving
from model.year import Column, Year

Amounts = Sequence[int | str | Decimal | None]


def amounts(figures: Amounts) -> list[Decimal | None]:
    """Give figures in £000 as the program holds them."""
    return [None if figure is None else Decimal(figure) for figure in figures]


def a_saving(
    reference: str = "A/R.6.001",
    plan: Amounts = (-25,) * 4,
    forecast: Amounts = (-25,) * 4,
    **more: Any,  # noqa: ANN401
) -> Saving:
    """Give a saving by its quarters in £000; everything else by the names of `Saving`."""
    quarters = dict(zip(PLAN_QUARTERS + FORECAST_QUARTERS, amounts([*plan, *forecast]), strict=True))
    return Saving(line=0, reference=reference, title="A saving").but(**quarters, **more)


def a_year(*savings: Saving, scheme: Scheme | None = None, **more: Any) -> Year:
    """Give a year of some savings, numbered in their order, under a layout of all fields."""
    layout = tuple(Column(field.key, field.heading, field.band or "") for field in FIELDS)
    lines = tuple(saving.but(line=line) for line, saving in enumerate(savings))
    return replace(Year(title="Savings Tracker", layout=layout, scheme=scheme, savings=lines), **more)
