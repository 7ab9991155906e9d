"""Statements: each function writes the instructions of one node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rumpkc.emit import generators, raises, tries
from rumpkc.emit.body import Body
from rumpkc.emit.expr import clear, emit_condition, emit_expr, object_field
from rumpkc.emit.layout import Layout
from rumpkc.ir import nodes as ir
from rumpkc.types.types import ArrayType, ClassInst, Type


def emit_block(body: Body, statements: tuple[ir.Stmt, ...]) -> None:
    """Write statements in order; what follows a jump is dropped."""
    for statement in statements:
        if body.dead:
            return
        body.at(statement.span)
        STATEMENTS[type(statement)](body, statement)


def _eval(body: Body, node: ir.Eval) -> None:
    emit_expr(body, node.value)


def _set_local(body: Body, node: ir.SetLocal) -> None:
    value = emit_expr(body, node.value)
    body.do(f"store {body.layout.register(node.local.type)} {value}, ptr {body.slot(node.local)}"
            f"{body.frame_tag(node.local)}")


def _copy_array(body: Body, t: Type, source: str, address: str) -> None:
    """An array in place is set by copying the elements; source and target may be the same array."""
    layout: Layout = body.layout
    body.do(f"call void @llvm.memmove.p0.p0.i64(ptr {address}, ptr {source}, i64 {layout.size(t)}, i1 false)")


def _set_global(body: Body, node: ir.SetGlobal) -> None:
    value = emit_expr(body, node.value)
    body.at(node.span)
    target = node.target
    name = body.module.global_name(target)
    if isinstance(target.type, ArrayType):
        _copy_array(body, target.type, value, name)
    else:
        body.store(target.type, value, name, body.module.alias.variable(target))


def _set_field(body: Body, node: ir.SetField) -> None:
    obj = emit_expr(body, node.obj)
    cls = node.obj.type
    assert isinstance(cls, ClassInst)
    t = cls.fields[node.name]
    if isinstance(node.value, ir.NewArray):
        clear(body, object_field(body, cls, obj, node.name), body.layout.size(t))
        return
    value = emit_expr(body, node.value)
    body.at(node.span)
    address = object_field(body, cls, obj, node.name)
    if isinstance(t, ArrayType):
        _copy_array(body, t, value, address)
    else:
        body.store(t, value, address, body.module.alias.field(cls, node.name))


def _if(body: Body, node: ir.If) -> None:
    then, orelse, end = body.new_label(), body.new_label(), body.new_label()
    emit_condition(body, node.test, then, orelse if node.orelse else end)
    body.place(then)
    emit_block(body, node.then)
    body.jump(end)
    if node.orelse:
        body.place(orelse)
        emit_block(body, node.orelse)
    body.place(end)


def _loop(body: Body, node: ir.Loop) -> None:
    head, inside, step = body.new_label("loop"), body.new_label(), body.new_label()
    orelse, end = body.new_label(), body.new_label()
    body.loops[node.id] = (end, step)
    body.place(head)
    emit_condition(body, node.test, inside, orelse)
    body.place(inside)
    emit_block(body, node.body)
    body.place(step)
    emit_block(body, node.step)
    body.at(node.span)
    body.jump(head, f", !llvm.loop {body.module.unrolled(node.unroll)}" if node.unroll else "")
    body.place(orelse)
    emit_block(body, node.orelse)
    body.place(end)


def _break(body: Body, node: ir.Break) -> None:
    tries.leave(body, "break", node.loop)


def _continue(body: Body, node: ir.Continue) -> None:
    tries.leave(body, "continue", node.loop)


def _return(body: Body, node: ir.Return) -> None:
    value = None if node.value is None else emit_expr(body, node.value)
    tries.leave_with(body, value)


def _raise(body: Body, node: ir.Raise) -> None:
    if raises.belongs_outside(body, node):
        raises.emit_outside(body, node)
        return
    value = emit_expr(body, node.value)
    body.at(node.span)
    name = body.module.runtime("rt_reraise" if node.again else "rt_raise")
    body.do(f"call void @{name}(ptr {value}) #{body.module.cold_call}")
    body.end("unreachable")


STATEMENTS: dict[type, Callable[[Body, Any], None]] = {
    ir.Eval: _eval, ir.SetLocal: _set_local, ir.SetGlobal: _set_global, ir.SetField: _set_field, ir.If: _if,
    ir.Loop: _loop, ir.Break: _break, ir.Continue: _continue, ir.Return: _return, ir.Raise: _raise,
    ir.TryExcept: tries.emit_try_except, ir.TryFinally: tries.emit_try_finally,
    ir.Suspendable: generators.emit_suspendable, ir.Yield: generators.emit_yield,
}
