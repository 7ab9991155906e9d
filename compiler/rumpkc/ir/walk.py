"""Goes through the IR tree: the nodes below a node, in evaluation order, and what a program refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from rumpkc.ir import nodes as ir

_NODE = re.compile(r"\b(Expr|Stmt|Handler)\b")       # in the annotation of a field that holds nodes


def _child_fields() -> dict[type, tuple[str, ...]]:
    """For every node class the attributes that hold nodes or tuples of nodes."""
    return {cls: tuple(f.name for f in fields(cls) if _NODE.search(str(f.type)))
            for cls in vars(ir).values() if isinstance(cls, type) and issubclass(cls, ir.Node)}


CHILD_FIELDS = _child_fields()


def children(node: ir.Node) -> Iterator[ir.Node]:
    """The nodes directly below `node`."""
    for name in CHILD_FIELDS[type(node)]:
        value = getattr(node, name)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


def walk(nodes: Iterable[ir.Node]) -> Iterator[ir.Node]:
    """Every node of the given trees, parents first."""
    stack = list(nodes)[::-1]
    while stack:
        node = stack.pop()
        yield node
        below = list(children(node))
        stack.extend(below[::-1])


def local_of(node: ir.Node) -> ir.Local | None:
    """The local that `node` itself reads, writes or binds."""
    return node.local if isinstance(node, (ir.LocalGet, ir.SetLocal, ir.Handler)) else None
