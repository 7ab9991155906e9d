"""Functions inside functions: what they capture, and how they get it.

    def counter(start: int) -> Callable[[], int]:      cell = Cell(start)
        count = start                            ->    return Closure(bump, env=cell)
        def bump() -> int:
            nonlocal count                             bump(env): env.value += 1; return env.value
            count += 1
            return count
        return bump

A variable that may change after the closure is made lives in a cell (`lib/core/cell.py`) that all share; one that is
bound once, before, is copied. Bodies are checked when the function around them is done, since only then all its
variables have a type. Which variables need a cell is found out on the way, and the walk begins anew (`Restart`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    calls,
    class_values,
    decorated_forms,
    function_identity,
    function_names,
    generators,
    signature,
    star_calls,
)
from rumpkc.types.bindings import bindings, declared, unbound_names
from rumpkc.types.changes import after_unknown_call
from rumpkc.types.fx import Fx, Hints, Restart, State, Var, assigned_names, partials
from rumpkc.types.symbols import ClassInfo, FuncInfo, FuncInst, Param
from rumpkc.types.types import BOOL, U8, ArrayType, ClassInst, FuncType, PtrType, TupleType, Type, is_reference

if TYPE_CHECKING:
    from rumpkc.types.world import World

NO_ENVIRONMENT = PtrType(U8)


@dataclass(slots=True, eq=False)
class Nested:
    """A `def` inside a function. `closure` is its value where it is defined; its environment is known when the body is.

    `enclosing`: what was known there. `computed`: by parameter, the variable of the function around it that keeps a
    default which is no constant.
    """

    node: tree.FunctionDef
    inst: FuncInst
    closure: ir.Closure
    enclosing: State
    computed: dict[str, str]
    written: tree.FunctionDef | None = None     # the definition of the program, where `node` is one form of it


@dataclass(frozen=True, slots=True)
class Layout:
    """A function inside a function as the image holds it: what it captures, in the order of its environment."""

    function: ir.Function
    params: tuple[ir.Local, ...]
    captured: tuple[ir.Local, ...]
    heads: tuple[str, ...] | None = None        # the form of calls for which it was compiled


# Cells

def cell_class(fx: Fx, t: Type) -> ClassInst:
    """The class of a cell that holds a `t`."""
    from rumpkc.types.classes import fields_of

    info = fx.world.module("lib.core.cell").names["Cell"]
    assert isinstance(info, ClassInfo)
    cls = fx.world.inst(info, (t,))
    fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    return cls


def cell_for(fx: Fx, name: str, t: Type, span: Span) -> ir.Local | None:
    """What holds the cell of a new variable, if an earlier attempt found that closures share it."""
    if name not in fx.hints.cells or partials(t):
        return None
    return ir.Local(f".cell.{name}", cell_class(fx, t), span)


def parameter(fx: Fx, local: ir.Local) -> Var:
    """The variable that a parameter is to the body; bound in the beginning."""
    cell = cell_for(fx, local.name, local.type, local.span)
    return Var(local, True, fx.flag_for(local.name, local.span), cell=cell, parameter=True)


def new_cells(variables: list[Var], span: Span) -> list[ir.Stmt]:
    """Empty cells for those of the variables that have one."""
    return [ir.SetLocal(span, v.cell, ir.New(span, v.cell.type, None)) for v in variables if v.cell is not None]


def prologue(fx: Fx, params: tuple[ir.Local, ...], span: Span) -> list[ir.Stmt]:
    """The cells of the function's own variables; those of `params` with what the caller gave."""
    out = new_cells([*fx.vars.values(), *fx.handler_variables], span)
    for var in fx.vars.values():
        if var.cell is not None and var.local in params:
            out += fx.write(var, ir.LocalGet(span, var.local.type, var.local), span)
    return out


# Capturing

