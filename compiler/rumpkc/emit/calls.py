"""Calls: direct, through a virtual table (straight where only one implementation can be reached), through a value.

A FuncType value is {code, environment}. Code that takes an environment has it as its first parameter; code without one
does not, so a call through a value asks whether the environment is null.
"""

from __future__ import annotations

from rumpkc.emit.body import Body
from rumpkc.emit.classes import VTABLE_OFFSET
from rumpkc.emit.layout import POINTER_BYTES
from rumpkc.ir import nodes as ir
from rumpkc.types.types import NEVER, Type


def _arguments(body: Body, args: tuple[ir.Expr, ...]) -> list[str]:
    from rumpkc.emit.expr import emit_expr

    return [f"{body.module.parameter(arg.type)} {emit_expr(body, arg)}" for arg in args]


def emit_call_of(body: Body, callee: str, result: Type, arguments: list[str], known: ir.Function | None = None) -> str:
    """Write a call of the LLVM operand `callee` at the current line; the result's operand, "0" for None.

    `known`: the function that `callee` names.
    """
    foreign = known is not None and known.body is None
    shape = body.module.foreign_result(result) if foreign else body.module.result(result)
    text = f"call {shape} {callee}({', '.join(arguments)})"
    if result == NEVER:
        body.do(f"{text} #{body.module.cold_call}")
        body.end("unreachable")
        return "0"
    in_place = known is not None and "inline" in known.attrs and "least" not in body.function.attrs
    text = f"{text} #{body.module.call_in_place if in_place else body.module.own_call}"
    if body.layout.result(result) != "void":
        return body.value(text)
    body.do(text)
    return "0"


def emit_call(body: Body, node: ir.Call) -> str:
    """A call of a known function."""
    arguments = _arguments(body, node.args)
    body.at(node.span)
    return emit_call_of(body, body.module.function_name(node.func), node.func.result, arguments, node.func)


def emit_call_virtual(body: Body, node: ir.CallVirtual) -> str:
    """A method call through the receiver's typeinfo."""
    arguments = _arguments(body, node.args)
    body.at(node.span)
    reached = body.module.hierarchy.implementations(node)
    if len(reached) == 1:
        return emit_call_of(body, body.module.function_name(reached[0]), reached[0].result, arguments, reached[0])
    receiver = arguments[0].rpartition(" ")[2]
    typeinfo = load_typeinfo(body, receiver)
    offset = VTABLE_OFFSET + POINTER_BYTES * node.slot.index
    entry = body.value(f"getelementptr inbounds i8, ptr {typeinfo}, i64 {offset}")
    code = body.value(f"load ptr, ptr {entry}, !invariant.load {body.module.empty_node}")
    return emit_call_of(body, code, node.method.result, arguments)


def load_typeinfo(body: Body, obj: str) -> str:
    """The typeinfo address in the header of the object `obj`."""
    return body.value(f"load ptr, ptr {obj}{body.module.alias.header}")


def emit_call_indirect(body: Body, node: ir.CallIndirect) -> str:
    """A call of a FuncType value."""
    from rumpkc.emit.expr import emit_expr

    result = node.signature.result
    if isinstance(node.callee, ir.Closure):
        own = [] if isinstance(node.callee.env, ir.Const) else _arguments(body, (node.callee.env,))
        arguments = [*own, *_arguments(body, node.args)]
        body.at(node.span)
        return emit_call_of(body, body.module.function_name(node.callee.target), result, arguments, node.callee.target)
    callee = emit_expr(body, node.callee)
    arguments = _arguments(body, node.args)
    body.at(node.span)
    code = body.value(f"extractvalue {{ ptr, ptr }} {callee}, 0")
    env = body.value(f"extractvalue {{ ptr, ptr }} {callee}, 1")
    plain, bound, end = body.new_label(), body.new_label(), body.new_label()
    body.branch(body.value(f"icmp eq ptr {env}, null"), plain, bound)
    incoming: list[tuple[str, str]] = []
    for label, operands in ((plain, arguments), (bound, [f"ptr {env}", *arguments])):
        body.place(label)
        value = emit_call_of(body, code, result, operands)
        if not body.dead:
            incoming.append((value, body.current))
        body.jump(end)
    body.place(end)
    return "0" if body.layout.result(result) == "void" else body.phi(body.layout.register(result), incoming)
