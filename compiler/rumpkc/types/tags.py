"""Unions whose members say which they are, by the `Literal` of a key or of a field.

    Shape = Circle | Rect               Circle: kind: Literal["circle"]; r: float       Rect: kind: Literal["rect"]
    if s["kind"] == "circle":           `s` is a Circle here, and a Rect behind it
    match s["kind"]:                    the same in each `case`
    if "r" in s:                        of typed dicts: those that have the key

A `Literal` is only a promise of the type checker, so the object's own class is asked besides: a TypeError where a
member says that it is another one.
"""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import typed_dicts, value_facts
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, ClassInst, Type, UnionType
from rumpkc.types.unions import make_union
from rumpkc.types.value_facts import PROMISE, Value, value_of

TESTS = ("==", "!=", "is", "is not", "in", "not in")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A place of a union, `key` as facts name it, and of each member the values that its tag may have."""

    key: str
    value: ir.Expr
    tags: dict[Type, frozenset[Value] | None]

    def with_any(self, values: frozenset[Value]) -> list[Type]:
        """The members whose tag may be one of `values`."""
        return [t for t, own in self.tags.items() if own is None or own & values]

    def with_others(self, values: frozenset[Value]) -> list[Type]:
        """The members whose tag may be none of `values`."""
        return [t for t, own in self.tags.items() if own is None or not own <= values]


def tested(fx: Fx, node: tree.Compare, test: ir.Expr, true: dict[str, Type], false: dict[str, Type]) -> ir.Expr:
    """`test`, which is the comparison `node`; what it tells of a union is added to the facts, and asked."""
    if len(node.ops) != 1 or node.ops[0] not in TESTS:
        return test
    found = _by_key(fx, node) or _by_value(fx, node)
    if found is None:
        return test
    place, yes, no = found
    if node.ops[0] in ("!=", "is not", "not in"):
        yes, no = no, yes
    sure = [_narrowed(fx, place, parts, facts, node.span) for parts, facts in ((yes, true), (no, false))]
    if sure == [None, None]:
        return test
    held, fails = (ir.Const(node.span, BOOL, True) if s is None else s for s in sure)
    if sure[1] is None:
        return ir.And(node.span, BOOL, test, held)
    return ir.IfExp(node.span, BOOL, test, held, ir.Prim(node.span, BOOL, "not", (fails,)))


def _narrowed(fx: Fx, place: Tagged, parts: list[Type], facts: dict[str, Type], span: Span) -> ir.Expr | None:
    """Tell `facts` that the place is one of `parts`: the test of that, which raises where it is not; None where these
    are all, or none."""
    if not parts or len(parts) == len(place.tags):
        return None
    facts.setdefault(place.key, make_union(parts))
    return _surely(fx, place, parts, span)


def _surely(fx: Fx, place: Tagged, parts: list[Type], span: Span) -> ir.Expr:
    """True, or a TypeError where the place is none of `parts`."""
    out = broken(fx, span)
    for part in parts:
        out = ir.Or(span, BOOL, ir.IsInstance(span, BOOL, place.value, part), out)
    return out


def broken(fx: Fx, span: Span) -> ir.Expr:
    """A TypeError in place of a bool: the tag is none of the `Literal` values of the object's class."""
    from rumpkc.types.text import str_const
    from rumpkc.types.tries import raise_new

    return raise_new(fx, "TypeError", [str_const(fx, span, PROMISE)], BOOL, span)


def _by_key(fx: Fx, node: tree.Compare) -> tuple[Tagged, list[Type], list[Type]] | None:
    """`"r" in s`: the typed dicts that have the key, and those that need not have it."""
    name = node.left.value if isinstance(node.left, tree.Constant) and node.left.kind == "str" else None
    if name is None or node.ops[0] not in ("in", "not in"):
        return None
    place = _place(fx, node.comparators[0])
    if place is None or not all(map(typed_dicts.is_one, place.tags)):
        return None
    keys = {t: t.info.keys.get(str(name)) for t in place.tags if isinstance(t, ClassInst)}
    return (place, [t for t, key in keys.items() if key is not None],
            [t for t, key in keys.items() if key is None or not key.required])


