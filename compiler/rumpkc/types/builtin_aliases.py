"""A variable that is one of CPython's functions by another name: `say = print`, once; every use is that function.

    say = print                 ->      pass
    say("a", end="")                    print("a", end="")
    xs.sort(key=measure)                xs.sort(key=len)            measure = len
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.binding import bound_in, made_global, parameters
from rumpkc.syntax.walk import children, with_children

FUNCTIONS = frozenset("""print len max min sum sorted abs repr any all round ord chr hex oct bin divmod pow hash input
iter next format ascii""".split())


WRITTEN = re.compile(rf"=\s*(?:{'|'.join(sorted(FUNCTIONS))})\s*(?:#.*)?$", re.MULTILINE)


def expand(module: t.Module, text: str) -> t.Module:
    """`module` with the functions themselves. `text` is the file: most have no such line."""
    if WRITTEN.search(text) is None or not _has_alias(module):
        return module
    bound = [name for stmt in module.body for name in bound_in(stmt)]
    body, names = _scope(module.body, bound, made_global(module), set(bound))
    return replace(module, body=tuple(_renamed(stmt, names, set(bound)) for stmt in body))


def _has_alias(node: t.Node) -> bool:
    return _alias_of(node) is not None or any(map(_has_alias, children(node)))


def _alias_of(node: t.Node) -> tuple[str, str] | None:
    """The variable and the function of `name = function`."""
    match node:
        case t.Assign(targets=(t.Name(id=name),), value=t.Name(id=function)) if function in FUNCTIONS:
            return name, function
    return None


def _scope(body: tuple[t.Stmt, ...], bound: list[str], elsewhere: set[str], hidden: set[str]
           ) -> tuple[tuple[t.Stmt, ...], dict[str, str]]:
    """A scope's body without such assignments, and what they say. `elsewhere`: names that inner functions assign;
    `hidden`: names that no longer mean the function here."""
    names: dict[str, str] = {}
    out: list[t.Stmt] = []
    seen: set[str] = set()
    for stmt in body:
        found = _alias_of(stmt)
        if found is not None and bound.count(found[0]) == 1 and found[0] not in elsewhere | seen and (
                found[1] not in hidden):
            names[found[0]] = found[1]
            stmt = t.Pass(stmt.span)
        seen |= _mentioned(stmt)
        out.append(stmt)
    return (tuple(out), names) if names else (body, names)


def _mentioned(node: t.Node) -> set[str]:
    """The names that stand anywhere in `node`."""
    own = {node.id} if isinstance(node, t.Name) else set()
    return own.union(*map(_mentioned, children(node)))


def _renamed(node: Any, names: Mapping[str, str], hidden: set[str]) -> Any:
    """`node` with the functions in place of `names`; its own scopes have more of these, and hide some."""
    if isinstance(node, t.Name):
        return t.Name(node.span, names[node.id]) if node.id in names else node
    if isinstance(node, (t.FunctionDef, t.Lambda, t.ClassDef)):
        inside = children(node) if not isinstance(node, t.Lambda) else [node.body]
        bound = [name for below in inside for name in bound_in(below)]
        if not isinstance(node, t.ClassDef):
            bound += parameters(node.args)
        now_hidden = hidden | set(bound)
        left = {name: function for name, function in names.items() if name not in bound and function not in bound}
        if isinstance(node, t.FunctionDef):
            inner = set().union(*map(_made_nonlocal, node.body))
            body, own = _scope(node.body, bound, inner, now_hidden)
            node = node if body is node.body else replace(node, body=body)
            left |= own
        return with_children(node, lambda below: _renamed(below, left, now_hidden))
    return with_children(node, lambda below: _renamed(below, names, hidden))


def _made_nonlocal(node: t.Node) -> set[str]:
    """The names that inner functions may assign."""
    own = set(node.names) if isinstance(node, (t.Global, t.Nonlocal)) else set()
    return own.union(*map(_made_nonlocal, children(node)))
