"""Which classes two values of `type[…]` are: `is`, `==`, `issubclass`, and `isinstance` of a class that is a value.

    type(x) is kind             the records are equal, or, where generic classes can be there, the names in them
    issubclass(kind, Shape)     a class at or above that of `kind` has the name of Shape
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import boxes, class_facts
from rumpkc.types.builtins import CLASS_VALUE, VAR_TUPLE
from rumpkc.types.class_values import (
    RECORD,
    box_record,
    common,
    has_record,
    object_class,
    of_object,
    record_of,
    value_of,
    widened,
)
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, VarInfo
from rumpkc.types.types import BOOL, NONE, ClassInst, OptionalType, TupleType, Type, UnionType, held, is_object


def tested(cls: ir.Expr) -> Type:
    """What `isinstance(x, cls)` tells about x."""
    found = _kept(cls.type)
    assert found is not None
    return found


def same(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`is` and `==` of two classes, each of which may be None; None where one of them is no class."""
    if is_object(left.type) and held(right.type) is not None or is_object(right.type) and held(left.type) is not None:
        return _one_in_object(fx, left, right, span)
    plain = [t.item if isinstance(t, OptionalType) else t for t in (left.type, right.type)]
    a, b = held(plain[0]), held(plain[1])
    if a is None or b is None:
        return None
    saves, (x, y) = fx.save_all([left, right])
    test: ir.Expr = ir.Const(span, BOOL, a == b)
    somes = [v if v.type is t else ir.Convert(span, t, v) for v, t in zip((x, y), plain, strict=True)]
    records = [_compared_record(fx, v, other) for v, other in zip(somes, (b, a), strict=True)]
    if records[0] is not None and records[1] is not None:
        test = _are_same(fx, (records[0], records[1]), (a, b), span)
    none = [ir.IsNone(span, BOOL, v) for v in (x, y) if isinstance(v.type, OptionalType)]
    if len(none) == 1:
        test = ir.IfExp(span, BOOL, none[0], ir.Const(span, BOOL, False), test)
    elif none:
        both = ir.And(span, BOOL, *none)
        test = ir.IfExp(span, BOOL, ir.Or(span, BOOL, *none), both, test)
    return ir.Seq(span, BOOL, tuple(saves), test)


