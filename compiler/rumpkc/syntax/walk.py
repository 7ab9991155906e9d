"""Walks over a syntax tree: the nodes below a node, changed copies, and the names that a node binds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree

_FIELDS: dict[type, tuple[str, ...]] = {}
PLAIN = frozenset("""span name_span attr_span op ops id attr kind conversion level simple is_async asname rest kwd_attrs
module unguarded""".split())                      # fields that never hold nodes
WORD = re.compile(r"[^\W\d]\w*")


def _fields(kind: type) -> tuple[str, ...]:
    names = _FIELDS.get(kind)
    if names is None:
        names = _FIELDS[kind] = tuple(n for n in kind.__dataclass_fields__  # type: ignore[attr-defined]
                                       if n not in PLAIN)
    return names


class _Listers(dict[type, Callable[[tree.Node], list[tree.Node]]]):
    """`children` by class of nodes, each written when it is first asked for."""

    def __missing__(self, kind: type) -> Callable[[tree.Node], list[tree.Node]]:
        lister = self[kind] = _lister(kind)
        return lister


_LISTERS = _Listers()


def children(node: tree.Node) -> list[tree.Node]:
    """The nodes directly below `node`, in source order of the fields."""
    return _LISTERS[type(node)](node)


_NODES = {name for name, cls in vars(tree).items() if isinstance(cls, type) and issubclass(cls, tree.Node)}


def _lister(of: type) -> Callable[[tree.Node], list[tree.Node]]:
    """`children` for one class, written out: every walk of the compiler stands on it, and asking each value what it is
    takes three times as long."""
    lines = ["def below(node):", "    out = []"]
    for name in _fields(of):
        kind = str(of.__dataclass_fields__[name].type)  # type: ignore[attr-defined]
        if not any(word in _NODES for word in re.findall(r"\w+", kind)):
            continue
        if kind.startswith("tuple["):
            whole = "None" not in kind
            lines.append(f"    out += {f'node.{name}' if whole else f'[x for x in node.{name} if x is not None]'}")
        else:
            lines += [f"    x = node.{name}", "    if x is not None:", "        out.append(x)"]
    scope: dict[str, Any] = {}
    exec("\n".join([*lines, "    return out"]), scope)  # noqa: S102  (our own text)
    return scope["below"]


def with_children(node: Any, change: Callable[[Any], Any]) -> Any:
    """`node` with `change` applied to each node directly below it; `node` itself if none of them changed."""
    changed: dict[str, Any] = {}
    for name in _fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tree.Node):
            new: Any = change(value)
        elif isinstance(value, tuple) and any(isinstance(item, tree.Node) for item in value):
            new = tuple(change(item) if isinstance(item, tree.Node) else item for item in value)
            new = value if all(a is b for a, b in zip(new, value, strict=True)) else new
        else:
            continue
        if new is not value:
            changed[name] = new
    return replace(node, **changed) if changed else node


def target_names(target: tree.Expr | None) -> Iterator[str]:
    """The plain names that assigning to `target` binds, as often as they stand in it."""
    match target:
        case tree.Name(id=name):
            yield name
        case tree.Tuple(elts=elts) | tree.List(elts=elts):
            for item in elts:
                yield from target_names(item)
        case tree.Starred(value=value):
            yield from target_names(value)


def words_of(nodes: Iterable[tree.Node]) -> set[str]:
    """Every name in some nodes, attributes and the words of texts (which may be types) included."""
    out: set[str] = set()
    todo = list(nodes)
    while todo:
        node = todo.pop()
        match node:
            case tree.Name(id=name) | tree.Attribute(attr=name):
                out.add(name)
            case tree.Constant(value=str() as text):
                out.update(WORD.findall(text))
            case tree.Import(names=names) | tree.ImportFrom(names=names):
                out.update(word for alias in names for word in alias.name.split("."))
        todo += children(node)
    return out


def bound_by(node: tree.Node) -> set[str]:
    """The names that `node` itself binds, wherever it stands: what lies below it is not looked at."""
    rule = BINDING.get(type(node))
    return rule(node) if rule is not None else set()


def _one(name: str | None) -> set[str]:
    return {name} if name else set()


def _named(node: Any) -> set[str]:
    return _one(node.name)


def _target(node: Any) -> set[str]:
    return set(target_names(node.target))


BINDING: dict[type, Callable[[Any], set[str]]] = {
    **dict.fromkeys((tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef, tree.Arg, tree.ExceptHandler, tree.MatchAs,
                     tree.MatchStar), _named),
    **dict.fromkeys((tree.AnnAssign, tree.AugAssign, tree.For, tree.AsyncFor, tree.NamedExpr, tree.WithItem,
                     tree.Comprehension), _target),
    tree.Assign: lambda node: {name for target in node.targets for name in target_names(target)},
    tree.MatchMapping: lambda node: _one(node.rest),
    tree.Import: lambda node: {a.asname or a.name.partition(".")[0] for a in node.names},
    tree.ImportFrom: lambda node: {a.asname or a.name for a in node.names},
    tree.Global: lambda node: set(node.names),
    tree.Nonlocal: lambda node: set(node.names),
}


def all_bound_by(nodes: Iterable[tree.Node]) -> set[str]:
    """The names that some nodes bind, with those that lie below them."""
    out: set[str] = set()
    todo = list(nodes)
    while todo:
        node = todo.pop()
        out |= bound_by(node)
        todo += children(node)
    return out
