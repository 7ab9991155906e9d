"""Facts about attributes and globals that a call may have ended, and what their values do where the fact is needed.

    if self.next is not None:           a fact: `self.next` is a Node
        print(self.next.name)           relied on
        self.step()                     assigns `next` somewhere: the fact is in doubt from here on
        print(self.next)                a `Node | None`, which is what print takes
        print(self.next.name)           tested: AttributeError if it is None
        use(self.next)                  E0368: in CPython a None would go on into `use`

A value in doubt has the type that its place is declared with; `Fx.doubtful` knows which values these are. Operations
test it and raise what CPython raises; places that would have to take the None as it is refuse it.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.source import Span
from rumpkc.types.changes import changes
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ClassInst,
    OptionalType,
    Type,
    UnionType,
    is_object,
    is_reference,
)


def with_fact(fx: Fx, value: ir.Expr, key: str, span: Span) -> ir.Expr:
    """`value`, just read from the place `key`, with the type that is known of it; noted if that is in doubt."""
    known = fx.state.narrow.get(key) if key else None
    if known is not None and known is not NEVER and known is not NONE and known != value.type and _is_read(fx, value):
        from rumpkc.types.boxes import as_known

        return as_known(fx, value, known, span)
    known = known or fx.state.doubted.get(key)
    if known is not None and known not in (NONE, NEVER, value.type):
        fx.doubtful[id(value)] = (value, known)
    return value


def _is_read(fx: Fx, value: ir.Expr) -> bool:
    """Whether reading `value` again gives the same while nothing is assigned: it calls plain getters at most."""
    for node in walk([value]):
        if isinstance(node, ir.CallIndirect):
            return False
        if isinstance(node, (ir.Call, ir.CallVirtual)) and node.type is not NEVER:
            target = node.func if isinstance(node, ir.Call) else node.method
            if target.shown_name == "__getitem__" and target.module.startswith("lib.core."):
                continue
            if changes(fx.world).plain_getter(target.shown_name) is None and target.module != "lib.core.object":
                return False
    return True


def is_doubtful(fx: Fx, value: ir.Expr) -> bool:
    """Whether `value` may be None although a test said something else before a call."""
    return id(value) in fx.doubtful and isinstance(value.type, OptionalType)


def firm(fx: Fx, value: ir.Expr, exception: str, words: list[str | ir.Expr], span: Span) -> ir.Expr:
    """A value in doubt without its None, which raises `exception(words)`; other values as they are."""
    return without_none(fx, value, exception, words, span) if is_doubtful(fx, value) else value


def without_none(fx: Fx, value: ir.Expr, exception: str, words: list[str | ir.Expr], span: Span) -> ir.Expr:
    """`value` without its None, which raises `exception(words)`."""
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    t = value.type
    if not isinstance(t, OptionalType):
        return value
    save, got = fx.save(value)
    parts = [text.str_const(fx, span, w) if isinstance(w, str) else w for w in words]
    stop = ir.Eval(span, raise_new(fx, exception, [text.concat(fx, parts, span)], NEVER, span))
    test = ir.If(span, ir.IsNone(span, BOOL, got), (stop,))
    return ir.Seq(span, t.item, (save, test), ir.Convert(span, t.item, got))


def shown_class(fx: Fx, value: ir.Expr) -> str | ir.Expr:
    """The name of the class of `value` (read more than once), as CPython's messages have it."""
    from rumpkc.types import text
    from rumpkc.types.names import coerce_object

    t = value.type
    if isinstance(t, UnionType):
        names = [shown_class(fx, ir.Convert(value.span, m, value)) for m in t.members]
        parts = [text.str_const(fx, value.span, n) if isinstance(n, str) else n for n in names]
        out = parts[-1]
        for member, name in zip(t.members[:-1], parts[:-1], strict=True):
            out = ir.IfExp(value.span, out.type, ir.IsInstance(value.span, BOOL, value, member), name, out)
        return out
    if t is NONE:
        return "NoneType"
    if is_object(t) or is_reference(t) and isinstance(t, ClassInst) and not t.info.module.library:
        name = fx.world.library("object", "type_name")
        return ir.Call(value.span, fx.world.cls("str"), name, (coerce_object(fx, value),))
    return str(t).partition("[")[0]


