"""What an operation on `Any` costs to compile: one look at each class that becomes an object, and few classes do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.ir import nodes as ir
from rumpkc.source import SourceMap
from rumpkc.types import any_values

PROGRAM = """
import json
from typing import Any


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in over.items():
        out[key] = merged(out[key], value) if isinstance(value, dict) and key in out else value
    return out


def main() -> int:
    data: dict[str, Any] = json.loads('{"a": {"b": [1, 2.5]}}')
    data["a"]["c"] = data["a"]["b"][0] + 1
    print(merged(data, {"a": {"d": None}}))
    try:
        print(data["e"])
    except KeyError as error:
        print(error)
    return 0
"""


def test_exceptions_that_never_become_objects_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked, attempt = 0, any_values.attempt

    def counted(make: Callable[[], ir.Expr], errors: list[str] | None = None) -> ir.Expr | None:
        nonlocal looked
        looked += 1
        return attempt(make, errors)

    monkeypatch.setattr(any_values, "attempt", counted)
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "main.py").write_text(PROGRAM)
    sources = SourceMap()
    options = replace(Options("host", 0, use_cache=False), output=tmp_path / "main.o")
    assert build_image(tmp_path / "main.py", options, open_project(tmp_path, sources), sources)[0].is_file()
    assert looked < 700         # it is 613
