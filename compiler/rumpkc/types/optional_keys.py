"""`key=key` and `filter(test, xs)` where the function may be None, which is the same as none at all.

    sorted(xs, key=key)         ->      sorted(xs) if key is None else sorted(xs, key=key)
    filter(test, xs)            ->      of each item: bool(x) if test is None else bool(test(x))
"""

from __future__ import annotations

from dataclasses import replace

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import calls
from rumpkc.types.conditions import narrow_key
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import FuncInfo, Special
from rumpkc.types.types import BOOL, NONE, ClassInst, FormsType, FuncType, OptionalType, Type


def chosen(fx: Fx, node: tree.Call) -> tree.Expr | None:
    """The call written out; None where it has no such function."""
    place = _place(node)
    if place is None or not _may_be_none(fx, place) or not _of_library(fx, node.func):
        return None
    others = [*node.args, *(k.value for k in node.keywords if k.value is not place)]
    var = fx.lookup(place.id) if isinstance(place, tree.Name) else None
    if (var is None or var.cell is not None) and any(map(_calls, (*others, node.func))):
        return None                     # what is called before the function is looked at may assign it
    span = node.span
    none = tree.Constant(span, None, "none")
    without = replace(node, keywords=tuple(k for k in node.keywords if k.value is not place))
    if fx.state.narrow.get(narrow_key(fx, place)) is NONE:
        return without
    return tree.IfExp(span, tree.Compare(span, place, ("is",), (none,)), without, node)


def _place(node: tree.Call) -> tree.Expr | None:
    """The variable or attribute that is the function."""
    found = next((k.value for k in node.keywords if k.name == "key"), None)
    return found if isinstance(found, (tree.Name, tree.Attribute)) else None


def _may_be_none(fx: Fx, place: tree.Expr) -> bool:
    from rumpkc.types.classes import fields_of
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    t: Type | None = None
    if isinstance(place, tree.Name):
        var = fx.lookup(place.id)
        t = var.local.type if var is not None and var.nested is None and var.decorated is None else None
    elif isinstance(place, tree.Attribute) and isinstance(place.value, tree.Name) and static_symbol(
            fx, place.value) is None:
        owner = expr(fx, place.value).type
        t = fields_of(fx.world, owner).get(place.attr) if isinstance(owner, ClassInst) else None
    t = fx.state.narrow.get(narrow_key(fx, place), t) if t is not None else None
    return t is NONE or isinstance(t, OptionalType) and isinstance(t.item, (FuncType, FormsType))


def _of_library(fx: Fx, func: tree.Expr) -> bool:
    """Whether this is a function of the library or a method of one of its classes."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, func)
    if symbol is not None:
        return isinstance(symbol, Special) or isinstance(symbol, FuncInfo) and symbol.module.library
    if not isinstance(func, tree.Attribute) or func.attr != "sort" or static_symbol(fx, func.value) is not None:
        return False
    t = expr(fx, func.value).type
    return isinstance(t, ClassInst) and t.info.module.library


def passes(fx: Fx, func: tree.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    """BOOL: whether `filter` with the function `func` keeps `item`."""
    from rumpkc.types.convert import truth
    from rumpkc.types.exprs import expr

    call = tree.Call(span, func, calls.evaluated([item]), ())
    held = func.value if isinstance(func, calls.Evaluated) else None
    if held is None or not isinstance(held.type, OptionalType):
        return truth(fx, expr(fx, call))
    called = calls.call_value(fx, ir.Convert(span, held.type.item, held), call)
    return ir.IfExp(span, BOOL, ir.IsNone(span, BOOL, held), truth(fx, item), truth(fx, called))


def _calls(node: tree.Node) -> bool:
    return isinstance(node, (tree.Call, tree.Await, tree.NamedExpr)) or any(map(_calls, children(node)))
