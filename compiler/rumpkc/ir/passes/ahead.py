"""A function that calls itself tests before a call whether that one would return at once.

    def check(node):                      def check.ahead(node):  @inline
        left = node.left                      left = node.left
        if left is None: return 1      ->     if left is None: return 1
        return 1 + check(left) + …            return check(node)

                                          def check(node): …  return 1 + check.ahead(left) + …

Half of the calls of a recursion over a binary tree are of leaves. What is done ahead changes nothing, so it may be done
again in the call; if it raises, so would the call have done first. A traceback shows its lines under the function's own
name, and not the call that goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rumpkc.emit.debug import TRY_FILE
from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.accesses import access_of
from rumpkc.ir.passes.purity import Purity, has_effect
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import walk
from rumpkc.types.types import NEVER, NONE

ALLOWED = {"unchecked", "noalloc", "noraise", "nonblocking"}       # attributes of functions that are looked at
MOST_NODES = 40                       # of what is done ahead
MOST_CALLS = 6                        # of a function to itself: each is followed by a copy
CALM = (ir.Const, ir.StrConst, ir.LocalGet, ir.GlobalGet, ir.FieldGet, ir.Aggregate, ir.TupleGet, ir.Convert, ir.IsNone,
        ir.IsInstance, ir.IfExp, ir.And, ir.Or)
NOT_COPIED = (ir.Loop, ir.TryExcept, ir.TryFinally, ir.Yield, ir.Closure)


def test_ahead(function: ir.Function, purity: Purity) -> ir.Function | None:
    """Let the calls of `function` to itself begin in line: the new function that they call; None where it has no end
    that is seen at once."""
    assert function.body is not None
    if function.kept is not None or not function.attrs <= ALLOWED or function.result == NEVER:
        return None
    own = [node for node in walk(function.body) if _calls(node, function)]
    if not 1 <= len(own) <= MOST_CALLS:
        return None
    start = _start(function, purity)
    if not start:
        return None
    ahead = _ahead(function, start)

    def change(node: Any) -> Any:
        node = with_children(node, change)
        return replace(node, func=ahead) if _calls(node, function) else node

    function.body = tuple([change(node) for node in function.body])
    return ahead


def _calls(node: ir.Node, function: ir.Function) -> bool:
    return isinstance(node, ir.Call) and node.func.symbol == function.symbol


def _start(function: ir.Function, purity: Purity) -> list[ir.Stmt]:
    """The first statements of a function as far as they only compute, up to the last `if` that returns."""
    out: list[ir.Stmt] = []
    end, count, more = 0, 0, True
    for node in function.body or ():
        if isinstance(node, ir.SetLocal) and node.local not in function.params:
            looked_at = node.value
        elif isinstance(node, ir.If) and node.then and isinstance(node.then[-1], ir.Return):
            looked_at, more = node.test, not node.orelse
            node = replace(node, orelse=())
        else:
            break
        copied = list(walk([node]))
        count += len(copied)
        if count > MOST_NODES or not all(_is_calm(below, purity) for below in walk([looked_at])) or \
                any(isinstance(below, NOT_COPIED) or _calls(below, function) for below in copied):
            break
        out.append(node)
        end = len(out) if isinstance(node, ir.If) else end
        if not more:
            break                       # what follows is done in its `else` as well
    return out[:end]


def _is_calm(node: ir.Node, purity: Purity) -> bool:
    """Whether a node of an expression changes nothing and costs little, so that it may be done twice."""
    if isinstance(node, ir.Call):
        return access_of(node) is not None and purity.of(node.func)
    return not has_effect(node) if isinstance(node, ir.Prim) else isinstance(node, CALM)


def _ahead(function: ir.Function, start: list[ir.Stmt]) -> ir.Function:
    """The function of these statements, which then calls `function`. Its variables are its own."""
    own: dict[ir.Local, ir.Local] = {p: ir.Local(p.name, p.type, p.span) for p in function.params}
    copied = _renamed(own)
    body = [copied(node) for node in start]
    params = tuple([own[p] for p in function.params])
    unseen = function.span._replace(file=TRY_FILE)
    call = ir.Call(unseen, function.result, function, tuple([ir.LocalGet(unseen, p.type, p) for p in params]))
    body += [ir.Eval(unseen, call)] if function.result == NONE else [ir.Return(unseen, call)]
    return ir.Function(f"{function.symbol}.ahead", function.shown_name, params, function.result, function.span,
                       function.module, tuple(body), attrs=function.attrs | {"inline"})


def _renamed(own: dict[ir.Local, ir.Local]) -> Callable[[Any], Any]:
    def copied(node: Any) -> Any:
        node = with_children(node, copied)
        if isinstance(node, (ir.LocalGet, ir.SetLocal)):
            local = own.setdefault(node.local, ir.Local(node.local.name, node.local.type, node.local.span))
            return replace(node, local=local)
        return node

    return copied
