"""`raise`, `try`, `with`, `assert`."""

from __future__ import annotations

from collections.abc import Sequence

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import awaited, calls, chosen_handlers, class_values, constructors, names, text
from rumpkc.types.after_errors import block_of
from rumpkc.types.annotations import Annotations
from rumpkc.types.unions import make_union
from rumpkc.types.bindings import unbinds
from rumpkc.types.changes import changes, doubt, doubt_items, shared_keys
from rumpkc.types.closures import cell_for
from rumpkc.types.conditions import condition
from rumpkc.types.convert import assignable, coerce, truth
from rumpkc.types.fx import Fx, State, Var, assigned_names, merge
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, FuncInst, Param
from rumpkc.types.types import BOOL, NEVER, NONE, ClassInst, OptionalType, Type, UnionType, is_object


def raise_new(fx: Fx, name: str, args: list[ir.Expr], type: Type, span: Span) -> ir.Expr:  # noqa: A002
    """An expression of any type that raises a builtin exception."""
    made = constructors.construct(fx, fx.world.cls(name), args, span)
    return ir.Seq(span, type, (ir.Raise(span, made),), ir.Prim(span, type, "unreachable", ()))


def raise_stmt(fx: Fx, node: tree.Raise) -> list[ir.Stmt]:
    """`raise`, `raise E`, `raise E(…) from cause`."""
    if node.exc is None:
        if not fx.handlers:
            raise fail(
                "E0338",
                "`raise` without an exception is only for the body of an `except`",
                node.span,
                help="name the exception",
            )
        handler = fx.handlers[-1]
        fx.state.dead = True
        return [ir.Raise(node.span, ir.LocalGet(node.span, handler.type, handler), True)]
    value = exception_value(fx, node.exc)
    if node.cause is None and not fx.handlers:
        fx.state.dead = True
        return [ir.Raise(node.span, value)]
    save, got = fx.save(value)
    out: list[ir.Stmt] = [save]
    base = fx.world.cls("BaseException")
    from rumpkc.types.classes import fields_of

    fields = fields_of(fx.world, base)
    as_base = got if got.type == base else ir.Convert(node.span, base, got)
    if node.cause is not None:
        cause = exception_value(fx, node.cause, or_none=True)
        if "_cause_" in fields:
            out.append(ir.SetField(node.span, as_base, "_cause_", coerce(fx, cause, fields["_cause_"], node.span)))
        if "_suppress_context_" in fields:
            out.append(ir.SetField(node.span, as_base, "_suppress_context_", ir.Const(node.span, BOOL, True)))
    fx.state.dead = True
    return [ir.Raise(node.span, ir.Seq(node.span, got.type, tuple(out), got))]


def exception_value(fx: Fx, node: tree.Expr, or_none: bool = False) -> ir.Expr:
    """An exception object: an expression, or a class that is called without arguments; a cause can also be None."""
    from rumpkc.types.exprs import expr

    symbol = names.static_symbol(fx, node)
    if isinstance(symbol, ClassInfo) and not symbol.type_params:
        value = constructors.construct_call(fx, fx.world.inst(symbol), (), (), node.span)
    else:
        value = expr(fx, node)
    base = fx.world.cls("BaseException")
    if or_none and assignable(value.type, OptionalType(base)):
        return coerce(fx, value, OptionalType(base), node.span)
    if not (isinstance(value.type, ClassInst) and value.type.is_subclass_of(base)):
        raise fail(
            "E0339",
            f"only exceptions can be raised, not {value.type}",
            node.span,
            help="derive the class from `Exception`",
        )
    return value


def try_stmt(fx: Fx, node: tree.Try) -> list[ir.Stmt]:
    """`try` with handlers, `else` and `finally`; `finally` goes around the rest."""
    node = chosen_handlers.expanded(fx, node)
    if not node.finalbody:
        return [_handled(fx, node)]
    before = fx.state.copy()
    if node.handlers or node.orelse:
        inner = tree.Try(node.span, node.body, node.handlers, node.orelse, ())
        body: list[ir.Stmt] = [_handled(fx, inner)]
    else:
        body = block_of(fx, node.body)
    after = fx.state
    fx.state = forget(fx, before, (*node.body, *node.orelse, *(s for h in node.handlers for s in h.body)))
    final = block_of(fx, node.finalbody)
    final_state = fx.state
    fx.state = _after_finally(after, final_state, assigned_names(node.finalbody), unbinds(node.finalbody))
    if shared_keys(fx):
        doubt(fx, changes(fx.world).of(list(node.finalbody)))
    return [ir.TryFinally(node.span, tuple(body), tuple(final))]


