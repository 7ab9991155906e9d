"""The packed Unicode tables of the library are what their writer makes of this CPython's data."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from rumpkc.tools import unicode_tables

PAGE = Path(__file__).resolve().parents[3] / "lib" / "core" / "unicode_tables.py"
VERSION = "14.0.0"


@pytest.mark.slow
def test_tables_are_written_by_the_tool(capsys: pytest.CaptureFixture[str]) -> None:
    if unicodedata.unidata_version != VERSION:
        pytest.skip(f"this Python has Unicode {unicodedata.unidata_version}, the tables are of {VERSION}")
    unicode_tables.main()
    assert PAGE.read_text(encoding="utf-8") == capsys.readouterr().out


def test_runs_can_be_read_back() -> None:
    table = unicode_tables.runs(str.isupper)
    inside, reached, upper, at = False, 0, set(), 0
    while at < len(table):
        run, shift = 0, 0
        while True:
            byte = table[at]
            at += 1
            run |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        if inside:
            upper |= set(range(reached, reached + run))
        reached += run
        inside = not inside
    assert upper == {c for c in range(unicode_tables.END) if chr(c).isupper()}


@pytest.mark.parametrize("value", [0, 1, 127, 128, 300, 0x10FFFF])
def test_numbers(value: int) -> None:
    data = unicode_tables.number(value)
    assert sum((byte & 127) << (7 * i) for i, byte in enumerate(data)) == value
    assert all(byte & 128 for byte in data[:-1]) and data[-1] < 128
