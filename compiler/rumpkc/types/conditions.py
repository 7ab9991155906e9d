"""Conditions: a BOOL expression together with what it tells about variables (`x is None`, `isinstance(x, A)`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import callable_tests, one_answer, one_class, tags, type_guards, typed_dicts, value_facts
from rumpkc.types.unions import but_none, make_union
from rumpkc.types.boxes import exactly, is_of, not_key
from rumpkc.types.class_tests import below, class_for_test, instance_test, split_type
from rumpkc.types.classes import find_method
from rumpkc.types.convert import assignable, is_var_tuple, truth
from rumpkc.types.fx import GONE, ITEM, Fx, merge
from rumpkc.types.kept_members import asked, value_of_member
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import (
    BOOL,
    NEVER,
    NONE,
    ClassInst,
    IntType,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_object,
    is_reference,
)

SOMETHING = ("str", "bytes", "int", "float")       # kinds of literals that None is not equal to


@dataclass(slots=True)
class Condition:
    """A test and what holds for names (`x`, `self.x`) when it is true and when it is false."""

    test: ir.Expr
    true: dict[str, Type] = field(default_factory=dict)
    false: dict[str, Type] = field(default_factory=dict)
    value: ir.Expr | None = None        # what is asked for its truth, where that is no bool


def condition(fx: Fx, node: tree.Expr) -> Condition:
    """Check `node` as a test."""
    from rumpkc.types import class_comparisons

    match node:
        case tree.UnaryOp(op="not"):
            inner = condition(fx, node.operand)
            return Condition(negate(inner.test), inner.false, inner.true)
        case tree.BoolOp():
            return _bool_op(fx, node)
        case tree.Compare(ops=(op,), comparators=(right,)) if op in ("is", "is not", "==", "!=") and _is_none(right):
            return _none_test(fx, node.left, op in ("is", "=="), node)
        case tree.Compare(ops=(op,), left=left, comparators=(right,)) if (
            op in ("is", "is not", "==", "!=") and is_type_call(left) and is_type_call(right)
        ):
            return _same_type(fx, node)
        case tree.Compare(ops=(op,), left=left, comparators=(right,)) if op in (
            "is",
            "is not",
            "==",
            "!=",
        ) and is_type_call(left) and not class_comparisons.is_value(fx, right):
            return _type_is(fx, node, right)
        case tree.Compare(ops=(op,), left=left, comparators=(right,)) if op in (
            "is",
            "is not",
            "==",
            "!=",
        ) and names_class(fx, right):
            return _class_value_is(fx, node, left, right)
        case tree.Call(func=tree.Name(id="isinstance"), args=(subject, classes), keywords=()) if (
            fx.lookup("isinstance") is None
        ):
            return _isinstance(fx, node, subject, classes)
        case tree.Call(func=tree.Name(id="callable"), args=(subject,), keywords=()) if fx.lookup("callable") is None:
            if callable_tests.named(fx, subject):
                return Condition(ir.Const(node.span, BOOL, True))
            value = _as_it_is(fx, subject)
            return _tested(fx, node, subject, value, callable_tests.types_called(fx, value.type, subject.span), [])
    value = _as_it_is(fx, node)
    one_answer.about_functions(fx, value)
    out = Condition(truth(fx, value))
    type_guards.guarded(fx, node, out)
    if isinstance(node, tree.Compare):
        _equal_to_something(fx, node, out)
        value_facts.told(fx, node, out.true, out.false)
        out.test = tags.tested(fx, node, out.test, out.true, out.false)
    key = narrow_key(fx, node)
    if key and but_none(value.type) != value.type:
        out.true[key] = but_none(value.type)
    return out


def _equal_to_something(fx: Fx, node: tree.Compare, out: Condition) -> None:
    """`x == "a"`, `x in ("a", "b")`: what is equal to a text or a number is not None."""
    from rumpkc.types.exprs import expr

    if len(node.ops) != 1 or node.ops[0] not in ("==", "!=", "in", "not in"):
        return
    key, right = narrow_key(fx, node.left), node.comparators[0]
    listed = right.elts if isinstance(right, (tree.Tuple, tree.List, tree.Set)) else (right,)
    if not key or not all(isinstance(item, tree.Constant) and item.kind in SOMETHING for item in listed):
        return
    if node.ops[0] in ("in", "not in") and listed[0] is right:
        return
    known = expr(fx, node.left).type
    parts = known.members if isinstance(known, UnionType) else (known.item,) if isinstance(known, OptionalType) else ()
    if but_none(known) != known and not any(is_object(p) or _may_equal_anything(p) for p in parts):
        facts = out.true if node.ops[0] in ("==", "in") else out.false
        facts.setdefault(key, but_none(known))


def _may_equal_anything(t: Type) -> bool:
    """Whether a class of the program may say what it is equal to."""
    return isinstance(t, ClassInst) and not t.info.module.library and t.info.kind != "enum"


def _is_none(node: tree.Expr) -> bool:
    return isinstance(node, tree.Constant) and node.kind == "none"


def is_type_call(node: tree.Expr) -> bool:
    """`type(x)`."""
    return isinstance(node, tree.Call) and dotted(node.func) == "type" and len(node.args) == 1


def told_by_assignment(declared: Type, given: Type) -> Type | None:
    """What a place of several types is known to hold when a `given` has been assigned to it; None where that is all
    that it may hold."""
    if not isinstance(declared, (OptionalType, UnionType)) or given == declared or given is NEVER:
        return None
    members = declared.members if isinstance(declared, UnionType) else (declared.item,)
    if isinstance(given, TupleType) and given not in members:
        fitting = [m for m in members if is_var_tuple(m) or isinstance(m, TupleType) and assignable(given, m)]
        return fitting[0] if len(fitting) == 1 else None
    if isinstance(given, UnionType) and any(isinstance(m, TupleType) and m not in members for m in given.members):
        told = [told_by_assignment(declared, m) if isinstance(m, TupleType) and m not in members else m
                for m in given.members]
        return None if None in told else make_union([m for m in told if m is not None])
    if isinstance(declared, OptionalType) and (isinstance(given, IntType) or value_of_member(given, declared.item)):
        return declared.item
    return given


def holds_item(declared: Type, given: Type) -> bool:
    """Whether a place of a `T | None` holds a T for sure when a `given` has been assigned to it."""
    told = told_by_assignment(declared, given) if isinstance(declared, OptionalType) else None
    return told is not None and told is not NONE and not isinstance(told, (OptionalType, UnionType)) and (
        not is_object(told))


def narrow_key(fx: Fx, node: tree.Expr) -> str:
    """The name under which facts about `node` are kept: a variable, or a chain of attributes and constant indices of
    one, as `x.[0].next`; else ""."""
    name = _place(node)
    if not name:
        return ""
    head = name.partition(".")[0]
    if fx.lookup(head) is not None or (head not in fx.assigned and head in fx.module.names):
        return name
    if name != head and (head in fx.class_params or head in fx.env):        # `cls.x`
        return name
    return ""


def _place(node: tree.Expr) -> str:
    match node:
        case tree.Name(id=name) | tree.NamedExpr(target=tree.Name(id=name)):
            return name
        case tree.Attribute(value=value, attr=attr):
            head = _place(value)
            return f"{head}.{attr}" if head else ""
        case tree.Subscript(value=value, slice=tree.Constant(kind="int" | "str", value=at)):
            head = _place(value)
            return f"{head}{ITEM}{str(at).replace('.', ' ')!r}]" if head else ""
        case tree.Subscript(value=value, slice=tree.UnaryOp(op="-", operand=tree.Constant(kind="int", value=at))):
            head = _place(value)
            return f"{head}{ITEM}-{at}]" if head else ""
    return ""


def _bool_op(fx: Fx, node: tree.BoolOp) -> Condition:
    first = condition(fx, node.values[0])
    ends = [fx.state.copy()]
    for value in node.values[1:]:
        facts = first.true if node.op == "and" else first.false
        if any(t is NEVER and holds_anything(fx, key) for key, t in facts.items()):
            break                       # of a class of which the program makes no object: this is not reached
        fx.state.narrow.update(facts)
        second = condition(fx, value)
        ends.append(fx.state.copy())
        kept = {k: t for k, t in facts.items() if fx.state.narrow.get(k) == t}         # all but what `value` ended
        if node.op == "and":
            both = {**kept, **second.true}
            first = Condition(
                ir.And(node.span, BOOL, first.test, second.test), both, _either(fx, first.false, second.false)
            )
        else:
            neither = {**kept, **second.false}
            first = Condition(
                ir.Or(node.span, BOOL, first.test, second.test), _either(fx, first.true, second.true), neither
            )
    doubts = fx.state.doubted
    fx.state = merge(ends)
    fx.state.doubted.update({k: t for k, t in doubts.items() if k not in fx.state.narrow})
    return first


def holds_anything(fx: Fx, key: str) -> bool:
    """Whether the facts of `key` are about a variable of type `object`."""
    var = fx.lookup(key)
    return var is not None and is_object(var.local.type)


def truth_of_value(fx: Fx, node: tree.Expr) -> ir.Expr:
    """Whether the value of `node` is true: `bool(a and b)` asks what decided once more, where the program can tell."""
    from rumpkc.types.exprs import expr

    if isinstance(node, tree.UnaryOp) and node.op == "not":
        return negate(truth_of_value(fx, node.operand))
    if not isinstance(node, tree.BoolOp) or is_test(node):
        return condition(fx, node).test
    before = fx.state.copy()
    try:
        value = expr(fx, node)
    except CompileError:                # operands of which no value is made, but which are tested
        value = None
    if value is not None and _says_truth(value.type):
        return truth(fx, value)
    fx.state = before
    return condition(fx, node).test


def _says_truth(t: Type) -> bool:
    """Whether a class of the program says what of its objects is true."""
    match t:
        case UnionType(members=parts):
            return any(map(_says_truth, parts))
        case OptionalType(item=item):
            return _says_truth(item)
        case ClassInst():
            found = (find_method(t, "__bool__"), find_method(t, "__len__"))
            return any(method is not None and not method[1].module.library for method in found)
    return False


def is_test(node: tree.Expr) -> bool:
    """Whether `node` is a bool by its form alone, so that its value is the test itself."""
    match node:
        case tree.Compare() | tree.UnaryOp(op="not") | tree.Constant(kind="bool"):
            return True
        case tree.BoolOp(values=values):
            return all(map(is_test, values))
    return False


def operand_facts(fx: Fx, node: tree.Expr) -> Condition:
    """What an operand whose value was checked already tells; it is checked again where its form can tell anything."""
    match node:
        case tree.Compare() | tree.UnaryOp(op="not") | tree.BoolOp() | tree.NamedExpr():
            return condition(fx, node)
        case tree.Call(func=tree.Name(id="isinstance")):
            return condition(fx, node)
    return condition(fx, node) if narrow_key(fx, node) else Condition(ir.Const(node.span, BOOL, True))


def _either(fx: Fx, a: dict[str, Type], b: dict[str, Type]) -> dict[str, Type]:
    return {k: value_facts.met(t, b[k]) if k.endswith(GONE) else make_union([t, b[k]]) for k, t in a.items() if k in b}


def _as_it_is(fx: Fx, node: tree.Expr) -> ir.Expr:
    """The value of what is tested, with the type that it is declared with where a call may have changed it.

    A test of an attribute or a global asks what it holds now, not what was known of it.
    """
    from rumpkc.types.exprs import expr

    key = narrow_key(fx, node)
    if key not in fx.state.narrow or ("." not in key and fx.lookup(key) is not None):
        return expr(fx, node)
    known = fx.state.narrow.pop(key)
    value = expr(fx, node)
    fx.state.narrow[key] = known
    return value


def _none_test(fx: Fx, subject: tree.Expr, positive: bool, node: tree.Compare) -> Condition:
    from rumpkc.types import comparisons

    value = _as_it_is(fx, subject)
    key = narrow_key(fx, subject)
    t = value.type
    if node.ops[0] in ("==", "!=") and comparisons.answers_none(fx, t):
        from rumpkc.types.convert import truth

        out = comparisons.compare(fx, node.ops[0], value, ir.Const(node.span, NONE, None), node.span)
        return Condition(out) if out.type is BOOL else Condition(truth(fx, out), value=out)
    if is_object(t):
        test = is_of(fx, value, NONE, node.span)
        out = Condition(test, {key: NONE} if key else {}, _excluded(fx, key, [NONE]))
    elif isinstance(t, OptionalType) or (isinstance(t, UnionType) and NONE in t.members):
        test = ir.IsNone(node.span, BOOL, value)
        rest = but_none(t)
        out = Condition(test, {key: NONE} if key else {}, {key: rest} if key else {})
    else:
        one_answer.about_none(fx, subject, node.span)
        test = ir.Seq(node.span, BOOL, (ir.Eval(node.span, value),), ir.Const(node.span, BOOL, t is NONE))
        out = Condition(test, {key: NEVER} if key and t is not NONE else {}, {key: NEVER} if key and t is NONE else {})
    return out if positive else Condition(negate(out.test), out.false, out.true)


def _same_type(fx: Fx, node: tree.Compare) -> Condition:
    """`type(a) is type(b)`."""
    from rumpkc.types.exprs import expr

    left, right = node.left.args[0], node.comparators[0].args[0]  # type: ignore[attr-defined]
    a, b = expr(fx, left), expr(fx, right)
    for value in (a, b):
        asked(fx.world, value.type, node.span)
    if is_reference(a.type) and is_reference(b.type):
        key = narrow_key(fx, right)
        narrows = key != "" and a.type != b.type and below(a.type, b.type)
        test = _of_one_record(fx, a, b, node.span) if narrows else _of_one_class(fx, a, b, node.span)
        out = Condition(test, {key: a.type} if narrows else {})
    else:
        stmts, (a, b) = fx.save_all([a, b])
        out = Condition(ir.Seq(node.span, BOOL, tuple(stmts), _of_one_class(fx, a, b, node.span)))
    return out if node.ops[0] in ("is", "==") else Condition(negate(out.test), out.false, out.true)


def _of_one_class(fx: Fx, a: ir.Expr, b: ir.Expr, span: Span) -> ir.Expr:
    """Whether two values, each read more than once, have one class: asked member by member."""
    from rumpkc.types import class_comparisons, operators

    for one, other in ((a, b), (b, a)):
        if isinstance(one.type, OptionalType):
            none = _of_one_class(fx, ir.Const(span, NONE, None), other, span)
            some = _of_one_class(fx, ir.Convert(span, one.type.item, one), other, span)
            return ir.IfExp(span, BOOL, ir.IsNone(span, BOOL, one), none, some)
    if isinstance(a.type, UnionType) or isinstance(b.type, UnionType):
        return operators.of_members(fx, [a, b], lambda x: _of_one_class(fx, x[0], x[1], span), span, "`type`")
    if is_reference(a.type) and is_reference(b.type):
        return class_comparisons.are_one_class(fx, a, b, span)
    if is_object(a.type) or is_object(b.type):
        raise fail("E0309", f"the classes of {a.type} and {b.type} are compared", span,
                   help="test with `isinstance`, or `is None`, first")
    return ir.Const(span, BOOL, a.type == b.type)


def _of_one_record(fx: Fx, a: ir.Expr, b: ir.Expr, span: Span) -> ir.Expr:
    """Whether two objects have one class, where `b` is a value of the type of `a` then: `Pair[int]` and `Pair[str]` are
    one class, and each has a record of its own, so a program that mixes them is refused (one_class.py)."""
    from rumpkc.types.types import U8, PtrType

    one_class.compared(fx.world, a.type, b.type, span)
    return ir.Prim(span, BOOL, "icmp.eq", tuple(ir.Prim(span, PtrType(U8), "ref.typeinfo", (v,)) for v in (a, b)))


def names_class(fx: Fx, node: tree.Expr) -> bool:
    """Whether `node` names a class of a module."""
    from rumpkc.types.names import static_symbol
    from rumpkc.types.symbols import ClassInfo

    return isinstance(node, (tree.Name, tree.Attribute)) and isinstance(static_symbol(fx, node), ClassInfo)


def _class_value_is(fx: Fx, node: tree.Compare, left: tree.Expr, right: tree.Expr) -> Condition:
    """`kind is ValueError`, where `kind` is a `type[…]`, a class in an `object`, or None."""
    from rumpkc.types import class_comparisons, class_values
    from rumpkc.types.annotations import Annotations
    from rumpkc.types.exprs import expr

    save, got = fx.save(expr(fx, left))
    t = got.type
    item = t.item if isinstance(t, OptionalType) else t
    there: ir.Expr | None = None
    value = got
    if is_object(t):
        holder = class_values.object_class(fx)
        there = is_of(fx, got, holder, node.span)
        value = class_values.of_object(fx, ir.Convert(node.span, holder, got), node.span)
    elif item is not t:
        there = negate(ir.IsNone(node.span, BOOL, got))
        value = ir.Convert(node.span, item, got)
    if class_values.held(value.type) is None:
        raise fail(
            "E0309", f"{t} is compared with a class", node.span, help="write `isinstance(x, C)`, or `type(x) is C`"
        )
    notes = Annotations(fx.world, fx.module, fx.env, exact=True)
    container = notes.container(right)
    if container is not None and class_values.has_record(class_values.held(value.type)):
        test = class_comparisons.is_container(fx, value, container, node.span)
    else:
        test = class_comparisons.is_named(fx, value, notes.type_of(right), node.span)
    if there is not None:
        test = ir.And(node.span, BOOL, there, test)
    out = Condition(ir.Seq(node.span, BOOL, (save,), test))
    return out if node.ops[0] in ("is", "==") else Condition(negate(out.test))


def _type_is(fx: Fx, node: tree.Compare, named: tree.Expr) -> Condition:
    """`type(x) is C`: exactly that class, no subclass."""
    from rumpkc.types.annotations import Annotations
    from rumpkc.types.exprs import expr

    subject = node.left.args[0]  # type: ignore[attr-defined]
    value = expr(fx, subject)
    asked(fx.world, value.type, node.span)
    notes = Annotations(fx.world, fx.module, fx.env, exact=True)
    symbol = notes.symbol(named)
    copied = isinstance(symbol, ClassInfo) and symbol in fx.world.copies
    cls = fx.world.inst(symbol) if copied and isinstance(symbol, ClassInfo) else (
        class_for_test(fx, notes, named, value.type))
    save, got = fx.save(value)
    if is_object(value.type):
        test, exact = exactly(fx, got, cls, node.span)
        key = narrow_key(fx, subject)
        out = Condition(ir.Seq(node.span, BOOL, (save,), test), {key: exact} if key else {})
        return out if node.ops[0] in ("is", "==") else Condition(negate(out.test), out.false, out.true)
    test = instance_test(fx, got, [cls], node)
    if typed_dicts.is_one(value.type):              # CPython makes dicts of them
        test = ir.Const(node.span, BOOL, cls == value.type.base)  # type: ignore[union-attr]
    elif isinstance(cls, ClassInst) and is_reference(cls):
        from rumpkc.types.types import U8, PtrType

        info = PtrType(U8)
        fx.world.type_infos[cls] = None
        known = got if isinstance(value.type, ClassInst) else ir.Convert(node.span, cls, got)
        same = ir.Prim(
            node.span,
            BOOL,
            "icmp.eq",
            (ir.Prim(node.span, info, "ref.typeinfo", (known,)), ir.TypeInfo(node.span, info, cls)),
        )
        test = same if isinstance(value.type, ClassInst) else ir.And(node.span, BOOL, test, same)
    elif cls is not NEVER and not isinstance(value.type, (OptionalType, UnionType)):
        test = ir.Const(node.span, BOOL, cls == value.type)
    key = narrow_key(fx, subject)
    out = Condition(ir.Seq(node.span, BOOL, (save,), test), {key: cls} if key and below(cls, value.type) else {})
    return out if node.ops[0] in ("is", "==") else Condition(negate(out.test), out.false, out.true)


def _isinstance(fx: Fx, node: tree.Call, subject: tree.Expr, classes: tree.Expr) -> Condition:
    from rumpkc.types import class_comparisons
    from rumpkc.types.annotations import Annotations

    value = _as_it_is(fx, subject)
    listed = classes.elts if isinstance(classes, tree.Tuple) else (classes,)
    notes = Annotations(fx.world, fx.module, fx.env, exact=True)
    wanted: list[Type] = []
    held: list[ir.Expr] = []
    for item in listed:
        cls = class_comparisons.for_test(fx, item)
        if cls is not None:
            held.append(cls)
            continue
        t = class_for_test(fx, notes, item, value.type)
        wanted += t.members if isinstance(t, UnionType) else () if t is NEVER else (t,)
    return _tested(fx, node, subject, value, wanted, held)


def _tested(fx: Fx, node: tree.Call, subject: tree.Expr, value: ir.Expr, wanted: list[Type], held: list[ir.Expr]
            ) -> Condition:
    """Whether `value`, which is written `subject`, is one of `wanted` or of the classes in `held`."""
    from rumpkc.types import class_comparisons

    save, got = fx.save(value)
    test = instance_test(fx, got, wanted, node)
    key = narrow_key(fx, subject)
    for cls in held:
        test = ir.Or(node.span, BOOL, test, class_comparisons.instance_test(fx, got, cls, node.span))
    if is_object(value.type):
        wanted = _not_excluded(fx, key, wanted)
    yes, no = split_type(value.type, [*wanted, *map(class_comparisons.tested, held)])
    if held:
        no = split_type(value.type, wanted)[1]
    out = Condition(ir.Seq(node.span, BOOL, (save,), test))
    if key:
        out.true[key], out.false[key] = yes, no
    if is_object(value.type):
        out.false = _excluded(fx, key, wanted)
    return out


def _excluded(fx: Fx, key: str, types: list[Type]) -> dict[str, Type]:
    """The fact that the `object` `key` is none of `types`, besides those that are known already."""
    if not key or not types:
        return {}
    before = fx.state.narrow.get(not_key(key))
    return {not_key(key): make_union([*types, *([before] if before is not None else [])])}


def _not_excluded(fx: Fx, key: str, types: list[Type]) -> list[Type]:
    """`types` without those that an earlier test has found the `object` not to be."""
    known = fx.state.narrow.get(not_key(key)) if key else None
    gone: tuple[Type | None, ...] = (known,)
    if isinstance(known, (OptionalType, UnionType)):
        gone = (known.item, NONE) if isinstance(known, OptionalType) else known.members
    return [t for t in types if t not in gone]
