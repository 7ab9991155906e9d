"""A str that a loop only adds to grows in a builder: its bytes are not copied in every round.

    for c in text:                       .b = a builder that begins with `out`
        out = out + c            ->      for c in text: append(.b, c)
                                         out = what .b holds

Sound because nobody sees `out` while the loop runs: the loop names it only where it adds to it, contains no `try` that
names it, no `yield`, and is left by its end or a `break` of its own; no `try` of the function is around the loop, so an
exception ends the variable's life. The variable has a value before the loop on every path. What is added is evaluated
at the same places in the same order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import children, local_of, walk
from rumpkc.types.types import NONE, ClassInst

ADD = "lib.core.str.Str.__add__"
BEGIN, APPEND, END = (f"lib.core.text.grow_{word}" for word in ("begin", "append", "end"))
TRIES = (ir.TryExcept, ir.TryFinally)


class Growing:
    """Rewrites the functions of one program; the checker has asked for the functions of the library that it takes
    (types/assignment.py)."""

    def __init__(self, program: ir.Program) -> None:
        found = {f.symbol: f for f in program.functions if f.symbol in (BEGIN, APPEND, END)}
        self._functions = [found[name] for name in (BEGIN, APPEND, END)] if len(found) == 3 else []

    def rewrite(self, function: ir.Function) -> None:
        """Rewrite the outermost loops that allow it in one function."""
        if not self._functions or function.kept is not None or function.body is None:
            return
        if any(_grown(node) for node in walk(function.body)):
            function.body = self._block(function.body, set(function.params))

    def _block(self, statements: tuple[ir.Stmt, ...], known: set[ir.Local]) -> tuple[ir.Stmt, ...]:
        """The statements of a block; the variables in `known` have a value before it."""
        out: list[ir.Stmt] = []
        known = set(known)
        for node in statements:
            if isinstance(node, ir.SetLocal):
                known.add(node.local)
            elif isinstance(node, ir.If):
                node = replace(node, then=self._block(node.then, known), orelse=self._block(node.orelse, known))
            elif isinstance(node, ir.Loop):
                names = dict.fromkeys(local for below in walk([node]) if (local := _grown(below)) and local in known)
                grown = [local for local in names if _allows(node, local)]
                if grown:
                    out += self._with_builders(node, grown)
                    continue
                node = replace(node, body=self._block(node.body, known))
            out.append(node)
        return tuple(out)

    def _with_builders(self, loop: ir.Loop, grown: list[ir.Local]) -> list[ir.Stmt]:
        begin, append, end = self._functions
        kind = begin.params[0].type
        assert isinstance(kind, ClassInst)
        span = loop.span
        builders = {local: ir.LocalGet(span, kind, ir.Local(".grown", kind, span)) for local in grown}

        def change(node: Any) -> Any:
            local = _grown(node)
            if local not in builders:
                return with_children(node, change)
            *first, last = [ir.Call(part.span, NONE, append, (builders[local], change(part)))
                            for part in _parts(node.value)]
            calls = tuple(ir.Eval(call.span, call) for call in first)
            return ir.Eval(node.span, ir.Seq(node.span, NONE, calls, last) if calls else last)

        before: list[ir.Stmt] = []
        after: list[ir.Stmt] = []
        for local, builder in builders.items():
            got = ir.LocalGet(span, local.type, local)
            before += [ir.SetLocal(span, builder.local, ir.New(span, kind, None, in_frame=True)),
                       ir.Eval(span, ir.Call(span, NONE, begin, (builder, got)))]
            after.append(ir.SetLocal(span, local, ir.Call(span, local.type, end, (builder,))))
        return [*before, change(loop), *after]


def _grown(node: ir.Node) -> ir.Local | None:
    """The variable that a statement only adds to."""
    if not isinstance(node, ir.SetLocal):
        return None
    left: ir.Expr = node.value
    while isinstance(left, ir.Call) and left.func.symbol == ADD:
        left = left.args[0]
    return node.local if left is not node.value and isinstance(left, ir.LocalGet) and left.local is node.local else None


def _parts(value: ir.Expr) -> list[ir.Expr]:
    """What is added, in order."""
    parts: list[ir.Expr] = []
    while isinstance(value, ir.Call):
        parts.append(value.args[1])
        value = value.args[0]
        if isinstance(value, ir.LocalGet):
            break
    return parts[::-1]


def _allows(loop: ir.Loop, local: ir.Local) -> bool:
    """Whether nothing in the loop sees the variable between two additions, and the loop ends where it ends."""
    inner = {node.id for node in walk([loop]) if isinstance(node, (ir.Loop, ir.Suspendable))}
    added = 0
    stack: list[ir.Node] = [loop]
    while stack:
        node = stack.pop()
        if isinstance(node, (ir.Yield, ir.Suspendable)):
            return False
        if isinstance(node, (ir.Break, ir.Continue)) and node.loop not in inner:
            return False
        if isinstance(node, TRIES) and any(local_of(below) is local for below in walk([node])):
            return False
        if _grown(node) is local:
            assert isinstance(node, ir.SetLocal)
            added += 1
            stack.extend(_parts(node.value))
            continue
        if local_of(node) is local:
            return False
        stack.extend(children(node))
    return added > 0
