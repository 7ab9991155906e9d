"""Tables of lambdas that say no type, written out with the one that a checker of types knows them by.

    ops = {"+": lambda a, b: a + b, "-": operator.sub}      ->      ops: dict[str, Callable[..., Any]] = {…}
    for f in [lambda x: x + k for k in ks]: …       ->      for f in cast(list[Callable[..., Any]], […]): …
    for name, op in (("+", lambda a, b: a + b), …): …       ->      … cast(list[tuple[str, Callable[..., Any]]], […]): …
    at = lambda h, m=0: h * 60 + m                          ->      at: Callable[..., Any] = …, if calls of it differ
    {"+": lambda a, b: a + b}[op](x, y)     ->      cast(dict[str, Callable[..., Any]], {…})[op](x, y)
    AGGREGATES = {"min": min, "max": max, "mean": mean}     ->      the same as with lambdas
    pick = min if low else max                              ->      pick: Callable[..., Any] = min if low else max

Such a checker takes any call of these functions, and what they give for anything; what the calls here pass tells what
they are (`open_shapes.py`). Only a variable that is bound in one place has such a type. CPython's own functions are
among them, and its classes of numbers and text where the program calls what the table holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children
from rumpkc.types.scopes import dotted

FUNCTION, ANYTHING, CAST = "@Callable", "@Any", "@cast"     # of `typing`, by names that no program has
WALKERS = ("enumerate", "reversed", "zip")
NAMED = ("str", "int")                  # constants whose kind is called as their type is
FUNCTIONS = frozenset("len max min sum sorted abs any all round ord chr hex oct bin repr pow divmod".split())
CLASSES = frozenset(("int", "float", "str", "bool"))
OTHERS = frozenset("Enum IntEnum StrEnum Flag IntFlag NamedTuple TypedDict Protocol".split())


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with the types of these tables."""
    known = _Builtins.of(body)
    if not any(_holds_table(stmt, known) for stmt in body):
        return body
    out = _Scope.of(body, (), known).block(body)
    span = body[0].span
    names = tuple(t.Alias(span, hidden[1:], hidden) for hidden in (FUNCTION, ANYTHING, CAST))
    return (t.ImportFrom(span, "typing", names, 0), *out)


@dataclass(frozen=True, slots=True)
class _Builtins:
    """The functions and classes of CPython that the module's names mean, and the names of the module that are called,
    or of which an item is."""

    functions: frozenset[str]
    classes: frozenset[str]
    called: frozenset[str]

    @classmethod
    def of(cls, body: tuple[t.Stmt, ...]) -> _Builtins:
        bound, called, tested = set[str](), set[str](), set[str]()
        walked: list[tuple[list[str], str]] = []        # variables of loops, and the table that they walk over
        todo: list[t.Node] = list(body)
        while todo:
            node = todo.pop()
            todo += children(node)
            bound |= bound_by(node)
            match node:
                case t.Call(func=t.Name(id="isinstance" | "issubclass"), args=(_, kind)):
                    tested |= set(_names_in(kind))
                case t.Call(func=t.Name(id=name) | t.Subscript(value=t.Name(id=name))):
                    called.add(name)
                case t.For(target=target, iter=source) | t.Comprehension(target=target, iter=source):
                    table = source.func.value if isinstance(source, t.Call) and isinstance(
                        source.func, t.Attribute) else source
                    walked.append((_names_in(target), dotted(table)))
        called |= {table for names, table in walked if called.intersection(names)}
        tested |= {table for names, table in walked if tested.intersection(names)}
        return cls(FUNCTIONS - bound, CLASSES - bound, frozenset(called - tested))

    def chosen(self, name: str, value: t.Expr) -> bool:
        """Whether the variable `name` is one or another of such functions: `min if low else max`."""
        found = _ends(value)
        return len(found) > 1 and self.all_of(found, name in self.called)

    def all_of(self, items: tuple[t.Expr, ...], called: bool) -> bool:
        """Whether CPython's own functions are among the `items`, all of which are functions as far as one can tell."""
        own = self.functions | self.classes if called else self.functions
        named = [item for item in items if isinstance(item, t.Name) and item.id in own]
        return bool(named) and all(isinstance(item, (t.Lambda, t.Name, t.Attribute)) for item in items)


def _names_in(node: t.Node) -> list[str]:
    return [name for child in children(node) for name in _names_in(child)] + ([node.id] if isinstance(
        node, t.Name) else [])


