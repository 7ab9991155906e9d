"""Generator functions: calling one makes an object; its `_it_next` is the body, which goes on where it was left.

    def count(n: int) -> Iterator[int]:        count(n)        obj = New count.generator; obj.n = n; return obj
        i = 0                                  _it_next(self)     if not self._it_enter(): return False
        while i < n:                                           resume: i = 0; loop …: self._it_item = i; yield; …
            yield i                                            return self._it_leave()
            i += 1

The object's class is one of its own below the library's `Generator[Y, S, R]`, so `_it_next` is a virtual method, and a
direct call where the function that made the object is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.suspend import lift
from rumpkc.ir.walk import local_of
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import class_titles
from rumpkc.types.unions import holds_none, make_union
from rumpkc.types.changes import doubt_all
from rumpkc.types.convert import coerce, kept
from rumpkc.types.fx import BINDS_NOTHING, OWN_SCOPE, Fx, Hints, Restart
from rumpkc.types.symbols import ClassInfo, FuncInfo, FuncInst, ModuleInfo, Param
from rumpkc.types.types import BOOL, NEVER, NONE, ArrayType, ClassInst, PtrType, Type, is_object

if TYPE_CHECKING:
    from rumpkc.types.world import World

HOME = "lib.core.iterator"
RESUME = "_it_next"


@dataclass(slots=True, eq=False)
class Made:
    """The class of the objects that one place makes, and the code that makes them go on."""

    cls: ClassInst
    resume: FuncInst


@dataclass(slots=True, eq=False)
class Maker(Made):
    """A generator function with its types known: what it yields, what `send` brings, what it returns."""

    item: Type
    sent: Type
    result: Type


@dataclass(slots=True, eq=False)
class Running:
    """The generator whose body is being checked. `me` holds the object; a Break of `id` is `return`."""

    maker: Maker
    me: ir.Local
    id: ir.LoopId

    def get(self, span: Span) -> ir.Expr:
        return ir.LocalGet(span, self.me.type, self.me)


def is_generator(info: FuncInfo) -> bool:
    """Whether the function has a `yield` of its own."""
    if info.yields is None:
        info.yields = _has_yield(info.node.body)
    return info.yields


def _has_yield(body: Iterable[tree.Node]) -> bool:
    todo = list(body)
    while todo:
        node = todo.pop()
        kind = type(node)
        if kind is tree.Yield or kind is tree.YieldFrom:
            return True
        if kind not in OWN_SCOPE and kind not in BINDS_NOTHING:
            todo += children(node)
    return False


def library_class(world: World, name: str) -> ClassInfo:
    """`Iterable`, `Iterator` or `Generator`."""
    found = world.module(HOME).names[name]
    assert isinstance(found, ClassInfo)
    return found


def is_iterator(t: Type) -> bool:
    """Whether `t` is the library's `Iterator[T]` or below it."""
    return isinstance(t, ClassInst) and any(
        c.name == "Iterator" and c.module.name == HOME for c in t.info.ancestors()
    )


# The object and its class


def maker_of(world: World, inst: FuncInst, nested: bool = False) -> Maker:
    """The class of the objects that a generator function makes, without the code so far."""
    found = world.makers.get(inst.ir)
    if found is None:
        found = world.makers[inst.ir] = _make(world, inst)
        if nested:
            world.made_in_place.append(found)
    return found


def _make(world: World, inst: FuncInst) -> Maker:
    item, sent, result = _three_types(inst)
    base = world.inst(library_class(world, "Generator"), (item, sent, result))
    node = inst.info.node
    made = object_class(world, inst.ir.symbol, inst.info.module, node.name_span, base,
                        class_titles.of_generator(inst.info), inst)
    return Maker(made.cls, made.resume, item, sent, result)


