"""`partial` bound to a name that is only called: the calls are those of the function itself, names and defaults too.

    g = partial(f, x, c=5)          (g@0, g@c) = (x, 5)
    print(g(7), g(b=8, c=1))   ->   print(f(g@0, 7, c=g@c), f(g@0, b=8, c=1))

A closure (partial_calls.py) takes arguments by position only, and just those that have no default. A name counts if
nothing else binds it, and if the function stands there by its own name, which no parameter or variable hides. In a
module's body the arguments are literals, for what functions call stands in their own bodies.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children
from rumpkc.types.called_names import KNOWN

def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with these calls written out."""
    made_by = frozenset(name for stmt in body for name in _imported(stmt))
    if not made_by:
        return body
    whole = _Scope(body, made_by)
    constants = {name: call for name, call in whole.partials(body).items() if whole.is_called_only(name) and all(
        isinstance(value, t.Constant) or _is_builtin(value) for value in _values(call))}
    return tuple(_function(_Calls(constants).of(stmt), made_by) for stmt in body)


def _imported(stmt: t.Stmt) -> list[str]:
    """What `partial` is called behind an import."""
    match stmt:
        case t.ImportFrom(module="functools", names=names):
            return [alias.asname or alias.name for alias in names if alias.name == "partial"]
        case t.Import(names=names):
            return [f"{alias.asname or alias.name}.partial" for alias in names if alias.name == "functools"]
    return []


def _function(node: Any, made_by: frozenset[str]) -> Any:
    if not isinstance(node, (t.FunctionDef, t.ClassDef)):
        return node
    if isinstance(node, t.FunctionDef):
        inside = _Scope(node.body, made_by, node)
        found = {name: call for name, call in inside.partials(node.body).items() if inside.is_called_only(name)}
        node = _Calls(found, True).of(node) if found else node
    return with_children(node, lambda child: _function(child, made_by))


def _values(call: t.Call) -> tuple[t.Expr, ...]:
    """The arguments behind the function."""
    return (*call.args[1:], *(k.value for k in call.keywords))


def _is_builtin(node: t.Expr) -> bool:
    """Whether an argument is a builtin function, which no variable can hold."""
    return isinstance(node, t.Name) and node.id in KNOWN


class _Scope:
    """How often names are bound and used in some statements, and in the functions inside them."""

    def __init__(self, body: tuple[t.Stmt, ...], made_by: frozenset[str], function: t.FunctionDef | None = None
                 ) -> None:
        self._made_by = made_by
        self.bound, self.used, self.called = Counter[str](), Counter[str](), Counter[str]()
        todo: list[t.Node] = [function.args, *body] if function is not None else [*body]
        while todo:
            node = todo.pop()
            self.bound.update(bound_by(node))
            if isinstance(node, t.Name):
                self.used[node.id] += 1
            if isinstance(node, t.Call) and isinstance(node.func, t.Name):
                self.called[node.func.id] += 1
            if isinstance(node, (t.Global, t.Nonlocal)):
                self.bound.update(node.names)
            todo += children(node)
        self._module = function is None

    def is_called_only(self, name: str) -> bool:
        """Whether a name is bound once, and else only called."""
        return self.bound[name] == 1 and 0 < self.called[name] == self.used[name] - 1

    def partials(self, body: tuple[t.Stmt, ...]) -> dict[str, t.Call]:
        """The names that statements of `body` itself, or of blocks in it, bind to a `partial` of a function."""
        out: dict[str, t.Call] = {}
        todo: list[t.Node] = [*body]
        while todo:
            node = todo.pop()
            match node:
                case t.Assign(targets=(t.Name(id=name),), value=t.Call() as call) if self._is_partial(call):
                    out[name] = call
            if not isinstance(node, (t.FunctionDef, t.ClassDef)) and not self._module:
                todo += [child for child in children(node) if isinstance(child, (t.Stmt, t.ExceptHandler, t.MatchCase))]
        return out

    def _is_partial(self, call: t.Call) -> bool:
        func = call.func
        name = func.id if isinstance(func, t.Name) else f"{func.value.id}.{func.attr}" if isinstance(
            func, t.Attribute) and isinstance(func.value, t.Name) else ""
        plain = not any(isinstance(a, t.Starred) for a in call.args) and all(k.name for k in call.keywords)
        if name not in self._made_by or not plain or not call.args or not isinstance(call.args[0], t.Name):
            return False
        for value in _values(call):
            if isinstance(value, t.Lambda) or isinstance(value, t.Name) and _is_builtin(value) and self.bound[value.id]:
                return False
        return self.bound[call.args[0].id] <= (1 if self._module else 0)


class _Calls:
    """Writes the calls of some names out; `held`: their arguments are variables, made where the name was bound."""

    def __init__(self, partials: dict[str, t.Call], held: bool = False) -> None:
        self.partials, self.held = partials, held

    def of(self, node: Any) -> Any:
        """`node` with the calls in it written out."""
        match node:
            case t.Assign(targets=(t.Name(id=name) as target,), value=value) if self.partials.get(name) is value:
                if self.held:
                    return self._arguments(node, name)
                return t.ExprStmt(node.span, t.NamedExpr(node.span, target, value))     # only its readers need a type
            case t.Call(func=t.Name(id=name)) if name in self.partials:
                return self._call(with_children(node, self.of), name)
        return with_children(node, self.of)

    def _arguments(self, node: t.Assign, name: str) -> t.Stmt:
        """The arguments, each evaluated once."""
        call, span = self.partials[name], node.span
        names = [t.Name(span, f"{name}@{i}") for i in range(len(call.args) - 1)]
        names += [t.Name(span, f"{name}@{k.name}") for k in call.keywords]
        values = [*map(self.of, call.args[1:]), *(self.of(k.value) for k in call.keywords)]
        pairs = [(name, value) for name, value in zip(names, values, strict=True) if not _is_builtin(value)]
        if not pairs:
            return t.Pass(span)
        targets, kept = (t.Tuple(span, part) for part in zip(*pairs, strict=True))
        return t.Assign(span, (targets,), kept)

    def _call(self, node: t.Call, name: str) -> t.Call:
        call, span = self.partials[name], node.span
        first: list[t.Expr] = list(call.args[1:])
        named = list(call.keywords)
        if self.held:
            first = [a if _is_builtin(a) else t.Name(span, f"{name}@{i}") for i, a in enumerate(first)]
            named = [k if _is_builtin(k.value) else t.Keyword(k.span, k.name, t.Name(span, f"{name}@{k.name}"))
                     for k in named]
        given = {k.name for k in node.keywords}
        kept = [k for k in named if k.name not in given]
        return t.Call(span, t.Name(node.func.span, call.args[0].id), (*first, *node.args),  # type: ignore[attr-defined]
                      (*kept, *node.keywords))
