"""Goes through the IR tree: the nodes below a node, in evaluation order, and what a program refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any

from rumpkc.ir import nodes as ir

_NODE = re.compile(r"\b(Expr|Stmt|Handler)\b")       # in the annotation of a field that holds nodes


def _child_fields() -> dict[type, tuple[str, ...]]:
    """For every node class the attributes that hold nodes or tuples of nodes."""
    return {cls: tuple(f.name for f in fields(cls) if _NODE.search(str(f.type)))
            for cls in vars(ir).values() if isinstance(cls, type) and issubclass(cls, ir.Node)}


CHILD_FIELDS = _child_fields()


def _lister(cls: type[ir.Node]) -> Callable[[ir.Node], list[ir.Node]]:
    """`children` for one class, written out: each pass and the verifier walk all of a program."""
    lines = ["def below(node):", "    out = []"]
    for name in CHILD_FIELDS[cls]:
        if str(cls.__dataclass_fields__[name].type).startswith("tuple["):
            lines.append(f"    out += node.{name}")
        else:
            lines += [f"    x = node.{name}", "    if x is not None:", "        out += x if type(x) is tuple else (x,)"]
    scope: dict[str, Any] = {}
    exec("\n".join([*lines, "    return out"]), scope)  # noqa: S102  (our own text)
    return scope["below"]


_LISTERS = {cls: _lister(cls) for cls in CHILD_FIELDS}


def children(node: ir.Node) -> list[ir.Node]:
    """The nodes directly below `node`."""
    return _LISTERS[type(node)](node)


def walk(nodes: Iterable[ir.Node]) -> Iterator[ir.Node]:
    """Every node of the given trees, parents first."""
    stack = list(nodes)[::-1]
    while stack:
        node = stack.pop()
        yield node
        below = _LISTERS[type(node)](node)
        below.reverse()
        stack += below


def nodes_of(nodes: Iterable[ir.Node], *kinds: type[ir.Node]) -> list[Any]:
    """The nodes of exactly these classes, in no order: for passes that look through all of a program."""
    found: list[Any] = []
    stack = list(nodes)
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind in kinds:
            found.append(node)
        stack += _LISTERS[kind](node)
    return found


def local_of(node: ir.Node) -> ir.Local | None:
    """The local that `node` itself reads, writes or binds."""
    return node.local if isinstance(node, (ir.LocalGet, ir.SetLocal, ir.Handler)) else None
