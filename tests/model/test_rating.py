"""The rating that a line shows, and where it comes from."""

from decimal import Decimal

import pytest

from builders import A_SCHEME, a_saving
from model.rating import Origin, Rating, clean_rating, rating_of


@pytest.mark.parametrize(("text", "clean"), [(None, ""), ("", ""), ("0", ""), (" 0 ", ""), (" Red ", "Red")])
def test_zero_and_blank_are_no_rating(text: str | None, clean: str) -> None:
    assert clean_rating(text) == clean


def test_a_printed_rating_stands_beside_what_the_scheme_makes_of_it() -> None:
    saving = a_saving(rating_printed="Red")
    assert rating_of(saving, A_SCHEME) == Rating("Red", Origin.PRINTED, "Green")
    assert not rating_of(saving, A_SCHEME).follows
    assert rating_of(saving.but(rating_printed="Green"), A_SCHEME).follows


def test_a_rating_that_is_not_printed_is_calculated() -> None:
    saving = a_saving(forecast=(0, 0, 0, 0))
    assert rating_of(saving, A_SCHEME) == Rating("Black", Origin.CALCULATED, "Black")


def test_without_a_scheme_a_rating_is_judged() -> None:
    saving = a_saving(rating_printed="Amber", to_review=True)
    assert rating_of(saving, None) == Rating("Amber", Origin.JUDGED, None, to_review=True)
    assert rating_of(saving, None).follows
    assert rating_of(a_saving(), None) == Rating("", Origin.JUDGED, None)


def test_an_override_stands_above_all_others() -> None:
    saving = a_saving(rating_printed="Amber", override="Green", override_reason="Paid in May")
    assert rating_of(saving, A_SCHEME) == Rating("Green", Origin.OVERRIDDEN, "Green")
    assert rating_of(saving.but(plan_q1=Decimal(-1000)), A_SCHEME).name == "Green"
