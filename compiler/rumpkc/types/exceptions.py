"""The arguments of exceptions: any values, whose texts `str(e)` and `repr(e)` are kept, and which `e.args` gives.

raise ValueError("x")        e = New ValueError; e.__init__("x")
raise ValueError(3)          e = New ValueError; e._take_("3", "(3)", …)
raise ValueError(xs)         e = New ValueError; e._take_late_(LateText((xs,)), …), because xs may change
class Own(Exception):        e = New Own; e._take_(…) as BaseException.__new__ does; e.__init__(…)
    def __init__(self, n: int): self.n = n
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.boxes import fits
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.changes import changes
from rumpkc.types.classes import fields_of, find_method
from rumpkc.types.convert import assignable, coerce, is_var_tuple
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo
from rumpkc.types.types import INT, NONE, ClassInst, IntType, OptionalType, TupleType, Type, UnionType

HOME = "lib.core.exceptions"


def takes_any(info: FuncInfo) -> bool:
    """Whether `info` is `BaseException.__init__`."""
    return info.name == "__init__" and info.module.name == HOME and info.owner is not None and (
        info.owner.name == "BaseException"
    )


def init(fx: Fx, info: FuncInfo, home: ClassInst, args: tuple[tree.Expr, ...], span: Span) -> ir.Expr:
    """`BaseException.__init__(self, *args)`, a NONE; the receiver is the first of `args`."""
    from rumpkc.types import exits
    from rumpkc.types.exprs import expr

    receiver = expr(fx, args[0])
    if any(isinstance(a, tree.Starred) for a in args):
        row = expr(fx, tree.Tuple(span, args[1:]), fx.world.cls(VAR_TUPLE, fx.world.cls("object")))
        if _class_of(receiver).is_subclass_of(fx.world.cls("SystemExit")):
            raise fail("E0400", "a `SystemExit` of `*` arguments is not compiled", span, help="give it one value")
        if _class_of(receiver).is_subclass_of(fx.world.cls("OSError")):
            return _take_row(fx, receiver, row, span)
        return _take_late(fx, _as_base(fx, receiver, span), [], row, span)
    want = fx.world.cls("object") if "args" in changes(fx.world).attributes else None
    displays = (tree.List, tree.Dict, tree.Set)
    values = [expr(fx, a, want if isinstance(a, displays) else None) for a in args[1:]]
    if _class_of(receiver).is_subclass_of(fx.world.cls("SystemExit")):
        return exits.take_code(fx, receiver, values, span)
    return take(fx, receiver, values, span)


def take(fx: Fx, receiver: ir.Expr, values: list[ir.Expr], span: Span) -> ir.Expr:
    """The exception `receiver` gets `values` as its arguments: an expression of type NONE."""
    base = fx.world.cls("BaseException")
    cls = _class_of(receiver)
    fields_of(fx.world, base)
    me = _as_base(fx, receiver, span)
    if len(values) == 1 and _is_str(values[0].type) or not values:
        found = find_method(base, "__init__")
        assert found is not None
        none = ir.Const(span, OptionalType(fx.world.cls("str")), None)
        return calls.plain_call(fx, found[1], base, [me, values[0] if values else none], span)
    if cls.is_subclass_of(fx.world.cls("OSError")) and len(values) > 1:
        return _take_number(fx, receiver, values, span)
    if not fx.module.library and not all(stays_the_same(v.type) for v in values) and all(fits(v.type) for v in values):
        stmts, kept = fx.save_all(values)
        return _take_late(fx, me, stmts, ir.Aggregate(span, TupleType(tuple(v.type for v in kept)), tuple(kept)), span)
    text, shown, stmts, kept = _texts(fx, values, cls.is_subclass_of(fx.world.cls("KeyError")), span)
    stored = _stored(fx, cls, kept, span)
    call = calls.call_method(fx, me, "_take_", [text, shown, stored], span)
    return ir.Seq(span, call.type, tuple(stmts), call)


def stays_the_same(t: Type) -> bool:
    """Whether a value of type `t` has one text for good, and none that the program computes."""
    match t:
        case TupleType(items=parts) | UnionType(members=parts):
            return all(map(stays_the_same, parts))
        case OptionalType(item=item):
            return stays_the_same(item)
        case ClassInst():
            return is_var_tuple(t) and all(map(stays_the_same, t.args)) or (
                t.info.module.library and t.name in ("str", "bytes", "range"))
    return True


def _as_base(fx: Fx, receiver: ir.Expr, span: Span) -> ir.Expr:
    base = fx.world.cls("BaseException")
    return receiver if receiver.type == base else ir.Convert(span, base, receiver)


def _take_late(fx: Fx, me: ir.Expr, stmts: list[ir.Stmt], values: ir.Expr, span: Span) -> ir.Expr:
    """The exception `me` gets arguments, a tuple, whose texts are made when they are asked for."""
    from rumpkc.types.constructors import construct

    fields = fields_of(fx.world, fx.world.cls("BaseException"))
    save, row = fx.save(coerce(fx, values, fx.world.cls(VAR_TUPLE, fx.world.cls("object")), span))
    info = fx.world.module("lib.core.late_text").names["LateText"]
    assert isinstance(info, ClassInfo)
    late = construct(fx, fx.world.inst(info), [row], span)
    field = fields["_values_"]
    stored = coerce(fx, row, field, span) if "args" in changes(fx.world).attributes else ir.Const(span, field, None)
    call = calls.call_method(fx, me, "_take_late_", [late, stored], span)
    return ir.Seq(span, call.type, (*stmts, save), call)


def _take_row(fx: Fx, receiver: ir.Expr, row: ir.Expr, span: Span) -> ir.Expr:
    """`OSError.__init__(self, *row)`: how many arguments there are is seen when it runs."""
    cls = fx.world.cls("OSError")
    fields_of(fx.world, cls)
    me = receiver if receiver.type == cls else ir.Convert(span, cls, receiver)
    return ir.Call(span, NONE, fx.world.library("late_text", "take_number"), (me, row))


def made_by_number(fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], span: Span) -> ir.Expr | None:
    """`OSError(2, text)`: the number tells the class. None for other calls."""
    from rumpkc.types.exprs import typed

    if cls is not fx.world.cls("OSError") or len(args) < 2:
        return None
    keep, number = fx.save(typed(fx, args[0], INT, "the error number"))
    info = fx.world.function_of(HOME, "os_error")
    save, made = fx.save(calls.call_function(fx, info, None, calls.evaluated([number]), (), span))
    others = [typed(fx, arg, fx.world.cls("str"), "a text of `OSError`") for arg in args[1:]]
    return ir.Seq(span, cls, (keep, save, ir.Eval(span, take(fx, made, [number, *others], span))), made)


def _take_number(fx: Fx, receiver: ir.Expr, values: list[ir.Expr], span: Span) -> ir.Expr:
    """`OSError.__init__(self, number, text[, file name])`."""
    from rumpkc.types import text

    cls = fx.world.cls("OSError")
    fields = fields_of(fx.world, cls)
    if len(values) > 3 or not isinstance(values[0].type, IntType) or not all(_is_str(v.type) for v in values[1:]):
        raise fail("E0400", "an `OSError` of such arguments is not compiled", span,
                   help="give it one text, or a number, a text and the name of a file")
    stmts, kept = fx.save_all(values)
    me = receiver if receiver.type == cls else ir.Convert(span, cls, receiver)
    for name, value in zip(("errno", "strerror", "filename"), kept, strict=False):
        stmts.append(ir.SetField(span, me, name, coerce(fx, value, fields[name], span)))
    number = text.to_repr(fx, kept[0], span)
    parts = [text.str_const(fx, span, "[Errno "), number, text.str_const(fx, span, "] "), kept[1]]
    if len(kept) == 3:
        parts += [text.str_const(fx, span, ": "), text.to_repr(fx, kept[2], span)]
    whole = ir.Aggregate(span, TupleType(tuple(v.type for v in kept[:2])), tuple(kept[:2]))
    base = ir.Convert(span, fx.world.cls("BaseException"), me)
    call = calls.call_method(fx, base, "_take_", [text.concat(fx, parts, span), text.to_repr(fx, whole, span),
                                                 _stored(fx, cls, kept[:2], span)], span)
    return ir.Seq(span, call.type, tuple(stmts), call)


def _class_of(value: ir.Expr) -> ClassInst:
    while isinstance(value, ir.Convert) and isinstance(value.value.type, ClassInst):
        value = value.value
    assert isinstance(value.type, ClassInst)
    return value.type


def _is_str(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.name == "str" and t.info.module.library


def _texts(
    fx: Fx, values: list[ir.Expr], key_error: bool, span: Span
) -> tuple[ir.Expr, ir.Expr, list[ir.Stmt], list[ir.Expr]]:
    """`str(e)`, what stands behind the class in `repr(e)`, and the values, evaluated once."""
    from rumpkc.types import text

    stmts, kept = fx.save_all(values)
    if len(kept) > 1:
        whole = ir.Aggregate(span, TupleType(tuple(v.type for v in kept)), tuple(kept))
        save, all_of_them = fx.save(text.to_repr(fx, whole, span))
        return all_of_them, all_of_them, [*stmts, save], kept
    save, inner = fx.save(text.to_repr(fx, kept[0], span))
    stmts.append(save)
    shown = text.concat(fx, [text.str_const(fx, span, "("), inner, text.str_const(fx, span, ")")], span)
    t = kept[0].type
    same = key_error or not (isinstance(t, ClassInst) or hasattr(t, "members") or isinstance(t, OptionalType))
    return inner if same else text.to_str(fx, kept[0], span), shown, stmts, kept


def _stored(fx: Fx, cls: ClassInst, values: list[ir.Expr], span: Span) -> ir.Expr:
    """The values as `e.args` gives them; nothing where the program never asks."""
    field = fields_of(fx.world, fx.world.cls("BaseException"))["_values_"]
    assert isinstance(field, OptionalType) and isinstance(field.item, ClassInst)
    found = changes(fx.world)
    by_value = found.catches_stop and "value" in found.attributes and cls.is_subclass_of(fx.world.cls("StopIteration"))
    if "args" not in found.attributes and not by_value:
        return ir.Const(span, field, None)
    for value in values:
        if not assignable(value.type, field.item.args[0]):
            raise fail(
                "E0369",
                f"`args` of an exception cannot hold {value.type}",
                value.span,
                help="give the exception numbers, text or objects, or keep the value in an attribute of your own class",
            )
    whole = ir.Aggregate(span, TupleType(tuple(v.type for v in values)), tuple(values))
    return coerce(fx, whole, field, span)


def made_with(
    fx: Fx, cls: ClassInst, obj: ir.Expr, info: FuncInfo, args: tuple[tree.Expr, ...], span: Span
) -> tuple[list[ir.Stmt], tuple[tree.Expr, ...]]:
    """What `BaseException.__new__` does before an `__init__` of the program: it keeps the positional arguments."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.signature import own_type_params

    base = fx.world.cls("BaseException")
    if not cls.is_subclass_of(base) or info.module.library or _calls_base(cls) or own_type_params(fx.world, info):
        return [], args
    params = fx.world.func(info, cls).params[1:]
    stmts: list[ir.Stmt] = []
    kept: list[ir.Expr] = []
    for at, arg in enumerate(args):
        save, got = fx.save(expr(fx, arg, params[at].type if at < len(params) else None))
        stmts.append(save)
        kept.append(got)
    stmts.append(ir.Eval(span, take(fx, obj, kept, span)))
    leaving = fx.world.cls("SystemExit")
    if cls.is_subclass_of(leaving):
        none = ir.Const(span, fields_of(fx.world, leaving)["code"], None)
        stmts.append(ir.SetField(span, ir.Convert(span, leaving, obj), "code", none))
    return stmts, calls.evaluated(kept)


def _calls_base(cls: ClassInst) -> bool:
    """Whether every `__init__` on the way to BaseException's calls the next one, whatever happens."""
    at: ClassInst | None = cls
    while at is not None:
        own = at.info.members.get("__init__")
        if isinstance(own, FuncInfo):
            if own.module.name == HOME:
                return True
            if not any(map(is_base_call, own.node.body)):
                return False
        at = at.base
    return True


def is_base_call(stmt: tree.Stmt) -> bool:
    return (
        isinstance(stmt, tree.ExprStmt)
        and isinstance(stmt.value, tree.Call)
        and isinstance(stmt.value.func, tree.Attribute)
        and stmt.value.func.attr == "__init__"
    )