def _one_in_object(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """As `same`, where one side is an `object`, which may hold a class."""
    saves, pair = fx.save_all([left, right])
    x, y = pair if is_object(left.type) else reversed(pair)
    holder = object_class(fx)
    inside = same(fx, of_object(fx, ir.Convert(span, holder, x), span), y, span)
    assert inside is not None
    return ir.Seq(span, BOOL, tuple(saves), ir.And(span, BOOL, boxes.is_of(fx, x, holder, span), inside))


def _compared_record(fx: Fx, value: ir.Expr, other: Type | None) -> ir.Expr | None:
    """The record of a class value that is compared with a `type[other]`; None where the types tell."""
    cls = held(value.type)
    if has_record(cls):
        return record_of(value)
    known = cls is not None and cls in boxes.IN_BOXES and other is not None and is_object(other)
    return box_record(fx, cls, value.span) if known and cls is not None else None


def _are_same(fx: Fx, records: tuple[ir.Expr, ir.Expr], classes: tuple[Type, Type], span: Span) -> ir.Expr:
    """Whether two records, of `type[…]` of these classes, are of one class."""
    if any(isinstance(cls, ClassInst) and _may_be_generic(cls.info) for cls in classes):
        return ir.Call(span, BOOL, fx.world.library("types", "is_same"), records)
    return ir.Prim(span, BOOL, "icmp.eq", records)


def are_one_class(fx: Fx, a: ir.Expr, b: ir.Expr, span: Span) -> ir.Expr:
    """BOOL: `type(a) is type(b)` of objects."""
    one, other = (ir.Prim(span, RECORD, "ref.typeinfo", (v,)) for v in (a, b))
    return _are_same(fx, (one, other), (a.type, b.type), span)


def _may_be_generic(info: ClassInfo) -> bool:
    return bool(info.type_params) or info.name == "Object" or any(map(_may_be_generic, info.subclasses))


def is_named(fx: Fx, value: ir.Expr, cls: Type, span: Span) -> ir.Expr:
    """BOOL: whether the class value is the class `cls`."""
    return same(fx, value, value_of(fx, cls, span), span) or ir.Const(span, BOOL, False)


def is_container(fx: Fx, value: ir.Expr, info: ClassInfo, span: Span) -> ir.Expr:
    """BOOL: whether the class value is the generic class `info` of lib.core, whatever it holds."""
    text_class = fx.world.cls("str")
    name = ir.Call(span, text_class, fx.world.library("types", "name_of"), (record_of(value),))
    return ir.Prim(span, BOOL, "ref.eq", (name, ir.StrConst(span, text_class, info.shown_name)))


def _is_below(fx: Fx, record: ir.Expr, base: ir.Expr, of: Type | None, span: Span) -> ir.Expr:
    """BOOL: whether the class of `record` (read more than once) is below that of `base`, a `type[of]`."""
    if of is None or not is_object(of):
        return ir.Call(span, BOOL, fx.world.library("types", "is_below"), (record, base))
    parts = (record, base, class_facts.builtin(fx, record, span))
    return ir.Call(span, BOOL, fx.world.library("types", "is_below_any"), parts)


def _is_one_of(fx: Fx, record: ir.Expr, row: ir.Expr, of: Type, span: Span) -> ir.Expr:
    """The same of one of a `tuple[type[of], ...]`."""
    builtin: ir.Expr = class_facts.builtin(fx, record, span) if is_object(of) else ir.Const(span, RECORD, None)
    return ir.Call(span, BOOL, fx.world.library("types", "is_one_of", of), (record, row, builtin))


def below(fx: Fx, value: ir.Expr, base: ir.Expr, span: Span) -> ir.Expr:
    """`issubclass(value, base)` of class values."""
    a, b = held(value.type), held(base.type)
    saves, (x, y) = fx.save_all([value, base])
    test: ir.Expr = ir.Const(span, BOOL, a == b)
    one, other = _compared_record(fx, x, b), _compared_record(fx, y, a)
    if one is not None and other is not None:
        test = _is_below(fx, one, other, a if a is not None and is_object(a) else b, span)
    return ir.Seq(span, BOOL, tuple(saves), test)


def below_one_of(fx: Fx, value: ir.Expr, classes: ir.Expr, span: Span) -> ir.Expr | None:
    """`issubclass(value, classes)` of a tuple of classes that is a value; None for other operands."""
    cls, wanted = held(value.type), _kept(classes.type)
    if cls is None or wanted is None or held(classes.type) is not None or not (has_record(cls) and has_record(wanted)):
        return None
    saves, (x, row) = fx.save_all([value, classes])
    found = _is_one_of(fx, record_of(x), row, wanted, span)
    return ir.Seq(span, BOOL, tuple(saves), found)


def for_test(fx: Fx, node: tree.Expr) -> ir.Expr | None:
    """The class, or the tuple of classes, that `isinstance` is asked about, where that is a value and no name."""
    from rumpkc.types.exprs import expr

    if not is_value(fx, node):
        return None
    value = _as_tuple(fx, expr(fx, node), node.span)
    return value if _kept(value.type) is not None else None


def is_value(fx: Fx, node: tree.Expr) -> bool:
    """Whether `node`, where a class is named, is a variable or an item of one."""
    from rumpkc.types.globals import is_alias
    from rumpkc.types.names import static_symbol

    if not isinstance(node, (tree.Name, tree.Attribute, tree.Subscript, tree.Call)):
        return False
    head = node.value if isinstance(node, tree.Subscript) else node
    symbol = static_symbol(fx, head)
    if isinstance(symbol, VarInfo):
        return not is_alias(fx.world, symbol)
    return symbol is None and not (isinstance(head, tree.Name) and fx.lookup(head.id) is None)


def _as_tuple(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """A tuple of known length that holds classes, or a class or tuple of them, as `tuple[type[C], ...]`."""
    from rumpkc.types.convert import coerce

    if isinstance(value.type, UnionType):
        return _either_as_tuple(fx, value, value.type, span)
    if not isinstance(value.type, TupleType) or not value.type.items:
        return value
    whole = value.type.items[0]
    for item in value.type.items[1:]:
        whole = common(fx, whole, item) or whole
    return coerce(fx, value, fx.world.cls(VAR_TUPLE, whole), span) if all(map(held, value.type.items)) else value


def _either_as_tuple(fx: Fx, value: ir.Expr, union: UnionType, span: Span) -> ir.Expr:
    """`value`, a `type[A] | tuple[type[B], ...]`, as a tuple; as it is where some member is neither."""
    from rumpkc.types.convert import coerce

    classes = [cls for cls in map(_kept, union.members) if cls is not None and has_record(cls)]
    if len(classes) < len(union.members):
        return value
    whole = fx.world.cls(CLASS_VALUE, classes[0])
    for cls in classes[1:]:
        whole = common(fx, whole, fx.world.cls(CLASS_VALUE, cls)) or whole
    target = fx.world.cls(VAR_TUPLE, whole)
    save, got = fx.save(value)
    out: ir.Expr | None = None
    for member in reversed(union.members):
        part = ir.Convert(span, member, got)
        if held(member) is not None:
            single = widened(fx, part, whole)
            part = ir.Aggregate(span, TupleType((whole,)), (single,))
        one = coerce(fx, part, target, span)
        out = one if out is None else ir.IfExp(span, target, ir.IsInstance(span, BOOL, got, member), one, out)
    assert out is not None
    return ir.Seq(span, target, (save,), out)


def _kept(t: Type) -> Type | None:
    """The C of a `type[C]`, or of a `tuple[type[C], ...]`."""
    if isinstance(t, ClassInst) and t.info.module.name == "lib.core.vartuple":
        t = t.args[0]
    return held(t)


def instance_test(fx: Fx, value: ir.Expr, cls: ir.Expr, span: Span) -> ir.Expr:
    """`isinstance(value, cls)`; `value` is read more than once."""
    from rumpkc.types.conditions import instance_test as static_test

    wanted = _kept(cls.type)
    assert wanted is not None
    t = value.type
    if not has_record(wanted) and held(cls.type) is not None:
        return static_test(fx, value, [wanted], tree.Name(span, ""))
    parts = (NONE, t.item) if isinstance(t, OptionalType) else t.members if isinstance(t, UnionType) else (t,)
    test: ir.Expr = ir.Const(span, BOOL, False)
    for part in parts:
        if not has_record(part) and not is_object(wanted):
            continue                    # numbers and the like are of no `type[Shape]`
        record = _class_record(fx, value if part == t or part is NONE else ir.Convert(span, part, value), part, span)
        if held(cls.type) is not None:
            found: ir.Expr = _is_below(fx, record, record_of(cls), wanted, span)
        else:
            found = _is_one_of(fx, record, cls, wanted, span)
        if isinstance(t, OptionalType):
            none = ir.IsNone(span, BOOL, value)
            found = ir.And(span, BOOL, none if part is NONE else ir.Prim(span, BOOL, "not", (none,)), found)
        elif part != t:
            found = ir.And(span, BOOL, ir.IsInstance(span, BOOL, value, part), found)
        test = ir.Or(span, BOOL, found, test)
    return test


def _class_record(fx: Fx, value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """The record of the class of a value of type `t`, among those of all classes."""
    if has_record(t):
        return ir.Prim(span, RECORD, "ref.typeinfo", (value,))
    if t in boxes.IN_BOXES:
        return box_record(fx, t, span)
    if isinstance(t, TupleType):
        return record_of(value_of(fx, fx.world.class_of_objects(fx.world.builtin(VAR_TUPLE)), span))
    raise fail("E0309", f"whether a {t} is of a class that is a value is not compiled", span,
               help="name the class in `isinstance`")
