"""Expressions: each function writes the instructions of one node and gives the operand that holds its value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.emit import calls, convert, prims
from rumpkc.emit.body import Body
from rumpkc.emit.consts import scalar
from rumpkc.emit.layout import is_by_value
from rumpkc.emit.places import block_bytes, object_places, places
from rumpkc.ir import nodes as ir
from rumpkc.types.types import NONE, ArrayType, ClassInst, FuncType, OptionalType, TupleType, UnionType


def emit_expr(body: Body, node: ir.Expr) -> str:
    """Write `node`; gives the operand of its value in register form ("0" for None)."""
    return EXPRESSIONS[type(node)](body, node)


def emit_condition(body: Body, node: ir.Expr, then: str, orelse: str) -> None:
    """Branch to `then` or `orelse` on a BOOL expression, without joining short circuits into a value first."""
    if isinstance(node, (ir.And, ir.Or)):
        middle = body.new_label()
        if isinstance(node, ir.And):
            emit_condition(body, node.left, middle, orelse)
        else:
            emit_condition(body, node.left, then, middle)
        body.place(middle)
        emit_condition(body, node.right, then, orelse)
    elif isinstance(node, ir.Prim) and node.op == "not":
        emit_condition(body, node.args[0], orelse, then)
    elif isinstance(node, ir.Const):
        body.jump(then if node.value else orelse)
    else:
        body.branch(emit_expr(body, node), then, orelse)


def _const(body: Body, node: ir.Const) -> str:
    if node.value is None and isinstance(node.type, UnionType):
        return convert.emit_convert(body, NONE, node.type, "0")
    return scalar(node.type, node.value)


def _str_const(body: Body, node: ir.StrConst) -> str:
    assert isinstance(node.type, ClassInst)
    return body.module.constants.text(node.type, node.value)


def _local_get(body: Body, node: ir.LocalGet) -> str:
    local = node.local
    register = body.layout.register(local.type)
    return body.value(f"load {register}, ptr {body.slot(local)}{body.frame_tag(local)}")


def _global_get(body: Body, node: ir.GlobalGet) -> str:
    target = node.target
    name = body.module.global_name(target)
    if isinstance(target.type, ArrayType) or isinstance(target.init, (ir.FObject, ir.FBuffer)):
        return name
    return body.load(target.type, name, body.module.alias.variable(target))


def _global_addr(body: Body, node: ir.GlobalAddr) -> str:
    return body.module.global_name(node.target)


def _func_addr(body: Body, node: ir.FuncAddr) -> str:
    name = body.module.function_name(node.target)
    if not isinstance(node.type, FuncType):
        return name
    return body.value(f"insertvalue {{ ptr, ptr }} zeroinitializer, ptr {name}, 0")


def _closure(body: Body, node: ir.Closure) -> str:
    env = emit_expr(body, node.env)
    pair = body.value(f"insertvalue {{ ptr, ptr }} poison, ptr {body.module.function_name(node.target)}, 0")
    return body.value(f"insertvalue {{ ptr, ptr }} {pair}, ptr {env}, 1")


def object_field(body: Body, cls: ClassInst, obj: str, name: str) -> str:
    """The address of a field of the reference object `obj`."""
    layout = body.layout
    return body.value(f"getelementptr inbounds {layout.object(cls)}, ptr {obj}, i32 0, "
                      f"i32 {layout.field_index(cls, name)}")


def _field_get(body: Body, node: ir.FieldGet) -> str:
    cls = node.obj.type
    if not isinstance(cls, ClassInst):
        raise fail("E0904", f"internal error: a field of {cls}", node.span)
    if cls.by_value:
        return _value_field(body, node, cls)
    obj = emit_expr(body, node.obj)
    body.at(node.span)
    address = object_field(body, cls, obj, node.name)
    if isinstance(node.type, ArrayType):
        return address
    return body.load(cls.fields[node.name], address, body.module.alias.field(cls, node.name) +
                     body.module.length_range(cls, node.name))


def _value_field(body: Body, node: ir.FieldGet, cls: ClassInst) -> str:
    """A field of a by-value class: straight from the local's slot or from memory where it lies there."""
    layout = body.layout
    index = layout.field_index(cls, node.name)
    if address := _lies_at(body, node.obj):
        place, tag = address
        field = body.value(f"getelementptr inbounds {layout.object(cls)}, ptr {place}, i32 0, i32 {index}")
        return field if isinstance(node.type, ArrayType) else body.load(node.type, field, tag)
    value = emit_expr(body, node.obj)
    if isinstance(node.type, ArrayType):
        place = body.alloca(layout.object(cls))
        body.do(f"store {layout.object(cls)} {value}, ptr {place}")
        return body.value(f"getelementptr inbounds {layout.object(cls)}, ptr {place}, i32 0, i32 {index}")
    return body.from_memory(node.type, body.value(f"extractvalue {layout.object(cls)} {value}, {index}"))


