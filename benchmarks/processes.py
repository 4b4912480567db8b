"""What the processes of one session (in the system's sense) use, read from /proc, and their end."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
SESSION, USER_TIME, SYSTEM_TIME = 3, 11, 12


def cpu_seconds(session: int) -> float:
    """The processor time that the processes of a session have used."""
    used = sum(int(fields[USER_TIME]) + int(fields[SYSTEM_TIME]) for _, fields in _processes(session))
    return used / TICKS


def peak_megabytes(session: int) -> float:
    """The most memory that the processes of a session have held, added up."""
    return sum(map(_peak, (process for process, _ in _processes(session)))) / 1024


def end_session(process: "subprocess.Popen[bytes]") -> None:
    """End a process that leads a session, and all that it started."""
    members = [member for member, _ in _processes(process.pid)]
    for member in members:
        with suppress(ProcessLookupError):
            os.kill(member, signal.SIGKILL)
    process.wait()


def _processes(session: int) -> Iterator[tuple[int, list[str]]]:
    """The processes of a session, each with what /proc tells of it after its name."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[SESSION]) == session:
                yield int(folder.name), fields


def _peak(process: int) -> int:
    """The most memory that a process has held, in KiB."""
    with suppress(FileNotFoundError, ProcessLookupError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0
