"""Tables of lambdas that say no type, written out with the one that a checker of types knows them by.

    ops = {"+": lambda a, b: a + b, "-": operator.sub}      ->      ops: dict[str, Callable[..., Any]] = {…}

Such a checker takes any call of these functions, and what they give for anything; what the calls here pass tells what
they are (`open_shapes.py`). Only a variable that is bound in one place has such a type.
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

FUNCTION, ANYTHING = "@Callable", "@Any"        # of `typing`, by names that no program has
NAMED = ("str", "int")                  # constants whose kind is called as their type is
OTHERS = frozenset("Enum IntEnum StrEnum Flag IntFlag NamedTuple TypedDict Protocol".split())


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with the types of these tables."""
    if not any(map(_holds_table, body)):
        return body
    out = _Scope.of(body, ()).block(body)
    span = body[0].span
    names = (t.Alias(span, "Callable", FUNCTION), t.Alias(span, "Any", ANYTHING))
    return (t.ImportFrom(span, "typing", names, 0), *out)


def _holds_table(node: t.Node) -> bool:
    return isinstance(node, t.Assign) and _item_type(node.value) is not None or any(
        _holds_table(child) for child in children(node) if isinstance(child, (t.Stmt, t.ExceptHandler, t.MatchCase)))


@dataclass(frozen=True, slots=True)
class _Scope:
    """How often each name is bound in a module, class or function. `of_class`: its variables are the class's."""

    bound: Counter[str]
    of_class: bool = False

    @classmethod
    def of(cls, body: Iterable[t.Node], parameters: Iterable[str], of_class: bool = False) -> _Scope:
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
        return cls(bound, of_class)

    def block(self, body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
        return tuple(map(self.written, body))

    def written(self, node: Any) -> Any:
        match node:
            case t.FunctionDef(args=args):
                names = [a.name for a in (*args.posonly, *args.args, args.vararg, *args.kwonly, args.kwarg) if a]
                return replace(node, body=_Scope.of(node.body, names).block(node.body))
            case t.ClassDef():
                plain = not any(dotted(base).rpartition(".")[2] in OTHERS for base in node.bases)
                return replace(node, body=_Scope.of(node.body, (), plain).block(node.body))
            case t.Assign(targets=(t.Name(id=name) as target,), value=value) if (
                    self.bound[name] == 1 and (note := _item_type(value)) is not None):
                if self.of_class:
                    at = note.span
                    note = t.Subscript(at, t.Attribute(at, t.Name(at, "typing"), "ClassVar", at), note)
                return t.AnnAssign(node.span, target, note, value, True)
            case t.Stmt() | t.ExceptHandler() | t.MatchCase():
                return with_children(node, self.written)
        return node


def _rebound(node: t.Node) -> list[str]:
    """What functions below assign of the scopes around them."""
    own = list(node.names) if isinstance(node, (t.Global, t.Nonlocal)) else []
    return own + [name for child in children(node) for name in _rebound(child)]


def _item_type(value: t.Expr) -> t.Expr | None:
    """The type of a display whose items are all lambdas with parameters; None for other expressions."""
    match value:
        case t.Dict(keys=keys, values=values) if values and all(map(_is_open, values)):
            key = _key_type(keys)
            return None if key is None else _generic("dict", value.span, key, _function(value.span))
        case t.List(elts=values) if values and all(map(_is_open, values)):
            return _generic("list", value.span, _function(value.span))
    return None


def _is_open(node: t.Expr) -> bool:
    return isinstance(node, t.Lambda) and bool(node.args.posonly or node.args.args) and not node.args.kwonly


def _key_type(keys: tuple[t.Expr | None, ...]) -> t.Expr | None:
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
