"""Text layout: greedy and optimal line breaking, justification, columns, tables with borders, centred banners, hyphenation by a table."""
from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest

TEXT = "In olden times when wishing still helped one there lived a king whose daughters were all beautiful but the youngest was so beautiful that the sun itself was astonished"


def greedy(words: Iterable[str], width: int) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    room = width
    for word in words:
        if lines[-1] and len(word) + 1 > room:
            lines.append([])
            room = width
        room -= len(word) + bool(lines[-1])
        lines[-1].append(word)
    return lines


def optimal(words: Sequence[str], width: int) -> list[list[str]]:
    @lru_cache(maxsize=None)
    def best(start: int) -> tuple[int, int]:
        if start == len(words):
            return 0, start
        options: list[tuple[int, int]] = []
        length = -1
        for end in range(start, len(words)):
            length += 1 + len(words[end])
            if length > width:
                break
            waste = 0 if end == len(words) - 1 else (width - length) ** 2
            options.append((waste + best(end + 1)[0], end + 1))
        return min(options)

    lines: list[list[str]] = []
    at = 0
    while at < len(words):
        _, end = best(at)
        lines.append(list(words[at:end]))
        at = end
    return lines


def justified(line: Sequence[str], width: int) -> str:
    if len(line) < 2:
        return " ".join(line)
    gaps = len(line) - 1
    space, extra = divmod(width - sum(map(len, line)), gaps)
    return "".join(w + " " * (space + (k < extra)) * (k < gaps) for k, w in enumerate(line))


def raggedness(lines: Sequence[Sequence[str]], width: int) -> int:
    return sum((width - len(" ".join(line))) ** 2 for line in lines[:-1])


def columns(items: Sequence[str], width: int) -> str:
    cell = max(map(len, items)) + 2
    count = max(1, width // cell)
    rows = -(-len(items) // count)
    return "\n".join("".join(items[k].ljust(cell) for k in range(r, len(items), rows)).rstrip() for r in range(rows))


def table(header: Sequence[str], rows: Sequence[Sequence[object]], align: str) -> str:
    cells = [[str(c) for c in row] for row in rows]
    widths = [max(len(h), *(len(row[k]) for row in cells)) for k, h in enumerate(header)]
    rule = "+".join("-" * (w + 2) for w in widths).join("++")

    def line(parts: list[str]) -> str:
        return "|" + "|".join(f" {p:{a}{w}} " for p, a, w in zip(parts, align, widths)) + "|"

    return "\n".join([rule, line(list(header)), rule.replace("-", "="), *map(line, cells), rule])


def banner(*lines: str, fill: str = "*") -> str:
    width = max(map(len, lines), default=0) + 4
    return "\n".join([fill * width, *(f"{fill}{line:^{width - 2}}{fill}" for line in lines), fill * width])


def side_by_side(left: str, right: str, gap: str = " | ") -> str:
    a, b = left.splitlines(), right.splitlines()
    width = max(map(len, a))
    return "\n".join(f"{x or '':{width}}{gap}{y or ''}".rstrip() for x, y in zip_longest(a, b))


def main() -> None:
    words = TEXT.split()
    for width in (20, 33):
        first, second = greedy(words, width), optimal(words, width)
        print(width, len(first), raggedness(first, width), len(second), raggedness(second, width))
        assert [" ".join(line) for line in first] == textwrap.wrap(TEXT, width)
    print("\n".join(justified(line, 24) + "|" for line in greedy(words, 24)))
    print(side_by_side("\n".join(map(" ".join, optimal(words[:12], 18))), columns("alpha beta gamma delta epsilon zeta eta".split(), 24)))
    print(table(["name", "n", "share"], [["a", 1, 0.5], ["long name", 22, None], ["", -3, True]], "<>^"))
    print(banner("hello", "wörld!"), banner("x", fill="#"), banner())
    print(textwrap.fill("a b c " * 6, 12, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(TEXT, 30), sep="\n")
    print(textwrap.dedent("    a\n      b\n    c"), textwrap.indent("x\n\ny", "> "), sep="\n")
