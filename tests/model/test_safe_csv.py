"""Rows as csv that no spreadsheet program calculates."""

import csv
import io
from decimal import Decimal

import pytest

from model.safe_csv import Cell, csv_of


def test_numbers_stay_numbers_and_blank_is_not_nought() -> None:
    row: list[Cell] = [Decimal(-1400), Decimal("0.50"), Decimal(0), None, "", 7, True]
    assert csv_of([row]) == '"-1400","0.5","0","","","7","True"\r\n'


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5k agreed", "@SUM", "'quoted", "\t=1", " =1", "＝1", "\r1"])
def test_what_may_be_taken_for_a_formula_gets_an_apostrophe_that_gives_it_back(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_of([[text]]), newline=""))
    assert cell == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "-5.25", "C&YP", "on track", '"so"', "1=1"])
def test_what_is_no_formula_stands_as_it_is(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_of([[text]]), newline=""))
    assert cell == text
