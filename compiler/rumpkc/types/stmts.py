"""Statements, and the assignment of values to names, attributes, items and tuples of these."""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.syntax.walk import target_names
from rumpkc.types import (
    after_errors,
    assignment,
    closures,
    deletion,
    generators,
    loop_facts,
    loops,
    operators,
    patterns,
    reflected,
    selves,
    tries,
    unknown_names,
    value_facts,
)
from rumpkc.types.after_errors import block_of
from rumpkc.types.conditions import condition, holds_anything
from rumpkc.types.exprs import expr, stored
from rumpkc.types.fx import (
    Fx,
    PartialType,
    merge,
)
from rumpkc.types.types import (
    NEVER,
    NONE,
    OptionalType,
    Type,
)


def body_of(fx: Fx, body: tuple[tree.Stmt, ...]) -> list[ir.Stmt]:
    """Check statements in order. An error in one does not hide those in the next."""
    out: list[ir.Stmt] = []
    before = len(fx.failed)
    fx.entered.add(id(body))
    for stmt in body:
        if fx.state.dead:
            break  # unreachable: Python never runs it, and nothing is known about it
        try:
            after_errors.refuse_again(fx, stmt)
            out += STATEMENTS[type(stmt)](fx, stmt)
        except CompileError as error:   # which says nothing where a variable that has had its error is used
            others = unknown_names.others_not_defined(fx, stmt, error.diagnostics)
            fx.failed.append(CompileError(*error.diagnostics, *others))
            after_errors.go_on(fx, stmt)
    if len(fx.failed) > before:
        said = [d for error in fx.failed[before:] for d in error.diagnostics]
        del fx.failed[before:]
        raise CompileError(*said)
    return out


def _if(fx: Fx, node: tree.If) -> list[ir.Stmt]:
    cond = condition(fx, node.test)
    before = fx.state.copy()
    value_facts.begin(fx, cond.true)
    skip_then = isinstance(cond.test, ir.Const) and not cond.test.value
    skip_else = isinstance(cond.test, ir.Const) and bool(cond.test.value)
    fx.state.dead = fx.state.dead or skip_then or _impossible(fx, cond.true)
    then = [] if _impossible(fx, cond.true) else block_of(fx, node.body)
    after_then = fx.state
    fx.state = before
    value_facts.begin(fx, cond.false)
    fx.state.dead = fx.state.dead or skip_else or NEVER in cond.false.values()
    orelse = [] if _impossible(fx, cond.false) else block_of(fx, node.orelse)
    fx.state = merge([after_then, fx.state])
    return [ir.If(node.span, cond.test, tuple(then), tuple(orelse))]


def _impossible(fx: Fx, facts: dict[str, Type]) -> bool:
    """Whether a branch is not for the types at hand: in generic code, or where an `object` would have to be of a class
    of which the program makes none, it may then do what these types cannot."""
    if any(t is NEVER and holds_anything(fx, key) for key, t in facts.items()):
        return True
    generic = fx.inst is not None and (fx.inst.info.type_params or (fx.inst.owner is not None and fx.inst.owner.args))
    return bool(generic) and NEVER in facts.values()


def _while(fx: Fx, node: tree.While) -> list[ir.Stmt]:
    facts = loop_facts.enter(fx, node.span, (*node.body, tree.ExprStmt(node.span, node.test)))
    with loop_facts.rounds(fx, node.span, facts) as frame:
        cond = condition(fx, node.test)
        before = fx.state.copy()
        fx.state.narrow.update(cond.true)
        body = block_of(fx, node.body)
    endless = isinstance(cond.test, ir.Const) and bool(cond.test.value)
    fx.state = before
    fx.state.narrow.update(cond.false)
    fx.state.dead = fx.state.dead or endless
    orelse = block_of(fx, node.orelse)
    fx.state = merge([fx.state, *frame.breaks])
    return [ir.Loop(node.span, frame.id, cond.test, tuple(body), (), tuple(orelse))]


def _for(fx: Fx, node: tree.For) -> list[ir.Stmt]:
    if loops.never_runs(node.iter):
        return block_of(fx, node.orelse)
    src = loops.source(fx, node.iter)
    changed = set(target_names(node.target))
    facts = loop_facts.enter(fx, node.span, node.body, changed)
    before = fx.state.copy()
    with loop_facts.rounds(fx, node.span, facts) as frame:
        bind = assignment.store(fx, node.target, src.value)
        body = block_of(fx, node.body)
    fx.state = before
    orelse = block_of(fx, node.orelse)
    fx.state = merge([fx.state, *frame.breaks])
    loop = ir.Loop(node.span, frame.id, src.test, (*src.fetch, *bind, *body), tuple(src.step), tuple(orelse),
                   ir.ALL_ROUNDS if src.unroll else 0)
    return [*src.setup, loops.closing(fx, src, loop)]


def _break(fx: Fx, node: tree.Break) -> list[ir.Stmt]:
    fx.loops[-1].breaks.append(fx.state.copy())
    fx.state.dead = True
    return [ir.Break(node.span, fx.loops[-1].id)]


def _continue(fx: Fx, node: tree.Continue) -> list[ir.Stmt]:
    fx.loops[-1].continues.append(fx.state.copy())
    fx.state.dead = True
    return [ir.Continue(node.span, fx.loops[-1].id)]


