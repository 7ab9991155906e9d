"""`rumpkc size --html`: the image as a page: a rectangle for each module, in it one for each symbol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape

WIDTH, HEIGHT, HEAD = 1200.0, 760.0, 14.0
Box = tuple[float, float, float, float]         # left, top, width, height
PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{font:12px monospace}} div{{position:absolute;box-sizing:border-box;overflow:hidden;border:1px solid #fff}}
.m{{background:#345;color:#fff}} .s{{background:#9bc;color:#123}} .s:hover{{background:#fc6}}</style>
<p>{title}: {total:,} bytes in symbols</p><div style="position:relative;width:{w:.0f}px;height:{h:.0f}px">
{boxes}
</div>
"""


def html_map(title: str, rows: list[tuple[str, str, int]]) -> str:
    """The page; `rows` are module, symbol, bytes."""
    modules: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for module, symbol, size in rows:
        modules[module].append((symbol, size))
    sizes = {module: sum(size for _, size in symbols) for module, symbols in modules.items()}
    boxes: list[str] = []
    for module, box in _laid_out(sizes, (0.0, 0.0, WIDTH, HEIGHT)):
        boxes.append(_div("m", f"{module}: {sizes[module]:,}", module, box))
        left, top, width, height = box
        inner = (left, top + HEAD, width, max(0.0, height - HEAD))
        symbols: dict[str, int] = defaultdict(int)
        for symbol, size in modules[module]:
            symbols[symbol] += size
        boxes += [_div("s", f"{symbol}: {symbols[symbol]:,}", symbol.removeprefix(f"{module}."), place)
                  for symbol, place in _laid_out(symbols, inner) if min(place[2:]) >= 1]
    return PAGE.format(title=escape(title), total=sum(sizes.values()), w=WIDTH, h=HEIGHT, boxes="\n".join(boxes))


def _div(kind: str, tip: str, text: str, box: Box) -> str:
    left, top, width, height = box
    return (f'<div class="{kind}" title="{escape(tip)}" style="left:{left:.1f}px;top:{top:.1f}px;width:{width:.1f}px;'
            f'height:{height:.1f}px">{escape(text)}</div>')


def _laid_out(sizes: dict[str, int], box: Box) -> Iterator[tuple[str, Box]]:
    """A rectangle for each name: the box is cut into halves of about equal bytes, again and again."""
    todo = [(sorted(((n, s) for n, s in sizes.items() if s), key=lambda item: (-item[1], item[0])), box)]
    while todo:
        items, (left, top, width, height) = todo.pop()
        if len(items) < 2:
            yield from ((name, (left, top, width, height)) for name, _ in items)
            continue
        total, first, count = sum(size for _, size in items), 0, 0
        while count < len(items) - 1 and (not count or first + items[count][1] <= total / 2):
            first, count = first + items[count][1], count + 1
        share = first / total
        if width >= height:
            todo += [(items[:count], (left, top, width * share, height)),
                     (items[count:], (left + width * share, top, width * (1 - share), height))]
        else:
            todo += [(items[:count], (left, top, width, height * share)),
                     (items[count:], (left, top + height * share, width, height * (1 - share)))]
