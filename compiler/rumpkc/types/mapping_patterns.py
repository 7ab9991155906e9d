"""`case {"key": pattern, **rest}`: of dicts, and of typed dicts, whose literal keys say what their items are.

    case {"kind": "circle", "r": r}:        of a union of typed dicts, those that have both keys and may have that tag
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, patterns, tags, typed_dicts
from rumpkc.types.boxes import as_known, found_in_objects
from rumpkc.types.classes import dict_base
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx
from rumpkc.types.pattern_types import parts_of
from rumpkc.types.types import BOOL, OptionalType, Type, UnionType, is_object

Binds = list[tuple[tree.Name, ir.Expr]]


def mapping(fx: Fx, node: tree.MatchMapping, subject: ir.Expr, binds: Binds) -> ir.Expr:
    """The test of the pattern; of an optional or a union, the parts that are dicts."""
    t = subject.type
    if not isinstance(t, (OptionalType, UnionType)) and not is_object(t):
        return _of_one(fx, node, subject, binds)
    found = tuple(found_in_objects(fx, fx.world.builtin("dict"))) if is_object(t) else parts_of(t)
    dicts = [p for p in found if dict_base(p) is not None and (not is_object(t) or _takes_keys(fx, p, node))]
    fitting = [p for p in dicts if may_take(fx, p, node)]
    out = patterns.of_parts(fx, node, subject, fitting, lambda one, into: _of_one(fx, node, one, into), binds)
    return _unless_broken(fx, node, subject, [p for p in dicts if p not in fitting], out)


def _unless_broken(fx: Fx, node: tree.MatchMapping, subject: ir.Expr, others: list[Type], test: ir.Expr) -> ir.Expr:
    """`test`, and a TypeError for a typed dict with the tag of another."""
    named = [(k, p) for k, p in zip(node.keys, node.patterns, strict=True) if isinstance(p, tree.MatchValue)]
    for part in others:
        known = [(k, p) for k, p in named if not typed_dicts.lacks(part, k)]
        if len(known) < len(named) or any(typed_dicts.lacks(part, k) for k in node.keys):
            continue                    # it has no such key, whatever it says
        only = tree.MatchMapping(node.span, tuple(k for k, _ in known), tuple(p for _, p in known), None)
        told = _of_one(fx, only, as_known(fx, subject, part, node.span), [])
        broken = ir.And(node.span, BOOL, patterns.holds(fx, subject, part, node.span), told)
        test = ir.Or(node.span, BOOL, test, ir.And(node.span, BOOL, broken, tags.broken(fx, node.span)))
    return test


def _of_one(fx: Fx, node: tree.MatchMapping, subject: ir.Expr, binds: Binds) -> ir.Expr:
    from rumpkc.types.exprs import typed

    t, span = subject.type, node.span
    whole = dict_base(t)
    if whole is None or any(typed_dicts.lacks(t, k) for k in node.keys):
        return ir.Const(span, BOOL, False)
    subject = coerce(fx, subject, whole, span)
    test: ir.Expr = ir.Const(span, BOOL, True)
    keys = [typed(fx, k, whole.args[0], "this key") for k in node.keys]
    for written, key, value_pattern in zip(node.keys, keys, node.patterns, strict=True):
        test = patterns.both(test, calls.call_method(fx, subject, "__contains__", [key], span), span)
        item = calls.call_method(fx, subject, "__getitem__", [key], span)
        known = typed_dicts.key_type(fx.world, t, written)
        item = item if known is None else typed_dicts.known_as(fx, item, known, span)
        test = patterns.both(test, patterns.part_test(fx, value_pattern, item, binds), span)
    if node.rest is not None:
        save, rest = fx.save(calls.call_method(fx, subject, "_plain_copy", [], span))
        drop = [ir.Eval(span, calls.call_method(fx, rest, "__delitem__", [k], span)) for k in keys]
        binds.append((tree.Name(span, node.rest), ir.Seq(span, rest.type, (save, *drop), rest)))
    return test


def may_take(fx: Fx, t: Type, node: tree.MatchMapping) -> bool:
    """Whether a value of `t` can match: it is a dict, and a typed one has the keys and the tags."""
    if dict_base(t) is None or any(typed_dicts.lacks(t, k) for k in node.keys):
        return False
    given = {str(k.value): p.value for k, p in zip(node.keys, node.patterns, strict=True)
             if isinstance(k, tree.Constant) and isinstance(p, tree.MatchValue)}
    return not typed_dicts.is_one(t) or tags.fits(fx, t, given)


def _takes_keys(fx: Fx, t: Type, node: tree.MatchMapping) -> bool:
    """Whether a dict of `t` can have the keys of a pattern; text never equals the keys of a dict of numbers."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.identity import comparable

    whole = dict_base(t)
    assert whole is not None
    key = whole.args[0]
    return is_object(key) or all(comparable(key, expr(fx, k).type) for k in node.keys)
