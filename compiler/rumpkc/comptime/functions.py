"""Functions that module bodies leave: plain ones, lambdas, closures, classes and builtins, as constants of a FuncType.

    @memo                        fib: a closure of `memo.<locals>.wrapper` with the cells fn and cache
    def fib(n: int) -> int: …    ->  {code of wrapper, Global(env: fn, Global(cache))}

The child says where the code of a function stands and what its cells hold; the checker says how the closure's
environment is laid out, once the function around it is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.names.loop_functions import is_made_in_loop
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import frozen_tests, operator_forms
from rumpkc.types.calls import Known
from rumpkc.types.function_identity import Key, note
from rumpkc.types.lambdas import forwarding
from rumpkc.types.open_shapes import is_open
from rumpkc.types.real import REAL
from rumpkc.types.signature import own_type_params
from rumpkc.types.symbols import ClassInfo, FuncInfo, VarInfo
from rumpkc.types.types import BOOL, U8, ClassInst, FuncType, PtrType, Type
from rumpkc.types.wrapped import WRAPPED

if TYPE_CHECKING:
    from rumpkc.comptime.freeze import Freezer
    from rumpkc.types.closures import Layout
    from rumpkc.types.fx import Fx
    from rumpkc.types.symbols import ModuleInfo
    from rumpkc.types.world import World

CODE = PtrType(U8)
LOCALS = ".<locals>."


class Unmade(CompileError):
    """A closure that is not compiled so far with the types that it is frozen as."""


def function_constant(world: World, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer,
                      heads: tuple[str, ...] | None = None) -> ir.Frozen:
    """The row `entry` (of a function, class or builtin) as a constant; E0493, E0494. `heads`: in that form of calls,
    `call_forms.py`."""
    from rumpkc.types import lambda_forms

    if is_open(of):                     # the program is read again
        return ir.FAddr(of, None)
    if entry[0] == "partial":
        return _partial(world, entry, of, path, span, freezer, heads)
    if entry[0] == "text method":       # `", ".join`
        text = _literal(freezer.rows[entry[1]], span)
        assert text is not None
        node = forwarding(tree.Attribute(span, text, entry[2], span), entry[2], len(of.params))
        return _checked(world, world.module("lib.core.functions"), node, of, path, span, heads)
    if entry[0] != "function":
        return _callable(world, entry, of, path, span, heads)
    _, home, name, place, cells, defaults = entry
    module = world.module(world.loader.canonical(home))
    if LOCALS in name:
        return _closure(world, _layouts(world, module, name, place), entry, of, path, span, freezer, heads)
    found = _written(world, module, name, place)
    if found is not None and is_made_in_loop(module.tree, found[0].node):
        node = freezer.forwards.setdefault(id(entry), _with_own_defaults(world, entry, of, path, span, freezer))
        return _checked(world, module, node, of, path, span, heads)
    if found is not None:
        return _plain(world, *found, of, path, span, heads)
    for node in _lambdas(module.tree):
        if name.rpartition(".")[2] != "<lambda>" or not _stands_at(node, place):
            continue
        alone = heads is not None and not cells and lambda_forms.is_alone(node, heads)
        if (cells or defaults) and not alone and (layouts := _made_by_body(world, module, node)):
            return _closure(world, layouts, entry, of, path, span, freezer, heads)
        if not cells:
            return _checked(world, module, node, of, path, span, heads)
    raise _unknown(world, path, name, span)


def _plain(world: World, info: FuncInfo, owner: ClassInst | None, of: FuncType, path: str, span: Span,
           heads: tuple[str, ...] | None) -> ir.Frozen:
    """A function of module level, or a method."""
    from rumpkc.types import call_forms
    from rumpkc.types.callables import function_value
    from rumpkc.types.decorations import NAMED
    from rumpkc.types.structural import stand_ins

    if heads is not None:
        return _frozen(world, info.module, lambda fx: call_forms.frozen(fx, info, owner, heads, of, span), of, path,
                       span)
    own_type_params(world, info)
    targs = stand_ins(world, info, owner)
    if targs is not None:
        inst = world.func(info, owner, targs)
        named = tuple(i for i, p in enumerate(inst.params) if p.how in NAMED)
        if FuncType(tuple(p.type for p in inst.params), inst.result, named) == of:
            return ir.FAddr(of, inst.ir)
    node = tree.Name(span, info.name)
    return _frozen(world, info.module, lambda fx: function_value(fx, info, owner, node, of), of, path, span,
                   ("function", info))


def _partial(world: World, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer,
             heads: tuple[str, ...] | None) -> ir.Frozen:
    """A `partial` of a function of module level, with numbers and texts: the lambda that means the same."""
    _, row, args, keywords = entry
    kind, home, name, *rest = freezer.rows[row]
    module = world.module(world.loader.canonical(home)) if kind == "function" else None
    found = _written(world, module, name, rest[0]) if module is not None else None
    given = [_literal(freezer.rows[arg], span) for arg in args]
    named = [(key, _literal(freezer.rows[arg], span)) for key, arg in keywords]
    if module is None or found is None or found[1] is not None or None in (*given, *(value for _, value in named)):
        raise _unknown(world, path, f"partial({name}, …)", span)
    made = forwarding(tree.Name(span, name), name, len(of.params))
    assert isinstance(made.body, tree.Call)
    call = tree.Call(span, made.body.func, (*(value for value in given if value is not None), *made.body.args),
                     tuple(tree.Keyword(span, key, value) for key, value in named if value is not None))
    return _checked(world, module, tree.Lambda(span, made.args, call), of, path, span, heads)


def _with_own_defaults(world: World, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> tree.Lambda:
    """A function that a loop of the module made: the lambda that calls it with the defaults of this round."""
    _, _, name, _, _, defaults = entry
    count = len(of.params)
    made = forwarding(tree.Name(span, name), name, count)
    assert isinstance(made.body, tree.Call)
    module = world.module(world.loader.canonical(entry[1]))
    info = module.names[name]
    assert isinstance(info, FuncInfo)
    args = info.node.args
    given = {a.name for a in (*args.posonly, *args.args)[:count]}
    named = [(key, _literal(freezer.rows[row], span)) for key, row in defaults if key not in given]
    if any(value is None for _, value in named):
        raise _unknown(world, path, name, span)
    keywords = tuple(tree.Keyword(span, key, value) for key, value in named if value is not None)
    return replace(made, body=replace(made.body, keywords=keywords))


def _literal(entry: Any, span: Span) -> tree.Expr | None:
    """A number, text, bool or None as it is written; None for other rows."""
    if entry[0] == "none":
        return tree.Constant(span, None, "none")
    if entry[0] in ("int", "float") and entry[1] < 0:
        return tree.UnaryOp(span, "-", tree.Constant(span, -entry[1], entry[0]))
    if entry[0] == "float" and not isfinite(entry[1]):
        return None
    return tree.Constant(span, entry[1], entry[0]) if entry[0] in ("bool", "int", "float", "str", "bytes") else None


def _written(world: World, module: ModuleInfo, name: str, place: Any) -> tuple[FuncInfo, ClassInst | None] | None:
    """The function that the module writes under this name, without its decorators; a method with its class, which has
    no type parameters."""
    from rumpkc.types.symbols import ClassInfo

    outer = name.rpartition(".")[0]
    owner = module.names.get(outer) if outer else None
    info = _named(module, name, place)
    if info is None or isinstance(owner, ClassInfo) and owner.type_params:
        return None
    return info, world.inst(owner) if isinstance(owner, ClassInfo) else None


def _named(module: ModuleInfo, name: str, place: Any) -> FuncInfo | None:
    """The function or method of this name. A property, its setter and its deleter have one, and stand in different
    lines."""
    from rumpkc.types.symbols import ClassInfo, VarInfo

    outer, _, last = name.rpartition(".")
    owner = module.names.get(outer) if outer else None
    symbol = owner.members.get(last) if isinstance(owner, ClassInfo) else module.names.get(name)
    if isinstance(symbol, FuncInfo):
        begun = [m for m in (symbol.setter, symbol.deleter) if m is not None and _first_line(m.node) <= place[0]]
        symbol = max(begun, key=lambda m: _first_line(m.node), default=symbol)
    if isinstance(symbol, VarInfo):
        symbol = symbol.decorated
    elif isinstance(symbol, FuncInfo) and symbol.forwards is not None:
        symbol = symbol.forwards.decorated
    return symbol if isinstance(symbol, FuncInfo) else None


def _callable(world: World, entry: Any, of: FuncType, path: str, span: Span, heads: tuple[str, ...] | None
              ) -> ir.Frozen:
    """A class or a function of CPython that the compiler knows by name."""
    kind, home, name = entry[:3]
    outer, _, last = name.rpartition(".")
    if kind not in ("class", "builtin") or outer and (home != "builtins" or "." in outer):
        raise _unknown(world, path, name, span)
    if outer:                           # `str.upper`
        node = tree.Attribute(span, tree.Name(span, outer), last, span)
        return _checked(world, world.module("lib.core.functions"), node, of, path, span, heads)
    if kind == "builtin" and home == "operator":
        form = operator_forms.as_value(tree.Name(span, name), name)
        return _checked(world, world.module("lib.operator"), form, of, path, span, heads)
    module = world.module("lib.core.functions" if home == "builtins" else world.loader.canonical(home))
    info = world.lookup(module, name)
    if isinstance(info, FuncInfo) and heads is None and REAL in (*of.params, of.result):    # of floats, and ints come
        own = next(m for m in world.modules.values() if not m.library)
        return _checked(world, own, forwarding(Known(span, info), name, len(of.params)), of, path, span)
    return _checked(world, module, tree.Name(span, name), of, path, span, heads)


def empty_maker(world: World, entry: Any, of: FuncType, path: str, span: Span) -> tuple[ir.Frozen, str]:
    """A class as the factory of a `defaultdict`: the function that makes an empty object, and the class as text."""
    from rumpkc.types.fx import Fx, Hints
    from rumpkc.types.library_calls import class_maker

    _, home, name = entry[:3]
    module = world.module("lib.core.functions" if home == "builtins" else world.loader.canonical(home))
    value, shown = class_maker(Fx(world, module, {}, None, Hints()), tree.Name(span, name), of.result)
    return ir.FAddr(of, value.target), shown


def _checked(world: World, module: ModuleInfo, node: tree.Expr, of: FuncType, path: str, span: Span,
             heads: tuple[str, ...] | None = None) -> ir.Frozen:
    """An expression of the module that makes a function without an environment."""
    from rumpkc.types import call_forms
    from rumpkc.types.exprs import typed

    if heads is not None:
        return _frozen(world, module, lambda fx: call_forms.frozen_name(fx, node, heads, of, span), of, path, span)

    return _frozen(world, module, lambda fx: typed(fx, node, of, f"`{path}`"), of, path, span, ("function", id(node)))


def _frozen(world: World, module: ModuleInfo, make: Callable[[Fx], ir.Expr], of: FuncType, path: str, span: Span,
            key: Key | None = None) -> ir.Frozen:
    function = _target(world, module, make, of, path, span, key)
    if function is None:
        raise _unknown(world, path, "this function", span)
    frozen_tests.note(world, function, lambda: _target(world, module, make, of, path, span, key))
    return ir.FAddr(of, function)


def _target(world: World, module: ModuleInfo, make: Callable[[Fx], ir.Expr], of: FuncType, path: str, span: Span,
            key: Key | None) -> ir.Function | None:
    """The function without an environment that `make` makes; None where it has one."""
    from rumpkc.types.convert import coerce
    from rumpkc.types.fx import Fx, Hints, Restart

    hints = Hints()
    while True:
        try:
            fx = Fx(world, module, {}, None, hints)
            value = coerce(fx, make(fx), of, span, f"`{path}`")
            if isinstance(value, ir.Seq):               # it holds a function of another type
                value = _without_environment(fx, make(fx), of, key, span) or value
            break
        except Restart:
            continue
    if isinstance(value, ir.Closure) and isinstance(value.env, ir.Const):
        note(world, value, key)
        return value.target
    return value.target if isinstance(value, ir.FuncAddr) else None


def _without_environment(fx: Fx, value: ir.Expr, of: FuncType, key: Key | None, span: Span) -> ir.Expr | None:
    from rumpkc.types.callables import constant

    return constant(fx, value, value.target.shown_name, of, key, span) if isinstance(value, ir.FuncAddr) else None


def _closure(world: World, layouts: list[Layout], entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer,
             heads: tuple[str, ...] | None) -> ir.Frozen:
    name = entry[2]
    if not layouts:
        raise Unmade(*_unknown(world, path, name, span).diagnostics)
    own = [x for x in layouts if x.heads == heads and heads is not None]
    if any(heads or ()) and not own:    # its parameters are none of those by position
        raise _unknown(world, path, name, span)
    layouts = own or [x for x in layouts if not any(x.heads or ())] or layouts
    types = [FuncType(tuple(p.type for p in x.params), x.function.result, of.named) for x in layouts]
    fitting = [x for x, t in zip(layouts, types, strict=True) if t == of]
    if not fitting:
        raise Unmade(*fail("E0494", f"the function `{name}` is a {types[0]}, not a {of}", span).diagnostics)
    found = [x for x in fitting if len(fitting) == 1 or freezer.fits(
        lambda x=x: _held(world, x, entry, path, span, freezer), (id(entry), id(x.function)))]
    if len(found) != 1:
        words = f"`{path}` is the function `{name}`, made with several types that differ only inside"
        raise Unmade(*fail("E0493", words, span, help="name the type variables in the decorator's result as well"
                           ).diagnostics)
    layout = found[0]
    parts = _held(world, layout, entry, path, span, freezer)
    key = id(entry), id(layout.function)
    env = freezer.environments.get(key) or _environment(layout, parts, path, span, freezer)
    freezer.environments[key] = env
    return ir.FAggregate(of, (ir.FAddr(CODE, layout.function), env))


def _held(world: World, layout: Layout, entry: Any, path: str, span: Span, freezer: Freezer
          ) -> list[tuple[Type, ir.Frozen]]:
    """What a closure of this layout holds, by type. E0494 where the cells hold something else."""
    cells, defaults = dict(entry[4]), dict(entry[5])
    parts: list[tuple[Type, ir.Frozen]] = []
    for local in layout.captured:
        cell = local.name.startswith(".cell.")
        row = cells.get(local.name.removeprefix(".cell."))
        if row is None and local.name in defaults:
            parts.append((local.type, freezer.freeze(defaults[local.name], local.type, path, span)))
            continue
        if row is None:
            raise _unknown(world, path, entry[2], span)
        frozen = freezer.cell(row, local.type, path, span) if cell else freezer.contents(row, local.type, path, span)
        parts.append((local.type, frozen))
    return parts


def _environment(layout: Layout, parts: list[tuple[Type, ir.Frozen]], path: str, span: Span, freezer: Freezer
                 ) -> ir.Frozen:
    first = layout.function.params[0] if layout.function.params else None
    if first is None or first.name != ".env":
        return parts[0][1] if parts else ir.FAddr(CODE, None)
    held = first.type
    assert isinstance(held, ClassInst)
    value = parts[0][1] if len(parts) == 1 else ir.FAggregate(held.fields["value"], tuple(f for _, f in parts))
    value = value if parts else ir.FScalar(BOOL, False)
    return freezer.environment(held, (value, ir.FScalar(BOOL, True)), path, span)


def again(world: World, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> ir.Frozen:
    """The lambda that makes the generators of a function below `@contextmanager` (`types/wrapped.py`)."""
    _, home, name, _, cells, _ = entry
    module, maker = world.module(world.loader.canonical(home)), name.rpartition(LOCALS)[0]
    if "." in maker:
        raise _unknown(world, path, maker, span)
    if not cells:
        return _checked(world, module, tree.Name(span, f"{maker}{WRAPPED}"), of, path, span)
    return _closure(world, _layouts(world, module, name, None), entry, of, path, span, freezer, None)


def _layouts(world: World, module: ModuleInfo, name: str, place: Any) -> list[Layout]:
    """How the closure is laid out, for each choice of types with which the outermost function around it is compiled.
    Without a place it is the lambda of the body's last line."""
    from rumpkc.types.check import check_now

    outer, last = name.partition(LOCALS)[0], name.rpartition(LOCALS)[2]
    info, found = _named(module, outer, place), _written(world, module, outer, place)
    if info is None:
        return []
    if found is not None and not own_type_params(world, info):
        world.func(*found)
    for inst in [inst for inst in world.func_insts.values() if inst.info is info]:
        check_now(world, inst)
    if place is None:
        at = info.node.body[-1].span
        place = 0, (at.line, at.col), (at.end_line, at.end_col)
    for node in [*_inside(info.node)][::-1]:            # inner ones first
        if (isinstance(node, tree.Lambda) and last == "<lambda>" and _stands_at(node, place)
                or isinstance(node, tree.FunctionDef) and node.name == last
                and (module.library or _first_line(node) == place[0])):     # CPython's own has other lines
            return list(world.closure_layouts.get(id(node), {}).values())
    return []


