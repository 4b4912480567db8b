"""A chart over changed cells: its part stays as it was, and whoever opens the workbook draws the new figures."""

import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from libreoffice import converted
from model.files.workbook_patch import patch_workbook
from patched import contents

CHART = "xl/charts/chart1.xml"


def with_chart(path: Path) -> Path:
    """A workbook with a chart over typed figures, and over a summary of them on another sheet."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet, summary = workbook.add_worksheet("Tracker"), workbook.add_worksheet("Summary")
        for row, (committee, amount) in enumerate([("Adults", -50), ("Children", -20), ("Adults", -5)]):
            sheet.write_row(row, 0, [committee, amount])
        for row, (committee, result) in enumerate([("Adults", -55), ("Children", -20)]):
            summary.write_string(row, 0, committee)
            summary.write_formula(row, 1, f"=SUMIFS(Tracker!$B$1:$B$3,Tracker!$A$1:$A$3,A{row + 1})", None, result)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Tracker!$B$1:$B$3"})
        chart.add_series({"values": "=Summary!$B$1:$B$2"})
        summary.insert_chart("D2", chart)
    return path


def points(chart: bytes) -> list[list[float]]:
    """What a chart's part keeps of the figures that it draws, series by series."""
    series = re.findall(r"<c:val>.*?</c:val>", chart.decode(), re.DOTALL)
    return [[float(value) for value in re.findall(r"<c:v>([^<]*)</c:v>", each)] for each in series]


@pytest.mark.libreoffice
def test_a_chart_over_changed_cells_shows_them_when_libreoffice_opens_the_file(tmp_path: Path) -> None:
    before, after = with_chart(tmp_path / "before.xlsx"), tmp_path / "after.xlsx"
    receipt = patch_workbook(before, after, {("Tracker", "B1"): -70})
    assert receipt.to_recalculate == (("Summary", "B1"), ("Summary", "B2"))
    assert contents(after)[CHART] == contents(before)[CHART]
    assert points(contents(before)[CHART])[0] == [-50, -20, -5]
    # As it is installed, LibreOffice believes the results of a workbook that it finds.
    (tmp_path / "profile" / "user").mkdir(parents=True)
    (shown,) = converted([after], "xlsx", tmp_path)
    with zipfile.ZipFile(shown) as package:
        assert points(package.read(CHART)) == [[-70, -20, -5], [-75, -20]]
