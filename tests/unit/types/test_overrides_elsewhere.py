"""Overrides in a module that is only imported: nothing names them, the tables of methods ask for them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.source import SourceMap

SHAPES = """
from collections.abc import Iterator


class Shape:
    def names(self) -> list[str]:
        return []


def letters(text: str) -> Iterator[str]:
    try:
        yield from text
    finally:
        print("closed")


class Word(Shape):
    def names(self) -> list[str]:
        out: list[str] = []
        for letter in letters("ab"):
            out.append(letter)
            if letter == "a":
                break
        return out


def word() -> Shape:
    return Word()
"""
MAIN = """
from shapes import word


def main() -> int:
    print(word().names())
    return 0
"""


def test_a_loop_in_an_override_closes_its_generator(tmp_path: Path) -> None:
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "shapes.py").write_text(SHAPES)
    (tmp_path / "main.py").write_text(MAIN)
    sources = SourceMap()
    options = replace(Options("host", 0, use_cache=False), output=tmp_path / "main.o")
    assert build_image(tmp_path / "main.py", options, open_project(tmp_path, sources), sources)[0].is_file()
