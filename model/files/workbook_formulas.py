"""The formulas of a line: what follows from its figures, as a spreadsheet program works it out.

A formula is the text after the equals sign, with `ROW` for the number of its row. Each gives "" where the model has
no figure, so that blank stays blank. Figures with decimals are rounded to as many, since spreadsheets add in binary.
"""

from collections.abc import Sequence
from decimal import Decimal

from model.money import plain
from model.rag import BLACK, BLUE, UNDECIDED, Scheme, SizeBand, Threshold

ROW = "{row}"


def sum_of(columns: Sequence[str], places: int = 0) -> str:
    """Add up cells of a row, by their column letters; "" where none holds a figure."""
    cells = span(columns)
    return f'IF(COUNT({cells})=0,"",{rounded(f"SUM({cells})", places)})'


def variance_of(plan: str, forecast: str, places: int = 0) -> str:
    """Take the plan's cell from the forecast's; "" where either is blank."""
    return _where_both(plan, forecast, rounded(_less(plan, forecast), places))


def percent_of(plan: str, forecast: str, places: int = 0) -> str:
    """Give the variance as a percentage of the plan, to two places; "" where the plan is zero or either is blank."""
    short = rounded(_less(plan, forecast), places)
    short = short if places else f"({short})"
    return _where_both(plan, forecast, f'IF({plan}{ROW}=0,"",ROUND(100*{short}/ABS({plan}{ROW}),2))')


def rating_of(plan: str, forecast: str, scheme: Scheme, places: int = 0) -> str:
    """Rate by a scheme, step by step as `model.rag.calculate` does; "" for no rating."""
    k, t = plan + ROW, forecast + ROW
    rated = _by_size(k, t, scheme, places)
    if scheme.has_black:
        rated = f"IF(AND({k}<0,{t}>=0),{_quoted(BLACK)},{rated})"
    if scheme.has_blue:
        rated = f"IF({t}<{k},{_quoted(BLUE)},{rated})"
    costed = f"IF({t}<0,{_quoted(BLUE)},{_quoted(UNDECIDED)})" if scheme.has_blue else _quoted(UNDECIDED)
    return _where_both(plan, forecast, f'IF({k}=0,IF({t}=0,"",{costed}),{rated})')


def span(columns: Sequence[str]) -> str:
    """Name cells of a row: `F{row}:I{row}` where they stand side by side, else one by one."""
    numbers = [_number(column) for column in columns]
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"{columns[0]}{ROW}:{columns[-1]}{ROW}"
    return ",".join(f"{column}{ROW}" for column in columns)


def rounded(expression: str, places: int) -> str:
    """Round to some decimals; whole figures need none."""
    return f"ROUND({expression},{places})" if places else expression


def decimals(*amounts: object) -> int:
    """Count the decimals of the amount that has most; what is no amount has none."""
    return max((len(plain(amount).partition(".")[2]) for amount in amounts if isinstance(amount, Decimal)), default=0)


def _by_size(k: str, t: str, scheme: Scheme, places: int) -> str:
    rated = _by_threshold(k, t, scheme.bands[-1], places)
    for band in reversed(scheme.bands[:-1]):
        inside = _by_threshold(k, t, band, places)
        sign = ">=" if band.included else ">"
        if inside != rated:
            rated = f"IF(ABS({k}){sign}{plain(band.above)},{inside},{rated})"
    return rated


def _by_threshold(k: str, t: str, band: SizeBand, places: int) -> str:
    rated = _quoted(band.rest)
    for threshold in reversed(band.thresholds):
        rated = f"IF({_reached(k, t, threshold, places)},{_quoted(threshold.rating)},{rated})"
    return rated


def _reached(k: str, t: str, threshold: Threshold, places: int) -> str:
    sign = ">=" if threshold.included else ">"
    places += decimals(threshold.at)
    short, limit = f"100*({t}-{k})", f"{plain(threshold.at)}*ABS({k})"
    return f"ROUND({short}-{limit},{places}){sign}0" if places else f"{short}{sign}{limit}"


def _less(plan: str, forecast: str) -> str:
    return f"{forecast}{ROW}-{plan}{ROW}"


def _where_both(plan: str, forecast: str, expression: str) -> str:
    return f'IF(COUNT({plan}{ROW},{forecast}{ROW})<2,"",{expression})'


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
