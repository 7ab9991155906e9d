"""`next`, `iter`, and the iterators that `zip`, `map`, `filter` and the like are where no loop walks them.

    pairs = zip(a, b)      ->      setup of the loop; obj = New zip.object; obj.i = i; …
                                   _it_next(self): resume: loop test: self._it_item = (…); yield; step

Such an object is made of the pieces of the loop that would walk it (loops.Source). What the loop's setup computes is
copied into the object; the rest runs when an item is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import nodes_of, walk
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, generators
from rumpkc.types.convert import assignable, coerce, join
from rumpkc.types.enums import members_named
from rumpkc.types.fx import Fx
from rumpkc.types.scopes import dotted
from rumpkc.types.types import BOOL, INT, ArrayType, ClassInst, TupleType, Type, TypeVarType, UnionType

if TYPE_CHECKING:
    from rumpkc.types.loops import Source
    from rumpkc.types.world import World


def next_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`next(it)` raises StopIteration at the end; `next(it, default)` gives the default. A generator that was made for
    this call alone is closed behind it."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import present

    span = node.span
    it = generators.made_by(fx, present(fx, expr(fx, node.args[0]), "__next__", span))
    if not calls.has_method(it.type, "__next__"):
        raise fail("E0303", f"`next` takes an iterator, not {it.type}", node.args[0].span, help="write `iter(…)` first")
    save, got = fx.save(it)
    if len(node.args) == 1:
        only = calls.call_method(fx, got, "__next__", [], span)
        out = fx.temp(only.type, span)
        keep = _closed(fx, got, ir.SetLocal(span, out, only), span)
        return ir.Seq(span, only.type, (save, keep), ir.LocalGet(span, only.type, out))
    item, default = _next_item(fx, got, span), expr(fx, node.args[1], want)
    t = join(fx, [item.type, default.type], span, "`next`")
    keep, other = fx.save(coerce(fx, default, t, span))
    out = fx.temp(t, span)
    have = ir.SetLocal(span, out, coerce(fx, item, t, span))
    none = ir.SetLocal(span, out, other)
    if generators.is_iterator(got.type):
        test = calls.call_method(fx, got, "_it_next", [], span)
        choice: ir.Stmt = ir.If(span, test, (have,), (none,))
    else:
        stop = fx.world.cls("StopIteration")
        choice = ir.TryExcept(span, (have,), (ir.Handler(span, (stop,), fx.temp(stop, span), (none,)),))
    return ir.Seq(span, t, (save, keep, _closed(fx, got, choice, span)), ir.LocalGet(span, t, out))


def _closed(fx: Fx, it: ir.Expr, stmt: ir.Stmt, span: Span) -> ir.Stmt:
    """`stmt`, then the end of the generator `it` if it is one that nobody else has."""
    resume = generators.resume_of(fx, it.type)
    if resume is None:
        return stmt
    fx.world.closes = True
    return ir.Closing(span, (stmt,), (ir.Eval(span, calls.call_method(fx, it, "_it_drop", [], span)),), resume)


def _next_item(fx: Fx, it: ir.Expr, span: Span) -> ir.Expr:
    name = "_it_value" if generators.is_iterator(it.type) else "__next__"
    return calls.call_method(fx, it, name, [], span)


def iter_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`iter(xs)`, `iter(f, stop)`."""
    from rumpkc.types import operators
    from rumpkc.types.exprs import expr
    from rumpkc.types.loops import of_value

    span = node.span
    if len(node.args) == 2:
        stop = node.args[1]
        none = isinstance(stop, tree.Constant) and stop.kind == "none"
        info = fx.world.function_of("lib.core.sentinel", "until_none" if none else "until")
        return calls.call_function(fx, info, None, node.args[:1] if none else node.args, (), span, want)
    value = members_named(fx, node.args[0]) or expr(fx, node.args[0])
    t = value.type
    if isinstance(t, (TupleType, ArrayType, UnionType)) or isinstance(t, ClassInst) and t.by_value:
        return object_of(fx, of_value(fx, value, span), "tuple_iterator", span)
    if calls.has_method(t, "__iter__"):
        made = calls.call_method(fx, value, "__iter__", [], span)
        return as_iterator(fx, made)
    if calls.has_method(t, "__getitem__") and operators.accepts(fx, t, "__getitem__", INT):
        return object_of(fx, of_value(fx, value, span), "iterator", span)
    raise fail("E0337", f"`{t}` cannot be iterated over", node.args[0].span, help="give it a method `__iter__`")


def as_iterator(fx: Fx, value: ir.Expr) -> ir.Expr:
    """An iterator of the library as `Iterator[T]`: which one it is does not matter."""
    t = value.type
    assert isinstance(t, ClassInst)
    cls: ClassInst | None = t
    while cls is not None and not (cls.name == "Iterator" and cls.info.module.name == generators.HOME):
        cls = cls.base
    if cls is None or cls is t or not t.info.module.library:
        return value
    return ir.Convert(value.span, cls, value)


