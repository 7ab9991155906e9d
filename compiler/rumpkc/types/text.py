"""`str()`, `repr()`, `format()` and f-strings."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import open_unions
from rumpkc.types.doubts import firm
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    U64,
    ArrayType,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_object,
)

# Methods of the library whose exceptions show the item that is not there; a function's text is as open as its address.
OF_MEMBERS = ("__str__", "__repr__", "__format__")          # what `Enum` itself has
SAYS_WHICH = ("_missing", "remove", "index")


def str_const(fx: Fx, span: Span, text: str) -> ir.Expr:
    """A str literal. One with half of a surrogate pair tells the library that there is such a str."""
    literal = ir.StrConst(span, fx.world.cls("str"), text)
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return literal
    noted = ir.Eval(span, ir.Call(span, NONE, fx.world.library("strmem", "note_half_pair"), ()))
    return ir.Seq(span, literal.type, (noted,), literal)


def to_int64(value: ir.Expr) -> ir.Expr:
    """An integer of any width as INT, or as U64 where INT does not hold it."""
    t = value.type
    assert isinstance(t, IntType)
    if t is INT or t is U64:
        return value
    if t.bits < 64:
        return ir.Prim(value.span, INT, "sext" if t.signed else "zext", (value,))
    return ir.Prim(value.span, INT if t.signed else U64, "zext", (value,))


def to_str(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`str(value)`."""
    from rumpkc.types import class_values

    t = value.type
    if isinstance(t, ClassInst):
        if t.name == "str":
            return value
        if class_values.held(t) is not None:
            return class_values.text(fx, value, span)
        if t.info.kind == "enum" and not _writes_own(t, "__str__"):
            return _enum_str(fx, value, t, span)
        if t.by_value and t.info.kind != "mmio":
            return _method(fx, value, ("__str__", "__repr__"), span)
        if not _writes_own(t, "__str__") and not t.info.overridden_below("__str__") and t.name != "object":
            return to_repr(fx, value, span)  # what `object.__str__` does, without asking every class for its `__repr__`
        return _method(fx, value, ("__str__",), span)
    if isinstance(t, OptionalType):
        return _optional(fx, value, t, span, to_str)
    if isinstance(t, UnionType):
        return _union(fx, value, t, span, to_str)
    return _digits(fx, value, "int_str", span) if t is INT else to_repr(fx, value, span)


def _digits(fx: Fx, value: ir.Expr, form: str, span: Span) -> ir.Expr:
    """An integer in decimal; `int_repr` tells a member of an enumeration from a number (`kept_members.py`)."""
    wide = to_int64(value)
    func = fx.world.library("int", form if wide.type is INT else "uint_str")
    return ir.Call(span, fx.world.cls("str"), func, (wide,))


