"""A screen of its own (Xvfb) that is watched from outside: when has a program painted its window to the last pixel?

Every program is measured in the same way, and none of them knows of it. Xvfb keeps its screen in a file; reading that
costs the program that is watched next to nothing.
"""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from processes import cpu_seconds, end_session, peak_megabytes

WIDTH, HEIGHT = 1366, 768
POLL = 0.004
# Painted is what no later picture changes by more than this share; a blinking caret is 0.002 %.
SMALL = 0.001
# A program is done when it has computed next to nothing for a while; behind a still picture it may still be loading.
QUIET, IDLE = 1.0, 0.03
LONGEST = 120.0


@dataclass(frozen=True)
class Launch:
    """What was seen of one start.

    Attributes:
        seconds: from the start of the process until the screen shows what it shows in the end.
        megabytes: the most memory that its processes have held until then.
        answers: whether a key that was typed then changed the picture; None where nobody typed.
    """

    seconds: float
    megabytes: float
    answers: bool | None = None


class Screen:
    """An X server with a window manager, where there is one; ended with the `with` block."""

    def __enter__(self) -> Self:
        """Start the server."""
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(self._folder)]
        self._server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self._openbox = self._manage()
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header, colours = struct.unpack(">I", self._picture[:4])[0], struct.unpack(">I", self._picture[76:80])[0]
        self._begin = header + 12 * colours
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """End the server."""
        self._picture.close()
        for process in (self._openbox, self._server):
            if process is not None:
                process.terminate()
                process.wait()
        shutil.rmtree(self._folder)

    def environment(self) -> dict[str, str]:
        """What a program needs to find the screen."""
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def launch(self, command: Sequence[str], environment: dict[str, str], *, types: bool = False) -> Launch:
        """Start a program, watch it until it is done, and end it; `types` tries whether it takes a key."""
        pictures = [(0.0, self._look())]
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environment | self.environment(),
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._watch(process, begun, pictures)
            megabytes = peak_megabytes(process.pid)
            answers = self._answers() if types else None
        finally:
            end_session(process)
        return Launch(painted(pictures), megabytes, answers)

    def _manage(self) -> subprocess.Popen[bytes] | None:
        """Start the window manager, without which no window gets the keyboard."""
        if not shutil.which("openbox"):
            return None
        environment = os.environ | self.environment()
        silent = subprocess.DEVNULL
        openbox = subprocess.Popen(["openbox"], env=environment, stdout=silent, stderr=silent)
        time.sleep(0.5)
        return openbox

    def _look(self) -> bytes:
        return self._picture[self._begin :]

    def _watch(self, process: subprocess.Popen[bytes], begun: float, pictures: list[tuple[float, bytes]]) -> None:
        """Collect each picture that differs from the one before, with its time, until the program is done."""
        quiet_since, used = begun, 0.0
        while (now := time.perf_counter()) - begun < LONGEST:
            picture = self._look()
            if picture != pictures[-1][1]:
                pictures.append((now - begun, picture))
            if now - quiet_since >= QUIET:
                before, used = used, cpu_seconds(process.pid)
                if used - before < IDLE and len(pictures) > 1:
                    return
                quiet_since = now
            if process.poll() is not None:
                raise RuntimeError(f"{process.args!r} ended by itself, with {process.returncode}")
            time.sleep(POLL)
        raise TimeoutError(f"{process.args!r} was not done after {LONGEST:.0f} s")

    def _answers(self) -> bool | None:
        if not shutil.which("xdotool"):
            return None
        before = self._look()
        subprocess.run(["xdotool", "key", "7"], env=os.environ | self.environment(), check=True)
        until = time.perf_counter() + 2
        while time.perf_counter() < until:
            if difference(before, self._look()) > SMALL / 100:
                return True
            time.sleep(POLL)
        return False


def painted(pictures: Sequence[tuple[float, bytes]]) -> float:
    """The time of the first picture from which on nothing changed but some pixels."""
    last = pictures[-1][1]
    when = pictures[-1][0]
    for seconds, picture in reversed(pictures):
        if difference(picture, last) > SMALL:
            break
        when = seconds
    return when


def difference(one: bytes, other: bytes) -> float:
    """The share of bytes in which two pictures of one size differ."""
    differing = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    return 1 - differing.to_bytes(len(one), "little").count(0) / len(one)
