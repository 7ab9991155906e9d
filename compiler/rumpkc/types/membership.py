"""`x in xs`, as BOOL: asked of what holds the items, or found by comparing them."""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import (
    any_given,
    any_values,
    calls,
    doubts,
    enums,
    integers,
    open_unions,
    operators,
    overloads,
    records,
)
from rumpkc.types.calls import call_method, has_method
from rumpkc.types.classes import dict_base
from rumpkc.types.comparisons import equal
from rumpkc.types.convert import assignable, coerce, truth
from rumpkc.types.fx import Fx, is_nothing
from rumpkc.types.meeting import meet
from rumpkc.types.number_comparisons import as_number, other_number
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    ClassInst,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_object,
)

HOLDING = ("list", "tuple", "set", "frozenset", "deque", "DictKeys")     # what is in them is of their first argument
BYTES_ONLY = ("a bytes-like object is required, not '", "'")
TEXTS = {"str": ("'in <string>' requires string as left operand, not ", ""), "bytes": BYTES_ONLY,
         "bytearray": BYTES_ONLY}          # what CPython says of what is looked for in them


def contains(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    """`item in container`."""
    container = doubts.firm(fx, container, "TypeError", ["argument of type 'NoneType' is not iterable"], span)
    if enums.is_str_enum(container.type) and not has_method(container.type, "__contains__"):
        container = operators.plain_number(container)
    container = open_unions.searched(fx, container, span)
    if any_values.is_open(fx, container):
        saves, (at, what) = fx.save_all([container, item])

        def each_of(x: ir.Expr) -> ir.Expr:
            found = open_unions.in_text_keys(fx, x, what, span) or any_values.attempt(
                lambda: contains(fx, x, what, span))
            return found or contains(fx, x, coerce(fx, what, fx.world.cls("object"), span), span)

        out = any_values.unary(
            fx, at, each_of, "TypeError", ("argument of type '", "' is not iterable"), span, "`in`")
        return ir.Seq(span, BOOL, tuple(saves), out)
    t = container.type
    if isinstance(t, UnionType):
        saves, (at, what) = fx.save_all([container, item])

        def each(parts: list[ir.Expr]) -> ir.Expr:
            return open_unions.in_text_keys(fx, parts[0], what, span) or contains(fx, parts[0], what, span)

        out = operators.of_members(fx, [at], each, span, "`in`")
        return ir.Seq(span, BOOL, tuple(saves), out)
    if any_values.is_open(fx, item) and open_unions.name_of(t) in TEXTS:
        return _in_text(fx, container, item, span)
    if is_nothing(container):
        return ir.Seq(span, BOOL, (ir.Eval(span, item),), ir.Const(span, BOOL, False))
    if enums.is_flag(t) and item.type == t:
        return enums.flag_contains(fx, container, item, span)
    if isinstance(t, TupleType) or records.is_named_tuple(t):
        container = records.as_tuple(fx, container)
        return _tuple_contains(fx, container, item, span)
    if is_object(item.type) and isinstance(t, ClassInst) and (
            t.args and not is_object(t.args[0]) or t.name == "range" and t.info.module.library):
        return _search_object(fx, container, item, t.args[0] if t.args else INT, span)
    held = (INT if t.name == "range" else t.args[0] if t.args else NONE) if isinstance(t, ClassInst) else NONE
    item = records.named(fx, item, held)
    wider = _contains_wider(fx, container, item, held, span)
    if wider is not None:
        return wider
    if isinstance(t, ClassInst) and t.info.module.library and other_number(item.type, held):
        return _contains_number(fx, container, item, held, span)
    if has_method(t, "__contains__"):
        if isinstance(item, (ir.Const, ir.StrConst)):
            save, got = (), item
        else:
            kept, got = fx.save(item)
            save = (kept,)
        return ir.Seq(
            span,
            BOOL,
            save,
            truth(fx, call_method(fx, container, overloads.contains(fx, container, item), [got], span)),
        )
    from rumpkc.types.loops import contains_by_search

    return contains_by_search(fx, container, item, span)


def _in_text(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    """An item that is only known as `Any` in text or bytes."""
    saves, (at, what) = fx.save_all([container, item])
    words = TEXTS[open_unions.name_of(container.type)]
    out = any_values.unary(fx, what, lambda x: contains(fx, at, x, span), "TypeError", words, span, "`in`")
    return ir.Seq(span, BOOL, tuple(saves), out)


def _contains_wider(fx: Fx, container: ir.Expr, item: ir.Expr, held: Type, span: Span) -> ir.Expr | None:
    """An item of more types than a container of the library holds, or text among members of a StrEnum; else None."""
    t = container.type
    if not isinstance(t, ClassInst) or not t.info.module.library or assignable(item.type, held) or (
            t.name not in HOLDING and dict_base(t) is None):
        return None
    if item.type is BOOL and assignable(INT, held):
        return contains(fx, container, integers.bool_to_int(item), span)
    if isinstance(item.type, OptionalType):
        saves, (at, what) = fx.save_all([container, item])
        some = contains(fx, at, ir.Convert(span, item.type.item, what), span)
        none = ir.Const(span, BOOL, False)
        return ir.Seq(span, BOOL, tuple(saves), ir.IfExp(span, BOOL, ir.IsNone(span, BOOL, what), none, some))
    if enums.is_str_enum(held) and item.type == fx.world.cls("str"):
        from rumpkc.types.loops import contains_by_search

        return contains_by_search(fx, container, item, span)
    if isinstance(item.type, UnionType):
        return operators.of_members(fx, [item], lambda x: _contains_one(fx, container, x[0], held, span), span, "`in`")
    return None


def _contains_one(fx: Fx, container: ir.Expr, item: ir.Expr, held: Type, span: Span) -> ir.Expr:
    """One member of a union in a container that holds no such items."""
    from rumpkc.types.pattern_types import may_equal, parts_of

    if not any(may_equal(part, item.type) or meet(fx, part, item.type) for part in parts_of(held)):
        return ir.Seq(span, BOOL, (ir.Eval(span, container), ir.Eval(span, item)), ir.Const(span, BOOL, False))
    own = isinstance(item.type, ClassInst) and not item.type.info.module.library and not assignable(item.type, held)
    if own and not calls.has_method(container.type, "issubset") and dict_base(container.type) is None:
        from rumpkc.types.loops import contains_by_search

        return contains_by_search(fx, container, item, span)        # its `==` answers for each
    return contains(fx, container, item, span)


def _contains_number(fx: Fx, container: ir.Expr, item: ir.Expr, held: Type, span: Span) -> ir.Expr:
    """A number among those of another type: sets and dicts look for the one that equals it, if there can be one."""
    from rumpkc.types.loops import contains_by_search

    hashed = calls.has_method(container.type, "issubset") or dict_base(container.type) is not None
    saves, (wanted, got) = fx.save_all([integers.bool_to_int(item), container])
    if wanted.type == held:
        return ir.Seq(span, BOOL, tuple(saves), call_method(fx, got, "__contains__", [wanted], span))
    if not hashed or held not in (INT, FLOAT) or wanted.type not in (INT, FLOAT):
        return ir.Seq(span, BOOL, tuple(saves), contains_by_search(fx, got, wanted, span))
    test, equal_one = as_number(fx, wanted, held, span)
    found = ir.And(span, BOOL, test, call_method(fx, got, "__contains__", [equal_one], span))
    return ir.Seq(span, BOOL, tuple(saves), found)


def _search_object(fx: Fx, container: ir.Expr, item: ir.Expr, held: Type, span: Span) -> ir.Expr:
    """An `object` in a container of something narrower; sets and dicts ask for its hash first."""
    from rumpkc.types.hashing import hash_of
    from rumpkc.types.loops import contains_by_search

    saves, (got, wanted) = fx.save_all([container, item])
    if calls.has_method(got.type, "issubset") or dict_base(got.type) is not None:
        saves.append(ir.Eval(span, hash_of(fx, wanted, span)))
        found = any_given.fits(fx, wanted, held, span)
        if found is not None:
            by_hash = call_method(fx, got, "__contains__", [found[1]], span)
            return ir.Seq(span, BOOL, tuple(saves), ir.IfExp(
                span, BOOL, found[0], by_hash, contains_by_search(fx, got, wanted, span)))
    return ir.Seq(span, BOOL, tuple(saves), contains_by_search(fx, got, wanted, span))


def _tuple_contains(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(container.type, TupleType)
    save_i, x = fx.save(item)
    save_c, c = fx.save(container)
    test: ir.Expr = ir.Const(span, BOOL, False)
    for index, t in reversed(list(enumerate(container.type.items))):
        try:
            one = equal(fx, ir.TupleGet(span, t, c, index), x, span, True)
        except CompileError:
            continue                    # of a type that `item` never equals
        test = one if isinstance(test, ir.Const) else ir.Or(span, BOOL, one, test)
    if isinstance(test, ir.Const) and container.type.items:
        raise fail("E0309", f"{item.type} equals no item of {container.type}", span, help="convert one side")
    return ir.Seq(span, BOOL, (save_i, save_c), test)