def _after_finally(body: State, final: State, changed: set[str], unbound: set[str]) -> State:
    out = body.copy()
    out.bound = (out.bound - unbound) | final.bound
    out.dead = body.dead or final.dead
    out.narrow = {k: t for k, t in out.narrow.items() if k.partition(".")[0] not in changed}
    out.narrow |= {k: t for k, t in final.narrow.items() if k.partition(".")[0] in changed}
    return out


def forget(fx: Fx, state: State, body: tuple[tree.Stmt, ...], names: set[str] | None = None) -> State:
    """`state` where `body` may have run, in part or several times, and `names` may have been assigned."""
    changed = assigned_names(body) | (names or set())
    now, fx.state = fx.state, state.copy()
    for key in (*fx.state.narrow, *fx.state.doubted):
        if key.partition(".")[0] in changed:
            fx.state.drop(key)
    fx.state.bound -= unbinds(body)
    doubt_items(fx)
    if shared_keys(fx):
        doubt(fx, changes(fx.world).of(list(body)))
    out, fx.state = fx.state, now
    return out


def _handled(fx: Fx, node: tree.Try) -> ir.Stmt:
    before = fx.state.copy()
    with awaited.waiting(fx, node.body, [cls for handler in node.handlers for cls in _caught(fx, handler)]):
        body = block_of(fx, node.body)
    orelse = block_of(fx, node.orelse)
    ends = [fx.state]
    handlers: list[ir.Handler] = []
    for handler in node.handlers:
        fx.state = forget(fx, before, node.body)
        handlers.append(_handler(fx, handler))
        ends.append(fx.state)
    fx.state = merge(ends)
    return ir.TryExcept(node.span, tuple(body), tuple(handlers), tuple(orelse))


def _handler(fx: Fx, node: tree.ExceptHandler) -> ir.Handler:
    from rumpkc.types.assignment import declare

    classes = _caught(fx, node)
    base = fx.world.cls("BaseException")
    shown = classes[0] if len(classes) == 1 else _common(fx, classes)
    local = fx.local(node.name or ".exc", shown, node.span)
    fx.handlers.append(local)
    saved = fx.vars.get(node.name) if node.name else None
    if node.name and saved is None and node.name in fx.hints.variables:     # bound to something else further down
        saved = declare(fx, node.name, fx.hints.variables[node.name], node.span, declared=True)
    try:
        body = _handler_body(fx, node, local, classes)
        if saved is not None and (gone := fx.unbind(saved, node.span)):
            body = [ir.TryFinally(node.span, tuple(body), tuple(gone))]
    finally:                    # an error in the body has its own: what follows does not see this variable
        fx.handlers.pop()
        if node.name:
            fx.state.bound.discard(node.name)
            if saved is not None:
                fx.vars[node.name] = saved
            else:
                fx.vars.pop(node.name, None)
    catches_all = not classes or base in classes
    return ir.Handler(node.span, () if catches_all else tuple(classes), local, tuple(body))


def _handler_body(
    fx: Fx, node: tree.ExceptHandler, local: ir.Local, classes: list[ClassInst]
) -> list[ir.Stmt]:
    """The statements, with `node.name` bound to the exception, which is of one of `classes`; CPython unbinds it at the
    end."""
    if not node.name:
        return block_of(fx, node.body)
    flag = fx.flag_for(node.name, node.span)
    var = fx.vars[node.name] = Var(local, True, flag, cell=cell_for(fx, node.name, local.type, node.span))
    fx.handled.add(node.name)
    fx.state.bound.add(node.name)
    fx.state.drop(node.name)
    if len(classes) > 1 and not all(c.info.module.library for c in classes):
        fx.state.narrow[node.name] = make_union(list(classes))
    if var.cell is None:
        begin = [ir.SetLocal(node.span, flag, ir.Const(node.span, BOOL, True))] if flag is not None else []
        return [*begin, *block_of(fx, node.body)]
    fx.handler_variables.append(var)
    store = fx.write(var, ir.LocalGet(node.span, local.type, local), node.span)
    return [*store, ir.TryFinally(node.span, tuple(block_of(fx, node.body)), tuple(fx.unbind(var, node.span)))]