def _ends(value: t.Expr) -> tuple[t.Expr, ...]:
    return (*_ends(value.body), *_ends(value.orelse)) if isinstance(value, t.IfExp) else (value,)


def _holds_table(node: t.Node, known: _Builtins) -> bool:
    match node:
        case t.Assign(targets=(t.Name(id=name),), value=value) if known.chosen(name, value) or (
                _item_type(value, known, name) is not None or _takes_several(value)):
            return True
        case t.For(iter=source) | t.Comprehension(iter=source) if _walked(source) is not source:
            return True
        case t.Call(func=func) if _chosen_in(func, known) is not func:
            return True
    return any(_holds_table(child, known) for child in children(node))


@dataclass(frozen=True, slots=True)
class _Scope:
    """How often each name is bound in a module, class or function. `of_class`: its variables are the class's;
    `several`: what is called in several ways."""

    bound: Counter[str]
    known: _Builtins
    of_class: bool = False
    several: frozenset[str] = frozenset()

    @classmethod
    def of(cls, body: tuple[t.Stmt, ...], parameters: Iterable[str], known: _Builtins, of_class: bool = False
           ) -> _Scope:
        bound, todo = Counter(parameters), list(body)
        while todo:
            node = todo.pop()
            bound.update(bound_by(node))
            if isinstance(node, (t.Global, t.Nonlocal)):
                bound.update(node.names)
            elif isinstance(node, (t.FunctionDef, t.ClassDef, t.Lambda)):
                bound.update(_rebound(node))
            else:
                todo += children(node)
        return cls(bound, known, of_class, _called_in_several_ways(body))

    def block(self, body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
        return tuple(map(self.written, body))

    def written(self, node: Any) -> Any:
        match node:
            case t.FunctionDef(args=args):
                names = [a.name for a in (*args.posonly, *args.args, args.vararg, *args.kwonly, args.kwarg) if a]
                return replace(node, body=_Scope.of(node.body, names, self.known).block(node.body))
            case t.ClassDef():
                plain = not any(dotted(base).rpartition(".")[2] in OTHERS for base in node.bases)
                return replace(node, body=_Scope.of(node.body, (), self.known, plain).block(node.body))
            case t.Assign(targets=(t.Name(id=name) as target,), value=value) if (
                    self.bound[name] == 1 and not self.of_class and name in self.several and _takes_several(value)):
                return t.AnnAssign(node.span, target, _function(node.span), value, True)
            case t.Assign(targets=(t.Name(id=name) as target,), value=value) if (
                    self.bound[name] == 1 and not self.of_class and self.known.chosen(name, value)):
                return t.AnnAssign(node.span, target, _function(node.span), value, True)
            case t.Assign(targets=(t.Name(id=name) as target,), value=value) if (
                    self.bound[name] == 1 and (note := _item_type(value, self.known, name)) is not None):
                if self.of_class:
                    at = note.span
                    note = t.Subscript(at, t.Attribute(at, t.Name(at, "typing"), "ClassVar", at), note)
                return t.AnnAssign(node.span, target, note, value, True)
            case t.For(iter=source) | t.Comprehension(iter=source):
                return with_children(replace(node, iter=_walked(source)), self.written)
            case t.Call(func=func):
                return with_children(replace(node, func=_chosen_in(func, self.known)), self.written)
        return with_children(node, self.written)


def _takes_several(value: t.Expr) -> bool:
    """Whether `value` is a lambda that can be called with different numbers of arguments."""
    match value:
        case t.Lambda(args=args):
            given = (*args.posonly, *args.args)
            return not args.kwonly and not args.kwarg and (
                args.vararg is not None or any(a.default is not None for a in given))
    return False


def _called_in_several_ways(body: tuple[t.Stmt, ...]) -> frozenset[str]:
    """The names that are called with different numbers of arguments, by name, or with stars."""
    ways: dict[str, set[int]] = {}
    todo: list[t.Node] = list(body)
    while todo:
        node = todo.pop()
        todo += children(node)
        match node:
            case t.Call(func=t.Name(id=name), args=args, keywords=keywords):
                plain = not keywords and not any(isinstance(a, t.Starred) for a in args)
                ways.setdefault(name, set()).update((len(args),) if plain else (-1, -2))
    return frozenset(name for name, found in ways.items() if len(found) > 1)


def _rebound(node: t.Node) -> list[str]:
    """What functions below assign of the scopes around them."""
    own = list(node.names) if isinstance(node, (t.Global, t.Nonlocal)) else []
    return own + [name for child in children(node) for name in _rebound(child)]


def _item_type(value: t.Expr, known: _Builtins | None = None, name: str = "") -> t.Expr | None:
    """The type of a display whose items are all lambdas with parameters, or of which some are functions that are
    `known`, in the variable `name`; None for other expressions."""
    match value:
        case t.Dict(keys=keys, values=values) if values and (
                all(map(_is_open, values)) or known is not None and known.all_of(values, name in known.called)):
            key = _key_type(keys)
            return None if key is None else _generic("dict", value.span, key, _function(value.span))
        case t.List(elts=values) if known is not None and known.all_of(values, name in known.called):
            return _generic("list", value.span, _function(value.span))
        case t.List(elts=values):
            return _list_of(values, value.span)
        case t.ListComp(elt=item):
            return _list_of((item,), value.span)
    return None


def _walked(source: t.Expr) -> t.Expr:
    """What a loop walks over, with its type if that is a table."""
    if isinstance(source, t.Call) and dotted(source.func) in WALKERS:
        args = tuple(map(_walked, source.args))
        same = all(a is b for a, b in zip(args, source.args, strict=True))
        return source if same else replace(source, args=args)
    listed = t.List(source.span, source.elts) if isinstance(source, t.Tuple) else source
    note = _item_type(listed) if isinstance(listed, (t.List, t.ListComp)) else None
    return source if note is None else t.Call(source.span, t.Name(source.span, CAST), (note, listed), ())


def _chosen_in(func: t.Expr, known: _Builtins) -> t.Expr:
    """What is called, with its type if it is taken from a table that stands there: `{"+": lambda a, b: a + b}[op]`."""
    match func:
        case t.IfExp() if known.all_of(_ends(func), True):
            return t.Call(func.span, t.Name(func.span, CAST), (_function(func.span), func), ())
        case t.Subscript(value=t.Dict() | t.List() | t.Tuple() as table):
            made = _cast(table, known)
            return func if made is table else replace(func, value=made)
        case t.Call(func=t.Attribute(value=t.Dict() as table, attr="get") as get, args=(_, _)):
            made = _cast(table, known)
            return func if made is table else replace(func, func=replace(get, value=made))
    return func


def _cast(table: t.Expr, known: _Builtins) -> t.Expr:
    listed = t.List(table.span, table.elts) if isinstance(table, t.Tuple) else table
    called = replace(known, called=known.called | {""})
    note = _item_type(listed, called)
    return table if note is None else t.Call(table.span, t.Name(table.span, CAST), (note, listed), ())


def _list_of(items: tuple[t.Expr, ...], span: Span) -> t.Expr | None:
    """The type of a list of lambdas, or of rows with a column of them."""
    if items and all(map(_is_open, items)):
        return _generic("list", span, _function(span))
    rows = [item.elts for item in items if isinstance(item, t.Tuple)]
    if len(rows) != len(items) or len({len(row) for row in rows}) != 1 or not any(map(_is_open, rows[0])):
        return None
    columns = [_function(span) if all(map(_is_open, items)) else _key_type(items) for items in zip(*rows, strict=True)]
    known = [column for column in columns if column is not None]
    return _generic("list", span, _generic("tuple", span, *known)) if len(known) == len(columns) else None


def _is_open(node: t.Expr) -> bool:
    return isinstance(node, t.Lambda) and bool(node.args.posonly or node.args.args) and not node.args.kwonly


def _key_type(keys: tuple[t.Expr | None, ...]) -> t.Expr | None:
    """The type of constants of one kind, or of members of one class, if that is what they are."""
    kinds = {key.kind if isinstance(key, t.Constant) else dotted(key.value) if isinstance(key, t.Attribute) else ""
             for key in keys}
    first = keys[0]
    if len(kinds) != 1 or first is None:
        return None
    if isinstance(first, t.Attribute):
        return first.value if isinstance(first.value, (t.Name, t.Attribute)) else None
    return t.Name(first.span, kind) if (kind := kinds.pop()) in NAMED else None


def _function(span: Span) -> t.Expr:
    anything = t.Constant(span, None, "ellipsis")
    return t.Subscript(span, t.Name(span, FUNCTION), t.Tuple(span, (anything, t.Name(span, ANYTHING))))


def _generic(name: str, span: Span, first: t.Expr, *rest: t.Expr) -> t.Expr:
    return t.Subscript(span, t.Name(span, name), t.Tuple(span, (first, *rest)) if rest else first)
