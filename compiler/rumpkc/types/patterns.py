"""`match`: each pattern becomes a test and the bindings it makes."""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, exhaustive, records, tags, value_facts
from rumpkc.types.after_errors import block_of
from rumpkc.types.annotations import Annotations
from rumpkc.types.unions import make_union
from rumpkc.types.boxes import as_known, found_in_objects, is_of
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.class_tests import class_for_test, instance_test, split_type
from rumpkc.types.conditions import condition, narrow_key
from rumpkc.types.container_classes import list_of
from rumpkc.types.convert import coerce, is_var_tuple, join
from rumpkc.types.fx import Fx, merge, partials
from rumpkc.types.identity import identity
from rumpkc.types.pattern_types import may_equal, may_match, parts_of, split_by, taken_type, whole_type
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    ClassInst,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_object,
)


def match_stmt(fx: Fx, node: tree.Match) -> list[ir.Stmt]:
    """Cases in order: `if test: bind; if guard: body; done`. The subject is evaluated once."""
    from rumpkc.types.exprs import expr

    save, got = fx.save(expr(fx, node.subject))
    done, span = fx.temp(BOOL, node.span), node.span
    key, keys = narrow_key(fx, node.subject), _keys_of_items(fx, node.subject)
    tagged = tags.tagged(fx, node.subject)
    before = fx.state.copy()
    ends = []
    out: list[ir.Stmt] = [save, ir.SetLocal(span, done, ir.Const(span, BOOL, False))]
    rest = got.type
    exhausted = False
    rows: list[tree.Pattern] = []
    for case in node.cases:
        if exhausted or rest is NEVER:
            break
        fx.state = before.copy()
        subject = _known(got, rest, span)
        _narrow_items(fx, case.pattern, subject.type, keys)
        surely = tags.case_test(fx, tagged, case.pattern, rows)
        stmts, total, matched = _case(fx, case, subject, done, key, surely)
        ends.append(fx.state)
        if not stmts:
            continue
        wrapped = ir.If(case.body[0].span if case.body else span, _not_done(done, span), tuple(stmts))
        out.append(wrapped if len(out) > 2 else ir.If(span, ir.Const(span, BOOL, True), tuple(stmts)))
        if case.guard is None:
            rows.append(case.pattern)
        if case.guard is None:
            fx.state = before
            rest = exhaustive.rest_of(fx, split_by(rest, matched)[1] if matched is not None else rest, rows)
            if key and rest != subject.type:
                before.narrow[key] = rest
        exhausted = total and case.guard is None
        if case.guard is None and not exhausted:
            fx.state = before
            left = exhaustive.answer(fx, node.subject, got.type, key, rows)
            exhausted = left == "nothing"
            if left == "a promise":
                before.swallowed = before.swallowed or value_facts.PROMISE
    if not exhausted and rest is not NEVER:
        ends.append(before)
    fx.state = merge(ends)
    return out


def _keys_of_items(fx: Fx, subject: tree.Expr) -> list[str]:
    """The names of facts about the items of `match a, b:`; "" for an item that is no variable."""
    plain = isinstance(subject, tree.Tuple) and all(
        isinstance(e, (tree.Name, tree.Constant, tree.Attribute)) for e in subject.elts)
    if not plain:
        return []
    assert isinstance(subject, tree.Tuple)
    return [narrow_key(fx, e) if isinstance(e, tree.Name) else "" for e in subject.elts]


def _narrow_items(fx: Fx, node: tree.Pattern, subject: Type, keys: list[str]) -> None:
    """What `case int(), None:` tells of the variables in `match a, b:`."""
    ways = node.patterns if isinstance(node, tree.MatchOr) else (node,)
    if not keys or not isinstance(subject, TupleType) or len(subject.items) != len(keys):
        return
    rows = [way.patterns for way in ways if isinstance(way, tree.MatchSequence) and len(way.patterns) == len(keys)]
    if len(rows) < len(ways) or any(isinstance(p, tree.MatchStar) for row in rows for p in row):
        return
    for key, item, column in zip(keys, subject.items, zip(*rows, strict=True), strict=True):
        taken = [taken_type(fx, part, item) for part in column]
        if key and NEVER not in taken and (whole := make_union(taken)) not in (NONE, item):
            fx.state.narrow[key] = whole


