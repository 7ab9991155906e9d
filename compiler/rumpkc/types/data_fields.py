"""`dataclasses.fields` and `is_dataclass`: what a class's body says of its fields, as objects.

    fields(p), fields(P)        (Field("x", …), Field("y", …)), of the class that the object has
    fields(cls)                 of the class that a `type[P]` holds
    is_dataclass(p)             whether that class is one
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import class_values, conversions, late, synth
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import BOOL, ClassInst, Type, held

HOME = "lib.dataclass_parts"


def fields_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`fields(x)`, x being a dataclass or an object of one."""
    from rumpkc.types.exprs import expr

    conversions.no_keywords(node, "fields", 1, 1)
    info = _named(fx, node.args[0])
    if info is not None:
        if info.kind != "dataclass":
            raise fail("E0303", f"`{info.name}` is no dataclass", node.args[0].span)
        return _described(fx, info, node.span)
    value = expr(fx, node.args[0])
    cls = held(value.type)
    if isinstance(cls, ClassInst) and cls.info.kind == "dataclass":
        return class_values.by_class(fx, value, class_values.all_below(fx, cls, None, node.span),
                                     lambda it, _: _described(fx, it.info, node.span), node.span)
    if not isinstance(value.type, ClassInst) or value.type.info.kind != "dataclass":
        raise fail("E0303", f"`fields` takes a dataclass or an object of one, not {value.type}", node.args[0].span)
    save, got = fx.save(value)

    def own(it: ir.Expr) -> ir.Expr:
        assert isinstance(it.type, ClassInst)
        return _described(fx, it.type.info, node.span)

    out = late.of_its_class(fx, got, own, node.span)
    return ir.Seq(node.span, out.type, (save,), out)


def _named(fx: Fx, node: tree.Expr) -> ClassInfo | None:
    from rumpkc.types.names import TypeSymbol, static_symbol

    symbol = static_symbol(fx, node) if isinstance(node, (tree.Name, tree.Attribute)) else None
    if isinstance(symbol, TypeSymbol) and isinstance(symbol.type, ClassInst):
        return symbol.type.info
    return symbol if isinstance(symbol, ClassInfo) else None


def _described(fx: Fx, info: ClassInfo, span: Span) -> ir.Expr:
    """The tuple of a class's fields, made anew: `tuple([Field("x", True, …), …])`."""
    from rumpkc.types.calls import Known
    from rumpkc.types.exprs import expr

    make = Known(span, fx.world.function_of(HOME, "field_of"))
    rows: list[tree.Expr] = []
    for name, stmt in synth.dataclass_fields(info):
        if synth.is_init_var(stmt):
            continue
        flags = [synth.option(stmt, "init", True), synth.option(stmt, "repr", True),
                 synth.option(stmt, "compare", True), synth.is_keyword_only(info, name, stmt)]
        args = (tree.Constant(span, name, "str"), *(tree.Constant(span, flag, "bool") for flag in flags))
        rows.append(tree.Call(span, make, args, ()))
    gather = Known(span, fx.world.function_of(HOME, "gathered"))
    return expr(fx, tree.Call(span, gather, (tree.List(span, tuple(rows)),), ()))


def is_dataclass_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`is_dataclass(x)`, where x's type tells."""
    from rumpkc.types.exprs import expr

    conversions.no_keywords(node, "is_dataclass", 1, 1)
    info = _named(fx, node.args[0])
    if info is not None:
        return ir.Const(node.span, BOOL, info.kind == "dataclass")
    value = expr(fx, node.args[0])
    t = held(value.type) or value.type
    known = isinstance(t, ClassInst)
    if known and t.info.kind != "dataclass" and _one_below(t.info) or known and t.info.name == "Object":
        raise fail("E0303", f"whether this {t} is a dataclass is not known while compiling", node.span,
                   help="test for the class with `isinstance`")
    return ir.Seq(node.span, BOOL, (ir.Eval(node.span, value),),
                  ir.Const(node.span, BOOL, known and t.info.kind == "dataclass"))


def _one_below(info: ClassInfo) -> bool:
    return any(sub.kind == "dataclass" or _one_below(sub) for sub in info.subclasses)
