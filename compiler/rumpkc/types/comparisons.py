"""Comparisons: `==`, `<`, `is`, as BOOL; `in` is in membership.py."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    abstract_bases,
    any_values,
    class_comparisons,
    doubts,
    enums,
    function_identity,
    integers,
    late,
    mixed_items,
    open_unions,
    operators,
    optional_order,
    records,
    reflected,
    views,
)
from rumpkc.types.annotations import Annotations
from rumpkc.types.calls import call_method, has_method, plain_bytes
from rumpkc.types.classes import class_env, find_method
from rumpkc.types.convert import assignable, coerce, is_var_tuple, truth
from rumpkc.types.fx import Fx, PartialType, is_nothing
from rumpkc.types.identity import identity
from rumpkc.types.meeting import items_of, meet
from rumpkc.types.number_comparisons import SWAPPED, number_compare
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    ClassInst,
    FuncType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_object,
    is_reference,
)

SEQUENCES = ("lib.core.list", "lib.core.vartuple", "lib.collections")     # whose items are asked for the order of two
ORDER_METHODS = ("__lt__", "__le__", "__gt__", "__ge__")
TEXT = ("str", "bytes", "bytearray")           # equal to themselves by their `==` already


def compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """One comparison, as BOOL."""
    if NEVER in (left.type, right.type):
        both = (ir.Eval(span, left), ir.Eval(span, right))
        return ir.Seq(span, BOOL, both, ir.Prim(span, BOOL, "unreachable", ()))
    match op:
        case "is" | "is not":
            out = identity(fx, left, right, span)
            return out if op == "is" else negate(out)
        case "in" | "not in":
            from rumpkc.types import membership

            out = membership.contains(fx, right, left, span)
            return out if op == "in" else negate(out)
        case "==" | "!=" if not fx.module.library and mixed_items.only_empty(fx, left.type, right.type):
            raise fail("E0309", f"{left.type} and {right.type} are never equal", span, help="convert one side")
        case "==":
            for one, other in ((left, right), (right, left)):
                if _gives_no_bool(fx, one.type):            # a query, an array of answers
                    return call_method(fx, one, "__eq__", [other], span)
            return equal(fx, left, right, span, fx.module.library)
        case "!=":
            if has_method(left.type, "__ne__"):
                return call_method(fx, left, "__ne__", [right], span)
            return negate(equal(fx, left, right, span, fx.module.library))
    if fx.inst is not None and fx.inst.info.name in ORDER_METHODS and fx.module.name in SEQUENCES:
        return order_or_raise(fx, op, left, right, span)
    if fx.module.library and optional_order.sorts(fx):
        return order_or_raise(fx, op, left, right, span)
    return _order(fx, op, left, right, span)


def equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool = False) -> ir.Expr:
    """`left == right`; of `items` in a container (what the library compares) one object is equal without a question."""
    if not any(operators.has_own_method(side.type, "__eq__") for side in (left, right)):
        left, right = operators.plain_number(left), operators.plain_number(right)
    a, b = left.type, right.type
    classes = class_comparisons.same(fx, left, right, span)
    if classes is not None:
        return classes
    if _mixes_bytes(a, b):
        return _as_bytes(fx, equal, left, right, span)
    if views.compares(a, b):
        stmts, one, two = views.as_sets(fx, left, right, span)
        return ir.Seq(span, BOOL, tuple(stmts), equal(fx, one, two, span))
    if is_nothing(left) and is_nothing(right) and isinstance(a, PartialType) and isinstance(b, PartialType):
        return ir.Const(span, BOOL, a.kind == b.kind)
    if isinstance(a, PartialType) or isinstance(b, PartialType):
        if isinstance(a, PartialType):
            left = coerce(fx, left, b, span)
        right = coerce(fx, right, a, span)
    if a is BOOL and b is BOOL:
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if is_object(a) and assignable(b, a) or is_object(b) and assignable(a, b):
        return _object_equal(fx, left, right, span, items)
    if (operators.is_real(a) or a is BOOL) and (operators.is_real(b) or b is BOOL):
        return number_compare(fx, "==", integers.bool_to_int(left), integers.bool_to_int(right), span)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    for one, other in ((left, right), (right, left)):
        if other.type is NONE and isinstance(one.type, ClassInst) and answers_none(fx, one.type):
            return _eq_method(fx, one, other, span)         # `None` itself has no answer
    if isinstance(a, OptionalType) or isinstance(b, OptionalType) or NONE in (a, b):
        return _optional_equal(fx, left, right, span, items)
    if isinstance(a, UnionType) or isinstance(b, UnionType):
        return _union_equal(fx, left, right, span, items)
    if is_var_tuple(a) != is_var_tuple(b):
        return _row_equal(fx, left, right, span) if is_var_tuple(a) else _row_equal(fx, right, left, span)
    if records.is_named_tuple(a) and isinstance(b, TupleType) or isinstance(a, TupleType) and records.is_named_tuple(b):
        return _tuple_equal(fx, records.as_tuple(fx, left), records.as_tuple(fx, right), span)
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _tuple_equal(fx, left, right, span)
    if enums.is_flag(a) and a == b:
        return ir.Prim(span, BOOL, "icmp.eq", (enums.bits_of(left), enums.bits_of(right)))
    mixed = mixed_items.compare(fx, "==", left, right, span)
    if mixed is not None:
        return mixed
    if has_method(a, "__eq__"):
        return _same_or_equal(fx, left, right, span) if items else _eq_method(fx, left, right, span)
    if is_reference(a) and is_reference(b) and (assignable(a, b) or assignable(b, a)):
        return _plain_equal(fx, left, right, span, items)
    if has_method(b, "__eq__") and operators.accepts(fx, b, "__eq__", a):
        saves, (x, y) = fx.save_all([left, right])          # a number declines, and what `object` has
        return ir.Seq(span, BOOL, tuple(saves), equal(fx, y, x, span, items))
    if isinstance(a, FuncType) and isinstance(b, FuncType):
        return function_identity.same(fx, left, right, span, False)
    raise fail("E0309", f"{a} and {b} are never equal", span, help="convert one side")


def _object_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool) -> ir.Expr:
    """`==` where what one side is shows only when the program runs."""
    whole = fx.world.cls("object")
    save_a, a = fx.save(coerce(fx, left, whole, span))
    name = "equal_items" if items else "equal"
    call = ir.Call(span, BOOL, fx.world.library("anything", name), (a, coerce(fx, right, whole, span)))
    return ir.Seq(span, BOOL, (save_a,), call)


def _plain_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool) -> ir.Expr:
    """Of classes without `__eq__`: identity, unless the object's own class is one below that has it."""

    def below(value: ir.Expr) -> list[ClassInst]:
        root = isinstance(value.type, ClassInst) and value.type.info.base is None
        plain = isinstance(value.type, ClassInst) and value.type.info.kind != "enum" and not root
        return late.subclasses(fx, value.type, "__eq__", span) if plain else []     # type: ignore[arg-type]

    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    same = ir.Prim(span, BOOL, "ref.eq", (a, b))
    mine, theirs = below(a), below(b)
    out: ir.Expr = same
    if theirs:
        out = late.by_class(fx, b, theirs, lambda it: equal(fx, it, a, span, items), lambda _: same, span)
    if mine:
        back = out

        def ask(it: ir.Expr) -> ir.Expr:
            if not _is_generated(it.type):
                return equal(fx, it, b, span, items)
            alike = equal(fx, it, ir.Convert(span, it.type, b), span, items)
            return ir.IfExp(span, BOOL, ir.IsInstance(span, BOOL, b, it.type), alike, back)

        out = late.by_class(fx, a, mine, ask, lambda _: back, span)
    return ir.Seq(span, BOOL, (save_a, save_b), out) if mine or theirs else ir.Prim(span, BOOL, "ref.eq", (left, right))