def capture(fx: Fx, name: str) -> Var | None:
    """The variable `name` of an enclosing function, as the closure sees it; None where no function around has one."""
    found = fx.captured.get(name)
    if found is not None or fx.outer is None:
        return found
    outer = fx.outer
    kept, outer.state = outer.state, (fx.enclosing or outer.state).copy()
    try:
        var = outer.lookup(name)
        if var is None:
            if name in outer.assigned:
                raise fail("E0433", f"`{name}` has no value yet where this function is made", fx.world.at,
                           help="assign it before, or write its type: `x: T`")
            return None
        if var.failed:
            raise CompileError
        made = _captured(fx, outer, name, var)
        fx.captured[name] = made
        return made
    finally:
        outer.state = kept


def _captured(fx: Fx, outer: Fx, name: str, var: Var) -> Var:
    span, t = fx.world.at, var.local.type
    if isinstance(t, ArrayType):
        raise fail("E0433", f"`{name}` is an array in the frame of the function around, which can end before", span,
                   help="use a list, or a field of an object")
    if fx.me is not None and var.nested is fx.me:
        fx.self_local = ir.Local(name, t, span)
        return Var(fx.self_local, True, nested=var.nested)
    if var.cell is not None:
        sure = var.sure or name in outer.state.bound and name not in unbound_names(outer)
        cell = ir.Local(f".cell.{name}", var.cell.type, span)
        fx.environment.append((cell, ir.LocalGet(span, var.cell.type, var.cell)))
        return Var(ir.Local(name, t, span), var.declared, cell=cell, sure=sure or _in_scope(outer, name),
                   hints=var.hints or outer.hints, nested=var.nested, decorated=var.decorated, called=var.called)
    if not (fx.in_place or copyable(outer, name) or partials(t)):
        _home(outer, name).hints.cells.add(name)
        raise Restart
    from rumpkc.types.names import read_variable

    value = read_variable(outer, tree.Name(span, name), var)
    local = ir.Local(name, value.type, span)
    fx.environment.append((local, value))
    return Var(local, True, nested=var.nested, decorated=var.decorated, called=var.called)


def _in_scope(fx: Fx, name: str) -> bool:
    return any(name in scope for scope in fx.scopes)


def copyable(outer: Fx, name: str) -> bool:
    """Whether the variable keeps the value that it has where the closure is made."""
    if _in_scope(outer, name):
        return False
    if name in outer.captured:
        return _home(outer, name) is outer or copyable(_home(outer, name), name)
    bound_by = name.split(".")[1] if name.startswith(".") else name      # `.f.x`: a default of the function `f`
    return bindings(outer).get(bound_by) == 1 and name in outer.state.bound


def _home(fx: Fx, name: str) -> Fx:
    """The context that holds the variable itself: a function that runs in place only has what it is at that time."""
    while fx.in_place and fx.outer is not None and name in fx.captured and fx.captured[name].cell is None:
        fx = fx.outer
    return fx


def environment(
    fx: Fx, function: ir.Function, params: tuple[ir.Local, ...], span: Span
) -> tuple[ir.Expr, list[ir.Stmt]]:
    """Give `function` its parameters; the environment where the closure is made, and what unpacks it inside."""
    items = fx.environment
    node = fx.lambda_node or (fx.me.written or fx.me.node if fx.me is not None else None)
    heads = decorated_forms.heads_in(fx.env, fx.me.node) if fx.me is not None else None
    layout = Layout(function, params, tuple(local for local, _ in items), heads)
    made_as = tuple(fx.env.items()), tuple(local.type for local in params)
    fx.world.closure_layouts.setdefault(id(node), {})[made_as] = layout
    out: list[ir.Stmt] = []
    own = function_identity.own_object(fx, node is not None)
    if not items and not own:
        function.params = params
        env: ir.Expr = ir.Const(span, NO_ENVIRONMENT, None)
        got: ir.Expr = env
    elif len(items) == 1 and is_reference(items[0][0].type) and not own:
        local, env = items[0]
        function.params = (local, *params)
        got = ir.LocalGet(span, local.type, local)
    else:
        whole = items[0][0].type if len(items) == 1 else TupleType(tuple(local.type for local, _ in items))
        whole = whole if items else BOOL
        cls = cell_class(fx, whole)
        local = ir.Local(".env", cls, span)
        function.params = (local, *params)
        got = ir.LocalGet(span, cls, local)
        held = ir.FieldGet(span, whole, got, "value")
        for index, (item, _) in enumerate(items):
            out.append(ir.SetLocal(span, item, held if len(items) == 1 else ir.TupleGet(span, item.type, held, index)))
        assert fx.outer is not None
        made = fx.outer.temp(cls, span)
        new = ir.SetLocal(span, made, ir.New(span, cls, None, in_frame=fx.in_place))
        value = items[0][1] if len(items) == 1 else ir.Aggregate(span, whole, tuple(value for _, value in items))
        value = value if items else ir.Const(span, BOOL, False)
        env = ir.Seq(span, cls, (new, ir.SetField(span, ir.LocalGet(span, cls, made), "value", value)),
                     ir.LocalGet(span, cls, made))
    if fx.self_local is not None:
        out.append(ir.SetLocal(span, fx.self_local, ir.Closure(span, fx.self_local.type, function, got)))
    return env, out


