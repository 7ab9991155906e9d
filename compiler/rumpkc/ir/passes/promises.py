"""`@unchecked` functions: subscripts whose author promises that they hit lose their checks.

    @unchecked                               items[i]  ->  ptr.load(items._data + (i + items._len if i < 0 else i))
    def f(items: list[int], i: int): …

A negative index still counts from the end: only the promise that there is such an item is taken, no meaning. LLVM drops
the test where it sees that an index is none. Sums are dealt with when they are emitted (emit/prims.py).
"""

from __future__ import annotations

from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.accesses import Access, access_of, compare, int_const, length_of, unchecked
from rumpkc.ir.passes.loops import ROUNDS_AT_ONCE, SHORT, nodes_inside, range_of
from rumpkc.ir.rewrite import block, with_children
from rumpkc.types.types import INT, NONE


def take_promises(function: ir.Function) -> None:
    """Rewrite the subscripts of an `@unchecked` function."""
    assert function.body is not None

    def change(node: Any) -> Any:
        new = with_children(node, change)
        if isinstance(new, ir.Call) and access_of(new):
            return _promised(new)
        if isinstance(new, ir.Loop) and not new.unroll and range_of(new) and _is_short(new):
            return ir.Loop(new.span, new.id, new.test, new.body, new.step, new.orelse, ROUNDS_AT_ONCE)
        return new

    function.body = block(function.body, change)


def _is_short(loop: ir.Loop) -> bool:
    nodes = nodes_inside(loop)
    return len(nodes) <= SHORT and not any(isinstance(node, ir.Loop) for node in nodes)


def _promised(call: ir.Call) -> ir.Expr:
    """One subscript without its check; its operands are evaluated once and in order."""
    span = call.span
    saves: list[ir.Stmt] = []
    args: list[ir.Expr] = []
    for arg in call.args:
        if isinstance(arg, ir.Const) or arg.type == NONE:
            args.append(arg)
            continue
        slot = ir.Local(".p", arg.type, arg.span)
        saves.append(ir.SetLocal(arg.span, slot, arg))
        args.append(ir.LocalGet(arg.span, arg.type, slot))
    again = ir.Call(span, call.type, call.func, tuple(args))
    access = access_of(again)
    assert access is not None
    place = _place(access)
    if access.container is None:
        return ir.Seq(span, call.type, tuple(saves), place)
    plain = unchecked(access, (args[0], place, *args[2:]))
    return ir.Seq(span, call.type, tuple(saves), plain) if saves else plain


def _place(access: Access) -> ir.Expr:
    """The place that an index means."""
    index, span = access.index, access.call.span
    if isinstance(index, ir.Const) and isinstance(index.value, int) and index.value >= 0:
        return index
    from_end = ir.Prim(span, INT, "add.wrap", (index, length_of(access)))
    return ir.IfExp(span, INT, compare("slt", index, int_const(span, 0)), from_end, index)
