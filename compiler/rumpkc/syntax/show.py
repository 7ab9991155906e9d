"""A tree as text, for `--dump parse`: one node a line, with its place.

    Return 2:4-2:9
      value: Name 2:11-2:12 id='x'
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.source import Span
from rumpkc.syntax import tree


def show(node: tree.Node) -> str:
    """`node` and everything below it, without a final newline."""
    return "\n".join(_lines(node, ""))


def _lines(node: tree.Node, label: str) -> Iterator[str]:
    """The node's line, then its children's, two columns further in."""
    plain: list[str] = []
    below: list[tuple[str, tree.Node]] = []
    for name in node.__dataclass_fields__:
        value = getattr(node, name)
        if isinstance(value, tree.Node):
            below.append((f"{name}: ", value))
        elif isinstance(value, tuple) and not isinstance(value, Span) and any(isinstance(v, tree.Node) for v in value):
            below += [(f"{name}[{i}]: ", item) for i, item in enumerate(value) if item is not None]
        elif not isinstance(value, Span) and value not in (None, ()):
            plain.append(f" {name}={value!r}")
    span = node.span
    yield f"{label}{type(node).__name__} {span.line}:{span.col}-{span.end_line}:{span.end_col}{''.join(plain)}"
    for name, child in below:
        yield from (f"  {line}" for line in _lines(child, name))
