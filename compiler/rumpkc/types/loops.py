"""What `for` walks over: a test, a fetch and a step around the body, without iterator objects where possible.

range(n)          i = 0; while i < n: x = i; …; i += 1
xs (list)         i = 0; while i < xs._len: x = xs._data[i]; …; i += 1        the length is read each time
zip(a, b)         both tests, both fetches, both steps
library container it = xs._walk(); while it._next(): x = it._value(); …
Iterator[T]       while it._it_next(): x = it._it_value(); …
class             it = xs.__iter__(); while True: try: x = it.__next__() except StopIteration: break
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    any_values,
    calls,
    constructors,
    enums,
    generators,
    length_hints,
    open_unions,
    operators,
    records,
)
from rumpkc.types.classes import dict_base
from rumpkc.types.convert import coerce, join
from rumpkc.types.fx import Fx, PartialType, is_nothing
from rumpkc.types.symbols import ClassInfo, Special, VarInfo
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    U8,
    USIZE,
    ArrayType,
    ClassInst,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
)


@dataclass(slots=True)
class Source:
    """One iterable as pieces of a loop. `value` is read once, after `fetch`."""

    setup: list[ir.Stmt]
    test: ir.Expr
    value: ir.Expr
    fetch: list[ir.Stmt] = field(default_factory=list)
    step: list[ir.Stmt] = field(default_factory=list)
    closes: list[tuple[ir.Expr, ir.Function]] = field(default_factory=list)  # generators that nobody else has
    unroll: bool = False
    shared: bool = False                # an iterator that others may have too
    going: ir.Local | None = None           # False where StopIteration of the function given to `map` ended the loop
    title: str = ""                     # CPython's name for its class as a value, if that is not the function's
    asks: Callable[[], list[ir.Stmt]] = list        # what CPython runs to learn how many items there will be


def for_each(
    fx: Fx, node: tree.Expr, body: Callable[[ir.Expr], list[ir.Stmt]], span: Span, framed: bool = False
) -> list[ir.Stmt]:
    """The statements that run `body` for each item; `break` and `else` are for `stmts.py`. `framed`: see `closing`."""
    src = source(fx, node)
    inner = body(src.value)
    loop = ir.Loop(span, ir.LoopId(), src.test, (*src.fetch, *inner), tuple(src.step))
    return [*src.setup, closing(fx, src, loop, framed)]


def source(fx: Fx, node: tree.Expr) -> Source:
    """How to walk over the value of `node`."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.loop_calls import CALLS, range_source
    from rumpkc.types.names import static_symbol

    if isinstance(node, length_hints.Sized):
        src = source(fx, node.value)
        src.setup += src.asks()
        return src
    if isinstance(node, tree.Call):
        symbol = static_symbol(fx, node.func)
        if isinstance(symbol, Special):
            rule = CALLS.get(symbol.name)
            if rule is not None:
                src = rule(fx, node)
                src.asks = src.asks if symbol.name == "builtins.reversed" else list
                return src
        if isinstance(symbol, ClassInfo) and symbol.shown_name == "range" and symbol.module.name == "lib.core.range":
            return range_source(fx, node)
        viewed = _view(fx, node)
        if viewed is not None:
            return viewed
    if (
        isinstance(node, (tree.Tuple, tree.List))
        and node.elts
        and not any(isinstance(e, tree.Starred) for e in node.elts)
    ):
        return of_value(fx, expr(fx, tree.List(node.span, node.elts)), node.span)
    members = enums.members_named(fx, node)
    return of_value(fx, expr(fx, node) if members is None else members, node.span)


def never_runs(node: tree.Expr) -> bool:
    """Whether `node` is an empty display or tuple, whose items have no type: what walks over it is not checked."""
    match node:
        case length_hints.Sized(value=value):
            return never_runs(value)
        case tree.List(elts=()) | tree.Tuple(elts=()) | tree.Dict(values=()):
            return True
        case calls.Evaluated(value=value):
            return value.type == TupleType(()) or is_nothing(value)
    return False


