"""Source files and the places in them.

Every later phase talks about places as `Span`s; only this file knows how text is stored and split.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of one source file.

    `file` is the path as shown to the user (relative to the project root where possible). Lines count
    from 1, columns from 0 in *code points* (not UTF-8 bytes, unlike `ast`); `end_col` is exclusive.
    """

    file: str
    line: int
    col: int
    end_line: int
    end_col: int

    def to(self, other: Span) -> Span:
        """The smallest span that covers both, which lie in one file."""
        return Span(self.file, self.line, self.col, other.end_line, other.end_col)

    def within(self, other: Span) -> bool:
        """Whether this one begins in a line of `other`."""
        return self.file == other.file and other.line <= self.line <= other.end_line

    def start(self) -> Span:
        """The empty span at the beginning of this one."""
        return Span(self.file, self.line, self.col, self.line, self.col)


NOWHERE = Span("", 0, 0, 0, 0)


# Controls have pictures of their own in Unicode; what turns the direction of writing, and half a character, has none.
_NOTHING_TO_SEE = (*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
                   *range(0xD800, 0xE000))
_UNPRINTABLE = {**{code: 0x2400 + code for code in range(0x20) if code != ord("\t")}, 0x7F: 0x2421,
                **dict.fromkeys(_NOTHING_TO_SEE, 0xFFFD)}


def printable(text: str) -> str:
    """`text` as a terminal can show it, every character in one column as before: a source file commands no terminal."""
    return text.translate(_UNPRINTABLE)


class Source:
    """One file's text, with the path that messages show for it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The text split at \\n, \\r\\n and \\r, as the Python tokenizer does (not at form feeds)."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its end; empty outside the file."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


class SourceMap:
    """The files of one compilation, by display path; diagnostics quote their lines from here."""

    def __init__(self) -> None:
        self._files: dict[str, Source] = {}

    def add(self, source: Source) -> Source:
        """Remember `source`; a later one with the same path replaces it."""
        self._files[source.path] = source
        return source

    def get(self, path: str) -> Source | None:
        """The file shown as `path`, if this compilation has read it."""
        return self._files.get(path)
