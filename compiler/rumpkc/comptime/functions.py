"""Functions that module bodies leave: plain ones, lambdas, closures, classes and builtins, as constants of a FuncType.

    @memo                        fib: a closure of `memo.<locals>.wrapper` with the cells fn and cache
    def fib(n: int) -> int: …    ->  {code of wrapper, Global(env: fn, Global(cache))}

The child says where the code of a function stands and what its cells hold; the checker says how the closure's
environment is laid out, once the function around it is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import operator_forms
from rumpkc.types.types import BOOL, U8, ClassInst, FuncType, PtrType, Type, is_reference

if TYPE_CHECKING:
    from rumpkc.comptime.freeze import Freezer
    from rumpkc.types.closures import Layout
    from rumpkc.types.symbols import FuncInfo, ModuleInfo
    from rumpkc.types.world import World

CODE = PtrType(U8)
LOCALS = ".<locals>."


def function_constant(world: World, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> ir.Frozen:
    """The row `entry` (of a function, class or builtin) as a constant; E0493, E0494."""
    if entry[0] != "function":
        return _callable(world, entry, of, path, span)
    _, home, name, place, cells = entry
    module = world.module(world.loader.canonical(home))
    if LOCALS in name:
        return _closure(world, module, name, place, dict(cells), of, path, span, freezer)
    info = _written(module, name)
    if info is not None:
        inst = world.func(info)
        if FuncType(tuple(p.type for p in inst.params), inst.result) == of and all(
            p.how in ("pos", "any") for p in inst.params
        ):
            return ir.FAddr(of, inst.ir)
        return _checked(world, module, tree.Name(span, name), of, path, span)
    for node in _lambdas(module.tree):
        if name == "<lambda>" and not cells and _stands_at(node, place):
            return _checked(world, module, node, of, path, span)
    raise _unknown(path, name, span)


def _written(module: ModuleInfo, name: str) -> FuncInfo | None:
    """The function that the module writes under this name, without its decorators."""
    from rumpkc.types.symbols import FuncInfo, VarInfo

    symbol = module.names.get(name)
    if isinstance(symbol, VarInfo):
        return symbol.decorated
    return symbol if isinstance(symbol, FuncInfo) else None


def _callable(world: World, entry: Any, of: FuncType, path: str, span: Span) -> ir.Frozen:
    """A class or a function of CPython that the compiler knows by name."""
    kind, home, name = entry[:3]
    if kind not in ("class", "builtin") or "." in name:
        raise _unknown(path, name, span)
    if kind == "builtin" and home == "operator":
        form = operator_forms.as_value(tree.Name(span, name), name)
        return _checked(world, world.module("lib.operator"), form, of, path, span)
    module = world.module("lib.core.functions" if home == "builtins" else world.loader.canonical(home))
    return _checked(world, module, tree.Name(span, name), of, path, span)


def _checked(world: World, module: ModuleInfo, node: tree.Expr, of: FuncType, path: str, span: Span) -> ir.Frozen:
    """An expression of the module that makes a function without an environment."""
    from rumpkc.types.exprs import typed
    from rumpkc.types.fx import Fx, Hints, Restart

    hints = Hints()
    while True:
        try:
            value = typed(Fx(world, module, {}, None, hints), node, of, f"`{path}`")
            break
        except Restart:
            continue
    if isinstance(value, ir.FuncAddr):
        return ir.FAddr(of, value.target)
    if isinstance(value, ir.Closure) and isinstance(value.env, ir.Const):
        return ir.FAddr(of, value.target)
    raise _unknown(path, "this function", span)


def _closure(world: World, module: ModuleInfo, name: str, place: Any, cells: dict[str, int], of: FuncType, path: str,
             span: Span, freezer: Freezer) -> ir.Frozen:
    layout = _layout(world, module, name, place)
    if layout is None:
        raise _unknown(path, name, span)
    found = FuncType(tuple(p.type for p in layout.params), layout.function.result)
    if found != of:
        raise fail("E0494", f"the function `{name}` is a {found}, not a {of}", span)
    parts: list[tuple[Type, ir.Frozen]] = []
    for local in layout.captured:
        cell = local.name.startswith(".cell.")
        row = cells.get(local.name.removeprefix(".cell."))
        if row is None:
            raise _unknown(path, name, span)
        frozen = freezer.cell(row, local.type, path, span) if cell else freezer.contents(row, local.type, path, span)
        parts.append((local.type, frozen))
    return ir.FAggregate(of, (ir.FAddr(CODE, layout.function), _environment(world, layout, parts, path, span, freezer)))


def _environment(world: World, layout: Layout, parts: list[tuple[Type, ir.Frozen]], path: str, span: Span,
                 freezer: Freezer) -> ir.Frozen:
    if not parts:
        return ir.FAddr(CODE, None)
    if len(parts) == 1 and is_reference(parts[0][0]):
        return parts[0][1]
    held = layout.function.params[0].type
    assert isinstance(held, ClassInst)
    value = parts[0][1] if len(parts) == 1 else ir.FAggregate(held.fields["value"], tuple(f for _, f in parts))
    return freezer.environment(held, (value, ir.FScalar(BOOL, True)), path, span)


def _layout(world: World, module: ModuleInfo, name: str, place: Any) -> Layout | None:
    """How the closure is laid out, after the outermost function around it has been checked."""
    from rumpkc.types.check import check_now
    from rumpkc.types.signature import own_type_params
    from rumpkc.types.symbols import ClassInfo, FuncInfo

    outer, last = name.partition(LOCALS)[0], name.rpartition(LOCALS)[2]
    first, _, method = outer.partition(".")
    owner = None
    info = _written(module, first)
    symbol = module.names.get(first)
    if isinstance(symbol, ClassInfo) and not symbol.type_params:
        member = symbol.members.get(method)
        owner, info = world.inst(symbol), member if isinstance(member, FuncInfo) else None
    if info is None or own_type_params(world, info):
        return None
    check_now(world, world.func(info, owner))
    for node in [*_inside(info.node)][::-1]:            # inner ones first
        if isinstance(node, tree.Lambda) and last == "<lambda>" and _stands_at(node, place):
            return world.closure_layouts.get(id(node))
        if isinstance(node, tree.FunctionDef) and node.name == last:
            start = min([d.span.line for d in node.decorators], default=node.span.line)
            if start == place[0]:
                return world.closure_layouts.get(id(node))
    return None


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


def _unknown(path: str, name: str, span: Span) -> CompileError:
    return fail("E0493", f"`{path}` is the function `{name}`, which cannot be frozen into the image", span,
                help="store a function that is written at module level, or what one of plain types returns")