def _known(got: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """The subject with the members that earlier cases took away removed."""
    return got if t == got.type or t is NEVER else ir.Convert(span, t, got)


def _not_done(done: ir.Local, span: Span) -> ir.Expr:
    return ir.Prim(span, BOOL, "not", (ir.LocalGet(span, BOOL, done),))


def _case(
    fx: Fx, case: tree.MatchCase, subject: ir.Expr, done: ir.Local, key: str, surely: ir.Expr | None
) -> tuple[list[ir.Stmt], bool, Type | None]:
    """One case: its statements, whether its pattern takes everything, and the type that it takes wholly (or None).
    `surely` is asked where the pattern matches, and true or raises."""
    binds: list[tuple[tree.Name, ir.Expr]] = []
    test = pattern(fx, case.pattern, subject, binds)
    whole = whole_type(fx, case.pattern, subject.type)
    taken = taken_type(fx, case.pattern, subject.type)
    if key and taken not in (NONE, NEVER, subject.type):
        fx.state.narrow[key] = taken
    finish: ir.Stmt = ir.SetLocal(case.span, done, ir.Const(case.span, BOOL, True))
    total = isinstance(test, ir.Const) and bool(test.value)
    if isinstance(test, ir.Const) and not total:
        fx.state.dead = True                    # no value of the subject's type matches: names have no types here
        return [], False, whole
    test = both(test, surely, case.span) if surely is not None else test
    inner = [stmt for name, value in binds for stmt in _store(fx, name, value)]
    if case.guard is not None:
        cond = condition(fx, case.guard)
        missed = fx.state.copy()
        fx.state.narrow.update(cond.true)
        body = block_of(fx, case.body)
        inner.append(ir.If(case.span, cond.test, (finish, *body)))
        del missed
    else:
        inner += [finish, *block_of(fx, case.body)]
    return [ir.If(case.span, test, tuple(inner))], total, whole


def _store(fx: Fx, name: tree.Name, value: ir.Expr) -> list[ir.Stmt]:
    """Bind a name that is captured; one that cases give values of several types has the union of these."""
    from rumpkc.types.assignment import store_name

    var = fx.vars.get(name.id)
    if var is not None and not name.id.startswith("_") and name.id not in fx.globals | fx.nonlocals:
        old, new = var.local.type, value.type
        inferred = not var.declared or name.id in fx.hints.variables
        known = partials(old) or partials(new) or new is NEVER or old is NONE or new in parts_of(old)
        if inferred and not known and make_union([old, new]) != old:
            raise fx.hint_variable(name.id, make_union([old, new]))
    return store_name(fx, name, value)


def pattern(fx: Fx, node: tree.Pattern, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]) -> ir.Expr:
    """The test of one pattern; what it captures is appended to `binds`. `subject` may be read more than once."""
    match node:
        case tree.MatchValue():
            return _value(fx, node, subject)
        case tree.MatchSingleton():
            return _singleton(fx, node, subject)
        case tree.MatchAs():
            return _capture(fx, node, subject, binds)
        case tree.MatchOr():
            return _or(fx, node, subject, binds)
        case tree.MatchClass():
            return _class(fx, node, subject, binds)
        case tree.MatchSequence():
            return _sequence(fx, node, subject, binds)
        case tree.MatchMapping():
            from rumpkc.types.mapping_patterns import mapping

            return mapping(fx, node, subject, binds)
    raise fail("E0419", "`*` stands only inside a sequence pattern", node.span)


def part_test(fx: Fx, node: tree.Pattern, value: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]) -> ir.Expr:
    """The test of a pattern for a part of the subject, which is fetched once."""
    if isinstance(value, (ir.LocalGet, ir.TupleGet, ir.FieldGet, ir.Const)):
        return pattern(fx, node, value, binds)
    if isinstance(node, tree.MatchAs) and node.pattern is None and node.name is None:
        return ir.Const(node.span, BOOL, True)
    save, got = fx.save(value)
    test = pattern(fx, node, got, binds)
    return ir.Seq(node.span, BOOL, (save,), test)