def object_class(
    world: World, symbol: str, module: ModuleInfo, span: Span, base: ClassInst, title: str,
    inst: FuncInst | None = None,
) -> Made:
    """A class below `base` for the objects that one place makes, with a `_it_next` that has no code so far."""
    from rumpkc.types.classes import fields_of

    shown = "generator" if base.name == "Generator" else "iterator"
    written = tree.ClassDef(span, shown, (), (), (), (), (), span)
    info = ClassInfo(shown, module, written, shown, title=title, base=base.info)
    cls = ClassInst(info, (), base, symbol=f"{symbol}.{shown}")
    cls.fields.update(fields_of(world, base))
    world.fields_done.add(cls)
    world.class_insts[info, ()] = cls
    base.info.subclasses.append(info)
    none = tree.Arguments(span, (), (), None, (), None) if inst is None else inst.info.node.args
    node = inst.info.node if inst is not None else tree.FunctionDef(span, RESUME, none, (), (), None, (), span)
    method = FuncInfo(RESUME, module, node, info, "method", type_params=())
    info.members[RESUME] = method
    me = ir.Local("self", cls, span)
    shown_name = inst.ir.shown_name if inst is not None else world.current_name
    attrs = inst.ir.attrs & {"unchecked"} if inst is not None else frozenset()
    func = ir.Function(f"{symbol}.resume", shown_name, (me,), BOOL, node.span, module.name, attrs=attrs, kept={})
    resume = FuncInst(method, cls, inst.env if inst is not None else {}, (Param("self", cls, "pos", None, span),), BOOL,
                      func)
    world.func_insts[method, cls, ()] = resume
    world.program.functions.append(func)
    made = Made(cls, resume)
    if inst is None:
        world.made_in_place.append(made)
    return made


def _three_types(inst: FuncInst) -> tuple[Type, Type, Type]:
    """What it yields, what `send` brings, what it returns."""
    t = inst.result
    if isinstance(t, ClassInst) and t.info.module.name == HOME:
        return t.args if t.name == "Generator" else (t.args[0], NONE, NONE)  # type: ignore[return-value]
    raise fail(
        "E0365",
        f"`{inst.info.name}` has a `yield`, so calling it gives a generator, not {t}",
        inst.info.node.returns.span if inst.info.node.returns is not None else inst.info.node.name_span,
        help="write `-> Iterator[…]` with the type of what it yields",
    )


def kept_type(t: Type) -> Type:
    """The type of the field for a local of type `t`: an Array's local holds its address."""
    return PtrType(t.item) if isinstance(t, ArrayType) else t


# The body


def check(world: World, inst: FuncInst) -> None:
    """Check a generator function: give it the code that makes the object, and the object its `_it_next`."""
    from rumpkc.types import lambdas
    from rumpkc.types.check import MAX_ATTEMPTS

    maker = maker_of(world, inst)
    hints = Hints()
    for _ in range(MAX_ATTEMPTS):
        try:
            _bodies(world, inst, maker, hints)
            return
        except Restart:
            continue
    raise lambdas.endless(inst.info, hints.displays.values())


def _bodies(world: World, inst: FuncInst, maker: Maker, hints: Hints) -> None:
    from rumpkc.types.check import body_context

    inst.ir.body = _fill(body_context(world, inst, hints), inst, maker)


def nested_body(fx: Fx, inst: FuncInst) -> tuple[ir.Stmt, ...]:
    """The same for a generator function inside a function: what calling it does, once its environment is unpacked."""
    return _fill(fx, inst, maker_of(fx.world, inst, nested=True))


def _fill(fx: Fx, inst: FuncInst, maker: Maker) -> tuple[ir.Stmt, ...]:
    """Give the object its code; the code of the function is the result."""
    from rumpkc.types import calls, closures
    from rumpkc.types.check import begin_flags, unsettled
    from rumpkc.types.stmts import body_of

    node, func = inst.info.node, maker.resume.ir
    fx.generator = running = Running(maker, func.params[0], ir.LoopId())
    kept = {ir.Local(p.name, p.type, p.span): f"{p.name}.{n}" for n, p in enumerate(inst.locals)}
    for local in kept:
        fx.vars[local.name] = closures.parameter(fx, local)
    body = body_of(fx, node.body)
    closures.check_pending(fx)
    unsettled(fx)
    if not fx.state.dead:
        body += _set_result(fx, None, node.span)
    span = node.span
    enter = calls.call_method(fx, running.get(span), "_it_enter", [], span)
    leave = calls.call_method(fx, running.get(span), "_it_leave", [], span)
    stop = ir.If(span, enter, (), (ir.Return(span, ir.Const(span, BOOL, False)),))
    begin = (*closures.prologue(fx, tuple(kept), span), *begin_flags(fx))
    whole = ir.Suspendable(span, running.id, (*begin, *body))
    code = lift((stop, whole, ir.Return(span, leave)))
    values = dict(zip(kept.values(), inst.locals, strict=True))
    captured = [local for local, _ in fx.environment] + ([fx.self_local] if fx.self_local is not None else [])
    if captured:
        copies = {local: ir.Local(local.name, local.type, local.span) for local in captured}
        code = tuple(renamed(s, copies) for s in code)
        for local in captured:
            name = kept[copies[local]] = f"{local.name}.{len(kept)}"
            values[name] = local
    func.body, func.kept = code, kept
    return _object(fx, inst, maker, values)