def _common(fx: Fx, classes: list[ClassInst]) -> ClassInst:
    """The nearest class that all of `classes` derive from."""
    best: ClassInst | None = classes[0] if classes else None
    while best is not None and not all(c.is_subclass_of(best) for c in classes):
        best = best.base
    return best or fx.world.cls("BaseException")


def _caught(fx: Fx, node: tree.ExceptHandler) -> list[ClassInst]:
    if node.type is None:
        return []
    listed = node.type.elts if isinstance(node.type, tree.Tuple) else (node.type,)
    out: list[ClassInst] = []
    base = fx.world.cls("BaseException")
    for item in listed:
        named = Annotations(fx.world, fx.module, fx.env).type_of(item)
        for cls in named.members if isinstance(named, UnionType) else (named,):     # several: `mixins.py`
            if not isinstance(cls, ClassInst) or not cls.is_subclass_of(base):
                raise fail("E0339", f"only exceptions can be caught, not {cls}", item.span)
            out.append(cls)
    return out


def assert_stmt(fx: Fx, node: tree.Assert) -> list[ir.Stmt]:
    """`assert test, message`: the message is evaluated only when the test fails."""
    from rumpkc.types.exprs import expr

    cond = condition(fx, node.test)
    before = fx.state.copy()
    fx.state.narrow.update(cond.false)
    args: list[ir.Expr] = []
    if node.msg is not None:
        args = [expr(fx, node.msg)]
    failed = raise_new(fx, "AssertionError", args, NEVER, node.span)
    fx.state = before
    fx.state.narrow.update(cond.true)
    if isinstance(cond.test, ir.Const) and not cond.test.value:
        fx.state.dead = True
    return [ir.If(node.span, cond.test, (), (ir.Eval(node.span, failed),))]


def with_stmt(fx: Fx, node: tree.With) -> list[ir.Stmt]:
    """`with a as x, b as y:` is nested.

    with m as x: body        m' = m; x = m'.__enter__()
                             try: body
                             except BaseException as e: if not m'.__exit__(type, e, tb): raise
                             else (and on every other way out): m'.__exit__(None, None, None)
    """
    return _with_items(fx, node, 0)


def _with_items(fx: Fx, node: tree.With, index: int) -> list[ir.Stmt]:
    from rumpkc.types.assignment import store
    from rumpkc.types.exprs import expr

    if index == len(node.items):
        return block_of(fx, node.body)
    item = node.items[index]
    span = item.span
    save, manager = fx.save(expr(fx, item.context))
    for name in ("__enter__", "__exit__"):
        if not calls.has_method(manager.type, name):
            raise fail("E0340", f"`{manager.type}` is no context manager: it has no `{name}`", item.context.span)
    entered = calls.call_method(fx, manager, "__enter__", [], span)
    out: list[ir.Stmt] = [save]
    if item.target is not None:
        keep, got = fx.save(entered)
        out += [keep, *store(fx, item.target, got)]
    else:
        out.append(ir.Eval(span, entered))
    before = fx.state.copy()
    failed, flag = fx.temp(fx.world.cls("BaseException"), span), fx.temp(BOOL, span)
    body = _with_items(fx, node, index + 1)
    end = fx.state
    handler = _exit_with_exception(fx, manager, failed, flag, span)
    plain = ir.If(span, ir.LocalGet(span, BOOL, flag), (), (ir.Eval(span, _exit_call(fx, manager, None, span)),))
    inner = ir.TryExcept(span, tuple(body), (handler,))
    out.append(ir.SetLocal(span, flag, ir.Const(span, BOOL, False)))
    out.append(ir.TryFinally(span, (inner,), (plain,)))
    swallows = _swallows(fx, manager.type)
    if swallows is None:
        fx.state = end
        return out
    after = forget(fx, before, node.body)
    after.swallowed = before.swallowed or ("" if swallows else "the __exit__ of a `with` swallowed an exception")
    fx.state = merge([end, after])
    return out


