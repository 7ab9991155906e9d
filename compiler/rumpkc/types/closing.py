"""A loop over the call of a generator function closes the generator when it is left early, as CPython does.

    for x in lines(path):            try: the loop
        if x == "": break     ->     finally: it.close()

Nobody else has that generator, so CPython ends it at once. It matters only where the generator has something to do at
its end: a `yield` in `try` or `with`, or in a loop over such a generator. That is known when all bodies are checked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import children, nodes_of, walk

if TYPE_CHECKING:
    from rumpkc.types.world import World


def settle(world: World) -> None:
    """Every `Closing` becomes a `TryFinally`, or the loop alone where closing would do nothing."""
    if not world.closes:
        return
    functions = [f for f in (*world.program.functions, *world.nested) if f.body is not None]
    closing = [f for f in functions if nodes_of(f.body or (), ir.Closing)]
    if not closing:
        return
    busy: set[ir.Function] = set()
    makers = [f for f in functions if f.kept is not None]
    while more := [f for f in makers if f not in busy and has_end(f, busy)]:
        busy.update(more)
    world.busy = busy
    for function in closing:
        settle_body(world, function)


def settle_body(world: World, function: ir.Function) -> None:
    """The same for one function, where it is known which generators have something to do at their end."""
    busy = world.busy
    held = any(n.handlers and n.resume in busy for n in nodes_of(function.body or (), ir.Closing))
    function.body = _block(function.body or (), busy)
    if held:
        world.func(world.function_of("lib.core.held", "rt_handle_end"))


def has_end(function: ir.Function, busy: set[ir.Function]) -> bool:
    """Whether a generator has something to do when it is closed; `busy` are others that have."""
    return any(_ends(node, busy, False) for node in function.body or ())


def _ends(node: ir.Node, busy: set[ir.Function], inside: bool) -> bool:
    """Whether a generator that is left at a `yield` in `node` has something to do when it is closed."""
    if isinstance(node, ir.Yield):
        return inside or node.delegates
    if isinstance(node, ir.Closing):
        inside = inside or node.resume in busy
    elif isinstance(node, (ir.TryExcept, ir.TryFinally)):
        inside = True
    return any(_ends(below, busy, inside) for below in children(node))


def _block(body: tuple[ir.Stmt, ...], busy: set[ir.Function]) -> tuple[ir.Stmt, ...]:
    out: list[ir.Stmt] = []
    for stmt in body:
        new = _changed(stmt, busy)
        if not isinstance(stmt, ir.Closing):
            out.append(new)
        elif stmt.resume in busy:
            out.append(ir.TryExcept(new.span, new.body, new.handlers, new.final) if new.handlers
                       else ir.TryFinally(new.span, new.body, new.final))
        else:
            out += new.body
    return tuple(out)


def _changed(node: Any, busy: set[ir.Function]) -> Any:
    """`node` with the lists of statements below it rewritten."""
    if not any(isinstance(below, ir.Closing) for below in walk([node])):
        return node
    changed = {}
    for name in node.__dataclass_fields__:
        value = getattr(node, name)
        if isinstance(value, tuple) and value and isinstance(value[0], ir.Stmt):
            changed[name] = _block(value, busy)
    node = replace(node, **changed) if changed else node
    return with_children(node, lambda below: below if isinstance(below, ir.Stmt) else _changed(below, busy))
