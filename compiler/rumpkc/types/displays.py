"""List, dict and set displays and comprehensions, spelled out as a new container and appends."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import any_values, calls, closures, constructors, loops, typed_dicts
from rumpkc.types.classes import dict_base
from rumpkc.types.convert import coerce, join, kept, only_member, unknown_lambda
from rumpkc.types.enums import members_named
from rumpkc.types.fx import Fx, PartialType, partials
from rumpkc.types.globals import frozen_of
from rumpkc.types.length_hints import Sized
from rumpkc.types.types import INT, ClassInst, IntType, OptionalType, PtrType, TupleType, Type, UnionType, is_object

COPIED_ITEMS = 8                        # constants in a row that are copied as one
MOST_AT_ONCE = 30                       # values on CPython's stack: STACK_USE_GUIDELINE of Python/compile.c


def _goal(fx: Fx, want: Type | None, kind: str) -> ClassInst | None:
    """The container type that the place asks for, if it is one of `kind`."""
    from rumpkc.types.signature import has_type_var

    want = wanted(want, kind)
    if want is not None and is_object(want):
        return fx.world.cls(kind, want) if kind != "dict" else None
    if not isinstance(want, ClassInst) or has_type_var(want):
        return None
    if want.name == "Iterable" and want.info.module.name == "lib.core.iterator" and kind in ("list", "set"):
        return fx.world.cls(kind, *want.args)
    return want if want.name == kind else None


def wanted(want: Type | None, kind: str) -> Type | None:
    """What a place with a union takes of `kind`; `want` of other places."""
    if isinstance(want, OptionalType):
        want = want.item
    return only_member(want, kind) if isinstance(want, UnionType) else want


def partial_display(fx: Fx, kind: str, node: tree.Expr) -> ir.Expr:
    """An empty display whose items are not known yet, or its type from an earlier attempt."""
    key = (kind, node.span)             # `list()` is another node in each attempt
    known = fx.hints.displays.get(key)
    if isinstance(known, ClassInst):
        return constructors.construct(fx, known, [], node.span)
    return ir.Prim(node.span, PartialType(kind, key, node.span), "unreachable", ())


def common_item_type(fx: Fx, values: list[ir.Expr], span: Span, what: str) -> Type:
    """The common item type; literals take the type of the others."""
    fixed = [v.type for v in values if not (isinstance(v, ir.Const) and v.type is INT)]
    literal = [v for v in values if isinstance(v, ir.Const) and v.type is INT]
    if fixed and literal and all(isinstance(t, IntType) for t in fixed):
        return join(fx, fixed, span, what)
    return join(fx, [v.type for v in values], span, what)


def list_display(fx: Fx, node: tree.List, want: Type | None) -> ir.Expr:
    """`[a, b, *c]`."""
    from rumpkc.types.exprs import expr

    goal = _goal(fx, want, "list")
    if not node.elts:
        return constructors.construct(fx, goal, [], node.span) if goal else partial_display(fx, "list", node)
    hint = goal.args[0] if goal else None
    values = [members_named(fx, e.value) or expr(fx, e.value, goal) if isinstance(e, tree.Starred)
              else expr(fx, e, hint) for e in node.elts]
    if goal is None:
        plain = [
            ir.Const(e.span, loops.item_type(fx, v, e.span), None) if isinstance(e, tree.Starred) else v
            for e, v in zip(node.elts, values, strict=True)
        ]
        goal = fx.world.cls("list", _resolved(fx, plain, node.span))
    item = goal.args[0]
    save, got = fx.save(constructors.construct(fx, goal, [], node.span))
    body: list[ir.Stmt] = [save]
    if len(values) > 1:
        body.append(
            ir.Eval(
                node.span, calls.call_method(fx, got, "_reserve", [ir.Const(node.span, INT, len(values))], node.span)
            )
        )
    run: list[ir.Expr] = []
    for element, value in zip(node.elts, values, strict=True):
        if isinstance(element, tree.Starred):
            body += _append_run(fx, got, run, item)
            run = []
            body += _append_all(fx, got, value, item, element.span)
            continue
        value = kept(fx, value, item, element.span, "an item of this list")
        if frozen_of(value) is None:
            body += [*_append_run(fx, got, run, item), _append(fx, got, value)]
            run = []
        else:
            run.append(value)
    body += _append_run(fx, got, run, item)
    return ir.Seq(node.span, goal, tuple(body), got)


def _append_run(fx: Fx, got: ir.Expr, run: list[ir.Expr], item: Type) -> list[ir.Stmt]:
    """Constants in a row: many are copied from a table of the image, few are appended one by one."""
    if len(run) < COPIED_ITEMS:
        return [_append(fx, got, value) for value in run]
    span, made = run[0].span, fx.world.program.globals
    frozen = tuple(f for f in map(frozen_of, run) if f is not None)
    table = ir.Global(f"display.{len(made)}.items", PtrType(item), ir.FBuffer(item, frozen), True, span)
    made.append(table)
    args: list[ir.Expr] = [ir.GlobalAddr(span, PtrType(item), table), ir.Const(span, INT, len(run))]
    return [ir.Eval(span, calls.call_method(fx, got, "_append_items", args, span))]


def _resolved(fx: Fx, values: list[ir.Expr], span: Span) -> Type:
    """The item type; an empty display among the items takes the type of the others."""
    known = [v for v in values if not isinstance(v.type, PartialType)]
    if len(known) < len(values):
        if not known:
            from rumpkc.diagnostics import fail

            if isinstance(values[0].type, PartialType) and values[0].type.kind == "lambda":
                raise unknown_lambda(values[0].type)

            raise fail("E0321", "the type of these empty items is not known", span, help="give the variable a type")
        t = common_item_type(fx, known, span, "this display")
        for value in values:
            if isinstance(value.type, PartialType):
                coerce(fx, value, t, span)
        return t
    return common_item_type(fx, values, span, "this display")


def _append(fx: Fx, target: ir.Expr, value: ir.Expr) -> ir.Stmt:
    return ir.Eval(value.span, calls.call_method(fx, target, "append", [value], value.span))


def _append_all(fx: Fx, target: ir.Expr, source: ir.Expr, item: Type, span: Span) -> list[ir.Stmt]:
    def body(value: ir.Expr) -> list[ir.Stmt]:
        return [_append(fx, target, kept(fx, value, item, span))]

    return loops.for_each(fx, Sized(span, calls.Evaluated(span, source)), body, span)


def _add_all(fx: Fx, target: ir.Expr, source: ir.Expr, item: Type, span: Span) -> list[ir.Stmt]:
    def body(value: ir.Expr) -> list[ir.Stmt]:
        return [ir.Eval(span, calls.call_method(fx, target, "add", [kept(fx, value, item, span)], span))]

    return loops.for_each(fx, calls.Evaluated(span, source), body, span)


def set_display(fx: Fx, node: tree.Set, want: Type | None) -> ir.Expr:
    """`{a, b}`."""
    from rumpkc.types.exprs import expr

    goal = _goal(fx, want, "set")
    hint = goal.args[0] if goal else None
    values = [members_named(fx, e.value) or expr(fx, e.value) if isinstance(e, tree.Starred)
              else expr(fx, e, hint) for e in node.elts]
    if goal is None:
        plain = [
            ir.Const(e.span, loops.item_type(fx, v, e.span), None) if isinstance(e, tree.Starred) else v
            for e, v in zip(node.elts, values, strict=True)
        ]
        goal = fx.world.cls("set", _resolved(fx, plain, node.span))
    starred = [isinstance(element, tree.Starred) for element in node.elts]
    items = [value if star else kept(fx, value, goal.args[0], element.span, "an item of this set")
             for element, value, star in zip(node.elts, values, starred, strict=True)]
    body, items = _before_hashing(fx, goal.args[0], items, starred, MOST_AT_ONCE)
    save, got = fx.save(constructors.construct(fx, goal, [], node.span))
    body.append(save)
    for element, item in zip(node.elts, items, strict=True):
        if isinstance(element, tree.Starred):
            body += _add_all(fx, got, item, goal.args[0], element.span)
            continue
        body.append(ir.Eval(element.span, calls.call_method(fx, got, "add", [item], element.span)))
    return ir.Seq(node.span, goal, tuple(body), got)


def dict_display(fx: Fx, node: tree.Dict, want: Type | None) -> ir.Expr:
    """`{k: v, **d}`."""
    from rumpkc.types.exprs import expr

    typed = typed_dicts.display(fx, node, want)
    if typed is not None:
        return typed
    goal = _goal(fx, want, "dict") or _dict_of_objects(fx, node, want)
    if not node.values:
        return constructors.construct(fx, goal, [], node.span) if goal else partial_display(fx, "dict", node)
    key_hint, value_hint = goal.args if goal else (None, None)
    keys = [expr(fx, k, key_hint) if k is not None else None for k in node.keys]
    values = [expr(fx, v, value_hint if k is not None else goal) for k, v in zip(node.keys, node.values, strict=True)]
    values = [_opened(fx, v) if k is None else v for k, v in zip(keys, values, strict=True)]
    if goal is None:
        goal = _dict_type(fx, keys, values, node.span)
    save, got = fx.save(constructors.construct(fx, goal, [], node.span))
    body: list[ir.Stmt] = [save]
    run: list[ir.Expr] = []             # keys and values in turn
    for key, value in (*zip(keys, values, strict=True), (None, None)):
        if key is not None and value is not None:
            run += (key, value)
            continue
        saves, run = _before_hashing(fx, goal.args[0], run, [False] * len(run), MOST_AT_ONCE)
        body += saves
        body += [_set_item(fx, goal, got, *pair) for pair in zip(run[::2], run[1::2], strict=True)]
        run = []
        if value is not None:
            body += set_all(fx, goal, got, value)
    return ir.Seq(node.span, goal, tuple(body), got)


def _before_hashing(fx: Fx, key: Type, parts: list[ir.Expr], starred: list[bool], most: int
                    ) -> tuple[list[ir.Stmt], list[ir.Expr]]:
    """The statements that evaluate what stands in a display, and what it is then: CPython does that before it makes the
    set or dict, up to the first `*` and unless it is long; and a key may have a `__hash__` that shows it."""
    from rumpkc.types import hashing

    if len(parts) > most or not hashing.may_run_code(key) or any(partials(part.type) for part in parts):
        return [], parts
    count = starred.index(True) if True in starred else len(parts)
    saves: list[ir.Stmt] = []
    for index, part in enumerate(parts[:count]):
        save, parts[index] = fx.save(part)
        saves.append(save)
    return saves, parts


def _opened(fx: Fx, value: ir.Expr) -> ir.Expr:
    """What stands behind `**`; of an `Any` its items, in a dict of objects, of a mapping of the program a dict."""
    from rumpkc.types import conversions

    if dict_base(value.type) is None and conversions.is_mapping(value.type):
        return conversions.dict_of_mapping(fx, value, None, value.span)
    if not any_values.is_open(fx, value):
        return value
    span, held = value.span, fx.world.cls("object")
    goal = fx.world.cls("dict", held, held)

    def copied(source: ir.Expr) -> ir.Expr:
        if dict_base(source.type) is None:
            raise fail("E0303", "no mapping", span)
        save, got = fx.save(constructors.construct(fx, goal, [], span))
        return ir.Seq(span, goal, (save, *set_all(fx, goal, got, source)), got)

    return any_values.unary(fx, value, copied, "TypeError", ("'", "' object is not a mapping"), span, "`**`")


def _dict_of_objects(fx: Fx, node: tree.Dict, want: Type | None) -> ClassInst | None:
    """The type of a display that becomes an `object`: its values are any objects, its keys text where all are."""
    if want is None or not is_object(want):
        return None
    text = all(isinstance(k, tree.JoinedStr) or isinstance(k, tree.Constant) and k.kind == "str" for k in node.keys)
    return fx.world.cls("dict", fx.world.cls("str") if text and node.keys else want, want)


def _dict_type(fx: Fx, keys: list[ir.Expr | None], values: list[ir.Expr], span: Span) -> ClassInst:
    pairs = list(zip(keys, values, strict=True))
    whole = [base for key, value in pairs if key is None and (base := dict_base(value.type)) is not None]
    parts = []
    for index in (0, 1):
        held = [ir.Const(span, base.args[index], None) for base in whole]
        parts.append(_resolved(fx, [*held, *((k, v)[index] for k, v in pairs if k is not None)], span))
    return fx.world.cls("dict", *parts)


def set_all(fx: Fx, goal: ClassInst, got: ir.Expr, source: ir.Expr) -> list[ir.Stmt]:
    """The items of `**source`, where those of `goal` may be of a wider type."""
    span = source.span
    if dict_base(source.type) in (goal, None):
        return [ir.Eval(span, calls.call_method(fx, got, "update", [source], span))]

    def body(pair: ir.Expr) -> list[ir.Stmt]:
        save, kept = fx.save(pair)
        assert isinstance(kept.type, TupleType)
        key, value = (ir.TupleGet(span, t, kept, i) for i, t in enumerate(kept.type.items))
        return [save, _set_item(fx, goal, got, key, value)]

    items = tree.Attribute(span, calls.Evaluated(span, source), "items", span)
    return loops.for_each(fx, tree.Call(span, items, (), ()), body, span)


def _set_item(fx: Fx, goal: ClassInst, got: ir.Expr, key: ir.Expr, value: ir.Expr) -> ir.Stmt:
    k = kept(fx, key, goal.args[0], key.span, "a key of this dict")
    v = kept(fx, value, goal.args[1], value.span, "a value of this dict")
    return ir.Eval(key.span, calls.call_method(fx, got, "__setitem__", [k, v], key.span))


# Comprehensions


def comprehend(
    fx: Fx, generators: tuple[tree.Comprehension, ...], inner: Callable[[], list[ir.Stmt]], outermost: bool = True
) -> list[ir.Stmt]:
    """The nested loops of a comprehension around the statements that `inner` makes; its variables are its own."""
    first = generators[0]
    return loops.for_each(fx, first.iter, lambda value: for_item(fx, generators, value, inner), first.span, outermost)


def for_item(
    fx: Fx, generators: tuple[tree.Comprehension, ...], value: ir.Expr, inner: Callable[[], list[ir.Stmt]]
) -> list[ir.Stmt]:
    """What a comprehension does with an item of its first iterable."""
    from rumpkc.types.assignment import bind_fresh
    from rumpkc.types.conditions import condition

    first, rest = generators[0], generators[1:]
    stmts = bind_fresh(fx, first.target, value)
    saved = dict(fx.state.narrow)
    tests = []
    for test in first.ifs:
        cond = condition(fx, test)
        fx.state.narrow.update(cond.true)
        tests.append(cond.test)
    inside = comprehend(fx, rest, inner, outermost=False) if rest else inner()
    fx.state.narrow = saved
    for test in reversed(tests):
        inside = [ir.If(first.span, test, tuple(inside))]
    return [*stmts, *inside]


def scoped(fx: Fx, build: Callable[[], ir.Expr]) -> ir.Expr:
    """What `build` makes with variables of its own; those that closures share are new each time."""
    fx.scopes.append({})
    known, doubted = dict(fx.state.narrow), dict(fx.state.doubted)
    try:
        value = build()
        cells = closures.new_cells(list(fx.scopes[-1].values()), value.span)
    finally:
        own = fx.scopes.pop()
    _uncover(fx.state.narrow, known, own)
    _uncover(fx.state.doubted, doubted, own)
    return ir.Seq(value.span, value.type, tuple(cells), value) if cells else value


def _uncover(facts: dict[str, Type], before: dict[str, Type], own: Iterable[str]) -> None:
    """What was known of the variables that had the names of `own`, is known again; what is known of `own` ends."""
    for name in own:
        for key in [key for key in facts if key == name or key.startswith(name + ".")]:
            del facts[key]
        facts.update({key: t for key, t in before.items() if key == name or key.startswith(name + ".")})


class _Slot:
    """The new container, whose type is known only once the first element has been checked."""

    def __init__(self, fx: Fx, kind: str, goal: ClassInst | None, span: Span) -> None:
        self.fx, self.kind, self.goal, self.span = fx, kind, goal, span
        self.local: ir.Local | None = None

    def get(self, *items: Type) -> ir.Expr:
        if self.goal is None:
            self.goal = self.fx.world.cls(self.kind, *items)
        if self.local is None:
            self.local = self.fx.temp(self.goal, self.span)
        return ir.LocalGet(self.span, self.goal, self.local)

    def finish(self, stmts: list[ir.Stmt]) -> ir.Expr:
        assert self.goal is not None and self.local is not None
        first = ir.SetLocal(self.span, self.local, constructors.construct(self.fx, self.goal, [], self.span))
        return ir.Seq(self.span, self.goal, (first, *stmts), self.get())


def list_comp(fx: Fx, node: tree.ListComp | tree.GeneratorExp, want: Type | None) -> ir.Expr:
    """`[f(x) for x in xs if p(x)]`."""
    from rumpkc.types.exprs import expr

    goal = _goal(fx, want, "list")
    if loops.never_runs(node.generators[0].iter):
        return _nothing(fx, node, goal, "list")
    slot = _Slot(fx, "list", goal, node.span)

    def inner() -> list[ir.Stmt]:
        value = expr(fx, node.elt, goal.args[0] if goal else None)
        target = slot.get(*(() if goal else (settled(value),)))
        assert slot.goal is not None
        return [_append(fx, target, kept(fx, value, slot.goal.args[0], node.elt.span, "an item of this list"))]

    return scoped(fx, lambda: slot.finish(comprehend(fx, node.generators, inner)))


def _nothing(fx: Fx, node: tree.Expr, goal: ClassInst | None, kind: str) -> ir.Expr:
    """What a comprehension over nothing gives: an empty container like any other."""
    return constructors.construct(fx, goal, [], node.span) if goal else partial_display(fx, kind, node)


def settled(value: ir.Expr) -> Type:
    """The type of an item, which must be known."""
    if isinstance(value.type, PartialType):
        if value.type.kind == "lambda":
            raise unknown_lambda(value.type)
        from rumpkc.diagnostics import fail

        raise fail(
            "E0321",
            f"the type of this empty {value.type.kind} is not known",
            value.type.span,
            help="annotate the variable that takes the comprehension",
        )
    return value.type


def set_comp(fx: Fx, node: tree.SetComp, want: Type | None) -> ir.Expr:
    """`{f(x) for x in xs}`."""
    from rumpkc.types.exprs import expr

    goal = _goal(fx, want, "set")
    if loops.never_runs(node.generators[0].iter):
        return _nothing(fx, node, goal, "set")
    slot = _Slot(fx, "set", goal, node.span)

    def inner() -> list[ir.Stmt]:
        value = expr(fx, node.elt, goal.args[0] if goal else None)
        target = slot.get(*(() if goal else (settled(value),)))
        assert slot.goal is not None
        item = kept(fx, value, slot.goal.args[0], node.elt.span, "an item of this set")
        return [ir.Eval(node.elt.span, calls.call_method(fx, target, "add", [item], node.elt.span))]

    return scoped(fx, lambda: slot.finish(comprehend(fx, node.generators, inner)))


def dict_comp(fx: Fx, node: tree.DictComp, want: Type | None) -> ir.Expr:
    """`{k(x): v(x) for x in xs}`."""
    from rumpkc.types.exprs import expr

    goal = _goal(fx, want, "dict")
    slot = _Slot(fx, "dict", goal, node.span)

    def inner() -> list[ir.Stmt]:
        key = expr(fx, node.key, goal.args[0] if goal else None)
        save, got = fx.save(key)
        value = expr(fx, node.value, goal.args[1] if goal else None)
        target = slot.get(*(() if goal else (settled(key), settled(value))))
        assert slot.goal is not None
        return [save, _set_item(fx, slot.goal, target, got, value)]

    return scoped(fx, lambda: slot.finish(comprehend(fx, node.generators, inner)))
