"""Patterns and types: which part of the subject's type a pattern may take, and which it takes wholly."""

from __future__ import annotations

from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.annotations import Annotations
from rumpkc.types.unions import make_union
from rumpkc.types.class_tests import class_for_test, split_type
from rumpkc.types.classes import dict_base
from rumpkc.types.container_classes import list_of
from rumpkc.types.convert import is_var_tuple
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_number,
    is_object,
)

SEQUENCES = ("list", "tuple", "range", "deque", "Span", "object")     # what a sequence pattern can take in CPython


def taken_type(fx: Fx, node: tree.Pattern, t: Type) -> Type:
    """The part of `t` that can match: what is known of the subject in the case."""
    match node:
        case tree.MatchValue() if isinstance(t, (OptionalType, UnionType)):
            from rumpkc.types.exprs import expr

            value = expr(fx, node.value, t.item if isinstance(t, OptionalType) else t).type
            return _joined([m for m in parts_of(t) if m is not NONE and may_equal(m, value)])
        case tree.MatchSingleton(value=value):
            return split_by(t, NONE if value is None else BOOL)[0]
        case tree.MatchClass():
            return split_by(t, class_for_test(fx, Annotations(fx.world, fx.module, fx.env, exact=True), node.cls, t))[0]
        case tree.MatchAs(pattern=inner) if inner is not None:
            return taken_type(fx, inner, t)
        case tree.MatchOr(patterns=patterns):
            return _joined([taken_type(fx, p, t) for p in patterns])
        case tree.MatchSequence() if not is_object(t):
            return _joined([p for p in parts_of(t) if may_match(p, node)])
        case tree.MatchMapping() if not is_object(t):
            from rumpkc.types.mapping_patterns import may_take

            return _joined([p for p in parts_of(t) if may_take(fx, p, node)])
    return t


def _joined(parts: list[Type]) -> Type:
    return make_union(parts) if parts else NEVER


def whole_type(fx: Fx, node: tree.Pattern, t: Type) -> Type | None:
    """The type all of whose values match, for narrowing in the cases after."""
    match node:
        case tree.MatchSingleton(value=None):
            return NONE
        case tree.MatchClass(cls=cls, patterns=(), kwd_patterns=()):
            return class_for_test(fx, Annotations(fx.world, fx.module, fx.env, exact=True), cls, t)
        case tree.MatchClass(cls=cls, patterns=patterns, kwd_patterns=others):
            whole = class_for_test(fx, Annotations(fx.world, fx.module, fx.env, exact=True), cls, t)
            if all(isinstance(p, tree.MatchAs) and p.pattern is None for p in (*patterns, *others)) or (
                    _takes_fields(fx, node, whole)):
                return whole
        case tree.MatchAs(pattern=inner) if inner is not None:
            return whole_type(fx, inner, t)
        case tree.MatchMapping(patterns=()) if not is_object(t):
            return _joined([p for p in parts_of(t) if dict_base(p) is not None])
        case tree.MatchSequence(patterns=patterns) if not is_object(t):
            return _joined([p for p in parts_of(t) if _takes_all(fx, patterns, p)])
        case tree.MatchOr(patterns=patterns):
            found = [whole_type(fx, p, t) for p in patterns]
            whole = [w for w in found if w is not None and w is not NEVER]
            return make_union(whole) if whole and len(whole) == len(found) else None
    return None


def _takes_all(fx: Fx, patterns: tuple[tree.Pattern, ...], t: Type) -> bool:
    """Whether every value of `t` fits a sequence pattern."""
    if isinstance(t, TupleType) and len(t.items) == len(patterns):
        return all(map(lambda p, item: always(fx, p, item), patterns, t.items))
    many = list_of(t) is not None or is_var_tuple(t)
    return many and len(patterns) == 1 and isinstance(patterns[0], tree.MatchStar)


def _takes_fields(fx: Fx, node: tree.MatchClass, t: Type) -> bool:
    """Whether the parts of a class pattern take every object of the class `t`: they are fields, or it is `int(_)`."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.synth import match_names

    if not isinstance(t, ClassInst):
        return False
    if t.info.module.library:
        return not node.kwd_patterns and len(node.patterns) == 1 and always(fx, node.patterns[0], t)
    fields, names = fields_of(fx.world, t), match_names(t.info)
    pairs = [*zip(names, node.patterns, strict=False), *zip(node.kwd_attrs, node.kwd_patterns, strict=True)]
    return len(node.patterns) <= len(names) and all(n in fields and always(fx, p, fields[n]) for n, p in pairs)


def always(fx: Fx, node: tree.Pattern, t: Type) -> bool:
    """Whether a pattern takes every value of `t`."""
    if isinstance(node, tree.MatchAs) and node.pattern is None:
        return True
    whole = whole_type(fx, node, t)
    return whole is not None and split_by(t, whole)[1] is NEVER


def split_by(t: Type, whole: Type) -> tuple[Type, Type]:
    """The parts of `t` that are of type `whole`, and the others."""
    return split_type(t, list(parts_of(whole)))


def parts_of(t: Type) -> tuple[Type, ...]:
    """The types that a value of `t` can have."""
    if isinstance(t, OptionalType):
        return (t.item, NONE)
    return t.members if isinstance(t, UnionType) else (t,)


def may_match(t: Type, node: tree.MatchSequence) -> bool:
    """Whether CPython can take a value of `t` for a sequence with as many items as the pattern has."""
    if isinstance(t, TupleType):
        stars = [at for at, p in enumerate(node.patterns) if isinstance(p, tree.MatchStar)]
        if not stars:
            return len(t.items) == len(node.patterns) and all(map(_literal_may_match, t.items, node.patterns))
        before, after = node.patterns[:stars[0]], node.patterns[stars[0] + 1:]
        return len(t.items) >= len(before) + len(after) and all(
            map(_literal_may_match, (*t.items[:len(before)], *t.items[len(t.items) - len(after):]), (*before, *after)))
    if isinstance(t, ClassInst):
        known = t.name in SEQUENCES and t.info.module.library or t.info.kind == "namedtuple"
        return known or list_of(t) is not None
    return isinstance(t, ArrayType)


def _literal_may_match(t: Type, node: tree.Pattern) -> bool:
    """Whether a literal of the pattern is of a kind that an item of type `t` can have: text is no number."""
    value = node.value if isinstance(node, tree.MatchValue) else None
    if not isinstance(value, tree.Constant):
        return True
    if value.kind in ("int", "float"):
        return not (isinstance(t, ClassInst) and t.info.module.library and t.name in ("str", "bytes"))
    return not (value.kind == "str" and is_number(t))


def may_equal(member: Type, value: Type) -> bool:
    """Whether a value of type `member` can be equal to the value of a pattern."""
    if isinstance(member, ClassInst) and member.info.kind == "plain" and not member.info.module.library:
        return member == value or calls.has_method(member, "__eq__")
    return member == value or any(kind(member) and kind(value) for kind in (_is_numeric, _is_bytes, _is_text))


def _is_bytes(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.module.library and t.name in ("bytes", "bytearray")


def _is_text(t: Type) -> bool:
    from rumpkc.types.enums import is_str_enum

    return is_str_enum(t) or isinstance(t, ClassInst) and t.info.module.library and t.name == "str"


def _is_numeric(t: Type) -> bool:
    """Whether values of `t` can equal numbers of another type."""
    from rumpkc.types.enums import is_int_enum

    return is_number(t) or is_int_enum(t)
