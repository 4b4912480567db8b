"""What an appendix says, on the two trackers: figures, words, whose savings, what has moved."""

from datetime import date
from decimal import Decimal

import pytest

from builders import A_SCHEME, a_saving, a_year, figures
from council_trackers import council_tracker
from model.appendix import Appendix, Assignment, Choice, Lines, make_appendix, preflight
from model.appendix.previous import why_not_earlier
from model.appendix.refused import NoSuchCommittee
from model.appendix.summary_data import summary_data
from model.year import Year

TODAY = date(2026, 11, 21)


def appendix(year: str, *committees: str) -> Appendix:
    """An appendix of one of the two trackers."""
    return make_appendix(council_tracker(year), Choice(committees), on=TODAY)


@pytest.mark.parametrize(
    ("committees", "savings", "amounts", "ratings"),
    [
        (("Adults",), 34, (-12585, -10144, 2441), {"Red": 12, "Amber": 1, "Green": 21}),
        (("C&YP",), 34, (-8053, -6612, 1441), {"Red": 12, "Amber": 1, "Green": 20, "Not rated": 1}),
        ((), 67, (-20538, -16656, 3882), {"Red": 24, "Amber": 2, "Green": 40, "Not rated": 1}),
        (("C&YP", "Adults"), 67, (-20538, -16656, 3882), {"Red": 24, "Amber": 2, "Green": 40, "Not rated": 1}),
    ],
)
def test_the_summary_has_the_committees_figures(
    committees: tuple[str, ...], savings: int, amounts: tuple[int, ...], ratings: dict[str, int]
) -> None:
    summary = appendix("2017-18", *committees).summary
    assert (summary.count, summary.planned, summary.forecast_total, summary.variance) == (savings, *figures(*amounts))
    assert {rating.name: rating.count for rating in summary.ratings} == ratings


def test_the_summary_names_the_largest_shortfalls_and_how_much_is_delivered() -> None:
    summary = appendix("2017-18", "Adults").summary
    assert [(short.reference, short.variance) for short in summary.shortfalls] == [
        ("A/R.6.125", Decimal(588)),
        ("A/R.6.132", Decimal(442)),
        ("A/R.6.101", Decimal(395)),
    ]
    assert (summary.short, summary.complete) == (13, 7)
    assert summary.delivered is not None
    assert round(summary.delivered, 1) == Decimal("80.6")
    assert summary.plan == figures(-7749, -2120, -1667, -1049)
    assert summary.forecast == figures(-3941, -2123, -3085, -995)


def test_the_ratings_are_counted_from_the_worst_with_their_plans() -> None:
    ratings = appendix("2020-21").summary.ratings
    assert [(rating.name, rating.count, rating.plan) for rating in ratings] == [
        ("Black", 2, Decimal(-120)),
        ("Red", 3, Decimal(-5800)),
        ("Amber", 4, Decimal(-920)),
        ("Green", 31, Decimal(-9089)),
    ]


@pytest.mark.parametrize(
    ("year", "committees", "title"),
    [
        ("2017-18", ("Adults",), "Savings tracker 2017-18: Adults Committee"),
        ("2017-18", ("adults",), "Savings tracker 2017-18: Adults Committee"),
        ("2017-18", ("Adults", "C&YP"), "Savings tracker 2017-18: Adults and C&YP Committees"),
        ("2017-18", (), "Savings tracker 2017-18: All committees"),
        ("2020-21", (), "Savings tracker 2020-21"),
    ],
)
def test_the_title_names_the_year_and_the_committees(year: str, committees: tuple[str, ...], title: str) -> None:
    assert appendix(year, *committees).title == title


def test_a_committee_that_is_called_one_is_not_called_one_twice() -> None:
    year = a_year(a_saving(committee="Health Committee"), title="Tracker")
    assert make_appendix(year, Choice(("Health Committee",))).title == "Tracker: Health Committee"


def test_period_appendix_number_council_source_and_day_are_said() -> None:
    year = council_tracker("2017-18")
    said = make_appendix(
        a_year(*year.savings, title=year.title, period=year.period, source="a.xlsx"), Choice(), on=TODAY
    )
    assert said.under == "As at October 2017 · Appendix 3"
    assert said.source == "From a.xlsx, 21 November 2026"
    named = make_appendix(year, Choice(council="A Council", appendix="Appendix B"), on=TODAY)
    assert named.under == "A Council · As at October 2017 · Appendix B"
    assert named.source == "21 November 2026"


def test_a_tracker_that_says_nothing_of_itself_still_has_a_title() -> None:
    assert make_appendix(a_year(a_saving(), title=""), Choice()).title == "Savings tracker"


def test_the_key_is_as_the_scheme_states_it() -> None:
    assert appendix("2017-18", "Adults").key is None
    assert make_appendix(a_year(a_saving(), scheme=A_SCHEME), Choice()).key is None


