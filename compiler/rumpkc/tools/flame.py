"""A flame graph as an SVG file: each function a bar, as wide as the instructions that it took, on top of its caller."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html import escape

WIDTH, ROW, LETTER, NARROWEST = 1200, 17, 6.6, 0.4          # pixels
HEAD = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" font-family="monospace" font-size="11">\n'
        '<style>rect{{stroke:#fff;stroke-width:.5}} g:hover rect{{stroke:#000}}</style>\n'
        '<text x="4" y="13">{title}</text>\n')


@dataclass(slots=True)
class Bar:
    """One function in one place of the graph."""

    count: int = 0
    above: dict[str, Bar] = field(default_factory=dict)


def flame_graph(counts: Counter[tuple[str, ...]], title: str) -> str:
    """The SVG of stacks (outermost name first) and what each took."""
    root = Bar()
    for stack, count in counts.items():
        bar = root
        bar.count += count
        for name in stack:
            bar = bar.above.setdefault(name, Bar())
            bar.count += count
    total = root.count or 1
    rows: list[str] = []
    deepest = _draw(root, 0.0, 0, total, rows)
    height = (deepest + 2) * ROW
    return HEAD.format(w=WIDTH, h=height, title=escape(title)) + "\n".join(rows) + "\n</svg>\n"


def _draw(root: Bar, left: float, depth: int, total: int, rows: list[str]) -> int:
    """Write the bars above `root`, which begins at `left`; the largest depth. Not recursive: stacks can be deep."""
    deepest = depth
    todo = [(root, left, depth)]
    while todo:
        bar, x, level = todo.pop()
        for name, child in sorted(bar.above.items()):
            width = WIDTH * child.count / total
            if width >= NARROWEST:
                rows.append(_bar(name, child.count, x, (level + 1) * ROW, width, total))
                deepest = max(deepest, level + 1)
                todo.append((child, x, level + 1))
            x += width
    return deepest


def _bar(name: str, count: int, x: float, y: int, width: float, total: int) -> str:
    letters = int((width - 4) / LETTER)
    shown = name if len(name) <= letters else f"{name[:letters - 1]}…" if letters > 2 else ""
    text = f'<text x="{x + 2:.1f}" y="{y + 12}">{escape(shown)}</text>' if shown else ""
    tip = f"{name}: {count:,} instructions, {100 * count / total:.1f} %"
    return (f'<g><title>{escape(tip)}</title><rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{ROW - 1}" '
            f'fill="{_colour(name)}"/>{text}</g>')


def _colour(name: str) -> str:
    """The same warm colour for the same name in every graph."""
    mixed = sum(ord(char) * (31 + n) for n, char in enumerate(name))
    return f"rgb({205 + mixed % 50},{90 + mixed // 7 % 110},{40 + mixed // 11 % 40})"
