"""The limit on nesting, so that no later pass, which may recurse, runs out of stack.

Brackets and blocks are limited by the lexer; long chains (`a + b + c ...`, `a.b.c...`, `elif`) are counted here.
"""

from __future__ import annotations

from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree

MAX_DEPTH = 3100                    # nodes from the module down to any leaf

_FIELDS = {kind: [name for name in kind.__dataclass_fields__ if not name.endswith("span")]
           for kind in vars(tree).values()
           if isinstance(kind, type) and issubclass(kind, tree.Node) and "__dataclass_fields__" in vars(kind)}


def check_depth(module: tree.Module) -> None:
    """E0109 at the first node that lies too deep; without recursion itself."""
    waiting: list[tuple[Any, int]] = [(module, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise fail("E0109", f"nested more than {MAX_DEPTH} levels deep", node.span.start(),
                       help="split the expression, or compute it in a loop")
        for name in _FIELDS[type(node)]:
            value = getattr(node, name)
            if isinstance(value, tree.Node):
                waiting.append((value, depth + 1))
            elif type(value) is tuple:
                waiting.extend([(part, depth + 1) for part in value if isinstance(part, tree.Node)])
