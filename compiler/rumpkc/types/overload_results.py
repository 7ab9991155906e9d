"""`@overload`: the implementation is what runs; which overload a call fits says what it gives.

    @overload
    def conv(x: int) -> str: ...                conv(5)     ->      result = conv(5): str | int
    @overload                                                       if result is no str: TypeError
    def conv(x: str) -> int: ...                                    result as str
    def conv(x: int | str) -> str | int: …

A call that fits none of them for certain, such as one with an argument of both types, gives what the implementation
does.
"""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import signature, star_calls
from rumpkc.types.annotations import parse_forward
from rumpkc.types.classes import class_env
from rumpkc.types.convert import assignable
from rumpkc.types.fx import Fx
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import FuncInfo
from rumpkc.types.types import NEVER, NONE, ClassInst, OptionalType, Type, UnionType
from rumpkc.types.world import World


def overloads(world: World, info: FuncInfo) -> list[tree.FunctionDef]:
    """The overloads that stand before the implementation `info`."""
    body = info.owner.node.body if info.owner is not None else info.module.tree.body
    known = world.overloads.get(id(body))
    if known is None:
        known = world.overloads[id(body)] = {}
        for stmt in body:
            if isinstance(stmt, tree.FunctionDef) and any(
                    dotted(d) in ("overload", "typing.overload") for d in stmt.decorators):
                known.setdefault(stmt.name, []).append(stmt)
    return known.get(info.name, []) if known else []


def of_call(
    fx: Fx,
    info: FuncInfo,
    owner: ClassInst | None,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    bound: signature.Bound,
    call: ir.Expr,
) -> ir.Expr:
    """The result of `call` with the type that the overload which fits it gives."""
    if not isinstance(call.type, (OptionalType, UnionType)) or info.module.library:
        return call
    types = {id(node): bound.types[i] for i, node in enumerate(bound.exprs) if node is not None and i in bound.types}
    for node in overloads(fx.world, info):
        form = replace(info, node=node, type_params=None, shapes=(), defaults={})
        try:
            found = _result(fx, form, owner, args, keywords, types, call.span)
        except CompileError:
            continue
        if found is not None:
            return _narrowed(fx, info, call, found)
    return call


def _result(
    fx: Fx,
    form: FuncInfo,
    owner: ClassInst | None,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    types: dict[int, Type],
    span: Span,
) -> Type | None:
    """What the overload `form` gives if the arguments fit it."""
    env = class_env(owner, form.owner) if owner is not None and form.owner is not None else {}
    params, result = signature.signature_of(fx.world, form, owner, env | signature.type_var_env(form, fx.world))
    bound = signature.bind(star_calls.Callee(form), params, args, keywords, span)
    found: dict[str, Type] = {}
    notes = {arg.name: arg.annotation for arg in signature.all_args(form.node)}
    for param, node in zip(params, bound.exprs, strict=True):
        actual = types.get(id(node))
        if node is None or param.how in ("rest", "named"):
            continue
        if actual is None or not _means(notes.get(param.name), node):
            return None
        signature.unify(param.type, actual, found)
        if not assignable(actual, signature.substitute(param.type, found, fx.world)):
            return None
    result = signature.substitute(result, found, fx.world)
    return None if signature.has_type_var(result) else result


def _means(note: tree.Expr | None, node: tree.Expr) -> bool:
    """Whether the argument `node` is one of the values of a parameter that is a `Literal`."""
    if isinstance(note, tree.Constant) and isinstance(note.value, str):
        note = parse_forward(note.value, note)
    if not isinstance(note, tree.Subscript) or dotted(note.value).rpartition(".")[2] != "Literal":
        return True
    values = note.slice.elts if isinstance(note.slice, tree.Tuple) else (note.slice,)
    return isinstance(node, tree.Constant) and any(
        isinstance(v, tree.Constant) and (v.kind, v.value) == (node.kind, node.value) for v in values)


def _narrowed(fx: Fx, info: FuncInfo, call: ir.Expr, result: Type) -> ir.Expr:
    """`call` as a `result`: a TypeError where the implementation gave something else than its overload says."""
    from rumpkc.types.class_tests import instance_test, split_type
    from rumpkc.types.tries import raise_new

    span, t = call.span, call.type
    parts = list(result.members) if isinstance(result, UnionType) else [result]
    if isinstance(result, OptionalType):
        parts = [result.item, NONE]
    kept, others = split_type(t, parts)
    if kept != result or others is NEVER:
        return call
    save, got = fx.save(call)
    test = instance_test(fx, got, parts, tree.Name(span, info.name))
    words = f"{info.name}() returned something else than its overload says"
    error = raise_new(fx, "TypeError", [ir.StrConst(span, fx.world.cls("str"), words)], NEVER, span)
    value = ir.Const(span, NONE, None) if result is NONE else ir.Convert(span, result, got)
    return ir.Seq(span, result, (save, ir.If(span, test, (), (ir.Eval(span, error),))), value)