def test_a_committee_without_savings_is_refused_with_those_that_have_some() -> None:
    with pytest.raises(NoSuchCommittee, match="The committees are: Adults, C&YP"):
        appendix("2017-18", "Health")
    with pytest.raises(NoSuchCommittee, match="does not say which savings"):
        appendix("2020-21", "Adults")


def test_a_line_of_two_committees_stands_in_both_with_a_footnote() -> None:
    for committee in ("Adults", "C&YP"):
        said = appendix("2017-18", committee)
        (shared,) = [line for line in said.table.lines if line.notes]
        assert (shared.reference, shared.notes) == ("A/R.6.001", (1,))
        assert said.footnotes == ("Shared by Adults and C&YP: stands in the appendix of each, with its whole amount.",)


def test_the_pack_says_why_the_committees_add_up_to_more_than_the_council() -> None:
    said = appendix("2017-18")
    assert [(share.name, share.count, share.plan) for share in said.shares] == [
        ("Adults", 34, Decimal(-12585)),
        ("C&YP", 34, Decimal(-8053)),
    ]
    assert said.why_sums_differ == (
        "The committees' plans add up to −20,638, the council's is −20,538. 100 is counted more than once, as "
        "committees share A/R.6.001 (Adults and C&YP)."
    )
    assert appendix("2017-18", "Adults").why_sums_differ == ""


def test_savings_of_no_committee_are_said_to_be_so() -> None:
    year = a_year(a_saving("A/1", committee="Adults"), a_saving("B/1"), a_saving("B/2"))
    said = make_appendix(year, Choice())
    assert "2 savings with a plan of −200 belong to no committee." in said.why_sums_differ
    one = make_appendix(a_year(a_saving("A/1", committee="Adults"), a_saving("B/1")), Choice())
    assert one.why_sums_differ.endswith("1 saving with a plan of −100 belongs to no committee.")


def test_nothing_is_explained_where_the_sums_agree_or_there_are_no_committees() -> None:
    assert make_appendix(a_year(a_saving(committee="Adults")), Choice()).why_sums_differ == ""
    assert appendix("2020-21").why_sums_differ == ""


def test_the_officer_says_whose_savings_are_where_the_tracker_does_not() -> None:
    year = council_tracker("2020-21")
    assignment = Assignment(by_prefix={"A/R": "Adults", "A/R.6.255": "C&YP"}, by_line={"A/R.7.105": "Health, Adults"})
    said = make_appendix(year, Choice(("Adults",)), assignment)
    assert said.summary.count == 16
    assert "A/R.6.255" not in {line.reference for line in said.table.lines}
    assert make_appendix(year, Choice(("Health",)), assignment).summary.count == 1


def test_what_was_said_of_a_line_counts_more_than_the_trackers_own_column() -> None:
    year = a_year(a_saving("A/1", committee="Adults"), a_saving("A/2", committee="0"))
    assignment = Assignment(by_prefix={"A": "Health"}, by_line={"A/1": "C&YP"})
    assert [assignment.committees(saving) for saving in year] == [("C&YP",), ("Health",)]


@pytest.mark.parametrize(
    ("lines", "listed", "words"),
    [(Lines.NOT_COMPLETE, 27, "not complete"), (Lines.RED_AND_BLACK, 12, "rated Red or Black")],
)
def test_a_table_of_some_lines_says_so_and_adds_up_those(lines: Lines, listed: int, words: str) -> None:
    said = make_appendix(council_tracker("2017-18"), Choice(("Adults",), lines=lines))
    assert len(said.table.lines) == listed
    assert said.summary.count == 34
    assert f"The table lists the savings that are {words}: {listed} of 34." in said.notes[0]


def test_the_totals_are_of_the_lines_in_the_table() -> None:
    table = appendix("2017-18", "Adults").table
    totals = dict(zip([heading.key for heading in table.headings], table.totals, strict=True))
    assert [totals[key] for key in ("plan_q1", "plan_total", "forecast_total", "variance")] == [
        "−7,749",
        "−12,585",
        "−10,144",
        "2,441",
    ]
    assert (totals["percent"], totals["title"]) == ("", "")


def test_a_rating_that_the_officer_put_in_place_has_its_reason_as_a_footnote() -> None:
    overridden = a_saving(override="Amber", override_reason="A new contract is signed.")
    live = make_appendix(a_year(overridden, scheme=A_SCHEME), Choice())
    assert live.footnotes == ("By the key its rating is Green. Rated Amber for this reason: A new contract is signed.",)
    assert live.table.lines[0].notes == (1,)
    judged = make_appendix(a_year(overridden), Choice())
    assert judged.footnotes == ("Rated Amber for this reason: A new contract is signed.",)
    assert judged.notes == ("Ratings are as judged by the council; the tracker prints no key to them.",)