def _swallows(fx: Fx, t: Type) -> bool | None:
    """Whether `__exit__` says that it swallows exceptions: True for `bool`, None where it cannot. What it says else
    (`bool | None`) leaves that open; then checkers of types go on as if it did not."""
    method = _exit_method(fx, t)
    match method.info.node.returns:
        case tree.Subscript(value=kind, slice=tree.Constant(value=False)) if dotted(kind).endswith("Literal"):
            return None
    return None if method.result is NONE else method.result is BOOL


def swallowed_end(fx: Fx, name: str, result: Type, span: Span) -> list[ir.Stmt]:
    """The end of a function with a result, which is reached where something broke what its types say."""
    words = f"{name}() gave None, not {result}: {fx.state.swallowed}"
    fx.state.dead = True
    return [ir.Eval(span, raise_new(fx, "TypeError", [text.str_const(fx, span, words)], NEVER, span))]


def _exit_with_exception(fx: Fx, manager: ir.Expr, local: ir.Local, flag: ir.Local, span: Span) -> ir.Handler:
    set_flag = ir.SetLocal(span, flag, ir.Const(span, BOOL, True))
    call = _exit_call(fx, manager, ir.LocalGet(span, local.type, local), span)
    again = ir.Raise(span, ir.LocalGet(span, local.type, local), True)
    if call.type is NONE:
        return ir.Handler(span, (), local, (set_flag, ir.Eval(span, call), again))
    return ir.Handler(span, (), local, (set_flag, ir.If(span, truth(fx, call), (), (again,))))


def _exit_call(fx: Fx, manager: ir.Expr, error: ir.Expr | None, span: Span) -> ir.Expr:
    """`__exit__(type, value, traceback)`: the class and the exception, or three times None.

    There is no traceback as a value: the third argument is the exception, which says that there is one.
    """
    args: list[ir.Expr] = []
    for position, t in enumerate(_exit_types(_exit_method(fx, manager.type).params[1:])):
        args.append(_exit_argument(fx, t, error, position, span))
    return calls.call_method(fx, manager, "__exit__", args, span)


def _exit_method(fx: Fx, t: Type) -> FuncInst:
    from rumpkc.types.classes import find_method

    assert isinstance(t, ClassInst)
    found = find_method(t, "__exit__")
    assert found is not None
    return fx.world.func(found[1], found[0])


def _exit_types(params: Sequence[Param]) -> list[Type]:
    """The types of the three arguments; `*args: T` takes those that are left."""
    out = [p.type for p in params if p.how in ("pos", "any")]
    rest = next((p.type for p in params if p.how == "rest"), None)
    if rest is not None and len(out) < 3:
        assert isinstance(rest, ClassInst)
        out += [rest.args[0]] * (3 - len(out))
    return out


def _exit_argument(fx: Fx, t: Type, error: ir.Expr | None, position: int, span: Span) -> ir.Expr:
    if is_object(t):
        value = error if error is not None else ir.Const(span, NONE, None)
        if error is not None and position == 0:
            value = class_values.class_of(fx, error, span)
        return coerce(fx, value, t, span)
    if error is None and isinstance(t, OptionalType):
        return ir.Const(span, t, None)
    if error is not None and isinstance(t, OptionalType):
        if position == 1:
            return coerce(fx, error, t, span)
        item = t.item
        if isinstance(item, ClassInst) and item.name == "type":
            return coerce(fx, class_values.class_of(fx, error, span), t, span)
    raise fail(
        "E0341",
        "rumpkc passes `__exit__` three arguments that can be None",
        span,
        help="write `def __exit__(self, kind: object | None, error: object | None, trace: object | None) -> bool:`",
    )