def new_symbol(fx: Fx, name: str) -> str:
    """A symbol for a function inside the one that `fx` checks: that of no function that the module itself defines."""
    root = fx
    while root.inst is None and root.outer is not None:
        root = root.outer
    base = root.inst.ir.symbol if root.inst is not None else fx.module.name
    return fx.world.unique(f"{base}.<locals>.{name}")


# Definitions

def nested_function(fx: Fx, node: tree.FunctionDef) -> list[ir.Stmt]:
    """`def` inside a function: its name is a variable that holds the closure."""
    from rumpkc.types import decorations
    from rumpkc.types.assignment import store_name

    formed = decorated_forms.pack_named(fx, node)
    if formed is not None:
        return decorated_forms.wrappers(fx, node, *formed, one_form)
    span = node.name_span
    world = fx.world
    info = nested_info(fx, node)
    params, result = signature.signature_of(world, info, None, fx.env)
    slots = tuple(ir.Local(p.name, p.type, p.span) for p in params)
    function = ir.Function(new_symbol(fx, node.name), node.name, (), result, node.span, fx.module.name,
                           attrs=info.attrs)
    fx.world.written_functions[id(function)] = node
    inst = FuncInst(info, None, fx.env, params, result, function, slots)
    decorators = decorations.own_decorators(node)
    known = decorations.kept(fx, params, decorators) if decorators else None
    t = signature.pack_type(node.args, params, result, fx.env)
    if decorators:
        named = tuple(i for i, p in enumerate(params) if p.how in decorations.NAMED)
        if named and known is None:
            raise fail("E0415", f"`{node.name}` is no value: `{params[named[0]].name}` is only passed by name", span,
                       help="give the decorator the type `Callable[P, R]`")
        t = FuncType(t.params, result, (*t.named, *named))
    closure = ir.Closure(span, t, function, ir.Const(span, NO_ENVIRONMENT, None))
    nested = Nested(node, inst, closure, fx.state.copy(), {})
    out = _defaults(fx, nested, params)
    fx.pending.append(nested)
    value: ir.Expr = closure
    if decorators:
        from rumpkc.types.callables import bare_nested

        bare = decorations.Bare(span, lambda want: bare_nested(fx, nested, want))
        if known is not None and known.forms:
            bare = decorations.Bare(span, lambda _want: decorated_forms.bare_nested(fx, nested, params, span))
        value = decorations.applied(fx, decorators, bare)
    out += store_name(fx, tree.Name(span, node.name), value)
    var = fx.vars.get(node.name)
    if var is not None and bindings(fx, loops=False).get(node.name) == 1:
        if not decorators:
            var.nested = nested
        elif (fits := decorations.fitting(world, known, value.type)) is not None:
            var.decorated = (fits, nested)
    return out


