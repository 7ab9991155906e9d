"""`raise` with an exception to be made becomes a cold function of its own.

    raise ValueError(f"no task {ident}")     ->     call void @find.raise1(i64 %ident); unreachable

Making the exception takes calls and registers that live across them. Out of line they cost the function nothing: no
saved registers on the way that does not raise, and less to inline. The cold function has the debug scope of the
function that it comes from, and the call of it is hidden from tracebacks, as that of a `try` body is (debug.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.emit.layout import quoted
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk

if TYPE_CHECKING:
    from rumpkc.emit.body import Body

NOT_MOVED = (ir.TryExcept, ir.TryFinally, ir.Return)


def belongs_outside(body: Body, node: ir.Raise) -> bool:
    """Whether a `raise` makes its exception, and changes no variable that a handler could read."""
    if not body.module.moves_raises_out or node.again or isinstance(node.value, (ir.LocalGet, ir.Convert)):
        return False
    return not any(isinstance(below, NOT_MOVED)
                   or isinstance(below, ir.SetLocal) and not below.local.name.startswith(".")
                   for below in walk([node.value]))


def emit_outside(body: Body, node: ir.Raise) -> None:
    """Write the cold function and the call of it."""
    from rumpkc.emit.expr import emit_expr

    if body.dead:
        return
    module, layout = body.module, body.layout
    inside = list(walk([node.value]))
    own = {below.local for below in inside if isinstance(below, ir.SetLocal)}
    read = dict.fromkeys(below.local for below in inside if isinstance(below, ir.LocalGet))
    given = [local for local in read if local not in own]
    cold, symbol = module.outlined_raise(body)
    cold.at(node.span)
    for number, local in enumerate(given):
        cold.do(f"store {layout.register(local.type)} %a.{number}, ptr {cold.slot(local)}")
    value = emit_expr(cold, node.value)
    cold.at(node.span)
    cold.do(f"call void @{module.runtime('rt_raise')}(ptr {value}) #{module.cold_call}")
    cold.end("unreachable")
    module.finish_raise(cold, symbol, [f"{layout.register(t.type)} %a.{n}" for n, t in enumerate(given)])
    values = [body.value(f"load {layout.register(t.type)}, ptr {body.slot(t)}{body.frame_tag(t)}") for t in given]
    arguments = ", ".join(f"{layout.register(t.type)} {value}" for t, value in zip(given, values))
    position = body.dbg
    if body.scope is not None:
        body.dbg = body.scope.try_location(body.line_number)
    body.do(f"call void @{quoted(symbol)}({arguments}) #{module.cold_call}")
    body.dbg = position
    body.end("unreachable")