def _made_by_body(world: World, module: ModuleInfo, node: tree.Lambda) -> list[Layout]:
    """How a lambda of a module's body is laid out: `FS = [lambda x, i=i: x * i for i in range(3)]`, `FS.append(…)`."""
    from rumpkc.types.exprs import expr, typed
    from rumpkc.types.fx import Fx, Hints, Restart
    from rumpkc.types.globals import type_of

    classes = [c for c in module.names.values() if isinstance(c, ClassInfo) and c.module is module]
    known = [*module.names.values(), *(member for cls in classes for member in cls.members.values())]
    var = next((v for v in known if isinstance(v, VarInfo) and v.value is not None and _has(v.value, node)), None)
    inside = (s for s in _inside(module.tree) if isinstance(s, (tree.ExprStmt, tree.Assign)) and _has(s.value, node))
    statement = next(inside, None)
    hints = Hints()
    while id(node) not in world.closure_layouts:
        fx = Fx(world, module, {}, None, hints)
        try:
            if var is not None and var.value is not None:
                typed(fx, var.value, type_of(world, var), f"`{var.name}`")
            elif isinstance(statement, tree.ExprStmt):
                expr(fx, statement.value)
            elif statement is not None:
                typed(fx, statement.value, expr(fx, statement.targets[0]).type)
            break
        except Restart:
            continue
    return list(world.closure_layouts.get(id(node), {}).values())