def one_form(fx: Fx, node: tree.FunctionDef, env: dict[str, Type], written: tree.FunctionDef) -> Nested:
    """A definition that is compiled for one form of calls, `node` in `env`; its body is checked later."""
    info = nested_info(fx, node)
    params, result = signature.signature_of(fx.world, info, None, env)
    slots = tuple(ir.Local(p.name, p.type, p.span) for p in params)
    function = ir.Function(new_symbol(fx, node.name), node.name, (), result, node.span, fx.module.name,
                           attrs=info.attrs)
    fx.world.written_functions[id(function)] = node
    inst = FuncInst(info, None, env, params, result, function, slots)
    t = signature.pack_type(node.args, params, result, env)
    closure = ir.Closure(node.name_span, t, function, ir.Const(node.name_span, NO_ENVIRONMENT, None))
    nested = Nested(node, inst, closure, fx.state.copy(), {}, written)
    fx.pending.append(nested)
    return nested


def nested_info(fx: Fx, node: tree.FunctionDef) -> FuncInfo:
    """The function as written; a type parameter of its own is refused. One code is shared by all calls of a closure, so
    a structural type is here what it is in a field: `Sequence[T]` is `list[T]`."""
    from rumpkc.types.scopes import is_known, make_function

    info = make_function(fx.module, replace(node, decorators=tuple(filter(is_known, node.decorators))), None)
    info.node = node
    own = [n for n in signature.own_type_params(fx.world, info) if n not in fx.env]
    structural = {shape.name for shape in info.shapes}
    own = [n for n in own if n not in structural]
    info.shapes = ()
    if own:
        raise fail("E0433", f"`{node.name}` is generic and lies inside another function", node.name_span,
                   help="move it to module level, or name its types")
    info.type_params = ()
    info.within = f"{_qualified(fx)}.<locals>."
    return info


def _qualified(fx: Fx) -> str:
    """The name that CPython has for the function that `fx` checks."""
    inner = "<lambda>" if fx.inst is None else signature.qualified(fx.inst.info)
    return inner


def _defaults(fx: Fx, nested: Nested, params: tuple[Param, ...]) -> list[ir.Stmt]:
    """Defaults are evaluated where the function is defined; one that is no constant is kept in a variable."""
    from rumpkc.types.assignment import declare
    from rumpkc.types.exprs import stored

    out: list[ir.Stmt] = []
    for param in params:
        if param.default is None:
            continue
        value = stored(fx, param.default, param.type, f"the default of `{param.name}`")
        if not calls.is_constant(value):
            name = nested.computed[param.name] = f".{nested.node.name}.{param.name}"
            var = fx.vars.get(name) or declare(fx, name, param.type, param.default.span, declared=True)
            fx.state.bound.add(name)
            out += fx.write(var, value, param.default.span)
    return out


def nonlocal_stmt(fx: Fx, node: tree.Nonlocal) -> list[ir.Stmt]:
    """`nonlocal x`: a variable of a function around, which is in a cell then."""
    for name in node.names:
        var = fx.lookup(name) if fx.outer is not None else None
        if var is None:
            raise fail("E0433", f"no function around has a variable `{name}`", node.span,
                       help=f"bind `{name}` in the function around, or use `global`")
    return []


def check_pending(fx: Fx) -> None:
    """Check the bodies of the functions that were defined on the way. All of their errors are found."""
    errors: list[Diagnostic] = []
    failed = False
    while fx.pending:
        nested = fx.pending.pop(0)
        try:
            _check_nested(fx, nested)
        except CompileError as error:
            failed = True
            errors += error.diagnostics
    if failed:
        raise CompileError(*errors)