def _is_generated(t: Type) -> bool:
    """Whether the `__eq__` of `t` is a dataclass's, which leaves other classes to answer."""
    if not isinstance(t, ClassInst) or t.info.kind != "dataclass":
        return False
    return not any(isinstance(s, tree.FunctionDef) and s.name == "__eq__" for s in t.info.node.body)


def _same_or_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`left is right or left == right`, where an `==` of the program (or a NaN inside) may say otherwise."""
    related = assignable(left.type, right.type) or assignable(right.type, left.type)
    if not (related and _asks(left.type) and _asks(right.type)):
        return _eq_method(fx, left, right, span)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    same = ir.Prim(span, BOOL, "ref.eq", (a, b))
    return ir.Seq(span, BOOL, (save_a, save_b), ir.Or(span, BOOL, same, _eq_method(fx, a, b, span)))


def _asks(t: Type) -> bool:
    """Whether `t` has identity, and an `==` that could find an object unequal to itself."""
    return isinstance(t, ClassInst) and not t.by_value and t.name not in TEXT


def _mixes_bytes(a: Type, b: Type) -> bool:
    """bytes next to a bytearray: compared by their bytes."""
    names = {t.name for t in (a, b) if isinstance(t, ClassInst) and t.info.module.library}
    return a != b and names == {"bytes", "bytearray"}


def _as_bytes(fx: Fx, compare: Callable[..., ir.Expr], left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    test = compare(fx, left=plain_bytes(fx, a), right=plain_bytes(fx, b), span=span)
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _union_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool) -> ir.Expr:
    """Values of different members are unequal, unless the members compare with each other (numbers)."""
    saves, (a, b) = fx.save_all([left, right])
    if not isinstance(left.type, UnionType):
        left, right, a, b = right, left, b, a
    assert isinstance(left.type, UnionType)
    others = right.type.members if isinstance(right.type, UnionType) else (right.type,)
    out: ir.Expr = ir.Const(span, BOOL, False)
    for mine in left.type.members:
        for theirs in others:
            if not meet(fx, mine, theirs):
                continue
            x = ir.Convert(span, mine, a) if mine is not NONE else ir.Const(span, NONE, None)
            y = (
                b
                if theirs == right.type
                else ir.Convert(span, theirs, b)
                if theirs is not NONE
                else ir.Const(span, NONE, None)
            )
            test: ir.Expr = ir.And(span, BOOL, ir.IsInstance(span, BOOL, a, mine), equal(fx, x, y, span, items))
            if isinstance(right.type, UnionType):
                test = ir.And(span, BOOL, ir.IsInstance(span, BOOL, b, theirs), test)
            out = ir.Or(span, BOOL, test, out)
    return ir.Seq(span, BOOL, tuple(saves), out)


def _eq_method(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, ClassInst)
    if not operators.accepts(fx, left.type, "__eq__", right.type):
        if (
            is_reference(right.type)
            and has_method(right.type, "__eq__")
            and operators.accepts(fx, right.type, "__eq__", left.type)
        ):
            saves, (a, b) = fx.save_all([left, right])
            return ir.Seq(span, BOOL, tuple(saves), _eq_method(fx, b, a, span))
        if abstract_bases.gives_equality(left.type):
            raise fail("E0309", f"`==` of {left.type} and {right.type} is not compiled", span,
                       help="make the same container of both sides: `dict(x.items())`, `set(x)`")
        raise fail("E0309", f"{left.type} and {right.type} are never equal", span, help="convert one side")
    if left.type.info.module.library:
        return call_method(fx, left, "__eq__", [right], span)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)

    def plain(x: ir.Expr, y: ir.Expr) -> ir.Expr:
        call = truth(fx, call_method(fx, x, "__eq__", [y], span))
        return reflected.ask(fx, call, back(y, x), span) if reflected.may_decline(x.type, "__eq__") else call

    def back(y: ir.Expr, x: ir.Expr) -> ir.Expr:
        both = is_reference(x.type) and is_reference(y.type)
        same: ir.Expr = ir.Prim(span, BOOL, "ref.eq", (x, y)) if both else ir.Const(span, BOOL, False)
        if y.type == x.type and _never_declines(y.type) or not has_method(y.type, "__eq__"):
            return same
        if not operators.accepts(fx, y.type, "__eq__", x.type):
            return same
        call = truth(fx, call_method(fx, y, "__eq__", [x], span))
        return reflected.ask(fx, call, same, span) if reflected.may_decline(y.type, "__eq__") else call

    def first(y: ir.Expr, x: ir.Expr) -> ir.Expr:
        call = truth(fx, call_method(fx, y, "__eq__", [x], span))
        return reflected.ask(fx, call, back(x, y), span) if reflected.may_decline(y.type, "__eq__") else call

    out = reflected.subclass_first(fx, a, b, "__eq__", first, plain, span, compares=True)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _never_declines(t: Type, name: str = "__eq__") -> bool:
    """Whether two objects of `t` have one class, whose method `name` answers for them."""
    return isinstance(t, ClassInst) and not t.info.subclasses and not reflected.declines_own_class(t.info, name)


def answers_none(fx: Fx, t: Type) -> bool:
    """Whether `x == None` or `x != None` asks a method of the program, which need not say what `is` does."""
    if isinstance(t, (OptionalType, UnionType)):
        return any(answers_none(fx, m) for m in ((t.item,) if isinstance(t, OptionalType) else t.members))
    return any(operators.has_own_method(t, name) and operators.accepts(fx, t, name, NONE)
               for name in ("__eq__", "__ne__"))


def _gives_no_bool(fx: Fx, t: Type) -> bool:
    """Whether the program's own `==` of a class says that it gives something else than an answer."""
    found = find_method(t, "__eq__") if isinstance(t, ClassInst) and operators.has_own_method(t, "__eq__") else None
    note = found[1].node.returns if found is not None else None
    if found is None or note is None or isinstance(note, tree.Name) and note.id == "bool":
        return False
    home, info = found
    env = class_env(home, info.owner) if info.owner is not None else {}
    return Annotations(fx.world, info.module, env, home).type_of(note) not in (BOOL, NEVER)


