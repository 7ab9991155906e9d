"""Loops over builtin functions and classes that the body only calls, written out as choices.

    for conv in (int, float):                       for conv@ in (0, 1):
        try:                                            try:
            return conv(text)                  ->           return int(text) if conv@ == 0 else float(text)
        except ValueError: …                            except ValueError: …

Such functions have no type of their own, so that no variable can hold them. A loop counts if its display is written
there, and its variable is bound by nothing else and used for nothing but calls and `__name__`.
"""

from __future__ import annotations

import builtins
from collections import Counter
from dataclasses import replace
from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children

KNOWN = frozenset(n for n in dir(builtins) if callable(getattr(builtins, n)) and not isinstance(
    getattr(builtins, n), type) or n in ("int", "float", "str", "bool", "bytes", "bytearray", "list", "tuple", "set",
                                         "frozenset", "dict"))
# What has hints of its own, and so does not stand in two places of a tree.
ONCE = (t.Lambda, t.NamedExpr, t.ListComp, t.SetComp, t.DictComp, t.GeneratorExp, t.Yield, t.YieldFrom, t.Await)


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with these loops written out."""
    loops, bound, todo = False, set[str](), list[t.Node](body)
    while todo:
        node = todo.pop()
        bound |= bound_by(node)
        loops = loops or isinstance(node, t.For) and bool(_columns(node, KNOWN))
        todo += children(node)
    if not loops:
        return body
    known = KNOWN - bound
    return tuple(_functions(stmt, known) for stmt in body)


def _functions(node: Any, known: frozenset[str]) -> Any:
    if isinstance(node, t.FunctionDef):
        return _function(node, known)
    return with_children(node, lambda child: _functions(child, known)) if isinstance(node, t.ClassDef) else node


def _function(node: t.FunctionDef, known: frozenset[str]) -> t.FunctionDef:
    bound, used = Counter[str](), Counter[str]()
    found: list[t.For] = []
    todo: list[t.Node] = [node]
    while todo:
        at = todo.pop()
        bound.update(bound_by(at))
        if isinstance(at, t.Name):
            used[at.id] += 1
        if isinstance(at, t.For) and _columns(at, known):
            found.append(at)
        name = _called(at)
        if name:
            used[name] -= 1
        todo += children(at)
    for loop in found:
        columns = {name: names for name, names in _columns(loop, known).items()
                   if bound[name] == 1 and used[name] == 1}
        if columns:
            node = _Written(loop, columns).of(node)
    return node


def _called(node: t.Node) -> str:
    """The name of which `node` is a call that may be written several times, or the `__name__`."""
    match node:
        case t.Call(func=t.Name(id=name)) if not any(_once(child) for child in (*node.args, *node.keywords)):
            return name
        case t.Attribute(value=t.Name(id=name), attr="__name__"):
            return name
    return ""


def _once(node: t.Node) -> bool:
    if isinstance(node, t.List) and not node.elts or isinstance(node, t.Dict) and not node.keys:
        return True
    return isinstance(node, ONCE) or any(_once(child) for child in children(node))


def _columns(loop: t.For, known: frozenset[str]) -> dict[str, list[str]]:
    """The variables of a loop over a display that take builtins, with these."""
    if not isinstance(loop.iter, (t.Tuple, t.List)) or not loop.iter.elts:
        return {}
    targets = loop.target.elts if isinstance(loop.target, t.Tuple) else (loop.target,)
    rows = [row.elts if isinstance(row, t.Tuple) else () for row in loop.iter.elts] if isinstance(
        loop.target, t.Tuple) else [(row,) for row in loop.iter.elts]
    out: dict[str, list[str]] = {}
    for index, target in enumerate(targets):
        items = [row[index] for row in rows if len(row) == len(targets)]
        names = [item.id for item in items if isinstance(item, t.Name)]
        if isinstance(target, t.Name) and len(names) == len(rows) and known.issuperset(names):
            out[target.id] = names
    return out


class _Written:
    """One loop, where `columns` are the variables that take builtins."""

    def __init__(self, loop: t.For, columns: dict[str, list[str]]) -> None:
        self.loop, self.columns = loop, columns

    def of(self, node: Any) -> Any:
        """`node` with the loop, and the calls of its variables, written out."""
        if node is self.loop:
            node = replace(node, target=self.target(node.target), iter=self.rows(node.iter))
        name = _called(node)
        if name in self.columns:
            node = with_children(node, self.of)
            return self.choice(node, name)
        return with_children(node, self.of)

    def target(self, node: Any) -> Any:
        if isinstance(node, t.Tuple):
            return replace(node, elts=tuple(map(self.target, node.elts)))
        return replace(node, id=f"{node.id}@") if isinstance(node, t.Name) and node.id in self.columns else node

    def rows(self, node: Any) -> Any:
        """The display with the numbers of the rows in place of the functions."""
        whole = self.loop.target
        if not isinstance(whole, t.Tuple):
            return replace(node, elts=tuple(_number(row.span, i) for i, row in enumerate(node.elts)))
        places = [i for i, one in enumerate(whole.elts) if isinstance(one, t.Name) and one.id in self.columns]
        return replace(node, elts=tuple(
            replace(row, elts=tuple(_number(one.span, i) if at in places else one for at, one in enumerate(row.elts)))
            for i, row in enumerate(node.elts)))

    def choice(self, node: Any, name: str) -> t.Expr:
        """`int(x) if conv@ == 0 else float(x)`."""
        span, names = node.span, self.columns[name]
        out = _with(node, names[-1])
        for index, one in reversed(list(enumerate(names[:-1]))):
            test = t.Compare(span, t.Name(span, f"{name}@"), ("==",), (_number(span, index),))
            out = t.IfExp(span, test, _with(node, one), out)
        return out


def _with(node: Any, name: str) -> t.Expr:
    if isinstance(node, t.Attribute):
        return t.Constant(node.span, name, "str")
    return replace(node, func=t.Name(node.func.span, name))


def _number(span: Span, value: int) -> t.Expr:
    return t.Constant(span, value, "int")
