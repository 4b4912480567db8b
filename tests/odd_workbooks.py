"""Workbooks by hand, for what no library writes."""

from collections.abc import Mapping
from pathlib import Path

from packages import a_package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "xl/worksheets/sheet1.xml"

STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0"><alignment wrapText="1"/></xf></cellXfs>
<dxfs count="0"/></styleSheet>"""


def relations(*targets: tuple[str, str], kind: str = OFFICE) -> str:
    """A part of relations: each a kind and a target."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}/{what}" Target="{target}"/>'
        for number, (what, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELS}">{listed}</Relationships>'


def a_sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """A worksheet's part with the rows as they are written."""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def a_workbook(
    path: Path, *sheets: str | bytes, workbook: str = "", parts: Mapping[str, str | bytes] | None = None
) -> Path:
    """A workbook with a worksheet, `Sheet1` and so on, for each part that is given; `parts` replace or add parts."""
    names = "".join(
        f'<sheet name="Sheet{number}" sheetId="{number + 4}" r:id="rId{number}"/>'
        for number in range(1, len(sheets) + 1)
    )
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{MAIN_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{MAIN_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/calcChain.xml" ContentType="{MAIN_TYPE}.calcChain+xml"/>'
        + "".join(
            f'<Override PartName="/xl/{target}" ContentType="{MAIN_TYPE}.worksheet+xml"/>' for _, target in targets
        )
        + "</Types>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{names}</sheets>{workbook}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            *targets, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"), ("calcChain", "calcChain.xml")
        ),
        "xl/styles.xml": STYLES,
    }
    made |= {f"xl/{target}": sheet for (_, target), sheet in zip(targets, sheets, strict=True)}
    made |= parts or {}
    return a_package(path, {name: text.encode() if isinstance(text, str) else text for name, text in made.items()})
