"""Names that are a class's own: two underscores in front, and fewer than two behind.

    class Tank:                                 class Tank:
        def __init__(self) -> None:                 def __init__(self) -> None:
            self.__level = 0            ->              self._Tank__level = 0

A class below Tank with a `__level` of its own has two fields then, as in CPython. A class inside a class keeps the name
that is written, which its texts show.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import with_children

PRIVATE = re.compile(r"\b__\w*(?<!__)\b")
HELD = ("id", "attr", "name", "rest")           # the fields of nodes that hold a name; `names` holds several


def expand(module: t.Module, text: str) -> t.Module:
    """`module` with these written out. `text` is the file: most have none."""
    if PRIVATE.search(text) is None:
        return module
    return replace(module, body=tuple(_Class(None).written(stmt) for stmt in module.body))


class _Class:
    """The body of a class; None: what stands outside of classes."""

    def __init__(self, node: t.ClassDef | None) -> None:
        self._prefix = f"_{node.name.lstrip('_')}" if node is not None else "_"         # a class `__` has none
        self._inside = {stmt.name for stmt in node.body if isinstance(stmt, t.ClassDef)} if node is not None else set()

    def written(self, node: Any) -> Any:
        """`node` with the names that it has in this body."""
        if isinstance(node, t.Alias):
            return node
        if isinstance(node, t.ClassDef):        # what stands above its body belongs to the class around
            head = with_children(replace(node, body=()), self.written)
            return replace(head, body=tuple(map(_Class(node).written, node.body)))
        node = with_children(node, self.written)
        if isinstance(node, t.Keyword):         # CPython leaves those, so that no call names such a parameter
            return node
        changed: dict[str, Any] = {}
        for held in HELD:
            name = getattr(node, held, None)
            if isinstance(name, str) and (new := self._name(name)) != name:
                changed[held] = new
        if isinstance(node, (t.Global, t.Nonlocal)):
            changed["names"] = tuple(map(self._name, node.names))
        return replace(node, **changed) if changed else node

    def _name(self, name: str) -> str:
        private = self._prefix != "_" and name not in self._inside and PRIVATE.fullmatch(name)
        return self._prefix + name if private else name