def to_repr(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`repr(value)`."""
    from rumpkc.types import class_values

    t, text = value.type, fx.world.cls("str")
    if isinstance(t, PartialType) and t.kind == "lambda":
        from rumpkc.types.convert import unknown_lambda

        raise unknown_lambda(t)
    if isinstance(t, PartialType) and t.kind == "defaultdict":
        from rumpkc.types.library_calls import unknown_default

        raise unknown_default(span)
    if isinstance(t, PartialType):
        return str_const(fx, span, {"list": "[]", "dict": "{}", "set": "set()"}[t.kind])
    if class_values.held(t) is not None:
        return class_values.text(fx, value, span)
    if isinstance(t, IntType):
        return _digits(fx, value, "int_repr" if t is INT else "int_str", span)
    if t is BOOL:
        return ir.IfExp(span, text, value, str_const(fx, span, "True"), str_const(fx, span, "False"))
    if t in (FLOAT, F32):
        wide = value if t is FLOAT else ir.Prim(span, FLOAT, "fpext", (value,))
        return ir.Call(span, text, fx.world.library("float", "float_str"), (wide,))
    if t is NONE:
        return ir.Seq(span, text, (ir.Eval(span, value),), str_const(fx, span, "None"))
    if isinstance(t, OptionalType):
        return _optional(fx, value, t, span, to_repr)
    if isinstance(t, UnionType):
        return _union(fx, value, t, span, to_repr)
    if isinstance(t, TupleType):
        return _tuple(fx, value, t, span)
    if isinstance(t, ClassInst) and t.info.kind == "enum" and not _writes_own(t, "__repr__"):
        return _enum_repr(fx, value, t, span)
    if isinstance(t, ClassInst) and t.info.name == "Field" and t.info.module.name == "lib.dataclass_parts":
        raise fail("E0324", "a field of a dataclass has no text form", span, help="print its `name`")
    if isinstance(t, ClassInst) and t.info.kind != "mmio":
        return _method(fx, value, ("__repr__",), span)
    if isinstance(t, (PtrType, ArrayType)):
        raise fail("E0324", f"{t} has no text form", span, help="print its items, or its address with `usize(p)`")
    if isinstance(t, FuncType) and fx.module.library and fx.inst is not None and fx.inst.info.name in SAYS_WHICH:
        return ir.Seq(span, text, (ir.Eval(span, value),), str_const(fx, span, "<function>"))
    if t is NEVER:                      # an item of `()`
        return ir.Convert(span, text, value)
    raise fail("E0324", f"{t} has no text form", span)


def _writes_own(t: ClassInst, name: str) -> bool:
    """Whether the class or a base below `object` defines `name`."""
    found = t.info.member(name)
    return found is not None and found[0].shown_name != "object"


def member_text(fx: Fx, name: str, me: ir.Expr, call: tree.Call) -> ir.Expr:
    """`super().__str__()` and its like (`OF_MEMBERS`) in an enumeration: the text of members that lack their own."""
    from rumpkc.types.exprs import expr

    assert isinstance(me.type, ClassInst)
    if call.keywords or len(call.args) != (name == "__format__"):
        taken = "a specification" if name == "__format__" else "nothing"
        raise fail("E0310", f"`{name}` of an enumeration takes {taken}", call.span)
    if name == "__format__":
        return _format_member(fx, me, me.type, expr(fx, call.args[0], fx.world.cls("str")), call.span)
    return (_enum_str if name == "__str__" else _enum_repr)(fx, me, me.type, call.span)


def _enum_str(fx: Fx, value: ir.Expr, t: ClassInst, span: Span) -> ir.Expr:
    """`Color.RED`; a member of an IntEnum or StrEnum is its value (enum documentation, 3.11)."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.enums import flag_text, is_shown_as_value

    fields = fields_of(fx.world, t)
    if "Flag" in t.info.options:
        return flag_text(fx, value, "flag_str", span)
    if is_shown_as_value(t):
        plain = fields["_value_"]
        return to_str(fx, ir.Convert(span, plain, ir.FieldGet(span, plain, value, "_value_")), span)
    name = ir.FieldGet(span, fields["_name_"], value, "_name_")
    return concat(fx, [str_const(fx, span, f"{t.name}."), name], span)


def _enum_repr(fx: Fx, value: ir.Expr, t: ClassInst, span: Span) -> ir.Expr:
    """`<Color.RED: 1>`."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.enums import flag_text, is_flag

    if is_flag(t):
        return flag_text(fx, value, "flag_repr", span)
    fields = fields_of(fx.world, t)
    save, got = fx.save(value)
    name = ir.FieldGet(span, fields["_name_"], got, "_name_")
    plain = fields["_value_"]
    number = ir.Convert(span, plain, ir.FieldGet(span, plain, got, "_value_"))
    shown = to_str(fx, number, span) if number.type is INT else to_repr(fx, number, span)
    parts = [str_const(fx, span, f"<{t.name}."), name, str_const(fx, span, ": "), shown, str_const(fx, span, ">")]
    return ir.Seq(span, fx.world.cls("str"), (save,), concat(fx, parts, span))


def _method(fx: Fx, value: ir.Expr, names: tuple[str, ...], span: Span) -> ir.Expr:
    from rumpkc.types.calls import call_method, has_method

    assert isinstance(value.type, ClassInst)
    for name in names:
        if has_method(value.type, name):
            return call_method(fx, value, name, [], span)
    raise fail(
        "E0324",
        f"`{value.type}` has no text form",
        span,
        help=f"give the class a method `def {names[0]}(self) -> str:`",
    )


def _optional(fx: Fx, value: ir.Expr, t: OptionalType, span: Span, form) -> ir.Expr:  # type: ignore[no-untyped-def]
    save, got = fx.save(value)
    text = fx.world.cls("str")
    some = form(fx, ir.Convert(span, t.item, got), span)
    return ir.Seq(
        span, text, (save,), ir.IfExp(span, text, ir.IsNone(span, BOOL, got), str_const(fx, span, "None"), some)
    )


def _union(fx: Fx, value: ir.Expr, t: UnionType, span: Span, form) -> ir.Expr:  # type: ignore[no-untyped-def]
    save, got = fx.save(value)
    text = fx.world.cls("str")
    members = list(t.members)
    last = members.pop()
    out = form(fx, ir.Convert(span, last, got), span) if last is not NONE else str_const(fx, span, "None")
    for member in reversed(members):
        test = ir.IsInstance(span, BOOL, got, member)
        out = ir.IfExp(span, text, test, form(fx, ir.Convert(span, member, got), span), out)
    return ir.Seq(span, text, (save,), out)


def _tuple(fx: Fx, value: ir.Expr, t: TupleType, span: Span) -> ir.Expr:
    if not t.items:
        return ir.Seq(span, fx.world.cls("str"), (ir.Eval(span, value),), str_const(fx, span, "()"))
    save, got = fx.save(value)
    parts: list[ir.Expr] = [str_const(fx, span, "(")]
    for index, item in enumerate(t.items):
        if index:
            parts.append(str_const(fx, span, ", "))
        parts.append(to_repr(fx, ir.TupleGet(span, item, got, index), span))
    parts.append(str_const(fx, span, ",)" if len(t.items) == 1 else ")"))
    return ir.Seq(span, fx.world.cls("str"), (save,), concat(fx, parts, span))


def concat(fx: Fx, parts: list[ir.Expr], span: Span) -> ir.Expr:
    """The parts, evaluated in order, as one str."""
    text = fx.world.cls("str")
    if not parts:
        return str_const(fx, span, "")
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return ir.Call(span, text, fx.world.library("text", "concat2"), tuple(parts))
    builder_info = fx.world.module("lib.core.text").names["StrBuilder"]
    builder = fx.world.inst(builder_info)  # type: ignore[arg-type]
    from rumpkc.types.calls import call_method
    from rumpkc.types.constructors import construct

    save, got = fx.save(construct(fx, builder, [], span))
    body: list[ir.Stmt] = [save]
    for part in parts:
        body.append(ir.Eval(span, call_method(fx, got, "append", [part], span)))
    return ir.Seq(span, text, tuple(body), call_method(fx, got, "finish", [], span))


def fstring(fx: Fx, node: tree.JoinedStr) -> ir.Expr:
    """An f-string: the parts in order, each through `format`."""
    parts: list[ir.Expr] = []
    for value in node.values:
        if isinstance(value, tree.Constant):
            parts.append(str_const(fx, value.span, str(value.value)))
        elif isinstance(value, tree.FormattedValue):
            parts.append(_formatted(fx, value))
    return concat(fx, parts, node.span)


def _formatted(fx: Fx, node: tree.FormattedValue) -> ir.Expr:
    from rumpkc.types.exprs import expr

    value = expr(fx, node.value)
    if node.conversion == "r":
        value = to_repr(fx, value, node.span)
    elif node.conversion == "s":
        value = to_str(fx, value, node.span)
    elif node.conversion == "a":
        call = fx.world.library("text", "ascii_of")
        value = ir.Call(node.span, fx.world.cls("str"), call, (to_repr(fx, value, node.span),))
    if node.format_spec is None or not node.format_spec.values:
        return format_plain(fx, value, node.span)
    return format_value(fx, value, fstring(fx, node.format_spec), node.span)


def format_plain(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`format(value, "")`: the value's text, unless its class has a `__format__`."""
    from rumpkc.types.calls import has_method

    t = value.type
    own = isinstance(t, ClassInst) and not t.info.module.library and (has_method(t, "__format__") or _formats_below(t))
    if is_object(t) or own:
        return format_value(fx, value, str_const(fx, span, ""), span)
    return to_str(fx, value, span)


def _formats_below(t: Type) -> bool:
    """Whether only classes below `t` have a `__format__`."""
    return isinstance(t, ClassInst) and not t.by_value and t.info.overridden_below("__format__")


def _format_by_class(fx: Fx, value: ir.Expr, spec: ir.Expr, span: Span) -> ir.Expr:
    """`format` of an object whose class has no `__format__`, but some class below it."""
    from rumpkc.types.late import by_class, subclasses

    assert isinstance(value.type, ClassInst)
    save, got = fx.save(spec)
    below = subclasses(fx, value.type, "__format__", span)
    plain = isinstance(spec, ir.StrConst) and spec.value == ""

    def own(it: ir.Expr) -> ir.Expr:
        return to_str(fx, it, span) if plain else _no_spec(fx, it, got, span)

    out = by_class(fx, value, below, lambda it: format_value(fx, it, spec if plain else got, span), own, span)
    return ir.Seq(span, out.type, (save,), out)


def _no_spec(fx: Fx, value: ir.Expr, spec: ir.Expr, span: Span) -> ir.Expr:
    """`object.__format__`: the text, or TypeError where there is a specification."""
    from rumpkc.types.convert import truth
    from rumpkc.types.doubts import shown_class
    from rumpkc.types.tries import raise_new

    save, got = fx.save(value)
    kind = shown_class(fx, got)
    kind = str_const(fx, span, kind) if isinstance(kind, str) else kind
    words = [str_const(fx, span, "unsupported format string passed to "), kind, str_const(fx, span, ".__format__")]
    stop = raise_new(fx, "TypeError", [concat(fx, words, span)], kind.type, span)
    return ir.Seq(span, kind.type, (save,), ir.IfExp(span, kind.type, truth(fx, spec), stop, to_str(fx, got, span)))


def _optional_or_none(fx: Fx, value: ir.Expr, spec: ir.Expr, span: Span) -> ir.Expr:
    """A value of a type without specifications, or None, by one that only running tells."""
    if not isinstance(value.type, OptionalType):
        return _no_spec(fx, value, spec, span)
    stmts, (got, how) = fx.save_all([value, spec])
    none = _no_spec(fx, ir.Const(span, NONE, None), how, span)
    some = format_value(fx, ir.Convert(span, value.type.item, got), how, span)
    return ir.Seq(span, some.type, tuple(stmts), ir.IfExp(span, some.type, ir.IsNone(span, BOOL, got), none, some))


def _format_member(fx: Fx, value: ir.Expr, t: ClassInst, spec: ir.Expr, span: Span) -> ir.Expr:
    """A member of an enumeration: what `int` and `str` do with the value; without a specification its text."""
    from rumpkc.types.convert import truth
    from rumpkc.types.enums import is_int_enum, is_shown_as_value

    text = fx.world.cls("str")
    kept, got = fx.save(value)
    saved, how = fx.save(spec)

    shape = spec if isinstance(spec, ir.StrConst) else how

    def formatted(name: str, arg: ir.Expr) -> ir.Expr:
        return ir.Call(span, text, fx.world.library("format", name), (arg, shape))

    if not is_shown_as_value(t):
        out = formatted("format_str", to_str(fx, got, span))
    else:
        out = (formatted("format_int", ir.FieldGet(span, INT, got, "_value_")) if is_int_enum(t)
               else formatted("format_str", ir.FieldGet(span, text, got, "_value_")))
        if _writes_own(t, "__str__"):
            if isinstance(spec, ir.StrConst):
                out = out if spec.value else to_str(fx, got, span)
            else:
                out = ir.IfExp(span, text, truth(fx, how), out, to_str(fx, got, span))
    return ir.Seq(span, text, (kept,) if isinstance(spec, ir.StrConst) else (kept, saved), out)


def _format_by_member(fx: Fx, value: ir.Expr, spec: ir.Expr, span: Span) -> ir.Expr:
    """`format` of whichever member of a union the value is."""
    from rumpkc.types.operators import of_members
    from rumpkc.types.tries import raise_new

    text = fx.world.cls("str")
    stmts, (got, how) = fx.save_all([value, spec]) if not isinstance(spec, ir.StrConst) else ([], [value, spec])

    def one(parts: list[ir.Expr]) -> ir.Expr:
        if parts[0].type is not NONE:
            return format_value(fx, parts[0], how, span)
        words = "unsupported format string passed to NoneType.__format__"
        return raise_new(fx, "TypeError", [str_const(fx, span, words)], text, span)

    return ir.Seq(span, text, tuple(stmts), of_members(fx, [got], one, span, "this text"))


def format_value(fx: Fx, value: ir.Expr, spec: ir.Expr, span: Span) -> ir.Expr:
    """`format(value, spec)`."""
    if not (isinstance(spec, ir.StrConst) and spec.value == ""):
        value = firm(fx, value, "TypeError", ["unsupported format string passed to NoneType.__format__"], span)
    t, text = value.type, fx.world.cls("str")

    def call(name: str, arg: ir.Expr) -> ir.Expr:
        return ir.Call(span, text, fx.world.library("format", name), (arg, spec))

    if isinstance(t, ClassInst):
        from rumpkc.types.calls import call_method, has_method

        if t.name == "str":
            return call("format_str", value)
        if is_object(t):
            return call_method(fx, value, "_any_formatted", [spec], span)
        if not has_method(t, "__format__") and _formats_below(t):
            return _format_by_class(fx, value, spec, span)
        if has_method(t, "__format__"):
            return call_method(fx, value, "__format__", [spec], span)
        if t.info.kind == "enum":
            return _format_member(fx, value, t, spec, span)
    if t is BOOL:
        return call("format_bool", value)
    if isinstance(t, IntType):
        wide = to_int64(value)
        # A literal specification without a type of floats keeps the code of floats out of the image.
        whole = isinstance(spec, ir.StrConst) and not str(spec.value).endswith(tuple("eEfFgG%"))
        return call(("format_int" if wide.type is INT else "format_uint") + ("_whole" if whole else ""), wide)
    if t in (FLOAT, F32):
        return call("format_float", value if t is FLOAT else ir.Prim(span, FLOAT, "fpext", (value,)))
    if isinstance(spec, ir.StrConst) and spec.value == "":
        return to_str(fx, value, span)
    if isinstance(t, UnionType):
        known = open_unions.formatted(fx, value, span)
        if known is not value:
            return format_value(fx, known, spec, span)
        return _format_by_member(fx, value, spec, span)
    if not isinstance(spec, ir.StrConst) or isinstance(t, OptionalType):    # the one may be empty, the other None
        return _optional_or_none(fx, value, spec, span)
    raise fail("E0325", f"{t} takes no format spec", span, help="format its text: `{x!s:>10}`")