def _value(fx: Fx, node: tree.MatchValue, subject: ir.Expr) -> ir.Expr:
    from rumpkc.types.comparisons import equal
    from rumpkc.types.exprs import expr

    t = subject.type
    want = t.item if isinstance(t, OptionalType) else t
    value = expr(fx, node.value, want)
    if isinstance(t, UnionType):
        out: ir.Expr = ir.Const(node.span, BOOL, False)
        for member in t.members:
            if may_equal(member, value.type):
                test = equal(fx, ir.Convert(node.span, member, subject), value, node.span)
                here = ir.And(node.span, BOOL, ir.IsInstance(node.span, BOOL, subject, member), test)
                out = here if isinstance(out, ir.Const) else ir.Or(node.span, BOOL, here, out)
        return out
    return equal(fx, subject, value, node.span)


def _singleton(fx: Fx, node: tree.MatchSingleton, subject: ir.Expr) -> ir.Expr:
    t, span = subject.type, node.span
    if is_object(t):
        only = ir.Const(span, NONE, None) if node.value is None else ir.Const(span, BOOL, bool(node.value))
        return identity(fx, subject, only, span)
    if node.value is None:
        if isinstance(t, OptionalType) or (isinstance(t, UnionType) and NONE in t.members):
            return ir.IsNone(span, BOOL, subject)
        return ir.Const(span, BOOL, t is NONE)
    if t is BOOL:
        return subject if node.value else ir.Prim(span, BOOL, "not", (subject,))
    held = ir.Const(span, BOOL, False) if BOOL not in parts_of(t) else holds(fx, subject, BOOL, span)
    return both(held, _singleton(fx, node, ir.Convert(span, BOOL, subject)), span) if BOOL in parts_of(t) else held


def _capture(fx: Fx, node: tree.MatchAs, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]) -> ir.Expr:
    test: ir.Expr = ir.Const(node.span, BOOL, True)
    value = subject
    if node.pattern is not None:
        test = pattern(fx, node.pattern, subject, binds)
        taken = taken_type(fx, node.pattern, subject.type)
        if taken not in (NEVER, subject.type):
            value = as_known(fx, subject, taken, node.span)
    if node.name is not None:
        binds.append((tree.Name(node.span, node.name), value))
    return test


def _or(fx: Fx, node: tree.MatchOr, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]) -> ir.Expr:
    """`A | B`: the names are the same in all of them, and get their values from the one that matches."""
    span = node.span
    sides: list[tuple[ir.Expr, dict[str, ir.Expr]]] = []
    for inner in node.patterns:
        captured: list[tuple[tree.Name, ir.Expr]] = []
        test = pattern(fx, inner, subject, captured)
        sides.append((test, {name.id: value for name, value in captured}))
    return _one_of(fx, sides, binds, span)


def _one_of(fx: Fx, sides: list[tuple[ir.Expr, dict[str, ir.Expr]]], binds: list[tuple[tree.Name, ir.Expr]],
            span: Span) -> ir.Expr:
    """The first of several tests that holds; the names that each of them captures get its values. One that cannot hold
    captures less."""
    names = {name for _, found in sides for name in found}
    sides = [side for side in sides if side[1].keys() == names]
    if not sides:
        return ir.Const(span, BOOL, False)
    slots: dict[str, ir.Local] = {}
    for name in sides[0][1]:
        t = join(fx, [found[name].type for _, found in sides], span, f"`{name}`")
        slots[name] = fx.temp(t, span)
        binds.append((tree.Name(span, name), ir.LocalGet(span, t, slots[name])))
    out: ir.Expr = ir.Const(span, BOOL, False)
    for test, found in reversed(sides):
        if slots:
            fill = tuple(ir.SetLocal(span, slots[n], coerce(fx, found[n], slots[n].type, span)) for n in slots)
            test = both(test, ir.Seq(span, BOOL, fill, ir.Const(span, BOOL, True)), span)
        out = test if isinstance(out, ir.Const) and not out.value else ir.Or(span, BOOL, test, out)
    return out


