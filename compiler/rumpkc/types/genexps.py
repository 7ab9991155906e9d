"""Generator expressions as values: an object that makes each item when it is asked for it.

    (x * x for x in xs if x > n)     ->     the setup of the loop over xs; obj = New …; obj.n = n (or its cell)
                                            _it_next(self): for x in xs: if x > n: item = x * x; yield

The first iterable is evaluated at once, in the function around; all else later, in a function of its own that captures
variables as a nested function does (closures.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import calls, displays, generators, iterators
from rumpkc.types.builtins import SPECIAL_BUILTINS
from rumpkc.types.convert import coerce, kept
from rumpkc.types.fx import Fx, assigned_names
from rumpkc.types.symbols import FuncInfo
from rumpkc.types.types import BOOL, NONE, ClassInst, OptionalType, Type

SHOWN = "<genexpr>"


def value(fx: Fx, node: tree.GeneratorExp, want: Type | None, title: str = "generator") -> ir.Expr:
    """A generator expression that is not walked at once."""
    from rumpkc.types.closures import inner_context, new_cells
    from rumpkc.types.loops import closing, source

    walrus = _walrus(node)
    if walrus is not None and not _all_within(fx, node):
        raise fail("E0400", "`:=` in a generator expression that is kept is not compiled", walrus.span,
                   help="walk the expression at once, or write a generator function")
    span, first = node.span, node.generators[0]
    src = source(fx, first.iter)
    inner = inner_context(fx, id(node), None)
    inner.enclosing = fx.state.copy()
    inner.state = fx.state.copy()
    inner.assigned |= _kept_names(node)
    goal = _item_wanted(want)
    found: list[ir.Expr] = []
    marker = ir.LoopId()

    def innermost() -> list[ir.Stmt]:
        from rumpkc.types.exprs import expr

        item = expr(inner, node.elt, goal)
        if goal is not None:
            item = kept(inner, item, goal, node.elt.span, "an item of this generator expression")
        displays.settled(item)
        found.append(item)
        return [ir.Continue(span, marker)]

    inner.scopes.append({})
    body = displays.for_item(inner, node.generators, src.value, innermost)
    cells = new_cells(list(inner.scopes.pop().values()), span)
    item = found[-1]
    base = fx.world.inst(generators.library_class(fx.world, "Generator"), (item.type, NONE, NONE))
    made = generators.object_class(fx.world, fx.world.unique(f"{iterators.around(fx)}.{SHOWN}"), fx.module, span, base,
                                   title)
    made.resume.ir.shown_name = SHOWN
    me = made.resume.ir.params[0]
    obj = ir.LocalGet(span, me.type, me)
    leave = (ir.SetField(span, obj, "_it_item", coerce(inner, item, base.args[0], span)), ir.Yield(span))
    loop = ir.Loop(span, ir.LoopId(), src.test, (*src.fetch, *(_with_leave(s, marker, leave) for s in body)),
                   tuple(src.step))
    enter = calls.call_method(inner, obj, "_it_enter", [], span)
    whole = (
        ir.If(span, enter, (), (ir.Return(span, ir.Const(span, BOOL, False)),)),
        ir.Suspendable(span, ir.LoopId(), (*cells, closing(inner, src, loop, framed=True))),
        ir.Return(span, calls.call_method(inner, obj, "_it_leave", [], span)),
    )
    outside = {n.local for n in walk(src.setup) if isinstance(n, ir.SetLocal)}
    captured: dict[ir.Local, ir.Expr] = {
        n.local: ir.LocalGet(span, n.local.type, n.local)
        for n in walk(whole) if isinstance(n, ir.LocalGet) and n.local in outside
    }
    captured |= dict(inner.environment)
    new = iterators.new_object(fx, made, whole, captured, span)
    kind = fx.world.inst(generators.library_class(fx.world, "Generator"), (item.type, NONE, NONE))
    return ir.Seq(span, kind, tuple(iterators.outlasting(s) for s in src.setup), ir.Convert(span, kind, new))


def flattened(fx: Fx, node: tree.Expr) -> tree.GeneratorExp | None:
    """`chain.from_iterable(rows)` as `(item for row in rows for item in row)`; None for anything else."""
    from rumpkc.types.names import static_symbol

    func = node.func if isinstance(node, tree.Call) else None
    if not isinstance(func, tree.Attribute) or func.attr != "from_iterable":
        return None
    symbol = static_symbol(fx, func.value)
    if not isinstance(symbol, FuncInfo) or (symbol.module.name, symbol.name) != ("lib.itertools", "chain"):
        return None
    assert isinstance(node, tree.Call)
    if len(node.args) != 1 or node.keywords or isinstance(node.args[0], tree.Starred):
        raise fail("E0310", "`chain.from_iterable` takes one iterable", node.span)
    row, item = tree.Name(node.span, ".row"), tree.Name(node.span, ".item")
    return tree.GeneratorExp(node.span, item, (
        tree.Comprehension(node.span, row, node.args[0], (), False),
        tree.Comprehension(node.span, item, row, (), False)))


@dataclass(frozen=True, slots=True, eq=False)
class AsObject(tree.Expr):
    """A generator expression that is not walked where it stands."""

    node: tree.GeneratorExp


def as_object(node: tree.Expr) -> tree.Expr:
    """A generator expression of which an object is made, whatever takes it; other expressions as they are."""
    return AsObject(node.span, node) if isinstance(node, tree.GeneratorExp) else node


def object_value(fx: Fx, node: AsObject, want: Type | None) -> ir.Expr:
    return value(fx, node.node, want)


def may_stop(fx: Fx, node: tree.GeneratorExp) -> bool:
    """Whether what makes the items may raise StopIteration, which a generator turns into RuntimeError."""
    from rumpkc.types.changes import changes

    own = [node.elt, *(part for over in node.generators for part in over.ifs), *(g.iter for g in node.generators[1:])]
    return any(map(_calls_own, own)) and _walrus(node) is None and changes(fx.world).stops


def _calls_own(node: tree.Node) -> bool:
    """Whether a call of something else than a builtin function is in `node`."""
    if isinstance(node, tree.Call):
        builtin = isinstance(node.func, tree.Name) and node.func.id in SPECIAL_BUILTINS and node.func.id != "next"
        if not builtin:
            return True
    return any(map(_calls_own, children(node)))


def _with_leave(node: Any, marker: ir.LoopId, leave: tuple[ir.Stmt, ...]) -> Any:
    """The statements with what gives an item in the place that was kept for it."""
    from rumpkc.ir.rewrite import with_children

    if isinstance(node, ir.Continue) and node.loop is marker:
        return ir.If(node.span, ir.Const(node.span, BOOL, True), leave)
    return with_children(node, lambda below: _with_leave(below, marker, leave))


def _item_wanted(want: Type | None) -> Type | None:
    """What the place asks of the items."""
    from rumpkc.types.signature import has_type_var

    if isinstance(want, OptionalType):
        want = want.item
    if isinstance(want, ClassInst) and want.info.module.name == generators.HOME and not has_type_var(want.args[0]):
        return want.args[0]
    return None


def _kept_names(node: tree.Node) -> set[str]:
    """The names that `:=` binds in there."""
    own = {node.target.id} if isinstance(node, tree.NamedExpr) and isinstance(node.target, tree.Name) else set()
    return own.union(*map(_kept_names, children(node)))


def _all_within(fx: Fx, node: tree.GeneratorExp) -> bool:
    """Whether nothing but such expressions mentions the names that `:=` binds in `node`: they can be its own then."""
    if fx.inst is None or fx.lambda_node is not None:
        return False
    body = fx.inst.info.node
    return not any(_mentions(part, name) for name in _kept_names(node) for part in (body.args, *body.body))


def _mentions(node: tree.Node, name: str) -> bool:
    """Whether `name` stands in `node`, outside of generator expressions and functions that have one of their own."""
    match node:
        case tree.Name(id=found) if found == name:
            return True
        case tree.Arg(name=found) if found == name:
            return True
        case tree.GeneratorExp() if name in _kept_names(node):
            return False
        case tree.FunctionDef(body=body, args=args):
            own = name in assigned_names(body) or any(a.name == name for a in (*args.posonly, *args.args, *args.kwonly))
            if own and not _shares(node, name):
                return False
    return any(_mentions(child, name) for child in children(node))


def _shares(node: tree.Node, name: str) -> bool:
    """Whether a function, or one inside, says `nonlocal name` or `global name`."""
    return isinstance(node, (tree.Global, tree.Nonlocal)) and name in node.names or any(
        _shares(child, name) for child in children(node))


def _walrus(node: tree.Node) -> tree.NamedExpr | None:
    if isinstance(node, tree.NamedExpr):
        return node
    return next((found for child in children(node) if (found := _walrus(child)) is not None), None)