def operands(
    fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span, order: bool = False
) -> tuple[list[ir.Stmt], ir.Expr, ir.Expr]:
    """The operands of `left op right`: where one is in doubt, both evaluated, and a TypeError for None."""
    if not (is_doubtful(fx, left) or is_doubtful(fx, right)):
        return [], left, right
    from rumpkc.types.calls import has_method

    save_left, a = fx.save(left)
    save_right, b = fx.save(right)
    if is_doubtful(fx, b):
        plain = ir.Convert(span, left.type.item, a) if isinstance(left.type, OptionalType) else a
        if not order and has_method(plain.type, _dunder(op)) and not _is_library(plain.type):
            return [save_left, save_right], firm(fx, a, "TypeError", operand_words(fx, op, a, b, order), span), b
        b_words = operand_words(fx, op, plain, ir.Const(span, NONE, None), order)
        none = ir.Const(span, NONE, None)
        if is_doubtful(fx, a):
            both = ir.And(span, BOOL, ir.IsNone(span, BOOL, a), ir.IsNone(span, BOOL, b))
            a = _stop_if(fx, both, a, operand_words(fx, op, none, none, order), span)
            save_again, a = _again(fx, a, left)
            left_words = operand_words(fx, op, none, _unwrapped(b), order)
            a = firm(fx, a, "TypeError", left_words, span)
            save_firm, a = fx.save(a)
            b = without_none(fx, b, "TypeError", b_words, span)
            return [save_left, save_right, save_again, save_firm], a, b
        return [save_left, save_right], a, without_none(fx, b, "TypeError", b_words, span)
    words = operand_words(fx, op, ir.Const(span, NONE, None), b, order)
    return [save_left, save_right], without_none(fx, a, "TypeError", words, span), b


def _again(fx: Fx, value: ir.Expr, like: ir.Expr) -> tuple[ir.Stmt, ir.Expr]:
    """Save `value`, which is in doubt as `like` is."""
    save, got = fx.save(value)
    fx.doubtful[id(got)] = (got, fx.doubtful[id(like)][1])
    return save, got


def _unwrapped(value: ir.Expr) -> ir.Expr:
    t = value.type
    return ir.Convert(value.span, t.item, value) if isinstance(t, OptionalType) else value


def _stop_if(fx: Fx, test: ir.Expr, value: ir.Expr, words: list[str | ir.Expr], span: Span) -> ir.Expr:
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    parts = [text.str_const(fx, span, w) if isinstance(w, str) else w for w in words]
    stop = ir.Eval(span, raise_new(fx, "TypeError", [text.concat(fx, parts, span)], NEVER, span))
    return ir.Seq(span, value.type, (ir.If(span, test, (stop,)),), value)


def _dunder(op: str) -> str:
    from rumpkc.types.operators import DUNDER

    return f"__{DUNDER.get(op.removesuffix('='), '')}__"


