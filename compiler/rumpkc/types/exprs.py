"""Expressions: one function a kind of tree node, each giving IR. `want` is a hint from the place, never a promise."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    call_forms,
    calls,
    class_comparisons,
    comparisons,
    decorations,
    enums,
    generators,
    genexps,
    iterable_arguments,
    mixed_items,
    names,
    operators,
    other_sets,
    param_specs,
    star_calls,
    stars,
    text,
)
from rumpkc.types.annotations import ARRAY_HELP
from rumpkc.types.meeting import meet
from rumpkc.types.unions import but_none
from rumpkc.types.conditions import condition, is_test, is_type_call, names_class, operand_facts, truth_of_value
from rumpkc.types.convert import coerce, const_int, is_var_tuple, join, kept, truth
from rumpkc.types.fx import Fx, PartialType, State, merge, partials
from rumpkc.types.literals import fold_int
from rumpkc.types.wide_literals import literal
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    ArrayType,
    ClassInst,
    FormsType,
    FuncType,
    IntType,
    OptionalType,
    TupleType,
    Type,
    UnionType,
)


def expr(fx: Fx, node: tree.Expr, want: Type | None = None) -> ir.Expr:
    """Check one expression."""
    before, fx.world.at = fx.world.at, node.span
    out = None
    if want is not None and fx.world.shapes.results and isinstance(node, (tree.Name, tree.Attribute, tree.Lambda)):
        out = call_forms.written(fx, node, want)
    out = RULES[type(node)](fx, node, want) if out is None else out
    fx.world.at = before
    return out


def typed(fx: Fx, node: tree.Expr, target: Type, what: str = "") -> ir.Expr:
    """Check an expression whose place has type `target`."""
    return coerce(fx, expr(fx, node, target), target, node.span, what)


def stored(fx: Fx, node: tree.Expr, target: Type, what: str = "") -> ir.Expr:
    """Check an expression whose place has type `target` and keeps the value."""
    return kept(fx, expr(fx, node, target), target, node.span, what)


def _number_want(want: Type | None) -> Type | None:
    return want.item if isinstance(want, OptionalType) else want


def _constant(fx: Fx, node: tree.Constant, want: Type | None) -> ir.Expr:
    want = _number_want(want)
    match node.kind:
        case "int":
            assert isinstance(node.value, int)
            return const_int(node.span, want, node.value) if isinstance(want, IntType) else literal(
                fx, node.span, node.value)
        case "float":
            return ir.Const(node.span, F32 if want is F32 else FLOAT, node.value)  # type: ignore[arg-type]
        case "bool":
            return ir.Const(node.span, BOOL, bool(node.value))
        case "none":
            return ir.Const(node.span, NONE, None)
        case "str":
            return text.str_const(fx, node.span, str(node.value))
        case "bytes":
            assert isinstance(node.value, bytes)
            return ir.StrConst(node.span, fx.world.cls("bytes"), node.value)
    shown = "`...`" if node.kind == "ellipsis" else "this literal"
    raise fail("E0412", f"{shown} is not compiled as a value", node.span, help="`None` says that there is no value")


def _binop(fx: Fx, node: tree.BinOp, want: Type | None) -> ir.Expr:
    folded = fold_int(fx.world, fx.module, node, fx.assigned)
    if folded is not None:
        target = _number_want(want)
        if isinstance(target, IntType) and target.low <= folded <= target.high:
            return const_int(node.span, target, folded)
        return const_int(node.span, INT, folded) if target is INT else literal(fx, node.span, folded)
    hint = want if isinstance(_number_want(want), IntType) and node.op not in ("/", "<<", ">>") else None
    if (
        hint is None
        and isinstance(want, ClassInst)
        and (node.op == "+" or (node.op == "*" and isinstance(node.left, tree.List)))
    ):
        hint = want
    if node.op == "%":
        from rumpkc.types.percent import percent_format

        formatted = percent_format(fx, node)
        if formatted is not None:
            return formatted
    from rumpkc.types import lambdas

    left = _operand(fx, node.left, hint)
    if node.op == "%" and left.type is fx.world.cls("str"):
        from rumpkc.types.percent_late import percent_late

        return percent_late(fx, left, node.right, node.span)
    if operators.takes_function(left.type, node.op) and lambdas.needs_types(fx, node.right):
        name = f"__{operators.DUNDER[node.op]}__"
        return calls.method_call(fx, left, name, (node.right,), (), node.span, want)
    told = operators.display_type(fx, left.type, f"__{operators.DUNDER[node.op]}__", node.right)
    right = _operand(fx, node.right, told or hint or _list_hint(fx, left.type, node.right))
    if isinstance(left.type, PartialType) and isinstance(right.type, ClassInst):
        left = coerce(fx, left, right.type, node.left.span)
    return operators.binary(fx, node.op, left, right, node.span, want)


def _list_hint(fx: Fx, t: Type, node: tree.Expr) -> Type | None:
    """What the container on the left side says of a display on the right one."""
    known = isinstance(t, ClassInst) and t.args and not other_sets.differs(fx, t, node)
    return t if known else None


def _operand(fx: Fx, node: tree.Expr, hint: Type | None) -> ir.Expr:
    """An operand; a literal that does not fit the hint stays an int, so that the message is about the whole."""
    if fold_int(fx.world, fx.module, node, fx.assigned) is not None:
        return expr(fx, node, None)
    return expr(fx, node, hint)


def _unary(fx: Fx, node: tree.UnaryOp, want: Type | None) -> ir.Expr:
    if node.op == "not":
        return negate(truth_of_value(fx, node.operand))
    folded = fold_int(fx.world, fx.module, node, fx.assigned)
    if folded is not None:
        target = _number_want(want)
        if isinstance(target, IntType) and not target.modular:
            return const_int(node.span, target, folded)
        return literal(fx, node.span, folded)
    value = expr(fx, node.operand, want)
    if isinstance(value, ir.Const) and value.type in (FLOAT, F32) and node.op == "-":
        return ir.Const(node.span, value.type, -value.value)  # type: ignore[operator]
    return operators.unary(fx, node.op, value, node.span)


def _bool_op(fx: Fx, node: tree.BoolOp, want: Type | None) -> ir.Expr:
    """`a or b` as a value: the first operand that decides. What the operands before it told is known in each."""
    if is_test(node):
        return condition(fx, node).test
    first = expr(fx, node.values[0], want)
    if isinstance(first.type, PartialType):
        before = fx.state.copy()
        coerce(fx, first, expr(fx, node.values[1], want).type, node.span)
        fx.state = before
    ends, found = [fx.state.copy()], [first]
    for told, value in pairwise(node.values):
        facts = operand_facts(fx, told)
        fx.state.narrow.update(facts.true if node.op == "and" else facts.false)
        found.append(expr(fx, value, want))
        ends.append(fx.state.copy())
    fx.state = merge(ends)
    out = found.pop()
    while found:                        # from the last one on: what decides is asked once
        out = _choose(fx, node, found.pop(), out, want)
    return out


def _choose(fx: Fx, node: tree.BoolOp, first: ir.Expr, second: ir.Expr, want: Type | None) -> ir.Expr:
    for one, other in ((first, second), (second, first)):
        if isinstance(one.type, PartialType) and not isinstance(other.type, PartialType):
            coerce(fx, one, other.type, node.span)
    if first.type is BOOL and second.type is BOOL:
        kind = ir.And if node.op == "and" else ir.Or
        return kind(node.span, BOOL, first, second)
    kept = first.type
    if node.op == "or":                     # a None never comes out of its left side
        kept = but_none(kept)
    t = join(fx, [kept, second.type], node.span, f"`{node.op}`")
    save, got = fx.save(first)
    left = got if kept == first.type else ir.Convert(node.span, kept, got)
    left, right = coerce(fx, left, t, node.span), coerce(fx, second, t, node.span)
    test = truth(fx, got)
    pair = (right, left) if node.op == "and" else (left, right)
    return ir.Seq(node.span, t, (save,), ir.IfExp(node.span, t, test, *pair))


def _compare(fx: Fx, node: tree.Compare, want: Type | None) -> ir.Expr:
    if len(node.ops) == 1:
        none = isinstance(node.comparators[0], tree.Constant) and node.comparators[0].kind == "none"
        other = node.comparators[0]
        of_type = is_type_call(node.left) and (is_type_call(other) or not class_comparisons.is_value(fx, other))
        is_type = of_type or names_class(fx, other)
        if (none or is_type) and node.ops[0] in ("is", "is not", "==", "!="):
            found = condition(fx, node)
            return found.value or found.test
        inside = _in_enum(fx, node)
        if inside is not None:
            return inside
        left = expr(fx, node.left)
        among = node.ops[0] in ("in", "not in") and not isinstance(left.type, IntType)
        right = _right_side(fx, node.comparators[0], left.type, among)
        forms = _forms_in(right.type) if isinstance(node.left, tree.Name) and isinstance(left.type, FuncType) else None
        if forms is not None:
            left = expr(fx, node.left, forms)
        return comparisons.compare(fx, node.ops[0], left, right, node.span)
    return _chain(fx, node)


def _forms_in(t: Type) -> Type | None:
    """The functions of several forms that a value is or holds, to which a function is compared."""
    held = t.args if isinstance(t, ClassInst) else ()
    return next((one for one in (t, *held) if isinstance(one, FormsType)), None)


def _right_side(fx: Fx, node: tree.Expr, left: Type, among: bool) -> ir.Expr:
    """The right side of a comparison: a display, or an object of a generic class, takes the left side's type, unless
    its items are of another that compares with that one."""
    hint = None if among else _literals_like(fx, node, left) if isinstance(left, IntType) else left
    made = isinstance(node, tree.Call) and isinstance(left, ClassInst) and bool(left.args)
    if hint is None or not made and not isinstance(node, (tree.List, tree.Tuple, tree.Set, tree.Dict)):
        return expr(fx, node, hint)
    now = fx.state.copy()
    try:
        return expr(fx, node, hint)
    except CompileError as error:
        if error.code != "E0303":
            raise
        fx.state = now
        value = expr(fx, node)
        if not meet(fx, hint, value.type) or mixed_items.only_empty(fx, hint, value.type):
            raise
        return value


def _literals_like(fx: Fx, node: tree.Expr, left: IntType) -> Type | None:
    """The type of the `[4, 2**63]` in `x in [4, 2**63]`, where x may be what no `int` is."""
    if INT.holds(left) or not isinstance(node, (tree.List, tree.Tuple, tree.Set)):
        return None
    values = [fold_int(fx.world, fx.module, item, fx.assigned) for item in node.elts]
    if any(value is None or not left.low <= value <= left.high for value in values):
        return None
    if isinstance(node, tree.Tuple):
        return TupleType((left,) * len(values))
    return fx.world.cls("list" if isinstance(node, tree.List) else "set", left)


def _in_enum(fx: Fx, node: tree.Compare) -> ir.Expr | None:
    """`x in Color`."""
    cls = enums.enum_named(fx, node.comparators[0]) if node.ops[0] in ("in", "not in") else None
    if cls is None:
        return None
    out = enums.class_contains(fx, cls, expr(fx, node.left), node.span)
    return out if node.ops[0] == "in" else negate(out)


def _chain(fx: Fx, node: tree.Compare) -> ir.Expr:
    """`a < b < c`: every operand at most once, left to right, and no further than the first false one."""
    left = expr(fx, node.left)
    pieces: list[tuple[list[ir.Stmt], ir.Expr]] = []
    for index, (op, right_node) in enumerate(zip(node.ops, node.comparators, strict=True)):
        stmts: list[ir.Stmt] = []
        if not isinstance(left, (ir.LocalGet, ir.Const)):
            save, left = fx.save(left)
            stmts.append(save)
        right = expr(fx, right_node)
        if index < len(node.ops) - 1 and not isinstance(right, ir.Const):
            save, right = fx.save(right)
            stmts.append(save)
        pieces.append((stmts, comparisons.compare(fx, op, left, right, node.span)))
        left = right
    out: ir.Expr | None = None
    for stmts, test in reversed(pieces):
        whole = test if out is None else ir.And(node.span, BOOL, test, out)
        out = ir.Seq(node.span, BOOL, tuple(stmts), whole) if stmts else whole
    assert out is not None
    return out


def _if_exp(fx: Fx, node: tree.IfExp, want: Type | None) -> ir.Expr:
    cond = condition(fx, node.test)
    before = fx.state

    def branch(part: tree.Expr, facts: dict[str, Type], wanted: Type | None) -> tuple[ir.Expr, State]:
        fx.state = before.copy()
        fx.state.narrow.update(facts)
        return expr(fx, part, wanted), fx.state

    then, after_then = branch(node.body, cond.true, want)
    orelse, after_else = branch(node.orelse, cond.false, want)
    if want is None and then.type != orelse.type:           # a display's items are what the other side holds
        if isinstance(node.orelse, DISPLAYS) and not isinstance(then.type, PartialType):
            orelse, after_else = _or_as_it_is(lambda: branch(node.orelse, cond.false, then.type), (orelse, after_else))
        elif isinstance(node.body, DISPLAYS) and not isinstance(orelse.type, PartialType):
            then, after_then = _or_as_it_is(lambda: branch(node.body, cond.true, orelse.type), (then, after_then))
    fx.state = merge([after_then, after_else])
    for one, other in ((then, orelse), (orelse, then)):
        if isinstance(one.type, PartialType) and not isinstance(other.type, PartialType):
            coerce(fx, one, other.type, node.span)
    t = _joined(fx, then, orelse, node.span, want)
    return ir.IfExp(
        node.span, t, cond.test, coerce(fx, then, t, node.body.span), coerce(fx, orelse, t, node.orelse.span)
    )


DISPLAYS = (tree.List, tree.Set, tree.Dict, tree.ListComp, tree.SetComp, tree.DictComp)


def _or_as_it_is(again: Callable[[], tuple[ir.Expr, State]], found: tuple[ir.Expr, State]) -> tuple[ir.Expr, State]:
    """What `again` makes of a display, unless the items do not fit or would become other numbers."""
    try:
        wider = again()
    except CompileError:
        return found
    return wider if _same_numbers(found[0].type, wider[0].type) else found


def _same_numbers(t: Type, wider: Type) -> bool:
    if isinstance(t, ClassInst) and isinstance(wider, ClassInst):
        return all(map(_same_numbers, t.args, wider.args))
    if isinstance(t, TupleType) and isinstance(wider, TupleType):
        return all(map(_same_numbers, t.items, wider.items))
    return t == wider or not operators.is_real(wider)


def _joined(fx: Fx, a: ir.Expr, b: ir.Expr, span: Span, want: Type | None) -> Type:
    for x, y in ((a, b), (b, a)):
        if (
            isinstance(x, ir.Const)
            and x.type is INT
            and isinstance(y.type, IntType)
            and isinstance(x.value, int)
            and y.type.low <= x.value <= y.type.high
        ):
            return y.type
    if (
        want is not None
        and want is not NONE
        and (isinstance(want, OptionalType) or a.type != b.type)
        and not _open(want)
    ):
        from rumpkc.types.convert import assignable

        if all(assignable(x.type, want) or _row_of(x.type, want) for x in (a, b)):
            return want
    return join(fx, [a.type, b.type], span, "this conditional expression")


def _row_of(t: Type, want: Type) -> bool:
    """Whether a tuple of known length can stand for the `tuple[T, ...]` that is asked for."""
    from rumpkc.types.convert import assignable

    if isinstance(want, OptionalType):
        return _row_of(t, want.item)
    return isinstance(t, TupleType) and is_var_tuple(want) and isinstance(want, ClassInst) and all(
        assignable(item, want.args[0]) for item in t.items)


def _open(t: Type) -> bool:
    from rumpkc.types.signature import has_type_var

    return has_type_var(t)


def _named(fx: Fx, node: tree.NamedExpr, want: Type | None) -> ir.Expr:
    from rumpkc.types.assignment import store_name

    value = expr(fx, node.value, want)
    save, got = fx.save(value)
    stmts = store_name(fx, node.target, got)
    return ir.Seq(node.span, got.type, (save, *stmts), got)


def _tuple(fx: Fx, node: tree.Tuple, want: Type | None) -> ir.Expr:
    if any(isinstance(e, tree.Starred) for e in node.elts):
        return _starred_tuple(fx, node, want)
    if isinstance(want, UnionType):             # the member that it must be, if there is one of this length alone
        fitting = [m for m in want.members if isinstance(m, TupleType) and len(m.items) == len(node.elts)]
        if len(fitting) == 1:
            return coerce(fx, _tuple(fx, node, fitting[0]), fitting[0], node.span)
    wants: tuple[Type | None, ...] = (None,) * len(node.elts)
    if isinstance(want, TupleType) and len(want.items) == len(node.elts):
        wants = want.items
    elif isinstance(want, ClassInst) and is_var_tuple(want) and isinstance(want.args[0], FuncType):
        wants = want.args * len(node.elts)          # functions take their types from the place
    items = tuple(expr(fx, e, w) for e, w in zip(node.elts, wants, strict=True))
    items = tuple(
        coerce(fx, v, w, v.span) if w is not None and not _open(w) and isinstance(v.type, PartialType) else v
        for v, w in zip(items, wants, strict=True)
    )
    for item in items:
        if isinstance(item.type, ArrayType):
            raise fail("E0423", "a tuple cannot hold an `Array`", item.span, help=ARRAY_HELP)
        fx.unsettled += partials(item.type)
    return ir.Aggregate(node.span, TupleType(tuple(i.type for i in items)), items)


def _starred_tuple(fx: Fx, node: tree.Tuple, want: Type | None) -> ir.Expr:
    """`(*pair, x)` has a known length, `(*xs, y)` is a `tuple[T, ...]`."""
    elements = stars.spread(fx, node.elts)
    if not any(isinstance(e, tree.Starred) for e in elements):
        return _tuple(fx, tree.Tuple(node.span, elements), want)
    goal = want.item if isinstance(want, OptionalType) else want
    fits = goal is not None and is_var_tuple(goal)
    return stars.rest_value(fx, stars.Rest(node.span, elements), goal if fits else None)


def _list(fx: Fx, node: tree.List, want: Type | None) -> ir.Expr:
    from rumpkc.types import displays

    return displays.list_display(fx, node, want)


def _dict(fx: Fx, node: tree.Dict, want: Type | None) -> ir.Expr:
    from rumpkc.types import displays

    return displays.dict_display(fx, node, want)


def _set(fx: Fx, node: tree.Set, want: Type | None) -> ir.Expr:
    from rumpkc.types import displays

    return displays.set_display(fx, node, want)


def _list_comp(fx: Fx, node: tree.ListComp, want: Type | None) -> ir.Expr:
    from rumpkc.types import displays

    return displays.list_comp(fx, node, want)


def _set_comp(fx: Fx, node: tree.SetComp, want: Type | None) -> ir.Expr:
    from rumpkc.types import displays

    return displays.set_comp(fx, node, want)


def _dict_comp(fx: Fx, node: tree.DictComp, want: Type | None) -> ir.Expr:
    from rumpkc.types import displays

    return displays.dict_comp(fx, node, want)


def _name(fx: Fx, node: tree.Name, want: Type | None) -> ir.Expr:
    return names.name_value(fx, node, want)


def _attribute(fx: Fx, node: tree.Attribute, want: Type | None) -> ir.Expr:
    return names.attribute_value(fx, node, want)


def _subscript(fx: Fx, node: tree.Subscript, want: Type | None) -> ir.Expr:
    from rumpkc.types.subscripts import load

    return load(fx, node, want)


def _call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.callees import call

    return call(fx, node, want)


def _fstring(fx: Fx, node: tree.JoinedStr, want: Type | None) -> ir.Expr:
    return text.fstring(fx, node)


def _lambda(fx: Fx, node: tree.Lambda, want: Type | None) -> ir.Expr:
    from rumpkc.types import lambdas

    return lambdas.lambda_value(fx, node, want)


def _evaluated(fx: Fx, node: calls.Evaluated, want: Type | None) -> ir.Expr:
    return node.value


def _generator_exp(fx: Fx, node: tree.GeneratorExp, want: Type | None) -> ir.Expr:
    return genexps.value(fx, node, want)


def _refused(what: str, instead: str) -> Callable[[Fx, tree.Expr, Type | None], ir.Expr]:
    def rule(fx: Fx, node: tree.Expr, want: Type | None) -> ir.Expr:
        raise fail("E0400", f"{what} is not compiled yet", node.span, help=instead)

    return rule


RULES: dict[type, Callable[..., ir.Expr]] = {
    tree.Constant: _constant,
    tree.BinOp: _binop,
    tree.UnaryOp: _unary,
    tree.BoolOp: _bool_op,
    tree.Compare: _compare,
    tree.IfExp: _if_exp,
    tree.NamedExpr: _named,
    tree.Tuple: _tuple,
    tree.List: _list,
    tree.Dict: _dict,
    tree.Set: _set,
    tree.ListComp: _list_comp,
    tree.SetComp: _set_comp,
    tree.DictComp: _dict_comp,
    tree.Name: _name,
    tree.Attribute: _attribute,
    tree.Subscript: _subscript,
    tree.Call: _call,
    tree.JoinedStr: _fstring,
    calls.Evaluated: _evaluated,
    calls.Passed: lambda fx, node, want: _name(fx, tree.Name(node.span, node.name), want),
    decorations.Bare: lambda fx, node, want: node.make(want),
    decorations.Held: lambda fx, node, want: names.symbol_value(fx, node.var, node, want),
    stars.Rest: stars.rest_value,
    star_calls.Taken: star_calls.taken_type,
    star_calls.TakenRest: star_calls.rest_taken,
    star_calls.Kept: star_calls.kept_value,
    star_calls.Named: star_calls.named_value,
    stars.Spread: _evaluated,
    param_specs.Packed: stars.packed,
    iterable_arguments.AsText: iterable_arguments.as_text,
    tree.Lambda: _lambda,
    tree.GeneratorExp: _generator_exp,
    genexps.AsObject: genexps.object_value,
    tree.Await: _refused("`await`", "call the function"),
    tree.Yield: generators.yield_expr,
    tree.YieldFrom: generators.yield_from,
    tree.Starred: _refused("`*` here", "name the items"),
    tree.Slice: _refused("a slice here", "slice a list or a str"),
    tree.FormattedValue: _refused("this", "use an f-string"),
}