def renamed(node: Any, copies: dict[ir.Local, ir.Local]) -> Any:
    """A copy of the tree with other locals."""
    changed = with_children(node, lambda below: renamed(below, copies))
    local = local_of(node)
    mine = copies.get(local) if local is not None else None
    if mine is None:
        return changed
    match changed:
        case ir.LocalGet():
            return ir.LocalGet(changed.span, changed.type, mine)
        case ir.SetLocal():
            return ir.SetLocal(changed.span, mine, changed.value)
        case ir.Handler():
            return ir.Handler(changed.span, changed.classes, mine, changed.body)
    return changed


def _object(fx: Fx, inst: FuncInst, maker: Maker, values: dict[str, ir.Local]) -> tuple[ir.Stmt, ...]:
    """What calling the function does. `values`: by field, the local that it takes its first value from."""
    span, cls = inst.info.node.span, maker.cls
    fx.world.instantiated[cls] = None
    made = ir.Local(".made", cls, span)
    obj = ir.LocalGet(span, cls, made)
    out: list[ir.Stmt] = [ir.SetLocal(span, made, ir.New(span, cls, None))]
    for name, t in (("_it_sent", maker.sent), ("_it_result", maker.result)):
        if is_object(t):                # the zero of a new object's field is no object, not even None
            out.append(ir.SetField(span, obj, name, coerce(fx, ir.Const(span, NONE, None), t, span)))
    for name, local in values.items():
        cls.fields[name] = kept_type(local.type)
        value: ir.Expr = ir.LocalGet(span, local.type, local)
        if isinstance(local.type, ArrayType):
            value = ir.Convert(span, cls.fields[name], value)
        out.append(ir.SetField(span, obj, name, value))
    out.append(ir.Return(span, obj))
    return tuple(out)


def _set_result(fx: Fx, value: ir.Expr | None, span: Span) -> list[ir.Stmt]:
    """What the generator returns; falling off its end is None."""
    from rumpkc.types import tries

    running = fx.generator
    t = running.maker.result
    if t is NONE:
        return [ir.Eval(span, value)] if value is not None else []
    if value is None:
        name = fx.inst.info.name    # type: ignore[union-attr]
        if fx.state.swallowed and not holds_none(t):
            return tries.swallowed_end(fx, name, t, span)
        if not holds_none(t):
            raise fail(
                "E0362",
                f"`{name}` can end without returning {t}",
                span,
                help="return a value, or raise, on every path",
            )
        value = coerce(fx, ir.Const(span, NONE, None), t, span)
    return [ir.SetField(span, running.get(span), "_it_result", value)]


def return_stmt(fx: Fx, node: tree.Return) -> list[ir.Stmt]:
    """`return`, `return value` in a generator."""
    from rumpkc.types.exprs import stored

    running = fx.generator
    value = None
    if node.value is not None:
        t = running.maker.result
        value = stored(fx, node.value, t, f"the result of `{fx.inst.info.name}`")  # type: ignore[union-attr]
    fx.state.dead = True
    return [*_set_result(fx, value, node.span), ir.Break(node.span, running.id)]


# yield


def yield_expr(fx: Fx, node: tree.Yield, want: Type | None) -> ir.Expr:
    """`x = yield y`: what `send` brought; a `next()` brings None."""
    running, span = _here(fx, node.span), node.span
    stmts = _leave(fx, node)
    t = running.maker.sent
    if t is NONE:
        return ir.Seq(span, NONE, tuple(stmts), ir.Const(span, NONE, None))
    from rumpkc.types.classes import fields_of

    field = fields_of(fx.world, running.maker.cls)["_it_sent"]
    save, got = fx.save(ir.FieldGet(span, field, running.get(span), "_it_sent"))
    stmts += [save, _forget_sent(fx, span)]
    if t == field or _is_tested(fx, node):
        out = ir.Seq(span, field, tuple(stmts), got)
        if t != field:
            fx.doubtful[id(out)] = (out, t)
        return out
    missing = ir.Call(span, NEVER, fx.world.library("iterator", "_nothing_sent"), ())
    stmts.append(ir.If(span, ir.IsNone(span, BOOL, got), (ir.Eval(span, missing),)))
    return ir.Seq(span, t, tuple(stmts), ir.Convert(span, t, got))


