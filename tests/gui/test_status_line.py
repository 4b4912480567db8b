"""The words of the status line."""

from decimal import Decimal

import pytest

from gui.status_line import selection_words, unsaved_words


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ([], ""),
        ([-90], "Selection: sum −90 · mean −90 · count 1"),
        ([-90, -375], "Selection: sum −465 · mean −232.5 · count 2"),
        ([1, 1, 2], "Selection: sum 4 · mean 1.3 · count 3"),
        ([0, 0], "Selection: sum 0 · mean 0 · count 2"),
        ([-1, -1, -1, -2], "Selection: sum −5 · mean −1.3 · count 4"),
    ],
)
def test_figures_selected_are_summed_up(amounts: list[int], words: str) -> None:
    assert selection_words([Decimal(amount) for amount in amounts]) == words


@pytest.mark.parametrize(
    ("count", "lines", "words"),
    [
        (0, 0, "Nothing to save"),
        (1, 1, "1 change not saved"),
        (2, 0, "2 changes not saved"),
        (2, 1, "2 changes on 1 line not saved"),
        (1, 5, "1 change on 5 lines not saved"),
        (1200, 1001, "1,200 changes on 1,001 lines not saved"),
    ],
)
def test_changes_not_saved_are_counted_with_their_lines(count: int, lines: int, words: str) -> None:
    assert unsaved_words(count, lines) == words