def _optional_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool) -> ir.Expr:
    """None equals only None."""
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)

    def none(value: ir.Expr) -> ir.Expr:
        if isinstance(value.type, OptionalType) or (isinstance(value.type, UnionType) and NONE in value.type.members):
            return ir.IsNone(span, BOOL, value)
        return ir.Const(span, BOOL, value.type is NONE)

    def some(value: ir.Expr) -> ir.Expr:
        return ir.Convert(span, value.type.item, value) if isinstance(value.type, OptionalType) else value

    def against_none(value: ir.Expr) -> ir.Expr:
        asked = some(value)
        if not answers_none(fx, asked.type):
            return ir.Const(span, BOOL, False)
        if isinstance(asked.type, UnionType):
            return operators.of_members(fx, [asked], lambda one: against_none(one[0]), span, "`==`")
        return equal(fx, asked, ir.Const(span, NONE, None), span, items)

    if NONE in (left.type, right.type):
        value = b if left.type is NONE else a
        test: ir.Expr = ir.IfExp(span, BOOL, none(value), ir.Const(span, BOOL, True), against_none(value))
    else:
        one, other = some(a), some(b)
        only_none = a.type != one.type and b.type != other.type and not meet(fx, one.type, other.type)
        inner = ir.Const(span, BOOL, False) if only_none else equal(fx, one, other, span, items)
        of_none = ir.IfExp(span, BOOL, none(b), ir.Const(span, BOOL, True), against_none(b))
        test = ir.IfExp(span, BOOL, none(a), of_none, ir.IfExp(span, BOOL, none(b), against_none(a), inner))
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _row_equal(fx: Fx, row: ir.Expr, known: ir.Expr, span: Span) -> ir.Expr:
    """A `tuple[T, ...]` and a tuple whose length its type tells."""
    assert isinstance(row.type, ClassInst)
    item = row.type.args[0]
    if all(assignable(t, item) for t in items_of(fx, known.type)):
        return _eq_method(fx, row, coerce(fx, known, row.type, span), span)
    saves, (a, b) = fx.save_all([row, records.as_tuple(fx, known)])
    assert isinstance(b.type, TupleType)
    length = ir.Const(span, INT, len(b.type.items))
    test: ir.Expr = ir.Prim(span, BOOL, "icmp.eq", (call_method(fx, a, "__len__", [], span), length))
    for index, t in enumerate(b.type.items):
        mine = call_method(fx, a, "__getitem__", [ir.Const(span, INT, index)], span)
        test = ir.And(span, BOOL, test, equal(fx, mine, ir.TupleGet(span, t, b, index), span, items=True))
    return ir.Seq(span, BOOL, tuple(saves), test)


