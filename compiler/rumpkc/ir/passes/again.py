"""Subscripts that come again in neighbouring statements, as in a swap or `xs[i] += 1`, get one check for each place.

    .a = xs[j]; .b = xs[i]                 if i <u len(xs) and j <u len(xs):
    xs[i] = .a; xs[j] = .b        ->           all four without checks
                                           else:
                                               as written

An assignment to an item changes no length, so what is tested before the statements holds in all of them. Those as
written keep the meaning where the test fails: for negative places, and for the error that comes at its own subscript.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import is_
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.accesses import (
    Access,
    access_of,
    all_of,
    compare,
    inside,
    int_const,
    length_of,
    split_offset,
    unchecked,
)
from rumpkc.ir.passes.purity import Purity, has_effect
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import walk
from rumpkc.types.types import INT

MOST_NODES = 120
MOST_OFFSET = 1 << 20
CALM = (ir.Const, ir.StrConst, ir.LocalGet, ir.GlobalGet, ir.FieldGet, ir.Aggregate, ir.TupleGet, ir.Convert, ir.IsNone,
        ir.IfExp, ir.And, ir.Or)
Key = tuple[ir.Local, ir.Local | None, int]       # container, variable of the index, offset


@dataclass(slots=True)
class Run:
    """Neighbouring statements without an effect but to variables and items, and their subscripts."""

    statements: list[ir.Stmt] = field(default_factory=list)
    keys: dict[Key, Access] = field(default_factory=dict)
    calm: dict[ir.Call, Access] = field(default_factory=dict)
    alias: dict[ir.Local, ir.LocalGet] = field(default_factory=dict)    # what a variable that the run sets stands for
    own: set[ir.Local] = field(default_factory=set)                     # variables that it sets
    fixed: set[ir.Local] = field(default_factory=set)                   # variables that it must not set any more
    nodes: int = 0


def share_checks(function: ir.Function, purity: Purity) -> None:
    """Rewrite the blocks of one function."""
    if function.kept is None and any(access_of(node) for node in walk(function.body or ())):
        function.body = _block(function.body or (), purity)


def _block(statements: tuple[ir.Stmt, ...], purity: Purity) -> tuple[ir.Stmt, ...]:
    """The statements of one block, in which runs are found."""
    out: list[ir.Stmt] = []
    run = Run()
    for node in statements:
        if not _takes(run, node, purity):
            out += _finished(run)
            run = Run()
            if not _takes(run, node, purity):
                run = Run()
                out.append(_below(node, purity))
    out += _finished(run)
    return statements if len(out) == len(statements) and all(map(is_, out, statements)) else tuple(out)


def _below(node: Any, purity: Purity) -> Any:
    """`node` with the blocks below it rewritten."""
    changed = {}
    for name in ("then", "orelse", "body", "final"):
        block = getattr(node, name, None)
        if isinstance(block, tuple) and block and isinstance(block[0], ir.Stmt):
            new = _block(block, purity)
            if new is not block:
                changed[name] = new
    if isinstance(node, ir.TryExcept):
        changed["handlers"] = tuple([_below(handler, purity) for handler in node.handlers])
    return replace(node, **changed) if changed else node


# Runs

def _takes(run: Run, node: ir.Stmt, purity: Purity) -> bool:
    """Add a statement to a run; False where it does not belong to it."""
    if not isinstance(node, (ir.SetLocal, ir.Eval)):
        return False
    nodes = list(walk([node.value]))
    if run.nodes + len(nodes) > MOST_NODES or not all(_is_calm(below, purity) for below in nodes):
        return False
    if isinstance(node, ir.SetLocal) and node.local in run.fixed:
        return False
    for below in nodes:
        if (access := access_of(below)) and (key := _key(run, access)):
            run.keys.setdefault(key, access)
            run.calm[access.call] = access
            run.fixed.update(local for local in key[:2] if local is not None)
    if isinstance(node, ir.SetLocal):
        if node.local in run.fixed:
            return _without(run, nodes)
        run.own.add(node.local)
        if isinstance(node.value, ir.LocalGet) and node.value.local is not node.local:
            run.alias[node.local] = _meant(run, node.value)
            run.fixed |= {node.local, run.alias[node.local].local}
    run.statements.append(node)
    run.nodes += len(nodes)
    return True


def _without(run: Run, nodes: list[ir.Node]) -> bool:
    """Forget the subscripts of a statement that does not belong to the run: `i = xs[i]`."""
    for node in nodes:
        if isinstance(node, ir.Call):
            run.calm.pop(node, None)
    run.keys = {key: access for key, access in run.keys.items() if access.call in run.calm}
    return False


def _is_calm(node: ir.Node, purity: Purity) -> bool:
    if isinstance(node, ir.Call):
        return access_of(node) is not None or purity.of(node.func)
    return not has_effect(node) if isinstance(node, ir.Prim) else isinstance(node, CALM)


def _meant(run: Run, node: ir.LocalGet) -> ir.LocalGet:
    """The variable that a temporary stands for."""
    return run.alias.get(node.local, node)


def _key(run: Run, access: Access) -> Key | None:
    """Which place of which container a subscript is, said with variables that the run does not set before."""
    if not isinstance(access.container, ir.LocalGet):
        return None
    container = _meant(run, access.container).local
    base, offset = split_offset(access.index)
    variable: ir.Local | None = None
    if isinstance(base, ir.Const) and isinstance(base.value, int):
        offset += base.value
    elif isinstance(base, ir.LocalGet) and base.type == INT:
        variable = _meant(run, base).local
    else:
        return None
    if container in run.own or variable in run.own or not 0 <= offset < MOST_OFFSET:
        return None
    return container, variable, offset


def _finished(run: Run) -> list[ir.Stmt]:
    """The statements of a run, in two versions where that saves a check."""
    if len(run.calm) <= len(run.keys):
        return run.statements
    with_places = [n for n, node in enumerate(run.statements) if any(below in run.calm for below in walk([node]))]
    start, end = with_places[0], with_places[-1] + 1
    tests = [test for key, access in run.keys.items() for test in _tests(key, access)]

    def change(node: Any) -> Any:
        if isinstance(node, ir.Call) and node in run.calm:
            return unchecked(run.calm[node], tuple([change(arg) for arg in node.args]))
        return with_children(node, change)

    written = tuple(run.statements[start:end])
    both = ir.If(written[0].span, all_of(tests), tuple([change(node) for node in written]), written)
    return [*run.statements[:start], both, *run.statements[end:]]


def _tests(key: Key, access: Access) -> list[ir.Expr]:
    """Tests that a place is in its container."""
    container, variable, offset = key
    span = access.call.span
    assert access.container is not None
    length = length_of(replace(access, container=ir.LocalGet(span, access.container.type, container)))
    if variable is None:
        return [compare("sgt", length, int_const(span, offset))]
    base = ir.LocalGet(span, INT, variable)
    return inside(base, base, [0, offset], length) if offset else [compare("ult", base, length)]