def _lies_at(body: Body, node: ir.Expr) -> tuple[str, str] | None:
    """The address and alias tag of a by-value aggregate that an expression only reads from memory."""
    if isinstance(node, ir.LocalGet):
        return body.slot(node.local), body.frame_tag(node.local)
    if isinstance(node, ir.Prim) and node.op == "ptr.load":
        return emit_expr(body, node.args[0]), body.module.alias.pointer(body.function.module)
    if isinstance(node, ir.FieldGet) and is_by_value(node.obj.type):
        assert isinstance(node.obj.type, ClassInst)
        if outer := _lies_at(body, node.obj):
            layout = body.layout
            index = layout.field_index(node.obj.type, node.name)
            return body.value(f"getelementptr inbounds {layout.object(node.obj.type)}, ptr {outer[0]}, "
                              f"i32 0, i32 {index}"), outer[1]
    return None


def _field_addr(body: Body, node: ir.FieldAddr) -> str:
    obj = emit_expr(body, node.obj)
    assert isinstance(node.obj.type, ClassInst)
    if node.obj.type.by_value:
        raise fail("E0904", f"internal error: the address of a field of the by-value class {node.obj.type}", node.span)
    return object_field(body, node.obj.type, obj, node.name)


def _aggregate(body: Body, node: ir.Aggregate) -> str:
    shape = body.layout.register(node.type)
    values = [emit_expr(body, item) for item in node.items]
    result = "poison" if values else "zeroinitializer"
    for index, (t, value) in enumerate(zip(body.layout.items(node.type), values, strict=True)):
        memory, value = _item_to_memory(body, t, value)
        result = body.value(f"insertvalue {shape} {result}, {memory} {value}, {index}")
    return result


def _item_to_memory(body: Body, t: Any, value: str) -> tuple[str, str]:
    """An item in memory form; an array in place is read from where its register form points to."""
    if isinstance(t, ArrayType):
        memory = body.layout.memory(t)
        return memory, body.value(f"load {memory}, ptr {value}")
    return body.to_memory(t, value)


def _tuple_get(body: Body, node: ir.TupleGet) -> str:
    t = node.value.type
    layout = body.layout
    if isinstance(node.value, ir.LocalGet):
        place = body.slot(node.value.local)
        field = body.value(f"getelementptr inbounds {layout.register(t)}, ptr {place}, i32 0, i32 {node.index}")
        return body.load(node.type, field, body.frame_tag(node.value.local))
    value = emit_expr(body, node.value)
    assert isinstance(t, TupleType)
    return body.from_memory(node.type, body.value(f"extractvalue {layout.register(t)} {value}, {node.index}"))


def _convert(body: Body, node: ir.Convert) -> str:
    return convert.emit_convert(body, node.value.type, node.type, emit_expr(body, node.value))


def _is_none(body: Body, node: ir.IsNone) -> str:
    t = node.value.type
    value = emit_expr(body, node.value)
    shape = body.layout.register(t)
    if t == NONE:
        return "true"
    if isinstance(t, OptionalType):
        if shape == "ptr":
            return body.value(f"icmp eq ptr {value}, null")
        return body.value(f"icmp eq i8 {body.value(f'extractvalue {shape} {value}, 0')}, 0")
    if isinstance(t, UnionType) and NONE in t.members:
        tag = body.value(f"extractvalue {shape} {value}, 0")
        return body.value(f"icmp eq i64 {tag}, {t.members.index(NONE)}")
    return "false"


def _is_instance(body: Body, node: ir.IsInstance) -> str:
    return convert.emit_is_instance(body, node.value.type, emit_expr(body, node.value), node.cls)


def _type_info(body: Body, node: ir.TypeInfo) -> str:
    return body.module.classes.typeinfo(node.cls)


def _size_of(body: Body, node: ir.SizeOf) -> str:
    if node.instance and isinstance(node.of, ClassInst) and not node.of.by_value:
        return str(body.layout.object_size(node.of))
    return str(body.layout.size(node.of))


def _has_references(body: Body, node: ir.HasReferences) -> str:
    return "true" if places(body.layout, node.of) else "false"


