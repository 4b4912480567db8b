"""Typesetting by Typst: a layout of ours and its data made into PDF/UA-1."""

import json
from collections.abc import Mapping
from typing import Any

import typst

from model.files.appendix_pdf.faces import faces_for
from model.resources import RESOURCES

IN_PLACE = "�"


def typesetter(layout: str, data: Mapping[str, Any]) -> tuple[typst.Compiler, frozenset[str]]:
    """Give a compiler of a layout with its data, and the characters that it can't show and prints as `�`.

    Args:
        layout: the name of its file under `resources/`.
    """
    faces, lacking = faces_for(_characters(data))
    told = json.dumps(_mended(data, dict.fromkeys(map(ord, lacking), IN_PLACE)), ensure_ascii=False)
    compiler = typst.Compiler(
        RESOURCES / layout, root=RESOURCES, font_paths=faces, ignore_system_fonts=True, sys_inputs={"appendix": told}
    )
    return compiler, lacking


def _characters(data: object) -> set[str]:
    if isinstance(data, str):
        return set(data)
    parts = data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ()
    return set().union(*map(_characters, parts))


def _mended(data: Any, instead: Mapping[int, str]) -> Any:  # noqa: ANN401 - JSON has no better type
    if not instead:
        return data
    if isinstance(data, str):
        return data.translate(instead)
    if isinstance(data, Mapping):
        return {name: _mended(part, instead) for name, part in data.items()}
    return [_mended(part, instead) for part in data] if isinstance(data, list) else data
