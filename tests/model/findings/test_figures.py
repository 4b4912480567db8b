"""Findings about figures, on both sides of where each begins."""

from decimal import Decimal

import pytest

from builders import A_SCHEME, Amounts, a_saving, a_year, amounts
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.findings import line_findings
from model.rag import Scheme
from model.saving import Place, Saving
from model.year import Finding, Severity

STREET_LIGHTS = (-5, -5, -5, -6)


def findings_of(saving: Saving, scheme: Scheme | None = None) -> tuple[Finding, ...]:
    return line_findings(saving, a_year(saving, scheme=scheme))


def the_finding(saving: Saving, scheme: Scheme | None = None) -> Finding:
    (finding,) = findings_of(saving, scheme)
    return finding


def acts(finding: Finding) -> list[str]:
    return [settlement.act for settlement in finding.settlements]


def street_lights(**more: object) -> Saving:
    printed = {"plan_total_printed": Decimal(21), "forecast_total_printed": Decimal(21)}
    return a_saving("B/R.6.214", STREET_LIGHTS, STREET_LIGHTS, **printed | more)


def test_a_line_on_plan_has_no_findings() -> None:
    assert findings_of(a_saving()) == ()
    assert findings_of(a_saving(), A_SCHEME) == ()


def test_plan_and_forecast_that_do_not_add_up_are_one_finding() -> None:
    finding = the_finding(street_lights())
    assert finding.message == (
        "B/R.6.214: the planned quarters add to −21, the printed total is 21; the forecast quarters likewise."
    )
    assert (finding.code, finding.severity, finding.key) == ("quarters", Severity.ERROR, "plan_total")


def test_quarters_may_be_turned_only_where_turning_adds_up() -> None:
    assert acts(the_finding(street_lights())) == ["take the sum", "turn the quarters"]
    assert acts(the_finding(street_lights(plan_total_printed=Decimal(-20)))) == ["take the sum"]


def test_both_sums_are_said_where_plan_and_forecast_differ() -> None:
    finding = the_finding(street_lights(plan_total_printed=Decimal(-20)))
    assert finding.message == (
        "B/R.6.214: the planned quarters add to −21, the printed total is −20; "
        "the forecast quarters add to −21, the printed total is 21."
    )


def test_a_forecast_alone_that_does_not_add_up_is_said_of_the_forecast() -> None:
    finding = the_finding(a_saving(forecast_total_printed=Decimal(-99)))
    assert finding.message == "A/R.6.001: the forecast quarters add to −100, the printed total is −99."
    assert finding.key == "forecast_total"


def test_printed_totals_that_add_up_are_no_finding() -> None:
    assert findings_of(a_saving(plan_total_printed=Decimal(-100), forecast_total_printed=Decimal("-100.0"))) == ()


def test_a_total_without_quarters_is_no_finding() -> None:
    assert findings_of(a_saving(plan=(None,) * 4, plan_total_printed=Decimal(-100))) == ()


def test_a_variance_that_does_not_follow_is_an_error() -> None:
    finding = the_finding(a_saving(forecast=(-25, -25, -25, -20), variance_printed=Decimal(6)))
    assert finding.message == "A/R.6.001: the printed variance is 6, but forecast −95 less plan −100 is 5."
    assert (finding.code, finding.severity, acts(finding)) == ("variance", Severity.ERROR, ["let it follow"])


@pytest.mark.parametrize("printed", [5, None])
def test_a_variance_that_follows_or_is_not_printed_is_no_finding(printed: int | None) -> None:
    variance = None if printed is None else Decimal(printed)
    assert findings_of(a_saving(forecast=(-25, -25, -25, -20), variance_printed=variance)) == ()


def test_a_variance_without_a_forecast_is_no_finding() -> None:
    assert findings_of(a_saving(forecast=(None,) * 4, variance_printed=Decimal(5), percent_printed=Decimal(5))) == ()


# 286 of 1,500 is 19.0666…%.
@pytest.mark.parametrize("printed", ["19.07", "19.0666666666667", "19.070"])
def test_a_percentage_is_compared_at_two_places(printed: str) -> None:
    assert findings_of(of_1500(-1214, Decimal(printed))) == ()


@pytest.mark.parametrize(("printed", "others"), [("19.1", "80.7"), ("19", "81"), ("19.00", "81"), ("19", "0")])
def test_a_column_of_fewer_places_is_compared_at_those(printed: str, others: str) -> None:
    lines = (of_1500(-1214, Decimal(printed)), of_1500(-1214, Decimal(others)))
    assert line_findings(lines[0], a_year(*lines)) == ()


@pytest.mark.parametrize("printed", ["19.1", "19", "19.00"])
def test_a_column_with_two_places_is_compared_at_two_for_every_line(printed: str) -> None:
    lines = (of_1500(-1214, Decimal(printed)), of_1500(-1214, Decimal("80.66")))
    assert [finding.code for finding in line_findings(lines[0], a_year(*lines))] == ["percent"]


@pytest.mark.parametrize("printed", ["19.06", "19.08", "18", "20", "0.19", "-19.07", "1900"])
def test_a_percentage_that_does_not_follow_is_an_error(printed: str) -> None:
    finding = the_finding(of_1500(-1214, Decimal(printed)))
    assert (finding.code, finding.severity, acts(finding)) == ("percent", Severity.ERROR, ["let it follow"])
    assert finding.message.endswith("but variance 286 against plan −1,500 is 19.07.")


def test_half_a_hundredth_is_rounded_up() -> None:
    eighth = a_saving(plan=(-800, 0, 0, 0), forecast=(-799, 0, 0, 0))  # 0.125%
    assert findings_of(eighth.but(percent_printed=Decimal("0.13"))) == ()
    assert len(findings_of(eighth.but(percent_printed=Decimal("0.12")))) == 1


