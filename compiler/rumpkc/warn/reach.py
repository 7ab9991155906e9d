"""W0204: statements that can never run, since the one before them always leaves the block.

    return total
    print("done")           warning[W0204]: this is never reached
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic, Label
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children

WORDS = {tree.Return: "return", tree.Raise: "raise", tree.Break: "break", tree.Continue: "continue"}
DEFINITIONS = (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef, tree.Lambda)


def unreachable(module: tree.Module) -> Iterator[Diagnostic]:
    """One warning for each block with a rest that nothing reaches."""
    for body in _blocks(module):
        for before, after in zip(body, body[1:], strict=False):
            if leaves(before):
                if not _makes_a_generator(after):
                    yield _warning(before, after)
                break


def _warning(before: tree.Stmt, after: tree.Stmt) -> Diagnostic:
    span = after.span
    end = span.end_col if span.end_line == span.line else span.col + 1
    shown = span._replace(end_line=span.line, end_col=end)
    word = WORDS.get(type(before))
    at = before.span._replace(end_line=before.span.line, end_col=before.span.col + len(word)) if word else \
        before.span.start()
    why = f"`{word}` leaves the block" if word else "every way through this leaves the block"
    return Diagnostic("W0204", "this is never reached", shown, labels=(Label(at, why),))


def _blocks(node: tree.Node) -> Iterator[tuple[tree.Stmt, ...]]:
    """Every block of statements at or below `node`, outer ones first."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, tuple):
            yield block
    for child in children(node):
        if not isinstance(child, tree.Expr):
            yield from _blocks(child)


def leaves(stmt: tree.Stmt) -> bool:
    """Whether what follows `stmt` in its block can never run."""
    match stmt:
        case tree.Return() | tree.Raise() | tree.Break() | tree.Continue():
            return True
        case tree.If(body=body, orelse=orelse):
            return _block_leaves(body) and _block_leaves(orelse)
        case tree.While(test=tree.Constant(value=True), body=body):
            return not any(_breaks(child) for child in body)
        case tree.With(body=body):
            return _block_leaves(body) and not _may_suppress(stmt)
        case tree.Try(body=body, handlers=handlers, orelse=orelse, finalbody=last):
            tried = _block_leaves(body) or _block_leaves(orelse)
            return _block_leaves(last) or tried and all(_block_leaves(h.body) for h in handlers)
        case _:
            return False


def _block_leaves(body: tuple[tree.Stmt, ...]) -> bool:
    return any(leaves(stmt) for stmt in body)


def _breaks(node: tree.Node) -> bool:
    """Whether a `break` at or below `node` ends the loop around it."""
    if isinstance(node, tree.Break):
        return True
    if isinstance(node, (tree.For, tree.AsyncFor, tree.While)):
        return any(_breaks(child) for child in node.orelse)
    return not isinstance(node, DEFINITIONS) and any(_breaks(child) for child in children(node))


def _may_suppress(stmt: tree.With) -> bool:
    """A context manager may stop an exception, and then what follows does run; a `return` it cannot stop."""
    return not (stmt.body and isinstance(stmt.body[-1], tree.Return))


def _makes_a_generator(stmt: tree.Stmt) -> bool:
    """`return` and then `yield`: how an empty generator is written."""
    return isinstance(stmt, tree.ExprStmt) and isinstance(stmt.value, (tree.Yield, tree.YieldFrom))
