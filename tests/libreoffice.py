"""LibreOffice without a window, in a profile of its own, to recalculate and convert workbooks."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

# Excel's workbooks are recalculated when they are loaded, whatever results they hold.
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
 <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
  <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
 </item>
</oor:items>
"""
SECONDS = 180
# Text in UTF-8 with commas and quotes, each cell as it is shown.
SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"


def converted(paths: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Give workbooks as LibreOffice saves them after recalculating everything.

    Args:
        paths: the workbooks; their names differ.
        kind: what to make: `xlsx`, `pdf`, or `SHOWN`.
        folder: the test's own, for the profile and what is made.
    """
    user = folder / "profile" / "user"
    if not user.exists():
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    suffix = kind.partition(":")[0]
    made = folder / suffix
    command = [
        shutil.which("soffice") or "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        kind,
        "--outdir",
        str(made),
        *map(str, paths),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    results = [made / f"{path.stem}.{suffix}" for path in paths]
    missing = [path.name for path in results if not path.exists()]
    if missing:
        raise AssertionError(f"LibreOffice made no {', '.join(missing)}: {ended.stdout} {ended.stderr}")
    return results
