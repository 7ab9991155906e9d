"""`Array[T, N]`: items in place. Its elements and spans, how one is made, and where it may be stored.

    self.slots = Array[u8, 4]()        NewArray, at once in the field: an array lies where it is declared
    t = Array[u8, 4]([1, 2, 3, 4])     NewArray, then an element at a time

An array is an object with identity under CPython, and memory inside its owner here. The two agree as long as a place
that holds one is given its own, once: E0463 refuses everything else.
"""

from __future__ import annotations

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    ArrayType,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
)

PLACES = (ir.LocalGet, ir.GlobalGet)      # to evaluate these has no effect


def array_element(fx: Fx, array: ir.Expr, index: ir.Expr, span: Span) -> ir.Expr:
    """The checked address of one element, as PtrType."""
    t = array.type
    assert isinstance(t, ArrayType)
    place = PtrType(t.item)
    if isinstance(index, ir.Const) and isinstance(index.value, int):
        if not -t.length <= index.value < t.length:
            raise fail("E0335", f"index {index.value} is outside of {t}", span)
        base = ir.Convert(span, place, array)
        return ir.Prim(span, place, "ptr.add", (base, ir.Const(span, INT, index.value % t.length)))
    save_a, base = fx.save(ir.Convert(span, place, array))
    checked = ir.Call(span, INT, fx.world.library("runtime", "checked_index"), (index, ir.Const(span, INT, t.length)))
    return ir.Seq(span, place, (save_a,), ir.Prim(span, place, "ptr.add", (base, checked)))


def array_span(fx: Fx, array: ir.Expr, span: Span) -> ir.Expr:
    """The whole array as a Span."""
    t = array.type
    assert isinstance(t, ArrayType)
    info = fx.world.module("lib.core.span").names["Span"]
    cls = fx.world.inst(info, (t.item,))  # type: ignore[arg-type]
    return coerce(fx, array, cls, span)


def array_method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call) -> ir.Expr:
    """Methods of Array are those of Span, and `span()`."""
    from rumpkc.types.calls import method_call

    t = receiver.type
    assert isinstance(t, ArrayType)
    if name == "__len__":
        return length(receiver, node.span)
    if name == "span" and not node.args and not node.keywords:
        return array_span(fx, receiver, node.span)
    if name not in ("fill", "__contains__"):
        raise fail("E0320", f"`{t}` has no method `{name}`", node.func.span,
                   help="take a span of it first: `a[:]`" if name == "copy_from" else "")
    return method_call(fx, array_span(fx, receiver, node.span), name, node.args, node.keywords, node.span)


def length(array: ir.Expr, span: Span) -> ir.Expr:
    """How many items an array has: its type says so, but what makes it is evaluated."""
    assert isinstance(array.type, ArrayType)
    count = ir.Const(span, INT, array.type.length)
    return count if isinstance(array, PLACES) else ir.Seq(span, INT, (ir.Eval(span, array),), count)


# Making one


def new_array(fx: Fx, t: ArrayType, node: tree.Call) -> ir.Expr:
    """`Array[T, N]()`: zeroed; `Array[T, N](items)`: filled."""
    if node.keywords or len(node.args) > 1:
        raise fail("E0350", f"`{t}(…)` takes at most one iterable", node.span)
    empty = ir.NewArray(node.span, t)
    if node.args:
        return _filled(fx, empty, t, node.args[0], node.span)
    if t.length and not has_zero(t.item):
        raise fail(
            "E0464",
            f"the items of `{t}` have no zero to begin with",
            node.span,
            help=f"give them: `{t}([…])`" + ("" if isinstance(t.item, UnionType) else f", or hold `{t.item} | None`"),
        )
    return empty


def has_zero(t: Type) -> bool:
    """Whether memory of zeros is the value that a new item of type `t` has under CPython: 0, False, None …"""
    match t:
        case IntType() | PtrType() | OptionalType():
            return True
        case TupleType(items=items):
            return all(map(has_zero, items))
        case ArrayType(item=item, length=length):
            return not length or has_zero(item)
    return t in (BOOL, FLOAT, F32, NONE)


