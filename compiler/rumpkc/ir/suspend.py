"""Every `Yield` becomes a statement of its block: nothing is half evaluated when a generator is left.

    f(a(), (yield 1))      ->      .s1 = a(); _item = 1; yield; f(.s1, _sent)

What an expression evaluates before the yield goes into locals, which the emitter keeps in the generator object.
"""

from __future__ import annotations

from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import CHILD_FIELDS, walk
from rumpkc.types.types import BOOL, NEVER, NONE

LEAVES = (ir.Const, ir.StrConst, ir.FuncAddr, ir.GlobalAddr, ir.TypeInfo, ir.SizeOf)


def yields(*nodes: ir.Node) -> bool:
    """Whether there is a `Yield` in the trees."""
    return any(isinstance(node, ir.Yield) for node in walk(nodes))


def lift(body: tuple[ir.Stmt, ...]) -> tuple[ir.Stmt, ...]:
    """The statements with every `Yield` outside of expressions."""
    return _Lifter().block(body) if yields(*body) else body


class _Lifter:
    def __init__(self) -> None:
        self.count = 0

    def block(self, body: tuple[ir.Stmt, ...]) -> tuple[ir.Stmt, ...]:
        return tuple([new for stmt in body for new in self.statement(stmt)])

    def statement(self, node: ir.Stmt) -> list[ir.Stmt]:
        """One statement as one or more."""
        if not yields(node):
            return [node]
        match node:
            case ir.If():
                before, test = self.expr(node.test)
                return [*before, ir.If(node.span, test, self.block(node.then), self.block(node.orelse))]
            case ir.Loop():
                return [self._loop(node)]
            case ir.TryExcept():
                handlers = self._handlers(node.handlers)
                return [ir.TryExcept(node.span, self.block(node.body), handlers, self.block(node.orelse))]
            case ir.Closing():
                return [ir.Closing(node.span, self.block(node.body), self.block(node.final), node.resume,
                                   self._handlers(node.handlers))]
            case ir.TryFinally():
                return [ir.TryFinally(node.span, self.block(node.body), self.block(node.final))]
            case ir.Suspendable():
                return [ir.Suspendable(node.span, node.id, self.block(node.body))]
            case ir.Yield():
                return [node]
        before, new = self._operands(node)
        return [*before, new]

    def _handlers(self, handlers: tuple[ir.Handler, ...]) -> tuple[ir.Handler, ...]:
        return tuple(ir.Handler(h.span, h.classes, h.local, self.block(h.body)) for h in handlers)

    def _loop(self, node: ir.Loop) -> ir.Loop:
        """A test with a yield becomes the first statements of the body."""
        body, step, orelse = self.block(node.body), self.block(node.step), self.block(node.orelse)
        if not yields(node.test):
            return ir.Loop(node.span, node.id, node.test, body, step, orelse, node.unroll)
        before, test = self.expr(node.test)
        stop = ir.If(node.span, test, (), (*orelse, ir.Break(node.span, node.id)))
        return ir.Loop(node.span, node.id, ir.Const(node.span, BOOL, True), (*before, stop, *body), step)

    def expr(self, node: ir.Expr) -> tuple[list[ir.Stmt], ir.Expr]:
        """The statements to run first, and what is left of the expression."""
        if not yields(node):
            return [], node
        match node:
            case ir.Seq():
                body = list(self.block(node.body))
                before, value = self.expr(node.value)
                return [*body, *before], value
            case ir.IfExp():
                return self._choice(node, node.test, node.then, node.orelse)
            case ir.And():
                return self._choice(node, node.left, node.right, ir.Const(node.span, BOOL, False))
            case ir.Or():
                return self._choice(node, node.left, ir.Const(node.span, BOOL, True), node.right)
        return self._operands(node)

    def _choice(self, node: ir.Expr, test: ir.Expr, then: ir.Expr, orelse: ir.Expr) -> tuple[list[ir.Stmt], ir.Expr]:
        out = self._local(node)
        before, test = self.expr(test)
        arms = []
        for arm in (then, orelse):
            first, value = self.expr(arm)
            arms.append((*first, ir.SetLocal(node.span, out, value)))
        return [*before, ir.If(node.span, test, *arms)], ir.LocalGet(node.span, out.type, out)

    def _local(self, node: ir.Expr) -> ir.Local:
        self.count += 1
        return ir.Local(f".t.s{self.count}", node.type, node.span)

    def _operands(self, node: Any) -> tuple[list[ir.Stmt], Any]:
        """A node whose operands are evaluated in order: those before the last yield are saved."""
        operands = [below for name in CHILD_FIELDS[type(node)] for below in _listed(getattr(node, name))]
        last = max(i for i, below in enumerate(operands) if yields(below))
        before: list[ir.Stmt] = []
        changed: dict[int, ir.Expr] = {}
        for index, below in enumerate(operands[: last + 1]):
            first, value = self.expr(below)
            before += first
            if index < last and not isinstance(value, LEAVES):
                if value.type in (NONE, NEVER):
                    before.append(ir.Eval(value.span, value))
                    value = ir.Const(value.span, value.type, None)
                else:
                    saved = self._local(value)
                    before.append(ir.SetLocal(value.span, saved, value))
                    value = ir.LocalGet(value.span, value.type, saved)
            changed[id(below)] = value
        return before, with_children(node, lambda below: changed.get(id(below), below))


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
