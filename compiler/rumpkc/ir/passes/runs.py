"""Several subscripts of one container at neighbouring places, in one expression, get one check for all of them.

    data[at] | data[at + 1] << 8 | …     ->     (unchecked form) if 0 <= at and at + 7 < len(data) else (as written)

The second form keeps the meaning where a check fails: it raises at the same subscript as before.
"""

from __future__ import annotations

from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.accesses import MAX_OFFSET, Access, access_of, all_of, inside, length_of, split_offset, unchecked
from rumpkc.ir.passes.purity import Purity, has_effect
from rumpkc.ir.rewrite import block, with_children
from rumpkc.ir.walk import walk

MIN_RUN = 3
Key = tuple[ir.Local | None, ir.Local]


def widen_checks(function: ir.Function, purity: Purity) -> None:
    """Rewrite the expressions of one function."""
    assert function.body is not None

    def change(node: Any) -> Any:
        if isinstance(node, ir.Expr) and not isinstance(node, (ir.LocalGet, ir.Const)):
            run = _run_below(node, purity)
            if run:
                return _guarded(node, run)
        return with_children(node, change)

    if any(access_of(node) for node in walk(function.body)):
        function.body = block(function.body, change)


def _key(access: Access) -> tuple[Key, int] | None:
    """Container, base and offset of an access with plain locals."""
    base, offset = split_offset(access.index)
    if not isinstance(base, ir.LocalGet) or not isinstance(access.container, ir.LocalGet):
        return None
    if not 0 <= offset < MAX_OFFSET:
        return None
    return (access.container.local, base.local), offset


def _run_below(node: ir.Expr, purity: Purity) -> dict[Key, dict[ir.Call, tuple[Access, int]]]:
    """The runs of an expression that has no effect but to raise; empty where there is none long enough."""
    groups: dict[Key, dict[ir.Call, tuple[Access, int]]] = {}
    for below in walk([node]):
        access = access_of(below)
        if access is not None:
            if access.call.func.symbol.endswith("__setitem__"):
                return {}
            if found := _key(access):
                groups.setdefault(found[0], {})[access.call] = (access, found[1])
        elif not _is_calm(below, purity):
            return {}
    return {key: group for key, group in groups.items() if len(group) >= MIN_RUN}


def _is_calm(node: ir.Node, purity: Purity) -> bool:
    if isinstance(node, ir.Call):
        return purity.of(node.func)
    if isinstance(node, ir.Prim):
        return not has_effect(node)
    return isinstance(node, (ir.Const, ir.LocalGet, ir.Convert, ir.FieldGet, ir.Aggregate, ir.TupleGet))


def _guarded(node: ir.Expr, runs: dict[Key, dict[ir.Call, tuple[Access, int]]]) -> ir.Expr:
    tests: list[ir.Expr] = []
    for group in runs.values():
        first, _ = next(iter(group.values()))
        base = split_offset(first.index)[0]
        tests += inside(base, base, [0, *(offset for _, offset in group.values())], length_of(first))
    calls = {call: access for group in runs.values() for call, (access, _) in group.items()}

    def change(below: Any) -> Any:
        if below in calls:
            return unchecked(calls[below], below.args)
        return with_children(below, change)

    return ir.IfExp(node.span, node.type, all_of(tests), change(node), node)
