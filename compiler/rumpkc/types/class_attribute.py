"""`x.__class__`, written out as what it means here: `type(x)`.

    self.__class__.__name__      ->     type(self).__name__

Only where it is read: to assign it is refused (`validate/reflection.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import with_children

NAME = "__class__"


def expand(module: t.Module, text: str) -> t.Module:
    """`module` with its reads of `__class__` written out. `text` is the file: most never mention it."""
    if NAME not in text:
        return module
    return replace(module, body=tuple(map(_written, module.body)))


def _written(node: Any) -> Any:
    node = with_children(node, _written)
    if isinstance(node, t.Attribute) and node.attr == NAME:
        return t.Call(node.span, t.Name(node.span, "type"), (node.value,), ())
    return node
