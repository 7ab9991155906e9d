"""Operators of sets with items of different types: `{1, 2} & {2.0}`, `names | {None}`, `ids - {"all"}`.

    set[int] & set[float | str]     both become sets of int | float | str; what is in both is an int or a float
"""

from __future__ import annotations

from typing import TypeGuard

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import boxes, calls, constructors, meeting
from rumpkc.types.convert import assignable
from rumpkc.types.fx import Fx
from rumpkc.types.pattern_types import parts_of
from rumpkc.types.types import ClassInst, Type
from rumpkc.types.unions import make_union

SETS = ("set", "frozenset")
NAMES = {"|": "__or__", "&": "__and__", "-": "__sub__", "^": "__xor__"}


def combined(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`left op right`; None where these are no sets of different items."""
    a, b = left.type, right.type
    if not (_is_set(a) and _is_set(b)) or a.args == b.args or op not in NAMES:
        return None
    saves, (one, two) = fx.save_all([left, right])
    item = a.args[0]
    if op in ("-", "&") and not meeting.meet(fx, item, b.args[0]):
        out = calls.call_method(fx, one, "copy", [], span) if op == "-" else _narrowed(fx, None, a, span)
        return ir.Seq(span, out.type, tuple(saves), out)
    both = make_union([item, b.args[0]])
    made, (x, y) = fx.save_all([_widened(fx, one, both, span), _widened(fx, two, both, span)])
    out = calls.call_method(fx, x, NAMES[op], [y], span)
    if op == "&":
        item = met_type(fx, item, b.args[0])
    if op in ("-", "&") and item != both:
        out = _narrowed(fx, out, fx.world.cls(a.name, item), span)
    return ir.Seq(span, out.type, (*saves, *made), out)


def in_place(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`left op= right`; None where these are no sets of different items, or `left` cannot hold the result."""
    saves, (one, two) = fx.save_all([left, right])
    made = combined(fx, op, one, two, span)
    if made is None or made.type != left.type or not calls.has_method(left.type, "add"):
        return None
    change = ir.Eval(span, calls.call_method(fx, one, "_take_over", [made], span))
    return ir.Seq(span, left.type, (*saves, change), one)


def differs(fx: Fx, t: Type, node: tree.Expr) -> bool:
    """Whether `node` is a display of a set whose items a set of type `t` does not take."""
    from rumpkc.types.exprs import expr

    if not _is_set(t) or not isinstance(node, (tree.Set, tree.SetComp)):
        return False
    saved = fx.state.copy()
    found = expr(fx, node).type
    fx.state = saved
    return _is_set(found) and not assignable(found.args[0], t.args[0])


def met_type(fx: Fx, a: Type, b: Type) -> Type:
    """What the items of `a & b` can be, for items of these types: those of `a`, and of `b` what can equal one."""
    return make_union([a, *(part for part in parts_of(b) if meeting.meet(fx, a, part))])


def _narrowed(fx: Fx, found: ir.Expr | None, of: ClassInst, span: Span) -> ir.Expr:
    """The items of the set `found`, all of which are of fewer kinds, as an `of`; an empty one without `found`."""
    from rumpkc.types.reductions import each

    item = of.args[0]
    save, out = fx.save(constructors.construct(fx, fx.world.cls("set", item), [], span))

    def take(value: ir.Expr) -> list[ir.Stmt]:
        keep, got = fx.save(value)
        return [keep, ir.Eval(span, calls.call_method(fx, out, "add", [boxes.as_known(fx, got, item, span)], span))]

    fill = each(fx, calls.Evaluated(span, found), take) if found is not None else []
    made = _frozen(fx, out, span) if of.name == "frozenset" else out
    return ir.Seq(span, made.type, (save, *fill), made)


def _widened(fx: Fx, value: ir.Expr, item: Type, span: Span) -> ir.Expr:
    """A copy of a set that holds more kinds of items."""
    from rumpkc.types.exprs import expr

    assert isinstance(value.type, ClassInst)
    if value.type.args[0] == item:
        return value
    name = tree.Name(span, ".x")
    over = tree.Comprehension(span, name, calls.Evaluated(span, value), (), False)
    out = expr(fx, tree.SetComp(span, name, (over,)), fx.world.cls("set", item))
    return _frozen(fx, out, span) if value.type.name == "frozenset" else out


def _frozen(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(value.type, ClassInst)
    cls = fx.world.cls("frozenset", *value.type.args)
    save, got = fx.save(value)
    made, out = fx.save(constructors.construct(fx, cls, [], span))
    return ir.Seq(span, cls, (save, made, ir.Eval(span, calls.call_method(fx, out, "_fill", [got], span))), out)


def _is_set(t: Type) -> TypeGuard[ClassInst]:
    return isinstance(t, ClassInst) and t.info.module.library and t.name in SETS


def same_text(fx: Fx, a: Type, b: Type) -> bool:
    """Whether only text is in two sets both, so that `&` of views of dicts, which CPython walks by other rules, gives
    what that of sets does."""
    if not (_is_set(a) and _is_set(b)):
        return True
    text = fx.world.cls("str")
    return all(x == text == y for x in parts_of(a.args[0]) for y in parts_of(b.args[0]) if meeting.meet(fx, x, y))