def _is_tested(fx: Fx, node: tree.Yield) -> bool:
    """Whether the generator asks somewhere if what this `yield` gives is None."""
    assert fx.inst is not None
    inside = list(_nodes(fx.inst.info.node.body))
    named = {n.target.id for n in inside if isinstance(n, tree.NamedExpr) and n.value is node}
    named |= {t.id for n in inside if isinstance(n, tree.Assign) and n.value is node
              for t in n.targets if isinstance(t, tree.Name)}
    for test in inside:
        if isinstance(test, tree.Compare) and test.ops[0] in ("is", "is not"):
            left = test.left.target if isinstance(test.left, tree.NamedExpr) else test.left
            none = isinstance(test.comparators[0], tree.Constant) and test.comparators[0].kind == "none"
            if none and (left is node or isinstance(left, tree.Name) and left.id in named):
                return True
    return False


def _nodes(body: tuple[tree.Stmt, ...]) -> Iterator[tree.Node]:
    stack: list[tree.Node] = list(body)
    while stack:
        node = stack.pop()
        yield node
        stack += children(node)


def yield_stmt(fx: Fx, node: tree.Yield) -> list[ir.Stmt]:
    """A `yield` whose value nobody looks at."""
    stmts = _leave(fx, node)
    return stmts if _here(fx, node.span).maker.sent is NONE else [*stmts, _forget_sent(fx, node.span)]


def _leave(fx: Fx, node: tree.Yield) -> list[ir.Stmt]:
    from rumpkc.types.exprs import expr

    running, span = _here(fx, node.span), node.span
    value = ir.Const(span, NONE, None) if node.value is None else expr(fx, node.value, running.maker.item)
    return _leave_with(fx, value, node.value.span if node.value is not None else span)


def _leave_with(fx: Fx, value: ir.Expr, span: Span, delegates: bool = False) -> list[ir.Stmt]:
    running = fx.generator
    what = f"what `{fx.inst.info.name}` yields"  # type: ignore[union-attr]
    value = kept(fx, value, running.maker.item, span, what)
    doubt_all(fx)
    return [ir.SetField(span, running.get(span), "_it_item", value), ir.Yield(span, delegates)]


def _forget_sent(fx: Fx, span: Span) -> ir.Stmt:
    """What was sent is used up: a `next()` that follows sends None."""
    running = fx.generator
    field = make_union([running.maker.sent, NONE])
    return ir.SetField(span, running.get(span), "_it_sent", coerce(fx, ir.Const(span, NONE, None), field, span))


def _here(fx: Fx, span: Span) -> Running:
    if fx.generator is None:
        raise fail("E0400", "`yield` is not compiled here", span, help="write it into the body of a function")
    return fx.generator


def yield_from(fx: Fx, node: tree.YieldFrom, want: Type | None) -> ir.Expr:
    """`yield from`: the items of another iterator; what `send` and `throw` bring goes to it as well.

    going = it._it_next()
    while going:    _it_item = it._it_item; yield; going = it._it_pass_on(thrown) or it._it_send(sent) or it._it_next()
    """
    from rumpkc.types.exprs import expr
    from rumpkc.types.loops import is_loop_call

    _here(fx, node.span)
    if is_loop_call(fx, node.value):
        return _from_container(fx, node, node.value)
    value = made_by(fx, expr(fx, node.value))
    if not is_iterator(value.type):
        from rumpkc.types.calls import Evaluated

        return _from_container(fx, node, Evaluated(node.value.span, value))
    return _from_iterator(fx, node, value)


def _from_container(fx: Fx, node: tree.YieldFrom, items: tree.Expr) -> ir.Expr:
    """What is no iterator takes nothing that is sent."""
    from rumpkc.types.loops import for_each

    span = node.span
    forget = [] if fx.generator.maker.sent is NONE else [_forget_sent(fx, span)]
    out = for_each(fx, items, lambda value: [*_leave_with(fx, value, span), *forget], span)
    return ir.Seq(span, NONE, tuple(out), ir.Const(span, NONE, None))


