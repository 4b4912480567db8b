"""Amounts as typed, as shown, and spread over quarters."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import figures
from model.money import (
    LARGEST,
    add_up,
    exact,
    parse_amount,
    plain,
    show_amount,
    show_percent,
    show_pounds,
    spread,
)
from model.refusals import AmountRefused

AMOUNTS = st.decimals(-(10**9), 10**9, allow_nan=False, places=4)
WHOLE = st.integers(-(10**7), 10**7).map(Decimal)
PROFILES = st.lists(st.one_of(st.none(), WHOLE), min_size=4, max_size=4)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("-50", -50),
        ("−50", -50),
        ("–50", -50),
        ("(50)", -50),
        ("( 50 )", -50),
        ("50-", -50),
        ("-50k", -50),
        ("-50K", -50),
        ("£-50k", -50),
        ("-£50k", -50),
        ("- 50", -50),
        ("(£50k)", -50),
        ("-1,400", -1400),
        ("-1,234,567", -1234567),
        ("-0.05m", -50),
        ("1.2m", 1200),
        ("-0.001bn", -1000),
        ("+", None),
        (" 50\u00a0", 50),
        ("\u202f-50", -50),
        ("50", 50),
        ("£50", 50),
        (".5", Decimal("0.5")),
        ("5.", 5),
        ("-12.25", Decimal("-12.25")),
        ("007", 7),
        ("0", 0),
        ("1000000000000", LARGEST),
    ],
)
def test_an_amount_is_read_as_officers_type_it(text: str, amount: int | Decimal | None) -> None:
    if amount is None:
        with pytest.raises(AmountRefused):
            parse_amount(text)
    else:
        assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "\t"])
def test_blank_is_no_amount_and_not_zero(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", ["-0", "(0)", "0-", "−0.00"])
def test_there_is_no_negative_zero(text: str) -> None:
    amount = parse_amount(text)
    assert amount == 0
    assert str(amount).startswith("0")


@pytest.mark.parametrize(
    "text",
    [
        "lots",
        "-",
        "--5",
        "(-5)",
        "-5-",
        "-£-5",
        "(5",
        "5)",
        "1,40",
        "1,4000",
        ",400",
        "14,00,000",
        "1.2.3",
        "1 400",
        "5k5",
        "5kk",
        "50p",
        "50%",
        "$50",
        "€50",
        "1e3",
        "1e999999999",
        "inf",
        "NaN",
        "Infinity",
        "-5k agreed",
        "=1+1",
        "0x10",
        "１２",
        "٣",
        "1_000",
        "1000000000001",
        "999999999bn",
        "0.12345678901234567890",
        "-50\n-60",
    ],
)
def test_what_is_not_one_amount_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(AmountRefused, match="is not an amount"):
        parse_amount(text)


def test_a_refusal_quotes_what_was_typed_and_says_what_to_type() -> None:
    with pytest.raises(AmountRefused, match=r"“lots” is not an amount\. Type thousands of pounds, such as -50"):
        parse_amount("lots")
    with pytest.raises(AmountRefused, match=f"“{'a' * 40}…” is not"):
        parse_amount("a" * 500)


@given(AMOUNTS)
@example(Decimal(-1400))
@example(Decimal("0.0001"))
@example(Decimal("-0.5"))
@example(Decimal("1E+3"))
def test_an_amount_shown_and_typed_again_is_the_same(amount: Decimal) -> None:
    assert parse_amount(show_amount(amount)) == amount
    assert parse_amount(plain(amount)) == amount


@given(st.text(max_size=12))
@example("-1,400")
@example("(50)k")
def test_any_text_is_an_amount_or_blank_or_refused(text: str) -> None:
    try:
        amount = parse_amount(text)
    except AmountRefused:
        return
    assert amount is None or (amount.is_finite() and abs(amount) <= LARGEST)
    assert (amount is None) == (not text.strip())


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (None, ""),
        (Decimal(0), "0"),
        (Decimal("-0"), "0"),
        (Decimal(-1400), "−1,400"),
        (Decimal(1234567), "1,234,567"),
        (Decimal("-12.50"), "−12.5"),
        (Decimal(100), "100"),
        (Decimal("1E+2"), "100"),
    ],
)
def test_an_amount_is_shown_as_the_council_prints_it(amount: Decimal | None, shown: str) -> None:
    assert show_amount(amount) == shown


def test_a_size_in_a_sentence_has_no_sign() -> None:
    assert show_pounds(Decimal(-1500)) == "£1,500k"


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        (None, ""),
        (Decimal("19.065"), "19.07"),
        (Decimal("-19.065"), "−19.07"),
        (Decimal("19.0649999"), "19.06"),
        (Decimal("-0.001"), "0.00"),
        (Decimal("-1905.263"), "−1,905.26"),
        (Decimal(0), "0.00"),
    ],
)
def test_a_percentage_is_shown_to_two_places_half_away_from_zero(percent: Decimal | None, shown: str) -> None:
    assert show_percent(percent) == shown


@pytest.mark.parametrize(
    ("number", "amount"),
    [
        (-1400.0, "-1400"),
        (0.1 + 0.2, "0.3"),
        (19.066666666666666, "19.0666666666667"),
        (-0.0, "0"),
        (1e15, "1000000000000000"),
    ],
)
def test_a_number_of_a_spreadsheet_is_taken_at_the_digits_that_it_keeps(number: float, amount: str) -> None:
    assert str(exact(number)) == amount


def test_blanks_add_up_to_blank_and_are_left_out_beside_figures() -> None:
    assert add_up([None, None]) is None
    assert add_up([]) is None
    assert add_up([None, Decimal(0)]) == 0
    assert add_up([Decimal(-5), None, Decimal(2)]) == -3


@given(AMOUNTS, PROFILES)
@example(Decimal(-49), [Decimal(-12), Decimal(-13), Decimal(-12), Decimal(-13)])
@example(Decimal(-1), [None, None, None, None])
@example(Decimal(7), [Decimal(10), Decimal(-10), Decimal(0), Decimal(0)])
@example(Decimal(100), [Decimal(1000), Decimal(-999), Decimal(0), Decimal(0)])
@example(Decimal("-0.3"), [Decimal(-1)] * 4)
def test_the_parts_of_a_spread_add_up_exactly(total: Decimal, profile: list[Decimal | None]) -> None:
    parts = spread(total, profile)
    assert sum(parts) == total
    assert all(part == int(part) for part in parts[:-1])


@given(WHOLE, PROFILES)
def test_whole_thousands_are_spread_in_whole_thousands(total: Decimal, profile: list[Decimal | None]) -> None:
    assert all(part == int(part) for part in spread(total, profile))


@given(st.lists(st.integers(-(10**6), 0).map(Decimal), min_size=4, max_size=4))
def test_the_plan_itself_is_spread_as_it_is_phased(profile: list[Decimal]) -> None:
    if sum(profile):
        assert list(spread(sum(profile, Decimal(0)), profile)) == profile


@given(WHOLE, st.lists(st.integers(-(10**6), 0).map(Decimal), min_size=4, max_size=4))
def test_no_part_is_a_thousand_away_from_its_share(total: Decimal, profile: list[Decimal]) -> None:
    weight = sum(profile, Decimal(0))
    shares = [total * part / weight if weight else total / 4 for part in profile]
    assert all(abs(part - share) < 1 for part, share in zip(spread(total, profile), shares, strict=True))


@pytest.mark.parametrize(
    ("total", "profile", "parts"),
    [
        (-1215, [-375, -375, -375, -375], [-304, -304, -304, -303]),
        (-100, [-170, 0, 0, 0], [-100, 0, 0, 0]),
        (-10, [None, None, None, None], [-3, -3, -2, -2]),
        (-50, [-12, -13, -12, -13], [-12, -13, -12, -13]),
        (0, [-5, -5, -5, -6], [0, 0, 0, 0]),
        (21, [-5, -5, -5, -6], [5, 5, 5, 6]),
    ],
)
def test_a_total_is_spread_by_the_plan(total: int, profile: list[int | None], parts: list[int]) -> None:
    assert list(spread(Decimal(total), [None if part is None else Decimal(part) for part in profile])) == parts


def test_a_part_of_a_thousand_goes_to_the_last_quarter() -> None:
    assert spread(Decimal("-100.5"), [Decimal(-25)] * 4) == figures(-25, -25, -25, Decimal("-25.5"))