def _tuple_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, TupleType) and isinstance(right.type, TupleType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    test: ir.Expr = ir.Const(span, BOOL, len(left.type.items) == len(right.type.items))
    if len(left.type.items) == len(right.type.items):
        pairs = list(zip(left.type.items, right.type.items, strict=True))
        for index in reversed(range(len(pairs))):
            one = equal(
                fx,
                ir.TupleGet(span, pairs[index][0], a, index),
                ir.TupleGet(span, pairs[index][1], b, index),
                span,
                items=True,
            )
            test = one if index == len(pairs) - 1 else ir.And(span, BOOL, one, test)
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _order(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    stmts, left, right = doubts.operands(fx, op, left, right, span, order=True)
    if stmts:
        return ir.Seq(span, BOOL, tuple(stmts), _order(fx, op, left, right, span))
    if any_values.is_open(fx, left) or any_values.is_open(fx, right):
        return any_values.binary(fx, op, left, right, lambda a, b: _order(fx, op, a, b, span), span, f"`{op}`")
    if isinstance(left.type, UnionType) or isinstance(right.type, UnionType):
        def each(parts: list[ir.Expr]) -> ir.Expr:
            return _order(fx, op, parts[0], parts[1], span)

        if open_unions.is_open(left.type) or open_unions.is_open(right.type):
            return operators.of_members(
                fx, [left, right], lambda x: open_unions.or_error(fx, op, x, each, span), span, f"`{op}`")
        return operators.of_members(fx, [left, right], each, span, f"`{op}`")
    name, mirrored = f"__{operators.ORDER[op]}__", f"__{operators.ORDER[SWAPPED[op]]}__"
    if operators.has_own_method(left.type, name) or operators.has_own_method(right.type, mirrored):
        return _order_methods(fx, op, left, right, span)
    left = integers.bool_to_int(operators.plain_number(left))
    right = integers.bool_to_int(operators.plain_number(right))
    if isinstance(left.type, PartialType) and not isinstance(right.type, PartialType):
        left = coerce(fx, left, right.type, span)
    a, b = left.type, right.type
    if views.compares(a, b):
        stmts, one, two = views.as_sets(fx, left, right, span)
        return ir.Seq(span, BOOL, tuple(stmts), _order(fx, op, one, two, span))
    if _mixes_bytes(a, b):
        return _as_bytes(fx, partial(_order, op=op), left, right, span)
    if operators.is_real(a) and operators.is_real(b):
        return number_compare(fx, op, left, right, span)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        name = {"<": "ult", "<=": "ule", ">": "ugt", ">=": "uge"}[op]
        return ir.Prim(span, BOOL, f"icmp.{name}", (left, right))
    if isinstance(a, TupleType) or isinstance(b, TupleType):
        left, right = records.as_tuple(fx, left), records.as_tuple(fx, right)
        a, b = left.type, right.type
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _tuple_order(fx, op, left, right, span)
    mixed = mixed_items.compare(fx, op, left, right, span)
    if mixed is not None:
        return mixed
    return _order_methods(fx, op, left, right, span)


def _order_methods(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`<` and its like of classes: the left side's method, then the mirrored one of the right side."""
    a, b = left.type, right.type
    name, mirrored = f"__{operators.ORDER[op]}__", f"__{operators.ORDER[SWAPPED[op]]}__"
    if isinstance(a, ClassInst) and a.info.module.library and has_method(a, name) and (
            operators.accepts(fx, a, name, b) or not abstract_bases.answers(fx, b, mirrored, a)):
        return operators.binary_method(fx, op, left, name, right, span)
    answered = has_method(a, name) or has_method(b, mirrored)
    if isinstance(a, OptionalType) or isinstance(b, OptionalType):      # what only one of None and the item may be
        answered = has_method(a, name) and operators.accepts(fx, a, name, b) or (
            has_method(b, mirrored) and operators.accepts(fx, b, mirrored, a))
    if not answered:
        raise operators.operator_error(op, a, b, span)
    save_a, x = fx.save(left)
    save_b, y = fx.save(right)

    def stop() -> ir.Expr:
        return operators.unsupported(fx, op, x, y, BOOL, span)

    def back(right: ir.Expr, left: ir.Expr) -> ir.Expr:
        if not has_method(right.type, mirrored) or not operators.accepts(fx, right.type, mirrored, left.type):
            return stop()
        call = truth(fx, call_method(fx, right, mirrored, [left], span))
        return reflected.ask(fx, call, stop(), span) if reflected.may_decline(right.type, mirrored) else call

    def own(left: ir.Expr, right: ir.Expr, otherwise: ir.Expr) -> ir.Expr:
        if not has_method(left.type, name) or not operators.accepts(fx, left.type, name, right.type):
            return otherwise
        call = truth(fx, call_method(fx, left, name, [right], span))
        sure = left.type == right.type and _never_declines(left.type, name)
        return call if sure or not reflected.may_decline(left.type, name) else reflected.ask(fx, call, otherwise, span)

    def plain(left: ir.Expr, right: ir.Expr) -> ir.Expr:
        return own(left, right, back(right, left))

    def first(right: ir.Expr, left: ir.Expr) -> ir.Expr:
        call = truth(fx, call_method(fx, right, mirrored, [left], span))
        if not reflected.may_decline(right.type, mirrored):
            return call
        return reflected.ask(fx, call, own(left, right, stop()), span)

    out = reflected.subclass_first(fx, x, y, mirrored, first, plain, span, compares=True)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _tuple_order(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """The first items that differ decide; else the lengths."""
    assert isinstance(left.type, TupleType) and isinstance(right.type, TupleType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    n, m = len(left.type.items), len(right.type.items)
    ends = {"<": n < m, "<=": n <= m, ">": n > m, ">=": n >= m}[op]
    test: ir.Expr = ir.Const(span, BOOL, ends)
    for index in reversed(range(min(n, m))):
        x = ir.TupleGet(span, left.type.items[index], a, index)
        y = ir.TupleGet(span, right.type.items[index], b, index)
        decides = _order(fx, op, x, y, span) if index == 0 else order_or_raise(fx, op, x, y, span)
        test = ir.IfExp(span, BOOL, equal(fx, x, y, span, True), test, decides)
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def order_or_raise(fx: Fx, op: str, x: ir.Expr, y: ir.Expr, span: Span) -> ir.Expr:
    """The order of later items, which are rarely asked: a TypeError when it comes to those that have none."""
    try:
        return _order(fx, op, x, y, span)
    except CompileError as error:
        if error.code != "E0308":
            raise

    def part(value: ir.Expr, make: Callable[[ir.Expr], ir.Expr]) -> ir.Expr:
        assert isinstance(value.type, OptionalType)
        some = make(ir.Convert(span, value.type.item, value))
        return ir.IfExp(span, BOOL, ir.IsNone(span, BOOL, value), make(ir.Const(span, NONE, None)), some)

    save_x, a = fx.save(x)
    save_y, b = fx.save(y)
    if isinstance(a.type, OptionalType):
        out = part(a, lambda one: order_or_raise(fx, op, one, b, span))
    elif isinstance(b.type, OptionalType):
        out = part(b, lambda one: order_or_raise(fx, op, a, one, span))
    elif isinstance(a.type, UnionType) or isinstance(b.type, UnionType):
        out = operators.of_members(fx, [a, b], lambda x: order_or_raise(fx, op, x[0], x[1], span), span, f"`{op}`")
    else:
        out = operators.unsupported(fx, op, a, b, BOOL, span)
    return ir.Seq(span, BOOL, (save_x, save_y), out)
