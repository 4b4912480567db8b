"""The words of a RAG key: each gives the thresholds that it says, or is refused; nothing is guessed."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from builders import A_SCHEME
from model.rag import Scheme, calculate
from model.rag_key import KeyNotRead, built_in_schemes, scheme_from_key
from model.rag_key.words import percent_span, size_span

OPEN = None


def edges(text: str, *, size: bool = False) -> tuple[object, ...] | None:
    span = size_span(text) if size else percent_span(text)
    return (span.low, span.low_included, span.high, span.high_included) if span else None


@pytest.mark.parametrize(
    ("text", "low", "included"),
    [
        ("% variance more than 19%", 19, False),
        ("Under-achieving by more than 10%", 10, False),
        ("more than 10% under target", 10, False),
        ("Saving not achieved by more than 10%", 10, False),
        ("Shortfall greater than 10%", 10, False),
        ("Variance exceeds 20%", 20, False),
        ("> 10 %", 10, False),
        (">10%", 10, False),
        ("less than 80% delivered", 20, False),
        ("below 80% achieved", 20, False),
        ("10% or more short", 10, True),
        ("Variance of 15% and over", 15, True),
        ("at least 20% below plan", 20, True),
        ("20%+", 20, True),
        ("≥ 12.5%", Decimal("12.5"), True),
        (">=10 per cent", 10, True),
    ],
)
def test_words_with_a_lower_end(text: str, low: object, included: bool) -> None:
    assert edges(text) == (low, included, OPEN, False)


@pytest.mark.parametrize(
    ("text", "high", "included"),
    [
        ("% variance less than 14%", 14, False),
        ("< 5%", 5, False),
        ("5% or less", 5, True),
        ("Underachieving by up to 5%", 5, True),
        ("within 5% of plan", 5, True),
        ("No more than 5% variance", 5, True),
        ("achieving 95% or more", 5, True),
        ("Forecast to achieve at least 90% of saving", 10, True),
        ("On target", 0, True),
        ("on track", 0, True),
        ("Fully achieved", 0, True),
        ("No variance", 0, True),
    ],
)
def test_words_with_an_upper_end(text: str, high: object, included: bool) -> None:
    assert edges(text) == (OPEN, False, high, included)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Underachieving by 14% to 19%", (14, True, 19, True)),
        ("between 5% and 10%", (5, True, 10, True)),
        ("5% – 10%", (5, True, 10, True)),
        ("5-10%", (5, True, 10, True)),
        ("80% to 95% achieved", (5, True, 20, True)),
        ("more than 10% but less than 20%", (10, False, 20, False)),
        ("over 5% and up to 10%", (5, False, 10, True)),
        ("10% to less than 20%", (10, True, 20, False)),
        ("less than 20% but at least 10%", (10, True, 20, False)),
        ("14% ≤ variance < 19%", (14, True, 19, False)),
        ("14% < variance ≤ 19%", (14, False, 19, True)),
        ("100% achieved", (0, True, 0, True)),
        ("0%", (0, True, 0, True)),
    ],
)
def test_words_with_two_ends(text: str, found: tuple[object, ...]) -> None:
    assert edges(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("low risk", "within 2 months", "5 to 10", "10%", "10% 20%", "above plan by 5% or lower", "risk of 10%"),
        *("more than plan", "-10%", "10% < variance > 5%", "", "delayed by 3 months, 10% or more"),
    ],
)
def test_words_that_give_no_rule(text: str) -> None:
    assert percent_span(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Over £500k", (500, False, OPEN, False)),
        ("100-500k", (100, True, 500, True)),
        ("Below 100k", (OPEN, False, 100, False)),
        ("£500k and over", (500, True, OPEN, False)),
        ("£500k+", (500, True, OPEN, False)),
        ("Up to £100k", (OPEN, False, 100, True)),
        ("500k or less", (OPEN, False, 500, True)),
        ("> £1,000k", (1000, False, OPEN, False)),
        ("£500,000 and above", (500, True, OPEN, False)),
        ("£100,000 - £500,000", (100, True, 500, True)),
        ("Over 500", (500, False, OPEN, False)),
        ("£0.5-1m", (500, True, 1000, True)),
        ("£100k to £1m", (100, True, 1000, True)),
        ("more than £2 million", (2000, False, OPEN, False)),
        ("Savings over £1bn", (1_000_000, False, OPEN, False)),
        ("All savings", None),
        ("Large", None),
    ],
)
def test_sizes_of_saving(text: str, found: tuple[object, ...] | None) -> None:
    assert edges(text, size=True) == found


def a_key(*rules: str, sizes: Sequence[str] = (), **more: str) -> Scheme:
    """Give the scheme of a key of one column, from Red to Green."""
    ratings = {**more, **dict(zip(("Red", "Amber", "Green")[-len(rules) :], rules, strict=True))}
    return scheme_from_key("2020-21", sizes, {rating: (words,) for rating, words in ratings.items()})


def test_the_built_in_key_is_that_of_2020_21() -> None:
    (built_in,) = built_in_schemes()
    assert built_in.bands[0] == A_SCHEME.bands[0]
    assert {(band.thresholds, band.rest) for band in built_in.bands[1:]} == {(A_SCHEME.bands[1].thresholds, "Green")}
    assert (built_in.name, built_in.has_black, built_in.has_blue) == ("2020-21", True, True)
    assert built_in.key["Amber"] == ("Underachieving by 14% to 19%", *["% variance more than 19%"] * 2)


@pytest.mark.parametrize(
    ("rules", "thresholds"),
    [
        (("more than 19%", "14% to 19%", "less than 14%"), [(19, False), (14, True)]),
        (("more than 19%", "less than 19%"), [(19, True)]),
        (("19% or more", "10% to 19%", "under 10%"), [(19, True), (10, True)]),
        (("over 10%", "5% - 10%", "up to 5%"), [(10, False), (5, True)]),
        (("more than 10%", "up to 10%", "on target"), [(10, False), (0, False)]),
        (("20% or more", "10% to 19%", "less than 10%"), [(19, False), (10, True)]),
        (("less than 80% achieved", "80% to 95% achieved", "more than 95% achieved"), [(20, False), (5, True)]),
        (("at least 15%", "5% or more", "less than 5%"), [(15, True), (5, True)]),
        (("over 15%", "more than 5%", "on track"), [(15, False), (0, False)]),
        (("at least 15%", "5% or more", "-"), [(15, True)]),
    ],
)
def test_a_rating_begins_where_the_next_better_one_ends(
    rules: tuple[str, ...], thresholds: list[tuple[int, bool]]
) -> None:
    (band,) = a_key(*rules).bands
    found: list[object] = [(threshold.at, threshold.included) for threshold in band.thresholds]
    assert found == thresholds


def test_the_best_rating_used_is_the_one_below_all_thresholds() -> None:
    (band,) = a_key("at least 15%", "5% or more", "-").bands
    assert [threshold.rating for threshold in band.thresholds] == ["Red"]
    assert band.rest == "Amber"


@pytest.mark.parametrize(
    "rules",
    [
        ("more than 5%", "10% to 20%", "less than 10%"),
        ("more than 20%", "5% to 30%", "less than 5%"),
        ("up to 20%", "more than 5%", "-"),
        ("high", "medium", "low"),
        ("-", "-", "-"),
        ("more than 30%", "less than 10%", "less than 20%"),
    ],
)
def test_words_that_contradict_each_other_are_refused(rules: tuple[str, ...]) -> None:
    with pytest.raises(KeyNotRead, match="give no rule that the program can follow"):
        a_key(*rules)


def test_black_and_blue_are_used_where_the_key_prints_them() -> None:
    plain = a_key("more than 10%", "less than 10%")
    assert (plain.has_black, plain.has_blue) == (False, False)
    full = a_key("more than 10%", "less than 10%", Black="100% non-achieving", Blue="Over-achieving")
    assert (full.has_black, full.has_blue) == (True, True)
    unused = a_key("more than 10%", "less than 10%", Black="-", Blue="n/a")
    assert (unused.has_black, unused.has_blue) == (False, False)


@pytest.mark.parametrize("more", [{"Blue": "Complete"}, {"Black": "Not yet started"}])
def test_black_or_blue_in_another_meaning_is_refused(more: dict[str, str]) -> None:
    with pytest.raises(KeyNotRead):
        a_key("more than 10%", "less than 10%", **more)


def test_sizes_in_any_order_become_bands_from_the_largest() -> None:
    scheme = scheme_from_key(
        "S",
        ("Below £100k", "Over £250k", "100-250k"),
        {
            "Green": ("less than 30%", "less than 10%", "less than 20%"),
            "Red": ("more than 30%", "over 10%", "over 20%"),
        },
    )
    assert [band.words for band in scheme.bands] == ["Over £250k", "100-250k", "Below £100k"]
    assert [band.above for band in scheme.bands] == [250, 100, 0]
    assert [band.included for band in scheme.bands] == [False, True, True]
    assert scheme.sizes == ("Below £100k", "Over £250k", "100-250k")
    assert list(scheme.key) == ["Green", "Red"]


@pytest.mark.parametrize(
    ("sizes", "edge"),
    [
        (("Over £500k", "£500k and under"), (500, False)),
        (("£500k and over", "Below £500k"), (500, True)),
        (("Large savings over 500", "Up to 500"), None),
        (("£500k or less", "Under £100k"), (100, True)),
    ],
)
def test_sizes_meet_where_their_words_say(sizes: tuple[str, str], edge: tuple[int, bool] | None) -> None:
    ratings = {"Red": ("over 10%", "over 20%"), "Green": ("under 10%", "under 20%")}
    if edge is None:
        with pytest.raises(KeyNotRead, match="sizes of saving"):
            scheme_from_key("S", sizes, ratings)
        return
    found: list[object] = [(band.above, band.included) for band in scheme_from_key("S", sizes, ratings).bands]
    assert found == [edge, (0, True)]


def test_a_single_column_holds_every_size() -> None:
    assert a_key("over 10%", "under 10%", sizes=["All savings"]).bands[0].holds(Decimal(0))
    with pytest.raises(KeyNotRead):
        scheme_from_key("S", ("Large", "Small"), {"Green": ("under 10%", "under 20%")})


@pytest.mark.parametrize(
    ("forecast", "rating"), [(-901, "Green"), (-900, "Amber"), (-851, "Amber"), (-850, "Amber"), (-849, "Red")]
)
def test_other_thresholds_rate_by_their_own(forecast: int, rating: str) -> None:
    scheme = a_key("% variance more than 15%", "Underachieving by 10% to 15%", "% variance less than 10%")
    assert calculate(Decimal(-1000), Decimal(forecast), scheme) == rating


def test_a_refused_key_quotes_its_words() -> None:
    with pytest.raises(KeyNotRead) as refusal:
        a_key("at serious risk", "at risk", "fine")
    assert str(refusal.value).startswith("The RAG key's words for Red, “at serious risk”, give no rule")
