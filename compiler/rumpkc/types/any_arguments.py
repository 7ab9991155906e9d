"""Decorators typed without a ParamSpec, as if they had one: `Callable[..., R]`, or a type variable bound to it.

    F = TypeVar("F", bound=Callable[..., Any])
    def logged(f: F) -> F:                                  def logged(f: Callable[P, R]) -> Callable[P, R]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:  ->      def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            return f(*args, **kwargs)                               return f(*args, **kwargs)
        return cast(F, wrapper)                                 return wrapper

Only where the function inside passes its arguments on to the one that the decorator is given. A call that does not fit
the decorated function is a TypeError in CPython, and refused here. `def wrapper(*args: Any)` gets a `**kwargs` that no
program can name, which stays empty (`decorated_forms.py` refuses calls that would fill it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import children, with_children
from rumpkc.types.param_specs import NO_NAMES
from rumpkc.types.scopes import dotted

PACK, RESULT = "@P", "@R"               # a ParamSpec and a type variable that no program can name
HOLDS_FUNCTIONS = (t.Stmt, t.ExceptHandler, t.MatchCase)
ANY = ("Any", "typing.Any", "object")


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with these decorators written out."""
    change = _Change({name: bound for stmt in body for name, bound in _bound_variables(stmt)})
    out = tuple(map(change.outermost, body))
    if all(new is old for new, old in zip(out, body, strict=True)):
        return body
    span = out[0].span
    return (_declared(PACK, "ParamSpec", span), _declared(RESULT, "TypeVar", span), *out)


def _declared(name: str, kind: str, span: Span) -> t.Stmt:
    func = t.Attribute(span, t.Name(span, "typing"), kind, span)
    return t.Assign(span, (t.Name(span, name),), t.Call(span, func, (t.Constant(span, name, "str"),), ()))


def _bound_variables(stmt: t.Stmt) -> Iterator[tuple[str, t.Subscript]]:
    """`F = TypeVar("F", bound=Callable[..., X])`: the name, and what it is bound to."""
    match stmt:
        case t.Assign(targets=(t.Name(id=name),), value=t.Call(keywords=keywords) as call) if (
                dotted(call.func).rpartition(".")[2] == "TypeVar"):
            yield from ((name, k.value) for k in keywords
                        if k.name == "bound" and isinstance(k.value, t.Subscript) and _takes_any(k.value))


def _takes_any(note: t.Expr | None) -> bool:
    """Whether `note` is `Callable[..., X]`."""
    match note:
        case t.Subscript(slice=t.Tuple(elts=(t.Constant(kind="ellipsis"), _))):
            return dotted(note.value).rpartition(".")[2] == "Callable"
    return False


@dataclass(frozen=True, slots=True)
class _Change:
    """`bound`: the type variables of the module that stand for any function."""

    bound: dict[str, t.Subscript]

    def outermost(self, node: Any) -> Any:
        """A statement of the module or of a class, changed where it is such a decorator."""
        if isinstance(node, t.FunctionDef):
            return self._rewritten(node) if self._wraps(node, frozenset()) else node
        return with_children(node, self.outermost) if isinstance(node, t.ClassDef) else node

    def _wraps(self, node: t.Node, given: frozenset[str]) -> bool:
        """Whether a function inside `node` passes its arguments on to one of `given`, or to what `node` is given."""
        if isinstance(node, t.FunctionDef):
            if _is_wrapper(node) and any(_passes_on(node, stmt, given) for stmt in node.body):
                return True
            args = (*node.args.posonly, *node.args.args)
            given |= {a.name for a in args if _takes_any(a.annotation) or self._is_bound(a.annotation)}
        return any(self._wraps(child, given) for child in children(node) if isinstance(child, HOLDS_FUNCTIONS))

    def _is_bound(self, note: t.Expr | None) -> bool:
        return isinstance(note, t.Name) and note.id in self.bound

    def _rewritten(self, node: Any) -> Any:
        match node:
            case t.Call(args=(target, value), keywords=()) if (
                    dotted(node.func).rpartition(".")[2] == "cast" and (self._is_bound(target) or _takes_any(target))):
                return self._rewritten(value)
            case t.Subscript(slice=t.Tuple(elts=(_, result))) if _takes_any(node):
                return self._callable(node, self._result(result))
            case t.Name(id=name) if name in self.bound:
                return self._callable(replace(self.bound[name], span=node.span), t.Name(node.span, RESULT))
            case t.FunctionDef() if _is_wrapper(node):
                node = self._wrapper(node)
        return with_children(node, self._rewritten)

    def _callable(self, note: t.Subscript, result: t.Expr) -> t.Expr:
        return replace(note, slice=t.Tuple(note.span, (t.Name(note.span, PACK), result)))

    def _result(self, note: t.Expr) -> t.Expr:
        return t.Name(note.span, RESULT) if dotted(note) in ANY else self._rewritten(note)

    def _wrapper(self, node: t.FunctionDef) -> t.FunctionDef:
        args, kwargs = node.args.vararg, node.args.kwarg
        assert args is not None
        if kwargs is None:
            kwargs = replace(args, name=NO_NAMES)
            node = replace(node, body=tuple(_with_names(stmt, args.name) for stmt in node.body))
        pack = t.Name(node.span, PACK)
        star = replace(args, annotation=t.Attribute(args.span, pack, "args", args.span))
        double = replace(kwargs, annotation=t.Attribute(kwargs.span, pack, "kwargs", kwargs.span))
        returns = self._result(node.returns) if node.returns is not None else None
        return replace(node, args=replace(node.args, vararg=star, kwarg=double), returns=returns)


def _is_wrapper(node: t.FunctionDef) -> bool:
    """Whether the function is `def f(…, *args: Any, **kwargs: Any)`, or without the second."""
    star, double = node.args.vararg, node.args.kwarg
    return star is not None and all(arg.annotation is not None and dotted(arg.annotation) in ANY
                                    for arg in (star, double) if arg is not None)


def _with_names(node: Any, args: str) -> Any:
    """`f(*args)` below `node` with the dict that stays empty."""
    node = with_children(node, lambda below: _with_names(below, args))
    if isinstance(node, t.Call) and any(isinstance(a, t.Starred) and _names(a.value, args) for a in node.args):
        given = t.Keyword(node.span, None, t.Name(node.span, NO_NAMES))
        return replace(node, keywords=(*node.keywords, given))
    return node


def _passes_on(wrapper: t.FunctionDef, node: t.Node, given: frozenset[str]) -> bool:
    """Whether `node` has a call `f(*args, **kwargs)` of one of `given`, with the parameters of `wrapper`."""
    args, kwargs = wrapper.args.vararg, wrapper.args.kwarg
    match node:
        case t.Call(func=t.Name(id=name), args=positional, keywords=keywords) if name in given:
            assert args is not None
            return any(isinstance(a, t.Starred) and _names(a.value, args.name) for a in positional) and (
                kwargs is None or any(k.name is None and _names(k.value, kwargs.name) for k in keywords))
    return any(_passes_on(wrapper, child, given) for child in children(node))


def _names(node: t.Expr, name: str) -> bool:
    return isinstance(node, t.Name) and node.id == name
