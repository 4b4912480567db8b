"""Whether a window can be shown here, found out before Qt is loaded: Qt itself would abort the program."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping

# What Qt needs from the system to start, and Debian's package for it.
LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# What it needs besides to show a window on an X screen.
SCREEN_LIBRARIES: Mapping[str, str] = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
NEEDS_SCREEN = ("", "xcb", "wayland")

Load = Callable[[str], object]


def platform() -> str:
    """Give the Qt platform that is asked for; blank where Qt is to choose."""
    return os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]


def no_screen() -> str:
    """Say in a sentence that there is no screen; blank where there is one."""
    if not sys.platform.startswith("linux") or platform() not in NEEDS_SCREEN:
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not os.environ.get("DISPLAY"):
        return "There is no screen here to show a window on, so here is the tracker as text."
    if not _answers():
        return f"The screen {os.environ['DISPLAY']} does not answer, so here is the tracker as text."
    return ""


def missing(load: Load = ctypes.CDLL) -> str:
    """Say in a sentence what has to be installed for a window; blank where all is there."""
    if importlib.util.find_spec("PySide6") is None:
        return "The window needs PySide6, which is not installed. Start the program as README.md says, or install it."
    if not sys.platform.startswith("linux"):
        return ""
    wanted = {**LIBRARIES, **(SCREEN_LIBRARIES if platform() in ("", "xcb") else {})}
    packages = [package for library, package in wanted.items() if not _loads(library, load)]
    if not packages:
        return ""
    return (
        "The window needs system libraries that are not installed. "
        f"On Debian or Ubuntu install them with: sudo apt install {' '.join(packages)}"
    )


def _loads(library: str, load: Load) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def _answers() -> bool:
    """Ask the X screen for a connection; where that can't even be asked, Qt will say what is missing."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
