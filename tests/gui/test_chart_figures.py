"""What charts say and how far their axes go: no picture is needed for that."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import amounts
from gui.charts.figures import MOST_TOLD, Series, Step, Tone, Unit, all_words, label_words, levels, tick_text
from gui.charts.room import room_for
from gui.charts.style import STYLES, colour
from gui.theme import DARK, LIGHT, Theme, contrast

STEPS = (
    Step("Quarter 1", Decimal(-10623), total=True),
    Step("Opened", Decimal(-320)),
    Step("Closed", Decimal(410)),
    Step("Nothing", Decimal(0)),
    Step("Quarter 2", Decimal(-10533), total=True),
)


def test_a_step_is_told_with_its_sign_and_whether_it_is_better() -> None:
    told = ["Quarter 1 −10,623", "Opened −320, better", "Closed +410, worse", "Nothing 0", "Quarter 2 −10,533"]
    assert [step.words for step in STEPS] == told
    assert [step.tone for step in STEPS[:3]] == [Tone.TOTAL, Tone.BETTER, Tone.WORSE]


def test_steps_lead_from_one_total_to_the_other() -> None:
    ends = [(int(start), int(end)) for start, end in levels(STEPS)]
    assert ends == [(0, -10623), (-10623, -10943), (-10943, -10533), (-10533, -10533), (0, -10533)]


def test_the_figures_of_a_label_are_told_with_what_is_blank() -> None:
    series = (Series("Plan", amounts([-16000, None])), Series("RAG total", amounts([None, 54])))
    assert label_words("2017-18", 0, series) == "2017-18: plan −16,000, RAG total blank"
    assert label_words("2020-21", 1, series) == "2020-21: plan blank, RAG total 54"


def test_a_description_tells_the_first_figures_and_how_many_follow() -> None:
    assert all_words([]) == "No figures."
    assert all_words(["a", "b"]) == "a; b."
    assert all_words(["x"] * (MOST_TOLD + 1100)).endswith("; x; and 1,100 more.")


@pytest.mark.parametrize(("value", "text"), [(-10000.0, "−10,000"), (0.0, "0"), (0.1 + 0.2, "0.3"), (-0.0, "0")])
def test_an_axis_writes_figures_as_the_program_does(value: float, text: str) -> None:
    assert tick_text(value) == text


def test_only_amounts_stand_up_below_zero() -> None:
    assert [unit.saving_up for unit in Unit] == [True, False, False]


def test_an_axis_holds_zero_and_has_air_where_bars_end() -> None:
    room = room_for(amounts_of(-100, 40))
    assert room.base == 0
    assert not room.cut
    assert room.lowest < -100
    assert room.highest > 40
    assert room_for(amounts_of(20, 40)).lowest == 0
    assert [room_for(()).lowest, room_for(()).highest] == amounts_of(-1, 1)


def test_an_axis_may_begin_near_figures_that_lie_close_together() -> None:
    room = room_for(amounts_of(-10623, -10943, -10533), cut=True)
    assert [room.base, room.highest] == amounts_of(-10300, -10300)
    assert room.cut
    assert room_for(amounts_of(10623, 10943), cut=True).base == 10500
    assert not room_for(amounts_of(-10623, -10943)).cut


@pytest.mark.parametrize("figures", [(-100, -100), (-100, 100), (-100, -60), (0, 5), ()])
def test_an_axis_keeps_zero_where_it_tells_more(figures: tuple[int, ...]) -> None:
    assert not room_for(amounts_of(*figures), cut=True).cut


def test_lines_have_air_on_both_sides() -> None:
    room = room_for(amounts_of(-100, 0), cut=True, beyond=False)
    assert room.lowest < -100
    assert room.highest > 0


@given(st.lists(st.decimals(-10_000, 10_000, places=1), max_size=6), st.booleans(), st.booleans())
def test_every_figure_lies_on_its_axis(figures: list[Decimal], cut: bool, beyond: bool) -> None:
    room = room_for(figures, cut=cut, beyond=beyond)
    assert room.lowest < room.highest
    assert all(room.lowest <= figure <= room.highest for figure in (*figures, room.base))


def amounts_of(*figures: int) -> list[Decimal]:
    return [Decimal(figure) for figure in figures]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_stands_out_from_its_ground(theme: Theme, tone: Tone) -> None:
    assert contrast(colour(theme, STYLES[tone].outline).name(), theme.surface) >= 3


def test_no_two_tones_of_one_chart_differ_by_colour_alone() -> None:
    looks = [{(STYLES[tone].pattern, STYLES[tone].dash, STYLES[tone].marker) for tone in pair} for pair in SERIES]
    assert all(len(look) == 2 for look in looks)


SERIES = ((Tone.PLAN, Tone.FORECAST), (Tone.FORECAST, Tone.ACHIEVED), (Tone.BETTER, Tone.WORSE))