def _new(body: Body, node: ir.New) -> str:
    cls = node.type
    assert isinstance(cls, ClassInst)
    if node.in_frame and body.function.kept is None:         # the frame of a generator does not outlive its yields
        return _frame_object(body, cls, node)
    size, maker = str(block_bytes(body.layout, cls)), "rt_new"
    if node.extra is not None:
        extra = emit_expr(body, node.extra)
        body.at(node.span)
        size = body.value(f"add i64 {extra}, {body.layout.object_size(cls)}")
        maker = "rt_alloc" if object_places(body.layout, cls) else "rt_bytes"
    body.at(node.span)
    obj = body.value(f"call ptr @{body.module.runtime(maker)}(i64 {size})")
    body.do(f"store ptr {body.module.classes.typeinfo(cls)}, ptr {obj}{body.module.alias.header}")
    return obj


def _frame_object(body: Body, cls: ClassInst, node: ir.New) -> str:
    """An object on the stack, zeroed each time that the code passes here."""
    shape = f"[{-(-body.layout.object_size(cls) // 16) * 2} x i64]"
    body.at(node.span)
    obj = body.alloca(shape, "object")
    body.do(f"store {shape} zeroinitializer, ptr {obj}, align 8")
    body.do(f"store ptr {body.module.classes.typeinfo(cls)}, ptr {obj}{body.module.alias.header}")
    return obj


def _new_array(body: Body, node: ir.NewArray) -> str:
    size = body.layout.size(node.type)
    body.at(node.span)
    if not node.in_frame:
        maker = "rt_alloc" if places(body.layout, node.type) else "rt_bytes"
        return body.value(f"call ptr @{body.module.runtime(maker)}(i64 {size})")
    place = body.alloca(f"[{-(-size // 16) * 2} x i64]", "array")
    clear(body, place, size)
    return place


def clear(body: Body, address: str, size: int) -> None:
    """Zeros in `size` bytes of memory."""
    body.do(f"call void @llvm.memset.p0.i64(ptr {address}, i8 0, i64 {size}, i1 false)")


def _if_exp(body: Body, node: ir.IfExp) -> str:
    then, orelse, end = body.new_label(), body.new_label(), body.new_label()
    emit_condition(body, node.test, then, orelse)
    incoming: list[tuple[str, str]] = []
    for label, value in ((then, node.then), (orelse, node.orelse)):
        body.place(label)
        operand = emit_expr(body, value)
        if not body.dead:
            incoming.append((operand, body.current))
        body.jump(end)
    body.place(end)
    return body.phi(body.layout.register(node.type), incoming)


def _short_circuit(body: Body, node: ir.And | ir.Or) -> str:
    """The value of `and`/`or` on BOOL; for branches see emit_condition."""
    middle, end = body.new_label(), body.new_label()
    left = emit_expr(body, node.left)
    incoming = [] if body.dead else [("false" if isinstance(node, ir.And) else "true", body.current)]
    body.branch(left, *((middle, end) if isinstance(node, ir.And) else (end, middle)))
    body.place(middle)
    right = emit_expr(body, node.right)
    if not body.dead:
        incoming.append((right, body.current))
    body.jump(end)
    body.place(end)
    return body.phi("i1", incoming)


def _seq(body: Body, node: ir.Seq) -> str:
    from rumpkc.emit.stmt import emit_block

    emit_block(body, node.body)
    return emit_expr(body, node.value)


EXPRESSIONS: dict[type, Callable[[Body, Any], str]] = {
    ir.Const: _const, ir.StrConst: _str_const, ir.LocalGet: _local_get, ir.GlobalGet: _global_get,
    ir.GlobalAddr: _global_addr, ir.FuncAddr: _func_addr, ir.Closure: _closure, ir.FieldGet: _field_get,
    ir.FieldAddr: _field_addr, ir.Aggregate: _aggregate, ir.TupleGet: _tuple_get, ir.Convert: _convert,
    ir.IsNone: _is_none, ir.IsInstance: _is_instance, ir.Prim: prims.emit_prim, ir.Call: calls.emit_call,
    ir.CallVirtual: calls.emit_call_virtual, ir.CallIndirect: calls.emit_call_indirect, ir.New: _new,
    ir.NewArray: _new_array, ir.TypeInfo: _type_info, ir.SizeOf: _size_of, ir.HasReferences: _has_references,
    ir.IfExp: _if_exp, ir.And: _short_circuit, ir.Or: _short_circuit,
    ir.Seq: _seq,
}

__all__ = ["EXPRESSIONS", "emit_condition", "emit_expr", "object_field"]