def _has(tree_of: tree.Node, node: tree.Node) -> bool:
    return any(inner is node for inner in (tree_of, *_inside(tree_of)))


def makers(rows: Sequence[Any]) -> set[tuple[str, str]]:
    """The module and the name of each function that has made a closure."""
    inside = (e for e in rows if e[0] == "function" and LOCALS in e[2])
    return {(home, name.partition(LOCALS)[0].rpartition(".")[2]) for _, home, name, *_ in inside}


def waits(world: World, made_by: set[tuple[str, str]]) -> bool:
    """Whether a function of `makers` is being checked: its closures have no layout yet."""
    current = {(inst.info.module.name, inst.info.name) for inst in world.in_progress}
    return any((world.loader.canonical(home), name) in current for home, name in made_by)


def _first_line(node: tree.FunctionDef) -> int:
    """The line where CPython counts a function from: that of its first decorator."""
    return min([d.span.line for d in node.decorators], default=node.span.line)


def _inside(node: tree.Node) -> Iterator[tree.Node]:
    from rumpkc.syntax.walk import children

    for child in children(node):
        yield child
        yield from _inside(child)


def _lambdas(module: tree.Node) -> list[tree.Lambda]:
    """The lambdas of a module, inner ones first."""
    return [n for n in _inside(module) if isinstance(n, tree.Lambda)][::-1]


def _stands_at(node: tree.Lambda, place: Any) -> bool:
    """Whether the code at `place` (first line, then where its instructions begin and end) is that of the lambda."""
    _, begin, end = place
    body = node.body.span
    return (body.line, body.col) <= tuple(begin) and tuple(end) <= (body.end_line, body.end_col)


def _unknown(world: World, path: str, name: str, span: Span) -> CompileError:
    """The error for a function of which nothing is known; an empty one where its own body was refused."""
    if world.diagnostics.has_errors():
        return CompileError()
    return fail("E0493", f"`{path}` is the function `{name}`, which cannot be frozen into the image", span,
                help="store a function that is written at module level, or what one of plain types returns")
