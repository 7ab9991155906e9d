"""Where the lines of a file went between two of its texts.

    old  1 2 3 4 5 6            Moved: lines from 1 on are 0 lines further down, those from 5 on 1, …
    new  1 2 a b c 5 6          a line between what is the same stays: nothing that is still true lies there

Columns stay: a line is the same as a whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from rumpkc.source import NOWHERE, Source, Span

Place = tuple[str, int, int, int, int]          # a Span, field by field
MOST_LINES = 2_000                              # between the first and the last change, that are looked at line by line


@dataclass(frozen=True, slots=True)
class Moved:
    """The old lines from `starts[i]` on are `by[i]` lines further down in the new text."""

    starts: tuple[int, ...]
    by: tuple[int, ...]

    def line(self, old: int) -> int:
        """Where an old line is now."""
        return old + self.by[bisect_right(self.starts, old) - 1]

    def span(self, place: Place) -> Span:
        file, line, column, end_line, end_column = place
        return Span(file, self.line(line), column, self.line(end_line), end_column)


def moved(old: Source, new: Source) -> Moved:
    """What became of the lines of `old`."""
    before, after = old.lines, new.lines
    shortest = min(len(before), len(after))
    head = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    left = shortest - head
    tail = next((i for i in range(left) if before[-1 - i] != after[-1 - i]), left)
    starts, by = [0], [0]
    inner, now = before[head:len(before) - tail], after[head:len(after) - tail]
    if max(len(inner), len(now)) <= MOST_LINES:
        for a, b, size in SequenceMatcher(None, inner, now, autojunk=False).get_matching_blocks():
            if size:
                starts.append(head + a + 1)
                by.append(b - a)
    starts.append(len(before) - tail + 1)
    by.append(len(after) - len(before))
    return Moved(tuple(starts), tuple(by))


class FileSpans:
    """Makes the spans of one file while what was kept is read; pickles as `file_spans(file)`: readers replace that."""

    def __init__(self, file: str) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return file_spans, (self.file,)

    def __call__(self, place: Place) -> Span:
        return Span(*place)


def file_spans(file: str, change: Moved | None = None) -> Callable[[Place], Span]:
    """What makes the spans of `file` from their places before the change."""
    if not file:
        return _without_file
    return partial(tuple.__new__, Span) if change is None else change.span


def _without_file(place: Place) -> Span:
    return NOWHERE if place == NOWHERE else Span(*place)