def _by_value(fx: Fx, node: tree.Compare) -> tuple[Tagged, list[Type], list[Type]] | None:
    """`s["kind"] == "circle"`, `s.kind in ("circle", "disc")`."""
    place = tagged(fx, node.left)
    if place is None:
        return None
    listed: tuple[tree.Expr, ...] = (node.comparators[0],)
    if node.ops[0] in ("in", "not in"):
        if not isinstance(listed[0], (tree.Tuple, tree.List, tree.Set)):
            return None
        listed = listed[0].elts
    values = [value_of(fx, item, by_identity=node.ops[0].startswith("is")) for item in listed]
    known = frozenset(v for v in values if v is not None)
    return None if None in values else (place, place.with_any(known), place.with_others(known))


def tagged(fx: Fx, node: tree.Expr) -> Tagged | None:
    """The place of which `node` is the tag: `s` in `s["kind"]`, `s.kind`."""
    match node:
        case tree.Subscript(value=base, slice=tree.Constant(kind="str")) | tree.Attribute(value=base):
            place = _place(fx, base)
        case _:
            return None
    if place is None:
        return None
    tags = {t: value_facts.tag_values(fx, t, node) for t in place.tags}
    return Tagged(place.key, place.value, tags) if any(tags.values()) else None


def _place(fx: Fx, node: tree.Expr) -> Tagged | None:
    """A variable or field of a union, which can be read again."""
    from rumpkc.types.conditions import narrow_key
    from rumpkc.types.exprs import expr

    key = narrow_key(fx, node)
    value = expr(fx, node) if key and value_facts.is_value(fx, node) else None
    if value is None or not isinstance(value.type, UnionType) or not _is_read(value):
        return None
    return Tagged(key, value, dict.fromkeys(value.type.members))


def _is_read(value: ir.Expr) -> bool:
    match value:
        case ir.LocalGet() | ir.GlobalGet():
            return True
        case ir.FieldGet(obj=inner) | ir.Convert(value=inner):
            return _is_read(inner)
    return False


# match


def case_test(fx: Fx, place: Tagged | None, pattern: tree.Pattern, rows: list[tree.Pattern]) -> ir.Expr | None:
    """What a `case` on a tag asks besides: the fact that it tells of the place is noted. `rows`: the cases above."""
    if place is None:
        return None
    if isinstance(pattern, tree.MatchAs) and pattern.pattern is None:
        above = [_values(fx, row) for row in rows]
        parts = place.with_others(frozenset().union(*(v for v in above if v is not None)))
    else:
        values = _values(fx, pattern)
        parts = place.with_any(values) if values is not None else []
    return _narrowed(fx, place, parts, fx.state.narrow, pattern.span)


def _values(fx: Fx, node: tree.Pattern) -> frozenset[Value] | None:
    """The values that a pattern takes; None where it takes others."""
    match node:
        case tree.MatchValue(value=value):
            found = value_of(fx, value)
            return None if found is None else frozenset((found,))
        case tree.MatchAs(pattern=inner) if inner is not None:
            return _values(fx, inner)
        case tree.MatchOr(patterns=patterns):
            ways = [_values(fx, p) for p in patterns]
            return None if None in ways else frozenset(v for way in ways if way is not None for v in way)
    return None


def fits(fx: Fx, t: Type, given: dict[str, tree.Expr]) -> bool:
    """Whether a display with the keys `given` says to be the typed dict `t`, as far as its tags are constants."""
    assert isinstance(t, ClassInst)
    for name, node in given.items():
        tags = value_facts.key_values(fx, t, name)
        value = value_of(fx, node)
        if tags is not None and value is not None and value not in tags:
            return False
    return True


def telling_key(fx: Fx, types: list[Type]) -> str | None:
    """A key whose literals tell the typed dicts `types` from each other."""
    if not types or not all(map(typed_dicts.is_one, types)):
        return None
    for name in types[0].info.keys if isinstance(types[0], ClassInst) else ():
        found = [value_facts.key_values(fx, t, name) for t in types]
        every = [value for values in found for value in values or ()]
        plain = all(kind in ("str", "int", "bool") for kind, _ in every)
        if all(found) and plain and len(set(every)) == len(every):
            return name
    return None
