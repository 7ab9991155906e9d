"""What CPython does with a file of random programs: `python -m tests.fuzz.programs.oracle FILE`. Integers stay in 64 bits.

`int` has 64 bits in the dialect (docs/LANGUAGE.md, rule 1), so operators, and builtins that compute integers, are wrapped in
a check that raises OverflowError where a result is out of range. Its text stands for any (`same_output`).
"""

from __future__ import annotations

import ast
import builtins
import itertools
import math
import operator
import os
import re
import sys
import traceback
import types
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, count
from pathlib import Path
from typing import Any, TypeVar

from rumpkc.types import literals

T = TypeVar("T")
HELD: list[object] = []
LOW, HIGH = -(1 << 63), (1 << 63) - 1
OUT_OF_RANGE = "value does not fit int"
COMPUTING = ("int", "abs", "pow", "round", "divmod", "floor", "ceil", "trunc", "comb", "gcd")
OPERATORS = {"Add": "add", "Sub": "sub", "Mult": "mul", "FloorDiv": "floordiv", "Mod": "mod", "LShift": "lshift", "RShift": "rshift",
             "Pow": "pow", "Div": "truediv", "BitAnd": "and", "BitOr": "or", "BitXor": "xor", "MatMult": "matmul"}

FOLDING = {"Add": "+", "Sub": "-", "Mult": "*", "FloorDiv": "//", "Mod": "%", "Pow": "**", "LShift": "<<", "RShift": ">>",
           "BitAnd": "&", "BitOr": "|", "BitXor": "^"}


def checked(value: Any) -> Any:
    """The value; OverflowError where it is an integer that does not fit 64 bits."""
    if type(value) is int and not LOW <= value <= HIGH:
        raise OverflowError(OUT_OF_RANGE)
    if type(value) is complex:
        raise ValueError("a negative number to a broken power is complex, and there are no complex numbers here")
    if type(value) is tuple:
        for item in value:
            checked(item)
    return value


def checked_sum(items: Iterable[Any], start: Any = 0) -> Any:
    for item in items:
        start = checked(start + item)
    return start


def checked_accumulate(items: Iterable[Any], function: Callable[[Any, Any], Any] = operator.add) -> Iterator[Any]:
    return accumulate(items, lambda a, b: checked(function(a, b)))


def checked_count(start: Any = 0, step: Any = 1) -> Iterator[Any]:
    return (checked(number) for number in count(start, step))


def checked_prod(items: Iterable[Any]) -> Any:
    out = 1
    for item in items:
        out = checked(out * item)
    return out


def literal(node: ast.expr) -> int | None:
    """The integer that an expression of literals is; None for other expressions."""
    match node:
        case ast.Constant(value=int(value)) if type(value) is int:
            return value
        case ast.UnaryOp(op=ast.USub(), operand=inner) if (value := literal(inner)) is not None:
            return -value
        case ast.UnaryOp(op=ast.Invert(), operand=inner) if (value := literal(inner)) is not None:
            return ~value
        case ast.BinOp(left=left, op=op, right=right) if type(op).__name__ in FOLDING:
            a, b = literal(left), literal(right)
            return literals.apply(FOLDING[type(op).__name__], a, b) if a is not None and b is not None else None
    return None


class Checks(ast.NodeTransformer):
    """Wraps what can leave the range."""

    def _wrapped(self, node: ast.expr) -> ast.expr:
        self.generic_visit(node)
        return ast.copy_location(_call("checked", node), node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        whole = literal(node)                   # computed exactly, as CPython does: only the result has to fit
        if whole is not None and LOW <= whole <= HIGH:
            return ast.copy_location(ast.Constant(whole), node)
        return self._wrapped(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        return node if isinstance(node.operand, ast.Constant) else self._wrapped(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name) and node.func.id in COMPUTING:
            return self._wrapped(node)
        only = node.args[0] if node.args else None
        if isinstance(node.func, ast.Name) and node.func.id == "next" and isinstance(only, ast.Call) and is_generator(only):
            self.generic_visit(only)            # made for this call alone: both close it behind the call
            node.args[1:] = [self.visit(other) for other in node.args[1:]]
            return node
        self.generic_visit(node)
        return ast.copy_location(_call("held", node), node) if is_generator(node) else node

    def visit_For(self, node: ast.For) -> ast.stmt:
        """A loop over the call of a generator function closes the generator, here and there."""
        called = node.iter if isinstance(node.iter, ast.Call) else None
        self.generic_visit(node)
        if called is not None and is_generator(called):
            node.iter = called
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """The same in comprehensions, and in generator expressions that are left early."""
        called = node.iter if isinstance(node.iter, ast.Call) else None
        self.generic_visit(node)
        if called is not None and is_generator(called):
            node.iter = called
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        """The target is evaluated once, then read, then the value, then the operator, then the target is written."""
        self.generic_visit(node)
        op = ast.Constant(OPERATORS[type(node.op).__name__])
        none = ast.arguments([], [], None, [], [], None, [])
        target = node.target
        if isinstance(target, ast.Name):
            call = _call("augmented", op, ast.Name(target.id, ast.Load()), node.value)
            return ast.copy_location(ast.Assign([target], call), node)
        if isinstance(target, ast.Attribute):
            call = _call("augmented_attribute", op, target.value, ast.Constant(target.attr), ast.Lambda(none, node.value))
        else:
            call = _call("augmented_item", op, target.value, target.slice, ast.Lambda(none, node.value))
        return ast.copy_location(ast.Expr(call), node)


def _call(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(f".{name}", ast.Load()), list(args), [])


def is_generator(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and re.fullmatch(r"p\d+_g\d+", node.func.id) is not None


def held(generator: T) -> T:
    """Python leaves open when a generator that nobody refers to is closed (rule 5); here it is not."""
    HELD.append(generator)
    return generator


def augmented(op: str, left: Any, right: Any) -> Any:
    return checked(getattr(operator, f"__i{op}__")(left, right))


def augmented_item(op: str, box: Any, index: Any, value: Callable[[], Any]) -> None:
    old = box[index]
    box[index] = augmented(op, old, value())


def augmented_attribute(op: str, box: Any, name: str, value: Callable[[], Any]) -> None:
    old = getattr(box, name)
    setattr(box, name, augmented(op, old, value()))


def main() -> None:
    """Run the file as `__main__`."""
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)           # fuel ends what would not end
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")      # type: ignore[union-attr]
    tree = ast.fix_missing_locations(Checks().visit(ast.parse(Path(sys.argv[1]).read_text(encoding="utf-8"))))
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    names = {".checked": checked, ".augmented": augmented, ".augmented_item": augmented_item,
             ".augmented_attribute": augmented_attribute, ".held": held, "sum": checked_sum}
    builtins_of_file = types.ModuleType("builtins")
    vars(builtins_of_file).update(vars(builtins) | names)
    module.__dict__["__builtins__"] = builtins_of_file
    itertools.accumulate = checked_accumulate           # type: ignore[assignment,misc]
    itertools.count = checked_count                     # type: ignore[assignment,misc]
    math.prod = checked_prod
    status = 0
    try:
        exec(compile(tree, sys.argv[1], "exec"), module.__dict__)
        module.__dict__["main"]()
    except BaseException:               # noqa: BLE001  (what nobody catches ends the program)
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)                    # without closing the generators that are held


if __name__ == "__main__":
    main()
