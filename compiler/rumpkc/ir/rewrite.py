"""Changed copies of IR trees. What does not change is shared with the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import CHILD_FIELDS


def with_children(node: Any, change: Callable[[Any], Any]) -> Any:
    """`node` with `change` applied to each node directly below it; `node` itself if none of them changed."""
    changed: dict[str, Any] = {}
    for name in CHILD_FIELDS[type(node)]:
        below = getattr(node, name)
        if isinstance(below, tuple):
            new: Any = tuple([change(child) for child in below])
            if any(a is not b for a, b in zip(new, below)):
                changed[name] = new
        elif below is not None:
            new = change(below)
            if new is not below:
                changed[name] = new
    return replace(node, **changed) if changed else node


def block(statements: tuple[ir.Stmt, ...], change: Callable[[Any], Any]) -> tuple[ir.Stmt, ...]:
    """The statements with `change` applied to each; the same tuple if none changed."""
    new = tuple([change(statement) for statement in statements])
    return new if any(a is not b for a, b in zip(new, statements)) else statements
