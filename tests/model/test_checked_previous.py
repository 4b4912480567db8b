"""What to look at before publishing is the same list by the command and in the window, with a previous period too."""

from pathlib import Path
from typing import Any

import pytest

from builders import a_saving, a_year
from model.appendix import Choice
from model.choosing import Chosen
from model.command_line import REFUSED, run
from model.files.council_workbook import write_workbook
from model.kept_choices import KeptChoices
from model.kept_lineage import KeptLineage
from model.previous_period import PreviousPeriod
from model.publishing import Publishing
from model.year import Year
from officer import Officer

ON_PLAN, SHORT = (-25,) * 4, (-10,) * 4


def of(period: str) -> dict[str, Any]:
    return {"year": "2020-21", "period": period, "title": "Savings Tracker 2020-21"}


def written(path: Path, year: Year) -> Path:
    write_workbook(year, path)
    return path


@pytest.fixture
def quarters(tmp_path: Path) -> tuple[Path, Path]:
    """Two quarters: in the second a saving falls short, and its arrow still says that nothing has changed."""
    first = a_year(a_saving("A/1", forecast=ON_PLAN), a_saving("A/2", forecast=ON_PLAN), **of("Quarter 1"))
    second = a_year(a_saving("A/1", forecast=SHORT), a_saving("A/2", forecast=ON_PLAN), **of("Quarter 2"))
    return written(tmp_path / "q1.xlsx", first), written(tmp_path / "q2.xlsx", second)


def by_command(quarters: tuple[Path, Path], out: Path, capsys: pytest.CaptureFixture[str]) -> str:
    first, second = quarters
    assert run(["appendix", str(second), "--previous", str(first), "-o", str(out), "--html"]) == 0
    return capsys.readouterr().out


def test_the_command_lists_what_the_window_lists(
    quarters: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = quarters
    told = by_command(quarters, tmp_path / "out", capsys)
    officer = Officer()
    earlier, document = officer.opens(first), officer.opens(second)
    assert PreviousPeriod(officer.session, KeptLineage()).set(
        document, Chosen(earlier.name, earlier.tracker.year, earlier)
    )
    remarks = Publishing(document, officer.prompts, KeptChoices()).remark_maker(Choice())()
    listed = [line.split("  ", 2)[-1].strip() for line in told.partition("look at:\n")[2].splitlines()]
    assert listed == [remark.sentence for remark in remarks]
    assert any("since Quarter 1 the variance went from 0 to 60" in sentence for sentence in listed)


def test_a_previous_period_of_another_year_is_refused_in_a_sentence(
    quarters: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = written(
        tmp_path / "other.xlsx",
        a_year(a_saving("A/1"), year="2001-02", title="Savings Tracker 2001-02", period="Quarter 1"),
    )
    assert run(["appendix", str(quarters[1]), "--previous", str(other), "-o", str(tmp_path / "out")]) == REFUSED
    assert "is of 2001-02" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