def _return(fx: Fx, node: tree.Return) -> list[ir.Stmt]:
    assert fx.inst is not None
    if fx.generator is not None:
        return generators.return_stmt(fx, node)
    result = fx.inst.result
    name = fx.inst.info.name
    if node.value is None:
        if result is not NONE and not isinstance(result, OptionalType):
            raise fail("E0348", f"`{name}` returns {result}, and this `return` has no value", node.span)
        value = None if result is NONE else ir.Const(node.span, result, None)
    elif isinstance(node.value, tree.Name) and _may_decline(fx, node.value):
        return _not_implemented(fx, node)
    elif isinstance(node.value, tree.IfExp) and _may_decline(fx, node.value):
        body, orelse = (tree.Return(part.span, part) for part in (node.value.body, node.value.orelse))
        return _if(fx, tree.If(node.span, node.value.test, (body,), (orelse,)))
    elif result is NONE:
        found = expr(fx, node.value)
        if found.type is not NONE and found.type is not NEVER:
            raise fail(
                "E0348",
                f"`{name}` returns nothing, but this is {found.type}",
                node.value.span,
                help=f"write `-> {found.type}` in the signature",
            )
        fx.state.dead = True
        return [ir.Eval(node.span, found), ir.Return(node.span, None)]
    else:
        value = stored(fx, node.value, result, f"the result of `{name}`")
        selves.check_return(fx, node)
    fx.state.dead = True
    return [ir.Return(node.span, value)]


def _may_decline(fx: Fx, node: tree.Expr) -> bool:
    """Whether one of the values of `a if c else b` is NotImplemented."""
    if isinstance(node, tree.IfExp):
        return _may_decline(fx, node.body) or _may_decline(fx, node.orelse)
    return isinstance(node, tree.Name) and node.id == "NotImplemented" and fx.lookup("NotImplemented") is None


def _not_implemented(fx: Fx, node: tree.Return) -> list[ir.Stmt]:
    """`return NotImplemented`: the operator asks the other side (reflected.py)."""
    assert fx.inst is not None
    name, span = fx.inst.info.name, node.span
    asked = {n for o in operators.DUNDER.values() for n in (f"__{o}__", f"__r{o}__", f"__i{o}__")}
    asked |= {f"__{o}__" for o in operators.ORDER.values()} | {"__eq__", "__ne__"}
    if name not in asked and not (fx.module.library and name.endswith("_answers")):
        raise fail("E0414", "`NotImplemented` is a result of operator methods only", span,
                   help="raise `NotImplementedError`")
    fx.state.dead = True
    return reflected.decline(fx, fx.inst.result, span)


def _expr_stmt(fx: Fx, node: tree.ExprStmt) -> list[ir.Stmt]:
    if isinstance(node.value, tree.Constant):
        return []
    if isinstance(node.value, tree.Yield):
        return generators.yield_stmt(fx, node.value)
    value = expr(fx, node.value)
    if value.type is NEVER:
        fx.state.dead = True
    if isinstance(value.type, PartialType):
        return []
    return [ir.Eval(node.span, value)]


def _global(fx: Fx, node: tree.Global) -> list[ir.Stmt]:
    for name in node.names:
        if name not in fx.module.names:
            fx.globals.discard(name)  # said once: what follows takes it for a local
            raise fail(
                "E0206",
                f"`global {name}`: the module has no variable `{name}`",
                node.span,
                help=did_you_mean(name, fx.module.names)
                or f"give it a value at the module's top level: `{name}: int = 0`",
            )
    return []


def _nothing(fx: Fx, node: tree.Stmt) -> list[ir.Stmt]:
    return []


def _refused(what: str, instead: str) -> Callable[[Fx, tree.Stmt], list[ir.Stmt]]:
    def rule(fx: Fx, node: tree.Stmt) -> list[ir.Stmt]:
        raise fail("E0400", f"{what} is not compiled yet", node.span, help=instead)

    return rule


STATEMENTS: dict[type, Callable[..., list[ir.Stmt]]] = {
    tree.Assign: assignment.assign_stmt,
    tree.AnnAssign: assignment.ann_assign_stmt,
    tree.AugAssign: assignment.aug_assign_stmt,
    tree.If: _if,
    tree.While: _while,
    tree.For: _for,
    tree.Break: _break,
    tree.Continue: _continue,
    tree.Return: _return,
    tree.ExprStmt: _expr_stmt,
    tree.Pass: _nothing,
    tree.Delete: deletion.delete_stmt,
    tree.Global: _global,
    tree.Raise: tries.raise_stmt,
    tree.Try: tries.try_stmt,
    tree.With: tries.with_stmt,
    tree.Assert: tries.assert_stmt,
    tree.Match: patterns.match_stmt,
    tree.Import: _refused("an import inside a function", "import at the module's top level"),
    tree.ImportFrom: _refused("an import inside a function", "import at the module's top level"),
    tree.FunctionDef: closures.nested_function,
    tree.ClassDef: _refused("a class inside a function", "move it to the module's top level"),
    tree.AsyncFunctionDef: _refused("`async`", "use a plain function"),
    tree.AsyncFor: _refused("`async for`", "use `for`"),
    tree.AsyncWith: _refused("`async with`", "use `with`"),
    tree.Nonlocal: closures.nonlocal_stmt,
    tree.TryStar: _refused("`except*`", "use `except`"),
    tree.TypeAlias: _refused("`type` inside a function", "move it to the module's top level"),
}