def test_the_movement_since_an_earlier_tracker_of_the_year_is_told() -> None:
    then = a_year(a_saving("A/1"), a_saving("A/2"), period="Quarter 1")
    now = a_year(a_saving("A/1", forecast=(-10,) * 4), a_saving("A/3"), period="Quarter 2")
    moved = make_appendix(now, Choice(), previous=then).summary.movement
    assert moved is not None
    assert (moved.forecast, moved.variance) == figures(60, 60)
    assert (moved.period, moved.new, moved.gone) == ("Quarter 1", 1, 1)


def test_the_ratings_that_got_worse_or_better_are_counted_where_both_are_known() -> None:
    then = ("Green", "Red", "Amber", "Green", "Under review", "Green")
    now = ("Amber", "Blue", "Amber", "", "Red", "Black")

    def rated(names: tuple[str, ...], period: str) -> Year:
        return a_year(*(a_saving(f"A/{n}", rating_printed=name) for n, name in enumerate(names)), period=period)

    moved = make_appendix(rated(now, "Quarter 2"), Choice(), previous=rated(then, "Quarter 1")).summary.movement
    assert moved is not None
    assert (moved.worse, moved.better) == (2, 1)


def test_the_movement_is_that_of_the_committees_own_savings() -> None:
    then = a_year(a_saving("A/1", committee="Adults"), a_saving("H/1", committee="Health"), period="July 2017")
    changed = a_saving("A/1", forecast=(-20,) * 4, committee="Adults")
    now = a_year(changed, a_saving("H/1", forecast=(0,) * 4, committee="Health"), period="October 2017")
    moved = make_appendix(now, Choice(("Adults",)), previous=then).summary.movement
    assert moved is not None
    assert (moved.forecast, moved.new, moved.gone) == (Decimal(20), 0, 0)


@pytest.mark.parametrize(
    ("year", "period", "why"),
    [
        ("2019-20", "Quarter 1", "“older.xlsx” is of 2019-20, so it does not say what has moved in 2020-21."),
        ("2020-21", "quarter 2", "“older.xlsx” is of the same period, quarter 2, so nothing has moved since."),
        ("2020-21", "Q3", "“older.xlsx” is of Q3, which is not before Quarter 2, so nothing has moved since."),
        ("2020-21", "as at January 2021", "is of January 2021, which is not before Quarter 2"),
    ],
)
def test_a_tracker_that_is_no_earlier_period_of_the_year_says_nothing_of_what_has_moved(
    year: str, period: str, why: str
) -> None:
    now = a_year(a_saving(), year="2020-21", period="Quarter 2")
    previous = a_year(a_saving(), year=year, period=period, source="older.xlsx")
    assert make_appendix(now, Choice(), previous=previous).summary.movement is None
    assert why in why_not_earlier(now, previous)
    (remark,) = preflight(now, (), Choice(council="A council"), previous=previous)
    assert why in remark.sentence


@pytest.mark.parametrize(
    ("now", "then"),
    [("Quarter 2", "Quarter 1"), ("as at March 2018", "as at October 2017"), ("", ""), ("Quarter 2", "Month 3")],
)
def test_a_tracker_that_may_be_an_earlier_period_is_taken_for_one(now: str, then: str) -> None:
    year = a_year(a_saving(), year="2017-18", period=now)
    previous = a_year(a_saving(), year="2017-18", period=then)
    assert why_not_earlier(year, previous) == ""
    assert make_appendix(year, Choice(), previous=previous).summary.movement is not None


def test_an_earlier_tracker_without_a_file_is_told_of_too() -> None:
    why = why_not_earlier(a_year(year="2020-21"), a_year(year="2019-20"))
    assert why.startswith("The earlier tracker is of 2019-20")


@pytest.mark.parametrize(
    ("forecast", "words"),
    [("-99.65", "99.7%"), ("-99.75", "99.8%"), ("-99.64", "99.6%"), ("0.25", "−0.3%"), ("0.24", "−0.2%")],
)
def test_a_half_of_a_percent_is_rounded_up_as_everywhere_else(forecast: str, words: str) -> None:
    summary = make_appendix(a_year(a_saving(plan=(-100, 0, 0, 0), forecast=(forecast, 0, 0, 0))), Choice()).summary
    assert summary_data(summary)["facts"][-1]["value"] == words


def test_a_committee_without_a_planned_saving_has_no_share_delivered() -> None:
    summary = make_appendix(a_year(a_saving(plan=(None,) * 4, forecast=(None,) * 4)), Choice()).summary
    assert (summary.delivered, summary.planned, summary.variance) == (None, None, None)
    assert make_appendix(a_year(a_saving(plan=(25,) * 4)), Choice()).summary.delivered is None


def test_lines_that_the_same_committees_share_have_one_footnote() -> None:
    year = a_year(a_saving("A/1", committee="Adults, Health"), a_saving("A/2", committee="Adults, Health"))
    said = make_appendix(year, Choice())
    assert len(said.footnotes) == 1
    assert [line.notes for line in said.table.lines] == [(1,), (1,)]
