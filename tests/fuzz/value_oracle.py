"""What CPython prints for a value program: `python value_oracle.py FILE`. Each integer that leaves 64 bits raises.

`int` has 64 bits in the dialect (docs/LANGUAGE.md, rule 1) and complex numbers do not exist, so every operator and call of the program is wrapped in a check
that raises OverflowError where the result, or a number in it, is out of range; the text of that error is `<out of range>`.
"""

from __future__ import annotations

import ast
import operator
import sys
import warnings
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

LOW, HIGH = -(1 << 63), (1 << 63) - 1
NAME = ".checked"


class _OutOfRange(OverflowError):
    pass


_OutOfRange.__name__ = "OverflowError"


def checked(value: object) -> object:
    """The value; OverflowError where an integer in it does not fit 64 bits."""
    if isinstance(value, int):
        if not LOW <= value <= HIGH:
            raise _OutOfRange("<out of range>")
    elif isinstance(value, complex):
        raise ValueError("a negative number to a broken power is complex, and there are no complex numbers here")
    elif isinstance(value, (list, tuple, set, frozenset, deque)):
        for item in value:
            checked(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            checked(key)
            checked(item)
    return value


class Checks(ast.NodeTransformer):
    """Wraps what can leave the range."""

    def _wrapped(self, node: ast.expr) -> ast.expr:
        self.generic_visit(node)
        return ast.copy_location(ast.Call(ast.Name(NAME, ast.Load()), [node], []), node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return self._wrapped(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            return node
        return self._wrapped(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return self._wrapped(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        """`x += y` becomes `x = augmented(…, x, y)`, and `x[i] += y` a call that keeps the order of evaluation."""
        self.generic_visit(node)
        op = ast.Constant(type(node.op).__name__)
        if isinstance(node.target, ast.Name):
            value = _call("augmented", op, ast.Name(node.target.id, ast.Load()), node.value)
            return ast.copy_location(ast.Assign([node.target], value), node)
        if isinstance(node.target, ast.Subscript):
            none = ast.arguments([], [], None, [], [], None, [])
            call = _call("augmented_item", op, node.target.value, _index(node.target.slice), ast.Lambda(none, node.value))
            return ast.copy_location(ast.Expr(call), node)
        return node


def _call(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(f".{name}", ast.Load()), list(args), [])


def _index(node: ast.expr) -> ast.expr:
    if not isinstance(node, ast.Slice):
        return node
    parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
    return ast.Call(ast.Name("slice", ast.Load()), parts, [])


def augmented(op: str, left: object, right: object) -> object:
    """`left op= right`, checked."""
    name = {"Add": "add", "Sub": "sub", "Mult": "mul", "FloorDiv": "floordiv", "Mod": "mod", "LShift": "lshift",
            "RShift": "rshift", "Pow": "pow", "Div": "truediv", "BitAnd": "and", "BitOr": "or", "BitXor": "xor"}[op]
    return checked(getattr(operator, f"__i{name}__")(left, right))


def augmented_item(op: str, box: Any, index: Any, value: Callable[[], object]) -> None:
    """`box[index] op= value`."""
    old = box[index]
    box[index] = augmented(op, old, value())


def main() -> int:
    """Run the program's `main`."""
    warnings.simplefilter("ignore")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")      # type: ignore[union-attr]
    tree = ast.parse(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith(("run_", "main")):
            Checks().visit(node)
    names: dict[str, object] = {NAME: checked, ".augmented": augmented, ".augmented_item": augmented_item,
                                "__name__": "program"}
    exec(compile(ast.fix_missing_locations(tree), sys.argv[1], "exec"), names)
    names["main"]()                         # type: ignore[operator]
    return 0


if __name__ == "__main__":
    sys.exit(main())
