"""Makes a program smaller while it still shows the same trouble: statements go first, then parts of expressions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from tests.fuzz.mutate_types import Program

MAX_TRIALS = 600


def reduced(text: str, same: Callable[[str], bool]) -> str:
    """The smallest text that greedy removal finds for which `same` still holds."""
    trials = 0
    changed = True
    while changed and trials < MAX_TRIALS:
        changed = False
        for smaller in candidates(text):
            trials += 1
            if same(smaller):
                text, changed = smaller, True
                break
            if trials >= MAX_TRIALS:
                break
    return text


def candidates(text: str) -> Iterator[str]:
    """Smaller programs, the ones that lose most first."""
    program = Program(text)
    seen = {text}
    for smaller in (*_without_statements(program), *_simpler_expressions(program)):
        if len(smaller) < len(text) and smaller not in seen:
            seen.add(smaller)
            try:
                ast.parse(smaller)
            except (SyntaxError, ValueError):
                continue
            yield smaller


def _without_statements(program: Program) -> Iterator[str]:
    nodes = program.nodes(ast.stmt)
    nodes.sort(key=lambda node: program.place(node)[0] - program.place(node)[1])
    for node in nodes:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *[d.lineno for d in decorators]]) - 1             # type: ignore[attr-defined]
        lines = program.data.decode().split("\n")
        rest = lines[node.end_lineno:]                                              # type: ignore[attr-defined]
        yield "\n".join(lines[:first] + rest)
        yield "\n".join([*lines[:first], program.indent_of(node) + "pass", *rest])
        for body in ("body", "orelse", "finalbody"):        # a block in place of its statement
            inner = getattr(node, body, None)
            if isinstance(inner, list) and inner and not isinstance(node, ast.ClassDef):
                shown = "\n".join(ast.unparse(stmt) for stmt in inner).replace("\n", "\n" + program.indent_of(node))
                yield "\n".join([*lines[:first], program.indent_of(node) + shown, *rest])


def _simpler_expressions(program: Program) -> Iterator[str]:
    nodes = program.nodes(ast.expr, ast.arg, ast.keyword)
    nodes.sort(key=lambda node: program.place(node)[0] - program.place(node)[1])
    for node in nodes:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr) and not isinstance(node, (ast.arg, ast.keyword)):
                yield program.replaced(node, program.text_of(child))
        if isinstance(node, ast.expr):
            yield program.replaced(node, "0")
            yield program.replaced(node, "x")
        begin, end = program.place(node)
        for left, right in ((b", ", b""), (b"", b", "), (b"", b","), (b": ", b""), (b" -> ", b"")):
            if program.data[:begin].endswith(left) and program.data[end:].startswith(right):
                yield (program.data[:begin - len(left)] + program.data[end + len(right):]).decode()
    lines = program.data.decode().split("\n")
    yield "\n".join(line for line in lines if line.strip() and not line.strip().startswith("#"))