def _check_nested(outer: Fx, nested: Nested) -> None:
    from rumpkc.types.check import checked_body

    node, inst = nested.node, nested.inst
    fx = inner_context(outer, id(node), inst)
    fx.env = inst.env
    fx.enclosing, fx.me = nested.enclosing, nested
    fx.globals, fx.nonlocals = declared(tree.Global, node.body), declared(tree.Nonlocal, node.body)
    fx.assigned = assigned_names(node.body) - fx.globals - fx.nonlocals
    for local in inst.locals:
        fx.vars[local.name] = parameter(fx, local)
        fx.state.bound.add(local.name)
        fx.assigned.add(local.name)
    class_values.bind_params(fx, inst.params)
    body = generators.nested_body(fx, inst) if generators.is_generator(inst.info) else checked_body(fx, inst)
    named = function_names.note_wraps(fx, node)
    env, unpack = environment(fx, inst.ir, inst.locals, node.name_span)
    if named is not None:
        function_names.note_namer(fx, inst.ir, len(inst.locals), named, unpack)
    inst.ir.body = (*unpack, *body)
    outer.world.nested.append(inst.ir)
    object.__setattr__(nested.closure, "env", env)      # the node is in the body around already


def inner_context(outer: Fx, key: int, inst: FuncInst | None) -> Fx:
    """A context for a function inside the one that `outer` checks; what it finds out is kept in the outer hints."""
    hints = outer.hints.nested.setdefault(key, Hints())
    hints.displays = outer.hints.displays
    fx = Fx(outer.world, outer.module, outer.env, inst, hints)
    fx.outer = outer
    return fx


# Calls

def call_nested(fx: Fx, var: Var, node: tree.Call) -> ir.Expr:
    """A call of a nested function by its name: with keywords and defaults."""
    from rumpkc.types.names import read_variable

    assert var.nested is not None and isinstance(node.func, tree.Name)
    defaults = {name: tree.Name(node.span, name) for name in var.nested.computed.values()}
    return call_with(fx, var.nested, read_variable(fx, node.func, var), node, defaults)


def call_with(
    fx: Fx, nested: Nested, callee: ir.Expr, node: tree.Call, defaults: Mapping[str, tree.Expr]
) -> ir.Expr:
    """A call of the closure `callee` of a nested function; `defaults` are its computed ones by variable."""
    info, params = nested.inst.info, nested.inst.params
    callee_ = star_calls.Callee(info)
    bound = signature.bind(callee_, params, node.args, node.keywords, node.span, info.node.name_span)
    for index, param in enumerate(params):
        if param.name not in nested.computed:
            continue
        bound.defaults[index] = defaults[nested.computed[param.name]]
        if bound.exprs[index] is None:
            bound.exprs[index] = bound.defaults[index]
            bound.order.append(index)
    stmts, values = calls.arguments(fx, info, params, bound, None)
    if stmts:
        save, callee = fx.save(callee)
        stmts.insert(0, save)
    call = ir.CallIndirect(node.span, nested.inst.result, callee, tuple(values))
    if generators.is_generator(info):
        fx.generator_calls[id(call)] = (call, nested.inst)
    after_unknown_call(fx)
    return ir.Seq(node.span, call.type, tuple(stmts), call) if stmts else call


def keep_reached(world: World) -> None:
    """Put the nested functions that the program refers to into it; attempts that were given up made others."""
    if not world.nested:
        return
    todo = [f for f in world.program.functions if f.body is not None]
    wanted = {id(f): f for f in world.nested}
    seen: set[int] = set()
    for target in world.program.globals:
        _frozen_functions(target.init, todo, wanted, seen)
    while todo:
        for node in walk(todo.pop().body or ()):
            target = node.target if isinstance(node, (ir.Closure, ir.FuncAddr)) else None
            target = node.func if isinstance(node, ir.Call) else target
            if target is not None and id(target) in wanted and id(target) not in seen:
                seen.add(id(target))
                todo.append(target)
    world.program.functions += [f for f in world.nested if id(f) in seen]


def _frozen_functions(init: ir.Frozen | None, todo: list[ir.Function], wanted: dict[int, ir.Function],
                      seen: set[int]) -> None:
    match init:
        case ir.FAddr(target=ir.Function() as function) if id(function) in wanted and id(function) not in seen:
            seen.add(id(function))
            todo.append(function)
        case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
            for item in items:
                _frozen_functions(item, todo, wanted, seen)
