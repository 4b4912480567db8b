"""What the measured acts share: a stopwatch, the memory that their process has held, and how they tell it."""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

if sys.platform != "win32":
    import resource


def timed(act: Callable[[], object], times: int) -> list[float]:
    """Do something once unmeasured and then so many times; gives the seconds of each."""
    act()
    seconds = []
    for _ in range(times):
        gc.collect()
        begun = time.perf_counter()
        made = act()
        seconds.append(time.perf_counter() - begun)
        del made
    return seconds


def peak_megabytes() -> float | None:
    """The most memory that this process has held; None where the system does not say."""
    if sys.platform == "win32":
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(seconds: Sequence[float] = (), **more: Any) -> None:  # noqa: ANN401 - whatever goes into JSON
    """Tell the process that asked, in one line."""
    print(json.dumps({"seconds": list(seconds), "megabytes": peak_megabytes(), **more}), flush=True)