def is_loop_call(fx: Fx, node: tree.Expr) -> bool:
    """Whether `node` is `zip(…)`, `enumerate(…)` and the like, which are no values of their own."""
    from rumpkc.types.loop_calls import CALLS
    from rumpkc.types.names import static_symbol

    if not isinstance(node, tree.Call):
        return False
    symbol = static_symbol(fx, node.func)
    return isinstance(symbol, Special) and symbol.name in CALLS


def get_local(local: ir.Local, span: Span) -> ir.Expr:
    """The value of a local."""
    return ir.LocalGet(span, local.type, local)


def bump(local: ir.Local, by: ir.Expr, span: Span) -> ir.Stmt:
    """`local += by`, which cannot leave its type."""
    return ir.SetLocal(span, local, ir.Prim(span, local.type, "add.wrap", (get_local(local, span), by)))


def of_value(fx: Fx, value: ir.Expr, span: Span) -> Source:
    """How to walk over a value."""
    from rumpkc.types.names import present

    value = generators.made_by(fx, present(fx, value, "__iter__", span))
    value = enums.parts(fx, value, span) if enums.is_flag(value.type) else operators.plain_number(value)
    value = records.as_tuple(fx, enums.members_of_class(fx, value, span))
    t = value.type
    if is_nothing(value):
        value = ir.Aggregate(span, TupleType(()), ())
        t = value.type
    if isinstance(t, PartialType):
        raise fail("E0321", f"the type of this empty {t.kind} is not known", t.span, help="give the variable a type")
    if isinstance(t, ArrayType):
        return _array(fx, value, t, span)
    if isinstance(t, TupleType):
        return _tuple(fx, value, t, span)
    if any_values.is_open(fx, value):
        save, got = fx.save(any_values.opened(fx, value, lambda x: of_value(fx, x, span).test,
                                              ("'", "' object is not iterable"), span))
        src = of_value(fx, got, span)
        return replace(src, setup=[save, *src.setup])
    if isinstance(t, ClassInst):
        if t.info.module.name in ("lib.core.list", "lib.core.span", "lib.core.vartuple") and t.name in (
            "list",
            "Span",
            "tuple",
        ):
            return _indexed(fx, value, t, span)
        if t.info.module.name == "lib.core.bytes":
            return _bytes(fx, value, span)
        return _iterator(fx, value, t, span)
    if isinstance(t, RecursiveUnion) and (known := open_unions.walked(fx, value, span)) is not value:
        save, got = fx.save(known)
        src = of_value(fx, got, span)
        return replace(src, setup=[save, *src.setup])
    if isinstance(t, UnionType) and t.members:
        return of_union(fx, value, t, span, of_value)
    raise fail("E0337", f"{t} cannot be iterated over", span, help="`for` takes a list, str, dict, range, tuple …")


def _indexed(fx: Fx, value: ir.Expr, t: ClassInst, span: Span) -> Source:
    from rumpkc.types.classes import fields_of

    fields = fields_of(fx.world, t)
    save, got = fx.save(value)
    index = fx.temp(USIZE, span)
    data = ir.FieldGet(span, fields["_data"], got, "_data")
    item = ir.Prim(span, t.args[0], "ptr.load", (ir.Prim(span, data.type, "ptr.add", (data, get_local(index, span))),))
    test = ir.Prim(span, BOOL, "icmp.ult", (get_local(index, span), ir.FieldGet(span, fields["_len"], got, "_len")))
    return Source(
        [save, ir.SetLocal(span, index, ir.Const(span, USIZE, 0))],
        test,
        item,
        step=[bump(index, ir.Const(span, USIZE, 1), span)],
    )


def _bytes(fx: Fx, value: ir.Expr, span: Span) -> Source:
    from rumpkc.types.classes import fields_of

    assert isinstance(value.type, ClassInst)
    fields_of(fx.world, value.type)
    save, got = fx.save(value)
    index = fx.temp(USIZE, span)
    data = ir.Prim(span, PtrType(U8), "obj.data", (got,))
    byte = ir.Prim(span, U8, "ptr.load", (ir.Prim(span, data.type, "ptr.add", (data, get_local(index, span))),))
    test = ir.Prim(span, BOOL, "icmp.ult", (get_local(index, span), ir.FieldGet(span, USIZE, got, "_len")))
    return Source(
        [save, ir.SetLocal(span, index, ir.Const(span, USIZE, 0))],
        test,
        ir.Prim(span, INT, "zext", (byte,)),
        step=[bump(index, ir.Const(span, USIZE, 1), span)],
    )


