"""After an error: what of a function is checked all the same, and of what nothing is said.

    y = zz                      `zz` is not defined
    y.foo()                     nothing: what `y` is, is not known
    if x is None or ww:         `ww` is not defined
        xs.apend(1)             is said
        x.apend(1)              nothing: what the condition tells of `x` is not known

One error for each cause. A statement that mentions what an earlier pass has refused (`World.tainted`) has had its
error; so has one in which a refused place lies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.syntax.walk import all_bound_by, bound_by, children, words_of
from rumpkc.types.fx import Fx, LoopFrame, Var, assigned_names
from rumpkc.types.types import NEVER, ClassInst, OptionalType, UnionType, is_object

if TYPE_CHECKING:
    from rumpkc.types.world import World

Block = tuple[tree.Stmt, ...]
ENDS = (tree.Return, tree.Raise, tree.Break, tree.Continue)


def refuse_again(fx: Fx, stmt: tree.Stmt) -> None:
    """Raise, without words, if `stmt` itself depends on what has been refused before."""
    world = fx.world
    if is_refused(fx, stmt) or world.tainted and not world.tainted.isdisjoint(words_of(_header(stmt))):
        raise CompileError


def is_refused(fx: Fx, stmt: tree.Stmt) -> bool:
    """Whether a refused place lies in what of a statement is no statement in it."""
    if not fx.world.refused:
        return False
    inner = [s.span for block in _blocks(stmt) for s in block]
    return any(at.within(stmt.span) and not any(at.within(span) for span in inner) for at in fx.world.refused)


def go_on(fx: Fx, stmt: tree.Stmt) -> None:
    """`stmt` has had its error: check the statements in it that this has hidden, and forget what it was to bind."""
    before = fx.state
    if fx.discovering is not None and not fx.world.tells_all:
        targets = {node.attr for node in _targets(stmt) if isinstance(node, tree.Attribute)}
        fx.world.unsaid_fields |= {(fx.discovering.info, name) for name in targets}
    _hidden(fx, stmt)
    fx.state = before
    if isinstance(stmt, ENDS):
        fx.state.dead = True
    for name in assigned_names((stmt,)):
        fx.state.bound.add(name)
        fx.state.drop(name)
        if name not in fx.vars or _of_several(fx, name):
            fx.vars[name] = _unknown(fx, name, stmt)
    if isinstance(stmt, (tree.If, tree.While, tree.Assert)):
        for name in words_of([stmt.test]) & fx.vars.keys():     # the condition may have told what it is from here on
            if _of_several(fx, name):
                fx.vars[name] = _unknown(fx, name, stmt)


def _of_several(fx: Fx, name: str) -> bool:
    """Whether a variable has one of several types, of which facts tell which."""
    t = fx.vars[name].local.type
    return isinstance(t, (OptionalType, UnionType)) or is_object(t)


def _unknown(fx: Fx, name: str, stmt: tree.Stmt) -> Var:
    """A variable of which nothing is said; it becomes known with the next value, unless it has a type of its own."""
    return Var(fx.local(name, NEVER, stmt.span), isinstance(stmt, tree.AnnAssign), failed=True)


def _hidden(fx: Fx, stmt: tree.Stmt) -> None:
    """Check the blocks of `stmt` that nobody has looked at. Nothing is said of names that the statement binds, asks for
    or gives other values to."""
    blocks = [block for block in _blocks(stmt) if block and id(block) not in fx.entered]
    if not blocks or isinstance(stmt, tree.FunctionDef):        # which has variables of its own
        return
    header = _header(stmt)
    told = {key.partition(".")[0] for key in fx.state.narrow}
    names = all_bound_by(header) | bound_by(stmt) | {name for part in children(stmt) for name in bound_by(part)}
    names |= told & {name for block in blocks for name in assigned_names(block)}
    if isinstance(stmt, (tree.If, tree.While, tree.Match)):
        names |= words_of(header) & fx.vars.keys()
    kept = {name: fx.vars[name] for name in names & fx.vars.keys()}
    fx.vars |= {name: _unknown(fx, name, stmt) for name in names}
    state, in_loop = fx.state, isinstance(stmt, (tree.While, tree.For))
    for block in blocks:
        fx.state = state.copy()
        fx.loops += [LoopFrame(ir.LoopId())] if in_loop else []
        fx.handlers += [fx.local(".exc", NEVER, stmt.span)]
        try:
            block_of(fx, block)
        finally:
            fx.handlers.pop()
            if in_loop:
                fx.loops.pop()
    for name in names:
        fx.vars.pop(name, None)
    fx.vars |= kept


def is_unsaid(world: World, cls: ClassInst, name: str) -> bool:
    """Whether the objects of `cls` would have the attribute `name`, had its assignment no error."""
    return any((info, name) in world.unsaid_fields for info in cls.info.ancestors())


def _targets(stmt: tree.Stmt) -> list[tree.Expr]:
    """What a statement assigns to, the items of tuples one by one."""
    todo: list[tree.Expr] = [*stmt.targets] if isinstance(stmt, tree.Assign) else (
        [stmt.target] if isinstance(stmt, (tree.AnnAssign, tree.AugAssign, tree.For)) else [])
    for target in todo:
        if isinstance(target, (tree.Tuple, tree.List)):
            todo += target.elts
    return todo


def block_of(fx: Fx, body: Block) -> list[ir.Stmt]:
    """Check the statements in a statement. An error there does not hide what follows it."""
    from rumpkc.types.stmts import body_of

    try:
        return body_of(fx, body)
    except CompileError as error:
        fx.failed.append(error)
        return []


def _header(stmt: tree.Stmt) -> list[tree.Node]:
    """What of a statement is no statement in it."""
    parts = (part for child in children(stmt)
             for part in (children(child) if isinstance(child, (tree.ExceptHandler, tree.MatchCase)) else (child,)))
    return [part for part in parts if not isinstance(part, tree.Stmt)]


def _blocks(stmt: tree.Stmt) -> list[Block]:
    rule = BLOCKS.get(type(stmt))
    return list(rule(stmt)) if rule is not None else []


def _of_try(node: tree.Try) -> Iterable[Block]:
    return (node.body, *(handler.body for handler in node.handlers), node.orelse, node.finalbody)


BLOCKS: dict[type, Callable[[Any], Iterable[Block]]] = {
    **dict.fromkeys((tree.If, tree.While, tree.For), lambda node: (node.body, node.orelse)),
    **dict.fromkeys((tree.With, tree.FunctionDef), lambda node: (node.body,)),
    tree.Try: _of_try,
    tree.Match: lambda node: [case.body for case in node.cases],
}
