"""`struct.Struct` objects, written out as calls of the functions of `struct`.

    HEADER = Struct("<HI")                 (no object)
    HEADER.pack(1, 2)               ->     pack("<HI", 1, 2)
    HEADER.size                     ->     calcsize("<HI")

A name counts if the module binds it once, to a literal format, and uses it for nothing else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children
from rumpkc.types.scopes import dotted

METHODS = ("pack", "unpack", "pack_into", "unpack_from", "iter_unpack")
NAMES = (*METHODS, "size", "format")


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with the methods of its `Struct` objects written out."""
    makers = {f"{a.asname or a.name}.Struct" for s in body if isinstance(s, t.Import)
              for a in s.names if a.name == "struct"}
    makers |= {a.asname or a.name for s in body if isinstance(s, t.ImportFrom) and s.module == "struct" and not s.level
               for a in s.names if a.name == "Struct"}
    if not makers:
        return body
    bound, used, formats = Counter[str](), Counter[str](), dict[str, t.Constant]()
    todo: list[t.Node] = list(body)
    while todo:
        node = todo.pop()
        bound.update(bound_by(node))
        if isinstance(node, t.Name):
            used[node.id] += 1
        elif isinstance(node, t.Attribute) and isinstance(node.value, t.Name) and node.attr in NAMES:
            used[node.value.id] -= 1
        name, value = _assignment(node)
        text = _format(value, makers) if value is not None else None
        if text is not None:
            formats[name] = text
        todo += children(node)
    formats = {name: text for name, text in formats.items() if bound[name] == 1 and used[name] == 1}
    written = tuple(_written(stmt, formats, makers) for stmt in body)
    span = body[0].span
    hidden = tuple(t.Alias(span, name, f"{name}@") for name in (*METHODS, "calcsize"))
    return (t.ImportFrom(span, "struct", hidden, 0), *written)


def _assignment(node: t.Node) -> tuple[str, t.Expr | None]:
    """The name and the value of `X = …`, `X: Final = …`."""
    match node:
        case t.Assign(targets=(t.Name(id=name),), value=value) | t.AnnAssign(target=t.Name(id=name), value=value):
            return name, value
    return "", None


def _format(node: t.Expr, makers: set[str]) -> t.Constant | None:
    """The literal of `Struct("…")`."""
    if isinstance(node, t.Call) and dotted(node.func) in makers and len(node.args) == 1 and not node.keywords:
        text = node.args[0]
        return text if isinstance(text, t.Constant) and text.kind == "str" else None
    return None


def _written(node: Any, formats: dict[str, t.Constant], makers: set[str]) -> Any:
    """`node` with the calls in it written out."""
    if _assignment(node)[0] in formats:
        return t.Pass(node.span)
    if isinstance(node, t.Attribute):
        text = formats.get(node.value.id) if isinstance(node.value, t.Name) else _format(node.value, makers)
        if text is not None and node.attr == "size":
            return t.Call(node.span, t.Name(node.span, "calcsize@"), (text,), ())
        if text is not None and node.attr == "format":
            return replace(text, span=node.span)
    if isinstance(node, t.Call) and isinstance(node.func, t.Attribute) and node.func.attr in METHODS:
        of = node.func.value
        text = formats.get(of.id) if isinstance(of, t.Name) else _format(of, makers)
        if text is not None:
            args = tuple(_written(a, formats, makers) for a in node.args)
            keywords = tuple(_written(k, formats, makers) for k in node.keywords)
            return t.Call(node.span, t.Name(node.func.span, f"{node.func.attr}@"), (text, *args), keywords)
    return with_children(node, lambda below: _written(below, formats, makers))
