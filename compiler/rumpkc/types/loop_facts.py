"""What is known of the variables that a loop assigns, when its body starts again.

    handler = table.get(name)
    if handler is None: return
    for wrap in wrappers:               `handler` is a Handler here: it was before the loop, and
        handler = wrap(handler)         whatever way leads to the next round leaves one in it
    handler()

A loop is checked as if what is known before it were known in each round. Where one of the ways back does not keep a
fact, or the body has an error, the walk over the function begins anew, and that fact ends before the loop
(`Hints.unsure`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.class_tests import below
from rumpkc.types.fx import Fx, LoopFrame, Restart, State, assigned_names
from rumpkc.types.tries import forget
from rumpkc.types.types import NEVER, NONE, OptionalType, Type, UnionType

Facts = dict[str, Type]


def enter(fx: Fx, span: Span, body: tuple[tree.Stmt, ...], names: set[str] | None = None) -> Facts:
    """The state at the head of the loop at `span`, whose `body` assigns variables, as its target does `names`. The
    result is what was taken for granted."""
    before, fx.state = fx.state, forget(fx, fx.state, body, names)
    unsure = fx.hints.unsure.get(span, set()) | _of_finally(body)
    facts = {
        name: t for name, t in before.narrow.items()
        if name in fx.vars and name not in unsure and name not in fx.state.narrow and fx.vars[name].cell is None
        and name not in fx.state.doubted and t is not NEVER and name not in (names or ())
    }
    fx.state.narrow |= facts
    return facts


@contextmanager
def rounds(fx: Fx, span: Span, facts: Facts) -> Iterator[LoopFrame]:
    """The body of the loop at `span`, which has to keep `facts`; with its frame."""
    frame = LoopFrame(ir.LoopId())
    fx.loops.append(frame)
    failed = len(fx.failed)
    try:
        yield frame
    except CompileError:
        if not facts:
            raise
        _forget(fx, span, set(facts))
    finally:
        fx.loops.pop()
    if facts and len(fx.failed) > failed:
        _forget(fx, span, set(facts))
    ends = (fx.state, *frame.continues)
    lost = {name for name, t in facts.items() if not all(_keeps(fx, end, name, t) for end in ends)}
    if lost:
        _forget(fx, span, lost)


def _forget(fx: Fx, span: Span, names: set[str]) -> None:
    fx.hints.unsure[span] = fx.hints.unsure.get(span, set()) | names
    raise Restart


def _keeps(fx: Fx, state: State, name: str, fact: Type) -> bool:
    """Whether variable `name` is a `fact` in `state`, which no path may reach."""
    known = _parts(state.narrow.get(name, fx.vars[name].local.type))
    return state.dead or all(any(part == whole or below(part, whole) for whole in _parts(fact)) for part in known)


def _parts(t: Type) -> tuple[Type, ...]:
    if isinstance(t, OptionalType):
        return (t.item, NONE)
    return t.members if isinstance(t, UnionType) else () if t is NEVER else (t,)


def _of_finally(body: tuple[tree.Stmt, ...]) -> set[str]:
    """What the `finally` blocks in `body` assign, on the way of a `continue` too."""
    out: set[str] = set()
    todo: list[tree.Node] = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, tree.Try):
            out |= assigned_names(node.finalbody)
        if isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)):
            todo += children(node)
    return out