def _is_library(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.module.library


def operand_words(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, order: bool) -> list[str | ir.Expr]:
    """CPython's words for an operand that is None."""
    a, b = shown_class(fx, left), shown_class(fx, right)
    if order:
        return [f"'{op}' not supported between instances of '", a, "' and '", b, "'"]
    plain = op.removesuffix("=")
    if plain == "+" and a in ("str", "list", "tuple") and b == "NoneType":
        if op == "+=" and a == "list":
            return ["'NoneType' object is not iterable"]
        return [f'can only concatenate {a} (not "NoneType") to {a}']
    if plain == "+" and a in ("bytes", "bytearray") and b == "NoneType":
        return [f"can't concat NoneType to {a}"]
    if plain == "*" and "NoneType" in (a, b) and {a, b} & {"str", "list", "tuple", "bytes", "bytearray"}:
        return ["can't multiply sequence by non-int of type 'NoneType'"]
    if plain == "**" and op == "**":
        op = "** or pow()"
    return [f"unsupported operand type(s) for {op}: '", a, "' and '", b, "'"]


def refused(fx: Fx, value: ir.Expr, span: Span) -> CompileError | None:
    """The error for a value in doubt at a place that does not take all that it may be by now."""
    if id(value) not in fx.doubtful:
        return None
    known = fx.doubtful[id(value)][1]
    return fail(
        "E0368",
        f"this value is {value.type}; that it is {known} was promised, or tested before some call",
        span,
        help="test it here, or keep it in a local variable before the call",
    )


def by_member(fx: Fx, value: ir.Expr, name: str, make: Callable[[ir.Expr], ir.Expr], span: Span) -> ir.Expr | None:
    """`make` of a value in doubt, as whichever class it has by now; AttributeError for those without `name`.

    None where the value is not in doubt, or None is all that it may be by now.
    """
    from rumpkc.types import boxes
    from rumpkc.types.convert import coerce, join

    t = value.type
    if id(value) not in fx.doubtful or not isinstance(t, (UnionType, ClassInst)):
        return None
    save, got = fx.save(value)
    parts: list[tuple[Type, ir.Expr]] = []
    members = t.members if isinstance(t, UnionType) else _classes_with(fx, t, name)
    if is_object(t):
        members, broken = [*_promised(fx, value, span), *members], _others_with(fx, value, name)
        parts += [(other, _broken(fx, value, other, span)) for other in broken]
    for member in members:
        try:
            parts.append((member, make(boxes.as_known(fx, got, member, span))))
        except CompileError:
            if member == fx.doubtful[id(value)][1]:
                raise
    result = join(fx, [v.type for _, v in parts if v.type is not NEVER], span, f"`.{name}`")
    out = _no_attribute(fx, got, name, result, span)
    for member, one in reversed(parts):
        test = boxes.is_of(fx, got, member, span) if is_object(t) else ir.IsInstance(span, BOOL, got, member)
        out = ir.IfExp(span, result, test, coerce(fx, one, result, span), out)
    return ir.Seq(span, result, (save,), out)


def _promised(fx: Fx, value: ir.Expr, span: Span) -> list[Type]:
    """What an `object` was promised to be, if that is no class of the program. E0368 for a container, which may have
    other items."""
    known = fx.doubtful[id(value)][1]
    if known in _plain(fx):
        return [known, BOOL] if known is INT else [known]
    if not isinstance(known, ClassInst) or known.args or known.by_value:
        raise refused(fx, value, span) or AssertionError(known)
    return [known] if known.info.module.library else []


def _plain(fx: Fx) -> dict[Type, type]:
    """Text and numbers, each with its class in CPython."""
    texts: dict[Type, type] = {fx.world.cls(c.__name__): c for c in (str, bytes, bytearray)}
    return {**texts, INT: int, BOOL: bool, FLOAT: float}


def _others_with(fx: Fx, value: ir.Expr, name: str) -> list[Type]:
    """The texts and numbers that have `name`, and are not what the `object` was promised to be."""
    promised = fx.doubtful[id(value)][1]
    fits = (promised, BOOL) if promised is INT else (promised,)
    return [t for t, cls in _plain(fx).items() if hasattr(cls, name) and t not in fits]


def _broken(fx: Fx, value: ir.Expr, found: Type, span: Span) -> ir.Expr:
    """The end of a program whose `cast` promised something else, and which would go on in CPython."""
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    words = f"this is {found}, and was promised to be {fx.doubtful[id(value)][1]}"
    return raise_new(fx, "TypeError", [text.str_const(fx, span, words)], NEVER, span)


def _classes_with(fx: Fx, cls: ClassInst, name: str) -> list[Type]:
    """The topmost classes below `cls` that have an attribute `name`."""
    from rumpkc.types.classes import fields_of, find_member

    out: list[Type] = []
    for info in cls.info.subclasses:
        below = fx.world.inst(info) if not info.type_params else None
        if below is not None and (name in fields_of(fx.world, below) or find_member(below, name) is not None):
            out.append(below)
        elif below is not None:
            out += _classes_with(fx, below, name)
    return out


def _no_attribute(fx: Fx, value: ir.Expr, name: str, result: Type, span: Span) -> ir.Expr:
    """AttributeError for a member that has no `name`."""
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    t = value.type
    if not isinstance(t, UnionType):
        kind: str | ir.Expr = shown_class(fx, value)
    else:
        kind = text.str_const(fx, span, "NoneType")
        for member in t.members:
            if member is not NONE:
                shown = shown_class(fx, ir.Convert(span, member, value))
                one = text.str_const(fx, span, shown) if isinstance(shown, str) else shown
                kind = ir.IfExp(span, kind.type, ir.IsInstance(span, BOOL, value, member), one, kind)
    shown = text.str_const(fx, span, kind) if isinstance(kind, str) else kind
    parts = [text.str_const(fx, span, "'"), shown, text.str_const(fx, span, f"' object has no attribute '{name}'")]
    return raise_new(fx, "AttributeError", [text.concat(fx, parts, span)], result, span)