def _array(fx: Fx, value: ir.Expr, t: ArrayType, span: Span) -> Source:
    save, got = fx.save(value)
    index = fx.temp(USIZE, span)
    first = ir.Convert(span, PtrType(t.item), got)
    item = ir.Prim(span, t.item, "ptr.load", (ir.Prim(span, first.type, "ptr.add", (first, get_local(index, span))),))
    test = ir.Prim(span, BOOL, "icmp.ult", (get_local(index, span), ir.Const(span, USIZE, t.length)))
    return Source(
        [save, ir.SetLocal(span, index, ir.Const(span, USIZE, 0))],
        test,
        item,
        step=[bump(index, ir.Const(span, USIZE, 1), span)],
    )


def _tuple(fx: Fx, value: ir.Expr, t: TupleType, span: Span) -> Source:
    item = join(fx, list(t.items), span, "this tuple") if t.items else NEVER
    save, got = fx.save(value)
    index = fx.temp(INT, span)
    test = ir.Prim(span, BOOL, "icmp.slt", (get_local(index, span), ir.Const(span, INT, len(t.items))))
    out: ir.Expr = ir.Prim(span, item, "unreachable", ())
    for at in reversed(range(len(t.items))):
        one = coerce(fx, ir.TupleGet(span, t.items[at], got, at), item, span)
        here = ir.Prim(span, BOOL, "icmp.eq", (get_local(index, span), ir.Const(span, INT, at)))
        out = one if at == len(t.items) - 1 else ir.IfExp(span, item, here, one, out)
    return Source(
        [save, ir.SetLocal(span, index, ir.Const(span, INT, 0))],
        test,
        out,
        step=[bump(index, ir.Const(span, INT, 1), span)],
    )


def of_union(
    fx: Fx, value: ir.Expr, t: UnionType, span: Span, of_member: Callable[[Fx, ir.Expr, Span], Source]
) -> Source:
    """Of several types: each part of the loop is that of whichever the value has."""
    save, got = fx.save(value)
    which = fx.temp(INT, span)
    parts = [of_member(fx, ir.Convert(span, member, got), span) for member in t.members]
    item = join(fx, [part.value.type for part in parts], span, "what this loop walks over")

    def here(at: int) -> ir.Expr:
        return ir.Prim(span, BOOL, "icmp.eq", (get_local(which, span), ir.Const(span, INT, at)))

    def chosen(stmts: list[list[ir.Stmt]]) -> list[ir.Stmt]:
        return [ir.If(span, here(at), tuple(some), ()) for at, some in enumerate(stmts) if some]

    setup: list[ir.Stmt] = [save, ir.SetLocal(span, which, ir.Const(span, INT, 0))]
    for at, member in enumerate(t.members):
        mark = ir.SetLocal(span, which, ir.Const(span, INT, at))
        setup.append(ir.If(span, ir.IsInstance(span, BOOL, got, member), (mark, *parts[at].setup), ()))
    test, one = parts[-1].test, coerce(fx, parts[-1].value, item, span)
    for at, part in reversed(list(enumerate(parts[:-1]))):
        test = ir.IfExp(span, BOOL, here(at), part.test, test)
        one = ir.IfExp(span, item, here(at), coerce(fx, part.value, item, span), one)
    fetch, step = chosen([part.fetch for part in parts]), chosen([part.step for part in parts])
    return Source(setup, test, one, fetch, step, asks=lambda: chosen([part.asks() for part in parts]))


def _iterator(fx: Fx, value: ir.Expr, t: ClassInst, span: Span) -> Source:
    """A class with `__iter__`, or with `__getitem__` as CPython's old protocol has it."""
    if not length_hints.asks(t):
        return _unasked(fx, value, t, span)
    save, got = fx.save(value)
    src = _unasked(fx, got, t, span)
    src.setup.insert(0, save)
    src.asks = lambda: [length_hints.ask(fx, got, span)]
    return src