def _class(fx: Fx, node: tree.MatchClass, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]) -> ir.Expr:
    span = node.span
    cls = class_for_test(fx, Annotations(fx.world, fx.module, fx.env, exact=True), node.cls, subject.type)
    wanted = list(cls.members) if isinstance(cls, UnionType) else [cls]
    test = instance_test(fx, subject, wanted, node)
    inner, _ = split_type(subject.type, wanted)
    if inner is NEVER:
        return ir.Const(span, BOOL, False)
    value: ir.Expr = as_known(fx, subject, inner, span) if inner != subject.type else subject
    names = _match_args(cls, node) if node.patterns and isinstance(cls, ClassInst) and not _is_builtin(cls) else []
    if node.patterns and not names:
        if len(node.patterns) == 1 and not node.kwd_patterns:
            more = pattern(fx, node.patterns[0], value, binds)
            return both(test, more, span)
        raise fail("E0349", f"`{cls}` has no positional parts to match", span, help="match by keyword: `Point(x=0)`")
    pairs = [*zip(names, node.patterns, strict=False), *zip(node.kwd_attrs, node.kwd_patterns, strict=True)]
    for attr, sub in pairs:
        from rumpkc.types.names import get_attribute

        test = both(test, part_test(fx, sub, get_attribute(fx, value, attr, sub.span), binds), span)
    return test


def _is_builtin(cls: ClassInst) -> bool:
    return cls.info.module.library


def _match_args(cls: ClassInst, node: tree.MatchClass) -> list[str]:
    from rumpkc.types.synth import match_names

    names = match_names(cls.info)
    if len(node.patterns) > len(names):
        count = counted(len(names), "positional part")
        raise fail(
            "E0349",
            f"`{cls}` has {count}, not {len(node.patterns)}",
            node.span,
            help=f"name the fields: `{cls.name}(field=…)`",
        )
    return names


def both(a: ir.Expr, b: ir.Expr, span: Span) -> ir.Expr:
    """`a and b`, of tests that may be constants."""
    if isinstance(b, ir.Const) and b.value:
        return a
    if isinstance(a, ir.Const) and a.value:
        return b
    return ir.And(span, BOOL, a, b)


def holds(fx: Fx, subject: ir.Expr, part: Type, span: Span) -> ir.Expr:
    """Whether an optional, a union or an `object` holds `part`."""
    if is_object(subject.type):
        return is_of(fx, subject, part, span)
    if isinstance(subject.type, OptionalType):
        return negate(ir.IsNone(span, BOOL, subject))
    return ir.IsInstance(span, BOOL, subject, part)


def _sequence(fx: Fx, node: tree.MatchSequence, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]) -> ir.Expr:
    """`[a, *rest]`: of a value of several types, whichever can be a sequence of that length."""
    t = subject.type
    if is_object(t):
        kinds = ("list", VAR_TUPLE, "range")
        parts: tuple[Type, ...] = tuple(p for k in kinds for p in found_in_objects(fx, fx.world.builtin(k)))
    elif isinstance(t, (OptionalType, UnionType)):
        parts = parts_of(t)
    else:
        return _plain_sequence(fx, node, subject, binds)
    fitting = [p for p in parts if may_match(p, node)]
    return of_parts(fx, node, subject, fitting, lambda one, into: _plain_sequence(fx, node, one, into), binds)


def of_parts(
    fx: Fx,
    node: tree.Pattern,
    subject: ir.Expr,
    parts: list[Type],
    match: Callable[[ir.Expr, list[tuple[tree.Name, ir.Expr]]], ir.Expr],
    binds: list[tuple[tree.Name, ir.Expr]],
) -> ir.Expr:
    """`match` of the subject as whichever of `parts` it is; names get their values from that one."""
    span = node.span
    sides: list[tuple[ir.Expr, dict[str, ir.Expr]]] = []
    for part in parts:
        captured: list[tuple[tree.Name, ir.Expr]] = []
        try:
            test = match(as_known(fx, subject, part, span), captured)
        except CompileError as error:
            if error.code != "E0309" or len(parts) == 1 and not is_object(subject.type):
                raise
            continue                    # its items never equal those of the pattern
        sides.append((both(holds(fx, subject, part, span), test, span), {name.id: v for name, v in captured}))
    if len(sides) == 1:
        binds += [(tree.Name(span, name), value) for name, value in sides[0][1].items()]
        return sides[0][0]
    return _one_of(fx, sides, binds, span) if sides else ir.Const(span, BOOL, False)


