"""What an appendix's file is called: tracker, committee, period, safe on every system."""

import re

from model.appendix.choice import Paper
from model.appendix.making import Appendix
from model.appendix.words import bare_period

LONGEST = 120
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def file_name(appendix: Appendix, suffix: str) -> str:
    """Give a name such as `Savings 2017-18, Adults Committee, October 2017.pdf`; `suffix` begins with a dot."""
    large = "large print" if appendix.choice.paper is Paper.LARGE_PRINT else ""
    parts = [f"Savings {appendix.year}".strip(), appendix.subject, bare_period(appendix.period), large]
    words = ", ".join(filter(None, map(_safe, parts)))
    return words[: LONGEST - len(suffix)].rstrip(" .,") + suffix


def _safe(text: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub("-", text).split()).strip(" .")
