"""What is written with names of the interpreter's and means something plain.

    self.__class__.__name__               ->    type(self).__name__
    object.__setattr__(self, "x", v)      ->    self.x = v                  past what freezes the class

`__class__` only where it is read: to assign it is refused (`validate/reflection.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import with_children

NAME = "__class__"
SETTER = "__setattr__"


def expand(module: t.Module, text: str) -> t.Module:
    """`module` with these written out. `text` is the file: most never mention them."""
    if NAME not in text and SETTER not in text:
        return module
    return replace(module, body=tuple(map(_written, module.body)))


def _written(node: Any) -> Any:
    node = with_children(node, _written)
    if isinstance(node, t.Attribute) and node.attr == NAME:
        return t.Call(node.span, t.Name(node.span, "type"), (node.value,), ())
    match node:
        case t.ExprStmt(value=t.Call(
                func=t.Attribute(value=t.Name(id="object"), attr="__setattr__"),
                args=(target, t.Constant(value=str(name), kind="str") as word, value), keywords=())):
            return t.Assign(node.span, (t.Attribute(node.span, target, name, word.span, unguarded=True),), value)
    return node
