"""Variables that are given a function or a method by its name, once: calls of them have its names and defaults.

    inc = counter.inc               def inc(self, by: int = 1)
    inc(); inc(by=3)        ->      inc(1); inc(3)
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, signature, star_calls
from rumpkc.types.bindings import bindings
from rumpkc.types.changes import after_unknown_call
from rumpkc.types.classes import find_method
from rumpkc.types.fx import Fx, Var
from rumpkc.types.param_specs import FORM
from rumpkc.types.symbols import FuncInfo, Param
from rumpkc.types.types import ClassInst, FuncType
from rumpkc.types.wrapped import SHAPE


def note(fx: Fx, name: str, node: tree.Expr, t: FuncType) -> None:
    """The variable `name` was assigned `node`, a function of type `t`."""
    var = fx.vars.get(name)
    if var is None or var.declared or name in fx.globals or bindings(fx, loops=False).get(name) != 1:
        return
    found = _named(fx, node)
    if found is None:
        return
    params = found[1]
    plain = all(p.how in ("pos", "any") and p.name not in (SHAPE, FORM) for p in params)
    if plain and tuple(p.type for p in params) == t.params:
        var.called = found


def _named(fx: Fx, node: tree.Expr) -> tuple[FuncInfo, tuple[Param, ...]] | None:
    """The function that `node` names, and what is passed to it."""
    from rumpkc.types import callables, names

    if isinstance(node, tree.Name) and fx.lookup(node.id) is not None or not isinstance(
            node, (tree.Name, tree.Attribute)):
        return None
    info, owner = names.static_symbol(fx, node), None
    if info is None and isinstance(node, tree.Attribute) and isinstance(node.value, tree.Name):
        var = fx.lookup(node.value.id)
        owner = var.local.type if var is not None else None
        found = find_method(owner, node.attr) if isinstance(owner, ClassInst) else None
        if found is None or owner is None or not callables.is_method(fx, owner, node.attr):
            return None
        owner, info = found
    if not isinstance(info, FuncInfo) or info.kind not in ("function", "method") or info.module.library or info.asm:
        return None
    if (info.kind == "method") != isinstance(owner, ClassInst) or signature.own_type_params(fx.world, info):
        return None
    params = fx.world.func(info, owner if isinstance(owner, ClassInst) else None).params
    return info, params[1:] if info.kind == "method" else params


def call(fx: Fx, var: Var, node: tree.Call) -> ir.Expr:
    """A call of such a variable."""
    from rumpkc.types.names import read_variable

    assert var.called is not None and isinstance(node.func, tree.Name)
    info, params = var.called
    callee = read_variable(fx, node.func, var)
    assert isinstance(callee.type, FuncType)
    bound = signature.bind(star_calls.Callee(info), params, node.args, node.keywords, node.span, info.node.name_span)
    stmts, values = calls.arguments(fx, info, params, bound, None)
    if stmts:
        save, callee = fx.save(callee)
        stmts.insert(0, save)
    assert isinstance(callee.type, FuncType)
    made = ir.CallIndirect(node.span, callee.type.result, callee, tuple(values))
    after_unknown_call(fx)
    return ir.Seq(node.span, made.type, tuple(stmts), made) if stmts else made