def _filled(fx: Fx, array: ir.Expr, t: ArrayType, items: tree.Expr, span: Span) -> ir.Expr:
    """The array with the items of an iterable, which must be as many."""
    from rumpkc.types.calls import Evaluated
    from rumpkc.types.exprs import expr
    from rumpkc.types.loops import for_each

    if isinstance(t.item, ArrayType):
        raise fail("E0463", f"the items of `{t}` are arrays, which lie in it", span,
                   help=f"write `{t}()`, and fill the rows")
    save, got = fx.save(array)
    if isinstance(items, (tree.List, tree.Tuple)) and items.elts and len(items.elts) != t.length:
        raise fail("E0350", f"{counted(len(items.elts), 'item')} for `{t}`", items.span)
    if isinstance(items, (tree.List, tree.ListComp)):
        value = expr(fx, items, fx.world.cls("list", t.item))
    elif isinstance(items, tree.Tuple):
        value = expr(fx, items, TupleType((t.item,) * len(items.elts)))
    else:
        value = expr(fx, items)
    index = fx.temp(INT, span)
    here = ir.LocalGet(span, INT, index)

    length = ir.Const(span, INT, t.length)
    room = fx.world.library("runtime", "rt_array_room")

    def put(item: ir.Expr) -> list[ir.Stmt]:
        place = ir.Prim(span, PtrType(t.item), "ptr.add", (ir.Convert(span, PtrType(t.item), got), here))
        store = ir.Prim(span, NONE, "ptr.store", (place, coerce(fx, item, t.item, span, f"an item of `{t}`")))
        return [
            ir.Eval(span, ir.Call(span, NONE, room, (here, length))),
            ir.Eval(span, store),
            ir.SetLocal(span, index, ir.Prim(span, INT, "add.wrap", (here, ir.Const(span, INT, 1)))),
        ]

    walk = for_each(fx, Evaluated(span, value), put, span)
    check = ir.Call(span, NONE, fx.world.library("runtime", "rt_array_filled"), (here, length))
    return ir.Seq(span, t, (save, ir.SetLocal(span, index, ir.Const(span, INT, 0)), *walk, ir.Eval(span, check)), got)


# Storing one


def is_fresh(value: ir.Expr) -> bool:
    """Whether nothing else can hold the array that `value` is: it was made right here."""
    if isinstance(value, ir.Seq) and isinstance(value.value, ir.LocalGet) and value.body:
        first = value.body[0]
        return isinstance(first, ir.SetLocal) and first.local is value.value.local and is_fresh(first.value)
    return isinstance(value, ir.NewArray)


def check_field_store(value: ir.Expr, target: str, in_init: bool, span: Span) -> None:
    """E0463 unless `__init__` gives the field an array of its own."""
    if not in_init or not is_fresh(value):
        what = "another array" if in_init else "an array outside of `__init__`"
        raise fail(
            "E0463",
            f"`{target}` is an array in its object, and would be given {what}",
            span,
            help=f"write `{target} = {value.type}()` in `__init__`; copy items with `a[:].copy_from(b[:])`",
        )


def check_place(t: Type, what: str, span: Span) -> None:
    """E0463 for a global or an element that is an array: these are made once, by the module's body."""
    if isinstance(t, ArrayType):
        raise fail("E0463", f"{what} is an array in place, and cannot be replaced", span,
                   help="copy items with `a[:].copy_from(b[:])`, or `a[:].fill(0)`")


def check_value_class(inst: ClassInst, span: Span) -> None:
    """E0463 for an array in a value class: copies of the value would not share it."""
    for name, t in inst.fields.items():
        if isinstance(t, ArrayType):
            raise fail("E0463", f"`{name}` is an array, and `{inst}` is a value: each copy would have its own", span,
                       help="leave `@value` out, or hold a `Span`")