def _plain_sequence(
    fx: Fx, node: tree.MatchSequence, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]]
) -> ir.Expr:
    t, span = subject.type, node.span
    star = next((i for i, p in enumerate(node.patterns) if isinstance(p, tree.MatchStar)), None)
    if isinstance(t, TupleType):
        return _tuple_pattern(fx, node, subject, binds, star)
    if records.is_named_tuple(t):
        save, whole = fx.save(records.as_tuple(fx, subject))
        return ir.Seq(span, BOOL, (save,), _tuple_pattern(fx, node, whole, binds, star))
    listed = list_of(t)
    if listed is not None and listed is not t:
        subject = ir.Convert(span, listed, subject)
    if listed is not None or is_var_tuple(t) or _is_short_range(t, node):
        return _list_pattern(fx, node, subject, binds, star)
    if may_match(t, node):
        raise fail("E0400", f"a sequence pattern for {t} is not compiled yet", span, help="make a list of it")
    return ir.Const(span, BOOL, False)


def _is_short_range(t: Type, node: tree.MatchSequence) -> bool:
    """A range against a pattern that captures no rest, which would have to be a list."""
    named = any(isinstance(p, tree.MatchStar) and p.name is not None for p in node.patterns)
    return isinstance(t, ClassInst) and t.name == "range" and t.info.module.library and not named


def _tuple_pattern(
    fx: Fx, node: tree.MatchSequence, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]], star: int | None
) -> ir.Expr:
    """A tuple of known length: only the items are tested."""
    t, span = subject.type, node.span
    assert isinstance(t, TupleType)
    spare = len(t.items) - len(node.patterns) + (star is not None)
    if spare < 0 or (star is None and spare > 0):
        return ir.Const(span, BOOL, False)
    parts = [ir.TupleGet(span, item, subject, at) for at, item in enumerate(t.items)]
    test: ir.Expr = ir.Const(span, BOOL, True)
    at = 0
    for inner in node.patterns:
        if isinstance(inner, tree.MatchStar):
            if inner.name is not None:
                binds.append((tree.Name(inner.span, inner.name), _listed(fx, parts[at : at + spare], inner.span)))
            at += spare
            continue
        test = both(test, pattern(fx, inner, parts[at], binds), span)
        at += 1
    return test


def _listed(fx: Fx, parts: list[ir.TupleGet], span: Span) -> ir.Expr:
    from rumpkc.types.exprs import expr

    if not parts:
        raise fail("E0419", "this star never takes an item, so its list has no type", span, help="write `*_`")
    return expr(fx, tree.List(span, calls.evaluated(list(parts))))


def _list_pattern(
    fx: Fx, node: tree.MatchSequence, subject: ir.Expr, binds: list[tuple[tree.Name, ir.Expr]], star: int | None
) -> ir.Expr:
    from rumpkc.types.operators import usize_to_int

    span = node.span
    count = len(node.patterns) - (star is not None)
    size = usize_to_int(calls.call_method(fx, subject, "__len__", [], span))
    test: ir.Expr = ir.Prim(span, BOOL, "icmp.eq" if star is None else "icmp.sge", (size, ir.Const(span, INT, count)))
    for index, inner in enumerate(node.patterns):
        if isinstance(inner, tree.MatchStar):
            if inner.name is not None:
                optional = OptionalType(INT)
                after = len(node.patterns) - index - 1
                stop: ir.Expr = (
                    ir.Convert(span, optional, ir.Const(span, INT, -after)) if after else ir.Const(span, optional, None)
                )
                bounds = [ir.Convert(span, optional, ir.Const(span, INT, index)), stop, ir.Const(span, optional, None)]
                rest = calls.call_method(fx, subject, "_slice", bounds, span)
                if is_var_tuple(subject.type):
                    rest = calls.call_method(fx, rest, "_list", [], span)       # a star captures a list, always
                binds.append((tree.Name(inner.span, inner.name), rest))
            continue
        at = index if star is None or index < star else index - len(node.patterns)
        item = calls.call_method(fx, subject, "__getitem__", [ir.Const(span, INT, at)], span)
        test = both(test, part_test(fx, inner, item, binds), span)
    return test
