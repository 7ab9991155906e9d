"""Whether the cases of a `match` take every value of its subject.

    match side, price:                  columns: a Side, an int | None
        case Side.BUY, None: …          rows: the patterns without a guard, one of them for each column
        case Side.BUY, int(n): …
        case Side.SELL, _: …

The first column is split into the few values or the types that it can have; for each of them the rows that take it are
tried on the columns that are left. A tuple becomes columns of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.syntax import tree
from rumpkc.types.fx import GONE, Fx
from rumpkc.types.pattern_types import always, parts_of
from rumpkc.types.types import NONE, OptionalType, TupleType, Type, UnionType
from rumpkc.types.unions import make_union
from rumpkc.types.value_facts import Gone, Value, domain, literal_values, value_of

Row = tuple[tree.Pattern, ...]
MOST = 20_000                   # steps: a `match` that needs more is taken to be not exhaustive


@dataclass(frozen=True, slots=True)
class Column:
    """A part of the subject: its type, the values of its `Literal`, and those that it is known not to have."""

    type: Type
    promised: frozenset[Value] | None = None
    gone: frozenset[Value] = frozenset()


@dataclass(slots=True)
class Search:
    """One question; `certain` is false when the answer relies on a `Literal`."""

    fx: Fx
    certain: bool = True
    steps: int = 0


def answer(fx: Fx, subject: tree.Expr, t: Type, key: str, rows: list[tree.Pattern]) -> str:
    """What `rows` leave of the subject: "nothing", "a promise" (where a `Literal` is kept), or something ("")."""
    search = Search(fx)
    if not covers(search, [_column(fx, subject, t, key)], [(p,) for p in rows]):
        return ""
    return "nothing" if search.certain else "a promise"


def rest_of(fx: Fx, t: Type, rows: list[tree.Pattern]) -> Type:
    """The union `t` without the members of few values, as an enumeration, that `rows` take one by one."""
    if not isinstance(t, (OptionalType, UnionType)):
        return t
    return make_union([p for p in parts_of(t) if domain(fx, p, None) is None or not covers(
        Search(fx), [Column(p)], [(row,) for row in rows])])


def _column(fx: Fx, subject: tree.Expr, t: Type, key: str) -> Column | tuple[Column, ...]:
    """The column of a subject, or those of the items of `match a, b:`."""
    from rumpkc.types.conditions import narrow_key

    if isinstance(subject, tree.Tuple) and isinstance(t, TupleType) and len(t.items) == len(subject.elts):
        made = [_column(fx, e, item, narrow_key(fx, e)) for e, item in zip(subject.elts, t.items, strict=True)]
        return tuple(c for c in made if isinstance(c, Column)) if all(isinstance(c, Column) for c in made) else (
            Column(t))
    fact = fx.state.narrow.get(key + GONE) if key else None
    return Column(t, literal_values(fx, subject), fact.values if isinstance(fact, Gone) else frozenset())


def covers(search: Search, columns: list[Column | tuple[Column, ...]], rows: list[Row]) -> bool:
    """Whether some row takes each list of values of `columns`."""
    search.steps += 1
    if not rows or not columns or search.steps > MOST:
        return bool(rows) and search.steps <= MOST
    first, rest = columns[0], columns[1:]
    rows = [(way, *row[1:]) for row in rows for way in _ways(row[0])]
    if isinstance(first, tuple) or isinstance(first.type, TupleType):
        items = first if isinstance(first, tuple) else tuple(map(Column, first.type.items))  # type: ignore[attr-defined]
        whole = TupleType(tuple(c.type for c in items))
        spread = [inner + row[1:] for row in rows if (inner := _spread(search.fx, row[0], items, whole)) is not None]
        return covers(search, [*items, *rest], spread)
    parts = parts_of(first.type)
    if len(parts) > 1:
        split = [Column(p, first.promised if p is not NONE else None, first.gone) for p in parts]
        return all(covers(search, [part, *rest], rows) for part in split)
    taken = [always(search.fx, row[0], first.type) for row in rows]
    found = domain(search.fx, first.type, first.promised) if not all(taken) else None
    if found is None:
        return covers(search, rest, [row[1:] for row, all_ in zip(rows, taken, strict=True) if all_])
    if covers(search, rest, [row[1:] for row, all_ in zip(rows, taken, strict=True) if all_]):
        return True
    values, certain = found
    search.certain &= certain
    chosen = [None if all_ else _value(search, row[0]) for row, all_ in zip(rows, taken, strict=True)]
    return all(
        covers(search, rest, [row[1:] for row, all_, v in zip(rows, taken, chosen, strict=True) if all_ or v == value])
        for value in sorted(values - first.gone, key=str))


def _ways(node: tree.Pattern) -> list[tree.Pattern]:
    """The patterns of an `A | B`, without the names that `as` gives."""
    match node:
        case tree.MatchOr(patterns=patterns):
            return [way for p in patterns for way in _ways(p)]
        case tree.MatchAs(pattern=inner) if inner is not None:
            return _ways(inner)
    return [node]


def _spread(fx: Fx, node: tree.Pattern, items: tuple[Column, ...], whole: TupleType) -> Row | None:
    """The patterns for the items of a tuple; None where some tuple may not fit for another reason."""
    anything = tree.MatchAs(node.span, None, None)
    if isinstance(node, tree.MatchSequence):
        stars = [at for at, p in enumerate(node.patterns) if isinstance(p, tree.MatchStar)]
        spare = len(items) - len(node.patterns) + len(stars)
        if spare < 0 or spare > 0 and not stars:
            return None
        at = stars[0] if stars else len(node.patterns)
        return (*node.patterns[:at], *[anything] * spare, *node.patterns[at + 1:])
    return (anything,) * len(items) if always(fx, node, whole) else None


def _value(search: Search, node: tree.Pattern) -> Value | None:
    """The value that a pattern takes. A member with an `__eq__` of its own is expected to equal itself."""
    match node:
        case tree.MatchSingleton(value=bool(value)):
            return ("bool", value)
        case tree.MatchValue(value=value):
            found = value_of(search.fx, value)
            if found is None and isinstance(value, tree.Attribute):
                found = value_of(search.fx, value, by_identity=True)
                search.certain &= found is None
            return found
    return None