def _from_iterator(fx: Fx, node: tree.YieldFrom, value: ir.Expr) -> ir.Expr:
    from rumpkc.types.calls import call_method
    from rumpkc.types.classes import fields_of

    running, span = fx.generator, node.span
    save, it = fx.save(value)
    going = fx.temp(BOOL, span)
    assert isinstance(it.type, ClassInst)
    inner = next((c for c in _chain(it.type) if c.name in ("Generator", "Iterator") and c.info.module.name == HOME))
    fields = fields_of(fx.world, running.maker.cls)
    thrown = ir.FieldGet(span, fields["_it_thrown"], running.get(span), "_it_thrown")
    keep, error = fx.save(thrown)
    base = fx.world.cls("BaseException")
    passed = (
        ir.SetField(span, running.get(span), "_it_thrown", ir.Const(span, fields["_it_thrown"], None)),
        ir.SetLocal(span, going, call_method(fx, it, "_it_pass_on", [ir.Convert(span, base, error)], span)),
    )
    following: list[ir.Stmt] = [ir.SetLocal(span, going, call_method(fx, it, "_it_next", [], span))]
    if running.maker.sent is not NONE:
        following = _send_on(fx, it, inner, going, following, span)
    turn = (*_leave_with(fx, call_method(fx, it, "_it_value", [], span), span, delegates=True), keep,
            ir.If(span, ir.IsNone(span, BOOL, error), tuple(following), passed))
    first = ir.SetLocal(span, going, call_method(fx, it, "_it_next", [], span))
    loop = ir.Loop(span, ir.LoopId(), ir.LocalGet(span, BOOL, going), turn)
    result: Type = inner.args[2] if inner.name == "Generator" else NONE
    out = ir.Const(span, NONE, None) if result is NONE else ir.FieldGet(span, result, it, "_it_result")
    return ir.Seq(span, result, (save, first, loop), out)


def _send_on(fx: Fx, it: ir.Expr, inner: ClassInst, going: ir.Local, following: list[ir.Stmt],
             span: Span) -> list[ir.Stmt]:
    """What was sent goes to the generator that the items come from."""
    from rumpkc.types.calls import call_method

    running = fx.generator
    field = make_union([running.maker.sent, NONE])
    save, got = fx.save(ir.FieldGet(span, field, running.get(span), "_it_sent"))
    if inner.name != "Generator" or inner.args[1] is NONE:
        return [_forget_sent(fx, span), *following]
    value = coerce(fx, got, make_union([inner.args[1], NONE]), span, "what is sent on")
    send = ir.SetLocal(span, going, call_method(fx, it, "_it_send", [value], span))
    return [save, _forget_sent(fx, span), ir.If(span, ir.IsNone(span, BOOL, got), tuple(following), (send,))]


def _chain(cls: ClassInst) -> list[ClassInst]:
    out = [cls]
    while out[-1].base is not None:
        out.append(out[-1].base)
    return out


# Walking

def resume_of(fx: Fx, t: Type) -> ir.Function | None:
    """The code of the generator whose objects are of type `t`, where that is one function's."""
    from rumpkc.types.calls import has_method

    expressions = [m for m in fx.world.made_in_place if has_method(m.cls, "close")]         # and not `map` and the like
    return next((m.resume.ir for m in (*fx.world.makers.values(), *expressions) if m.cls is t), None)



def made_by(fx: Fx, value: ir.Expr) -> ir.Expr:
    """`value` with the very class of the object, where it is the call of a generator function or such an expression."""
    if isinstance(value, ir.Seq):
        inner = made_by(fx, value.value)
        return value if inner is value.value else ir.Seq(value.span, inner.type, value.body, inner)
    if isinstance(value, ir.Convert) and any(m.cls is value.value.type for m in fx.world.made_in_place):
        return value.value
    if id(value) in fx.generator_calls:
        maker = maker_of(fx.world, fx.generator_calls[id(value)][1], nested=True)
        return ir.Convert(value.span, maker.cls, value)
    if not isinstance(value, ir.Call) or value.func not in fx.world.generators:
        return value
    return ir.Convert(value.span, maker_of(fx.world, fx.world.generators[value.func]).cls, value)