def of_1500(forecast: int, percent: Decimal) -> Saving:
    return a_saving(plan=(-1500, 0, 0, 0), forecast=(forecast, 0, 0, 0), percent_printed=percent)


def test_opposite_signs_in_prior_years_are_a_warning() -> None:
    finding = the_finding(a_saving("F/R.7.106", plan_prior=Decimal(-21), achieved_prior=Decimal(21)))
    assert finding.message == "F/R.7.106: prior years planned −21 but achieved 21, with the opposite sign."
    assert (finding.severity, finding.key) == (Severity.WARNING, "achieved_prior")
    assert acts(finding) == ["turn the sign"]


@pytest.mark.parametrize(("plan", "achieved"), [(-21, -1), (21, 21), (-21, 0), (0, 21), (None, 21), (-21, None)])
def test_prior_years_of_one_sign_are_no_finding(plan: int | None, achieved: int | None) -> None:
    plan_prior, achieved_prior = amounts((plan, achieved))
    assert findings_of(a_saving(plan_prior=plan_prior, achieved_prior=achieved_prior)) == ()


def test_a_plan_of_zero_is_a_note_that_names_the_investment() -> None:
    finding = the_finding(a_saving("A/R.6.221", (0,) * 4, (0,) * 4, investment_planned=Decimal(84)))
    assert finding.message == "A/R.6.221: the plan is zero, though an investment of £84k is budgeted."
    assert (finding.code, finding.severity) == ("plan-zero", Severity.NOTE)


def test_a_blank_plan_is_not_a_plan_of_zero() -> None:
    assert findings_of(a_saving(plan=(None,) * 4, forecast=(None,) * 4)) == ()


def test_a_saving_without_a_plan_is_a_note() -> None:
    finding = the_finding(a_saving(plan=(0,) * 4, forecast=(-5, 0, 0, 0)), A_SCHEME)
    assert (finding.message, finding.severity) == ("A/R.6.001: the plan is zero, but −5 is forecast.", Severity.NOTE)


def test_a_cost_without_a_plan_asks_for_a_decision() -> None:
    cost = a_saving(plan=(0,) * 4, forecast=(5, 0, 0, 0))
    finding = the_finding(cost, A_SCHEME)
    assert finding.severity is Severity.WARNING
    assert finding.message.endswith(
        "but 5 is forecast. The key rates no cost without a plan: override the rating with a reason."
    )


def test_a_cost_without_a_plan_that_was_decided_on_is_a_note() -> None:
    decided = a_saving(
        plan=(0,) * 4, forecast=(5, 0, 0, 0), override="Red", override_reason="as agreed", commentary="Late bill."
    )
    assert the_finding(decided, A_SCHEME).severity is Severity.NOTE


def test_a_finding_names_its_cell_with_the_sheet() -> None:
    columns = {"reference": "B", "plan_total": "N"}
    saving = street_lights(place=Place("2020-21", 35, columns))
    assert the_finding(saving).cell == "2020-21!N35"
    assert the_finding(saving.but(place=Place("", 35, columns))).cell == "N35"


def test_a_cell_takes_the_sheet_of_its_year_where_the_line_has_none() -> None:
    saving = street_lights(place=Place("", 35, {"plan_total": "N"}))
    (finding,) = line_findings(saving, a_year(saving, sheet="Tracker"))
    assert finding.cell == "Tracker!N35"


def test_a_line_without_a_reference_is_called_by_its_place() -> None:
    assert the_finding(a_saving("", plan_total_printed=Decimal(-99))).message.startswith("Line 1: ")


@pytest.mark.parametrize("key", [*PLAN_QUARTERS, *FORECAST_QUARTERS])
def test_a_quarter_changed_under_printed_totals_is_seen(key: str) -> None:
    saving = a_saving(plan_total_printed=Decimal(-100), forecast_total_printed=Decimal(-100)).but(**{key: Decimal(-24)})
    assert the_finding(saving).code == "quarters"


@pytest.mark.parametrize(
    ("plan", "forecast", "sentence"),
    [
        ((-25,) * 4, (-25, -25, -25, 90), "a saving of £100k is planned, but a cost of £15k is forecast."),
        ((10,) * 4, (-10, 0, 0, 0), "a cost of £40k is planned, but a saving of £10k is forecast."),
    ],
)
def test_a_forecast_with_the_other_sign_is_said(plan: Amounts, forecast: Amounts, sentence: str) -> None:
    finding = the_finding(a_saving(plan=plan, forecast=forecast))
    assert (finding.code, finding.severity) == ("forecast-sign", Severity.WARNING)
    assert finding.message == f"A/R.6.001: {sentence}"


def test_a_forecast_of_nothing_or_without_a_plan_has_no_sign_to_compare() -> None:
    assert findings_of(a_saving(forecast=(0,) * 4)) == ()
    assert findings_of(a_saving(plan=(None,) * 4)) == ()


def test_pounds_typed_for_thousands_are_said_from_ten_times_the_plan() -> None:
    finding = the_finding(a_saving(plan=(-45,) * 4, forecast=(-250000, 0, 0, 0)))
    assert (finding.code, finding.severity, finding.key) == ("forecast-size", Severity.WARNING, "forecast_total")
    assert finding.message == (
        "A/R.6.001: the forecast of £250,000k is 1,388 times the plan of £180k. Amounts are thousands of pounds."
    )
    assert the_finding(a_saving(forecast=(-1000, 0, 0, 0))).code == "forecast-size"
    assert findings_of(a_saving(forecast=(-999, 0, 0, 0))) == ()