def _unasked(fx: Fx, value: ir.Expr, t: ClassInst, span: Span) -> Source:
    """The loop itself."""
    if not calls.has_method(t, "__iter__") and not _is_library(t, "_next"):
        if calls.has_method(t, "__getitem__") and operators.accepts(fx, t, "__getitem__", INT):
            return _by_index(fx, value, span)
        raise fail("E0337", f"`{t}` cannot be iterated over", span, help="give it a method `__iter__`")
    it = value
    if not generators.is_iterator(t) or not _is_library(t, "__next__"):
        made = frame_iterator(fx, value, t, "", span)
        begin = "_walk" if _is_library(t, "_walk") else "__iter__"
        it = made if made is not None else calls.call_method(fx, value, begin, [], span)
    save, got = fx.save(generators.made_by(fx, it))
    if _is_library(got.type, "_next"):
        return Source([save], *_steps(fx, got, "_next", "_value", span))
    if generators.is_iterator(got.type) and _is_library(got.type, "__next__"):
        resume = generators.resume_of(fx, got.type)
        closes = [(got, resume)] if resume is not None else []
        return Source([save], *_steps(fx, got, "_it_next", "_it_value", span), closes=closes, shared=it is value)
    if not calls.has_method(got.type, "__next__"):
        raise fail("E0337", f"`{got.type}` has no method `__next__`", span)
    return by_next(fx, save, got, span)


def _is_library(t: Type, name: str) -> bool:
    """Whether method `name` of `t` is the library's."""
    from rumpkc.types.classes import find_method

    found = find_method(t, name) if isinstance(t, ClassInst) else None
    return found is not None and found[0].info.module.library


def _steps(fx: Fx, it: ir.Expr, step: str, value: str, span: Span) -> tuple[ir.Expr, ir.Expr]:
    """The test and the item of a library iterator."""
    return calls.call_method(fx, it, step, [], span), calls.call_method(fx, it, value, [], span)


# The library's iterators that are made from the container alone: in a loop they lie in the stack frame.
FRAME_ITERATORS = {
    ("str", ""): ("lib.core.str", "StrIterator"),
    ("bytearray", ""): ("lib.core.bytearray", "ByteArrayIterator"),
    ("set", ""): ("lib.core.set", "MemberIterator"),
    ("frozenset", ""): ("lib.core.set", "MemberIterator"),
    ("deque", ""): ("lib.collections", "DequeIterator"),
    ("dict", ""): ("lib.core.dict", "KeyIterator"),
    ("dict", "keys"): ("lib.core.dict", "KeyIterator"),
    ("dict", "values"): ("lib.core.dict", "ValueIterator"),
    ("dict", "items"): ("lib.core.dict", "ItemIterator"),
}


def frame_iterator(fx: Fx, value: ir.Expr, t: Type, view: str, span: Span) -> ir.Expr | None:
    """An iterator over a library container (or over `view` of a dict) that makes no object in the arena."""
    if not isinstance(t, ClassInst) or not t.info.module.library:
        return None
    base = dict_base(t)
    if base is not None and base is not t:
        value, t = ir.Convert(span, base, value), base
    if (t.name, view) not in FRAME_ITERATORS:
        return None
    home, name = FRAME_ITERATORS[t.name, view]
    info = fx.world.module(home).names[name]
    assert isinstance(info, ClassInfo)
    return constructors.construct_in_frame(fx, fx.world.inst(info, t.args), [value], span)


