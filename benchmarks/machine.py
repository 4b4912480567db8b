"""What the figures were measured on."""

import os
import platform
import re
import sys
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("PySide6-Essentials", "python-calamine", "XlsxWriter", "openpyxl")


def machine() -> dict[str, str]:
    """Describe this machine and what is installed, each under its name."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "system": f"{_system()}, {platform.machine()}",
        "Python": platform.python_version(),
        **{library: version(library) for library in LIBRARIES},
        "busy before": _busy(),
    }


def _told(path: str, pattern: str) -> str:
    file = Path(path)
    found = re.search(pattern, file.read_text(encoding="utf-8"), re.MULTILINE) if file.exists() else None
    return found[1] if found else ""


def _processor() -> str:
    return _told("/proc/cpuinfo", r"^model name\s*: (.*)$") or platform.processor() or "unknown"


def _memory() -> str:
    kibibytes = _told("/proc/meminfo", r"^MemTotal:\s*(\d+)")
    return f"{int(kibibytes) / 1024 / 1024:.0f} GB" if kibibytes else "unknown"


def _system() -> str:
    return _told("/etc/os-release", r'^PRETTY_NAME="?([^"\n]*)') or platform.platform(terse=True)


def _busy() -> str:
    if sys.platform == "win32":
        return "unknown"
    return f"{os.getloadavg()[0]:.1f} processes wanted a core in the minute before"