def lazy_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`zip(…)`, `map(…)` and the like as a value."""
    from rumpkc.types.loops import source

    src = source(fx, node)
    if isinstance(want, ClassInst) and want.name in ("Iterable", "Iterator"):
        wider = want.args[0]
        if src.value.type != wider and not isinstance(wider, TypeVarType) and assignable(src.value.type, wider):
            src.value = coerce(fx, src.value, wider, node.span)
    return object_of(fx, src, src.title or dotted(node.func).rpartition(".")[2], node.span)


def object_of(fx: Fx, src: Source, title: str, span: Span) -> ir.Expr:
    """An `Iterator[T]` that walks over `src`, of a class that CPython calls `title`."""
    item = src.value.type
    base = fx.world.inst(generators.library_class(fx.world, "Lazy"), (item,))
    made = generators.object_class(fx.world, fx.world.unique(f"{around(fx)}.walk"), fx.module, span, base,
                                   title)
    me = made.resume.ir.params[0]
    obj = ir.LocalGet(span, me.type, me)
    value = coerce(fx, src.value, base.args[0], span)
    walk_: ir.Stmt = ir.Loop(span, ir.LoopId(), src.test,
                             (*src.fetch, ir.SetField(span, obj, "_it_item", value), ir.Yield(span)),
                             tuple(src.step))
    if src.going is not None:
        walk_ = _going_on(walk_, src, obj, src.going, span)
    over = calls.call_method(fx, obj, "_it_over", [], span)
    body = (
        ir.If(span, over, (ir.Return(span, ir.Const(span, BOOL, False)),)),
        ir.SetField(span, obj, "_it_gap", ir.Const(span, BOOL, False)),
        ir.Suspendable(span, ir.LoopId(), (walk_,)),
        ir.Return(span, ir.Prim(span, BOOL, "not", (calls.call_method(fx, obj, "_it_ended", [], span),))),
    )
    outside = {n.local for n in walk(src.setup) if isinstance(n, ir.SetLocal)}
    inside = {n.local for n in walk(body) if isinstance(n, (ir.SetLocal, ir.Handler))}
    captured: dict[ir.Local, ir.Expr] = {
        n.local: ir.LocalGet(span, n.local.type, n.local) for n in walk(body)
                if isinstance(n, ir.LocalGet) and n.local is not me and (n.local in outside or n.local not in inside)
    }
    new = new_object(fx, made, body, captured, span)
    result = ir.Convert(span, fx.world.inst(generators.library_class(fx.world, "Iterator"), (item,)), new)
    return ir.Seq(span, result.type, tuple(outlasting(s) for s in src.setup), result)


def _going_on(walk_: ir.Stmt, src: Source, obj: ir.Expr, going: ir.Local, span: Span) -> ir.Stmt:
    """The loop of a `map` or `filter` whose function may raise StopIteration: the one who asks is told that there is no
    item, and if asked again, the iterator goes on with the next, as CPython's does."""
    true, outer = ir.Const(span, BOOL, True), ir.LoopId()
    gap = (ir.SetField(span, obj, "_it_gap", true), ir.Yield(span), *src.step)
    ended = ir.If(span, ir.LocalGet(span, BOOL, going), (ir.Break(span, outer),), gap)
    return ir.Loop(span, outer, true, (ir.SetLocal(span, going, true), walk_, ended))


def around(fx: Fx) -> str:
    """The symbol of the function that an expression is in."""
    root = fx
    while root.inst is None and root.outer is not None:
        root = root.outer
    return root.inst.ir.symbol if root.inst is not None else fx.module.name


def new_object(fx: Fx, made: generators.Made, body: tuple[ir.Stmt, ...], captured: dict[ir.Local, ir.Expr],
                span: Span) -> ir.Expr:
    """Give the class its code, with locals of its own, and make an object with the captured values."""
    from rumpkc.ir.suspend import lift

    used = [node.local for node in walk(body) if isinstance(node, (ir.LocalGet, ir.SetLocal, ir.Handler))]
    own = {local: ir.Local(local.name, local.type, local.span) for local in [*captured, *used]
           if local is not made.resume.ir.params[0]}
    made.resume.ir.body = lift(tuple(generators.renamed(s, own) for s in body))
    made.resume.ir.kept = {}
    fx.world.instantiated[made.cls] = None
    save, obj = fx.save(ir.New(span, made.cls, None))
    stmts: list[ir.Stmt] = [save]
    for number, (local, value) in enumerate(captured.items()):
        name = f"{local.name}.{number}"
        made.resume.ir.kept[own[local]] = name
        made.cls.fields[name] = t = generators.kept_type(local.type)
        stmts.append(ir.SetField(span, obj, name, value if t == value.type else ir.Convert(span, t, value)))
    return ir.Seq(span, made.cls, tuple(stmts), obj)


def outlasting(node: Any) -> Any:
    """A copy whose objects do not lie in the stack frame: the iterator keeps them."""
    if isinstance(node, ir.New) and node.in_frame:
        return ir.New(node.span, node.type, node.extra)
    return with_children(node, outlasting)


def keep_reached(world: World) -> None:
    """Drop the classes of iterators that no code makes objects of: bodies are checked several times."""
    asked = {m.cls for m in world.made_in_place}
    made = {f: {n.type for n in nodes_of(f.body or (), ir.New)} & asked
            for f in (*world.program.functions, *world.nested)} if asked else {}
    while world.made_in_place:
        used = set[Any]().union(*made.values())
        gone = [m for m in world.made_in_place if m.cls not in used]
        if not gone:
            return
        for one in gone:
            world.made_in_place.remove(one)
            world.instantiated.pop(one.cls, None)
            world.program.functions.remove(one.resume.ir)
            del made[one.resume.ir]
            assert one.cls.info.base is not None
            one.cls.info.base.subclasses.remove(one.cls.info)