def _view(fx: Fx, node: tree.Call) -> Source | None:
    """`d.items()`, `d.keys()`, `d.values()` of a dict, without the view."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import present, static_symbol

    func = node.func
    if not isinstance(func, tree.Attribute) or node.args or node.keywords:
        return None
    if func.attr not in ("items", "keys", "values"):
        return None
    head = static_symbol(fx, func.value)
    if static_symbol(fx, func) is not None or head is not None and not isinstance(head, VarInfo):
        return None
    if isinstance(func.value, tree.Call) and isinstance(func.value.func, tree.Name) and func.value.func.id == "super":
        return None
    receiver = present(fx, expr(fx, func.value), func.attr, node.span)
    it = frame_iterator(fx, receiver, receiver.type, func.attr, node.span)
    if it is None:
        once = tree.Attribute(func.span, calls.Evaluated(func.value.span, receiver), func.attr, func.attr_span)
        return of_value(fx, expr(fx, tree.Call(node.span, once, (), ())), node.span)
    save, got = fx.save(it)
    return Source([save], *_steps(fx, got, "_next", "_value", node.span))


def by_next(fx: Fx, save: ir.Stmt, got: ir.Expr, span: Span) -> Source:
    """An iterator of the program, which is there: `__next__` until StopIteration."""
    following = calls.call_method(fx, got, "__next__", [], span)
    test, item = until(fx, following, ("StopIteration",), span)
    return Source([save], test, item)


def _by_index(fx: Fx, value: ir.Expr, span: Span) -> Source:
    """`x[0]`, `x[1]` … until IndexError."""
    save, got = fx.save(value)
    index = fx.temp(INT, span)
    following = calls.call_method(fx, got, "__getitem__", [get_local(index, span)], span)
    test, item = until(fx, following, ("IndexError", "StopIteration"), span)
    start = ir.SetLocal(span, index, ir.Const(span, INT, 0))
    return Source([save, start], test, item, step=[bump(index, ir.Const(span, INT, 1), span)])


def until(
    fx: Fx, following: ir.Expr, ends: tuple[str, ...], span: Span, going: ir.Local | None = None
) -> tuple[ir.Expr, ir.Expr]:
    """Whether there is a `following` item, which one of the exceptions denies, and the item. `going` keeps that."""
    item, going = fx.temp(following.type, span), going or fx.temp(BOOL, span)
    kept = fx.temp(fx.world.cls("Exception"), span)
    caught = tuple(fx.world.cls(name) for name in ends)
    handler = ir.Handler(span, caught, kept, (ir.SetLocal(span, going, ir.Const(span, BOOL, False)),))
    attempt = ir.TryExcept(
        span, (ir.SetLocal(span, item, following), ir.SetLocal(span, going, ir.Const(span, BOOL, True))), (handler,)
    )
    return ir.Seq(span, BOOL, (attempt,), get_local(going, span)), get_local(item, span)


def closing(fx: Fx, src: Source, loop: ir.Stmt, framed: bool = False) -> ir.Stmt:
    """`loop` over `src`, which closes the generators that it was the only one to have.

    `framed`: the first loop of a comprehension or a generator expression. In CPython it is a function that has the
    iterator as its argument, so the traceback of an exception that leaves it keeps the generator (lib/core/held.py).
    """
    for it, resume in reversed(src.closes):
        close = ir.Eval(loop.span, calls.call_method(fx, it, "_it_drop", [], loop.span))
        fx.world.closes = True
        handlers = (_holding(fx, it, loop.span),) if framed else ()
        loop = ir.Closing(loop.span, (loop,), (close,), resume, handlers)
    return loop


def _holding(fx: Fx, it: ir.Expr, span: Span) -> ir.Handler:
    error = fx.temp(fx.world.cls("BaseException"), span)
    got = ir.LocalGet(span, error.type, error)
    hold = calls.call_function(fx, fx.world.function_of("lib.core.held", "hold"), None,
                               (calls.Evaluated(span, got), calls.Evaluated(span, it)), (), span)
    return ir.Handler(span, (), error, (ir.Eval(span, hold), ir.Raise(span, got, again=True)))


def item_type(fx: Fx, value: ir.Expr, span: Span) -> Type:
    """The type of a value's items."""
    return of_value(fx, value, span).value.type


def contains_by_search(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    """`item in container` for what has no `__contains__`: walk and compare."""
    from rumpkc.types.comparisons import equal

    save_i, wanted = fx.save(item)
    found, loop = fx.temp(BOOL, span), ir.LoopId()
    src = of_value(fx, container, span)
    hit = ir.If(
        span,
        equal(fx, src.value, wanted, span, True),
        (ir.SetLocal(span, found, ir.Const(span, BOOL, True)), ir.Break(span, loop)),
    )
    walk = ir.Loop(span, loop, src.test, (*src.fetch, hit), tuple(src.step))
    return ir.Seq(
        span,
        BOOL,
        (save_i, ir.SetLocal(span, found, ir.Const(span, BOOL, False)), *src.setup, closing(fx, src, walk)),
        get_local(found, span),
    )


