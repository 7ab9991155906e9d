"""`"%d %s" % (a, b)`: the format text is a literal, so its fields meet their values while compiling.

    "%5.1f of %s" % (x, name)       percent_float(x, "f", 0, 5, 1), " of ", percent_text(str(name), 0, 0, -1), joined
    b"%d" % n                       the same as text, encoded at the end
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, text
from rumpkc.types.classes import dict_base
from rumpkc.types.convert import coerce, is_var_tuple
from rumpkc.types.fx import Fx
from rumpkc.types.integers import bool_to_int, int_to_float
from rumpkc.types.operators import of_members, plain_number
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    ClassInst,
    IntType,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_object,
)

FIELD = re.compile(r"%(?:\((?P<name>[^()]*)\))?(?P<flags>[-+ #0]*)(?P<width>\*|\d*)"
                   r"(?:(?P<dot>\.)(?P<precision>\*|\d*))?[hlL]?(?P<kind>.)", re.DOTALL)
FLAGS = {"-": 1, "+": 2, " ": 4, "#": 8, "0": 16}          # lib/core/percent.py
HELP = 'write an f-string: `f"{x:5d}"`'
WHOLE, REAL, TEXT = "diuoxX", "eEfFgG", "sra"
LIMITS = {"str": 0x110000, "bytes": 256}                    # of `%c`


def percent_format(fx: Fx, node: tree.BinOp) -> ir.Expr | None:
    """`text % values`; None where the left side is no text."""
    from rumpkc.types.exprs import expr

    left = node.left
    if not isinstance(left, tree.Constant) or left.kind not in ("str", "bytes"):
        return None
    template = left.value.decode("latin-1") if isinstance(left.value, bytes) else str(left.value)
    work = _Percent(fx, node.span, left.kind)
    try:
        parts = work.parts(template, node.right)
    except _Late as late:
        from rumpkc.types.percent_late import percent_late

        out = percent_late(fx, expr(fx, left), calls.Evaluated(node.right.span, late.row), node.span)
        return ir.Seq(node.span, out.type, tuple(work.saves), out)
    out = text.concat(fx, parts, node.span)
    if left.kind == "bytes":
        latin = text.str_const(fx, node.span, "latin-1")
        out = calls.call_method(fx, out, "encode", [latin], node.span)
    return ir.Seq(node.span, out.type, tuple(work.saves), out)


def may_be_tuple(t: Type) -> bool:
    """Whether only running tells if a value is a tuple."""
    match t:
        case OptionalType(item=item):
            return may_be_tuple(item)
        case UnionType(members=members):
            return any(map(may_be_tuple, members))
        case ClassInst(info=info):
            return info.kind == "namedtuple" or is_object(t) or is_var_tuple(t)
    return isinstance(t, TupleType)


def is_mapping(t: Type, kind: str = "str") -> bool:
    """Whether CPython takes a value behind `%` for a mapping, which a text without names may leave unused: what
    `x[k]` asks and is neither a tuple nor text of a kind."""
    if dict_base(t) is not None:
        return True
    if not isinstance(t, ClassInst) or t.info.kind in ("namedtuple", "enum"):
        return False
    if t.info.module.library:
        return t.info.shown_name in (("list", "range", "bytes", "bytearray") if kind == "str" else ("list", "range"))
    return calls.has_method(t, "__getitem__")


@dataclass(slots=True)
class _Field:
    """One `%…` of the format text."""

    kind: str
    flags: ir.Expr
    width: ir.Expr
    precision: ir.Expr


class _Late(Exception):
    """Only running tells how many values there are."""

    def __init__(self, row: ir.Expr) -> None:
        super().__init__()
        self.row = row


class _Percent:
    """One use of the operator: its values, each evaluated once, and the one that the next field takes."""

    def __init__(self, fx: Fx, span: Span, kind: str) -> None:
        self.fx, self.span, self.kind = fx, span, kind
        self.saves: list[ir.Stmt] = []
        self.values: list[ir.Expr] = []
        self.named: dict[str, ir.Expr] = {}
        self.mapping: ir.Expr | None = None
        self.next = 0

    def parts(self, template: str, right: tree.Expr) -> list[ir.Expr]:
        """The pieces of the result, each a str."""
        fields = list(FIELD.finditer(template))
        named = any(field["name"] is not None for field in fields)
        self._take(right, named)
        out: list[ir.Expr] = []
        at = 0
        for field in fields:
            self._literal(out, template[at:field.start()])
            at = field.end()
            if field[0] == "%%":
                out.append(text.str_const(self.fx, self.span, "%"))
            else:
                out.append(self._field(field, named))
        self._literal(out, template[at:])
        if not named and self.mapping is None and self.next != len(self.values):
            takes = counted(self.next, "value")
            raise fail("E0413", f"this format takes {takes}, not {len(self.values)}", self.span)
        return out

    def _literal(self, out: list[ir.Expr], piece: str) -> None:
        if "%" in piece:
            raise fail("E0413", "a `%` in this format has no type behind it", self.span,
                       help="write `%%` for the character")
        if piece:
            out.append(text.str_const(self.fx, self.span, piece))

    def _take(self, right: tree.Expr, named: bool) -> None:
        """Evaluate what stands behind the operator."""
        from rumpkc.types.exprs import expr

        if isinstance(right, tree.Dict) and named and all(isinstance(k, tree.Constant) for k in right.keys):
            for key, item in zip(right.keys, right.values, strict=True):
                assert isinstance(key, tree.Constant)
                name = key.value.decode("latin-1") if isinstance(key.value, bytes) else str(key.value)
                self.named[name] = self._saved(expr(self.fx, item))
            return
        value = self._saved(expr(self.fx, right))
        t = value.type
        if isinstance(t, TupleType) and not named:
            self.values = [ir.TupleGet(self.span, item, value, i) for i, item in enumerate(t.items)]
        elif isinstance(t, ClassInst) and t.info.kind == "namedtuple" and not named:
            self.values = [ir.FieldGet(self.span, item, value, name) for name, item in t.fields.items()]
        elif is_var_tuple(t) and self.kind == "str":
            raise _Late(value)
        elif is_var_tuple(t):
            raise fail("E0413", "the number of values behind `%` is not known", right.span, help=HELP)
        elif named or is_mapping(t, self.kind):
            self.mapping = value
            self.values = [value]
        elif may_be_tuple(t):
            raise fail("E0413", f"{t} may be a tuple, each item of which `%` would take for a value", right.span,
                       help="write `% (x,)` to show it as one value, or an f-string")
        else:
            self.values = [value]

    def _saved(self, value: ir.Expr) -> ir.Expr:
        save, got = self.fx.save(value)
        self.saves.append(save)
        return got

    def _value(self) -> ir.Expr:
        if self.next >= len(self.values):
            raise fail("E0413", f"this format takes more than {counted(len(self.values), 'value')}", self.span)
        self.next += 1
        return self.values[self.next - 1]

    def _number(self, written: str | None, default: int, what: str) -> ir.Expr:
        """A width or precision: digits, `*` for a value, or nothing."""
        if written == "*":
            return coerce(self.fx, self._value(), INT, self.span, f"the {what} of a format")
        return ir.Const(self.span, INT, int(written) if written else default)

    def _field(self, field: re.Match[str], named: bool) -> ir.Expr:
        fx, span, kind = self.fx, self.span, field["kind"]
        flags = ir.Const(span, INT, sum(FLAGS[c] for c in set(field["flags"])))
        width = self._number(field["width"], 0, "width")
        precision = self._number(field["precision"], 0, "precision") if field["dot"] else ir.Const(span, INT, -1)
        if field["precision"] == "*":               # a negative one from a value counts as 0
            precision = ir.Call(span, INT, fx.world.library("percent", "at_least_zero"), (precision,))
        value = self._lookup(field["name"]) if named else self._value()
        return self._formatted(_Field(kind, flags, width, precision), value)

    def _lookup(self, name: str | None) -> ir.Expr:
        from rumpkc.types.exprs import expr

        if name is None:
            raise fail("E0413", "named and unnamed fields in one format", self.span, help=HELP)
        if self.mapping is not None:
            key = tree.Constant(self.span, name if self.kind == "str" else name.encode("latin-1"), self.kind)
            return expr(self.fx, tree.Subscript(self.span, calls.Evaluated(self.span, self.mapping), key))
        if name not in self.named:
            raise fail("E0413", f"the values have no `{name}`", self.span)
        return self.named[name]

    def _formatted(self, field: _Field, value: ir.Expr) -> ir.Expr:
        if field.kind in TEXT or (field.kind == "b" and self.kind == "bytes"):
            return self._text(field, value)
        value = plain_number(value)
        if isinstance(value.type, UnionType):
            return of_members(self.fx, [value], lambda x: self._formatted(field, x[0]), self.span, "`%`")
        if field.kind in WHOLE:
            return self._whole(field, bool_to_int(value))
        if field.kind in REAL:
            number = bool_to_int(value)
            if not isinstance(number.type, IntType) and number.type not in (FLOAT, F32):
                raise self._wrong(field.kind, value.type)
            return self._call("percent_float", int_to_float(self.fx, number), ord(field.kind), field)
        if field.kind == "c":
            return self._character(field, value)
        raise fail("E0413", f"there is no format `%{field.kind}`", self.span, help=HELP)

    def _whole(self, field: _Field, value: ir.Expr) -> ir.Expr:
        t = value.type
        kind = ord("d" if field.kind in "diu" else field.kind)
        if t in (FLOAT, F32) and kind == ord("d"):
            return self._call("percent_cut", int_to_float(self.fx, value), kind, field)
        if not isinstance(t, IntType):
            raise self._wrong(field.kind, t)
        wide = text.to_int64(value)
        return self._call("percent_int" if wide.type is INT else "percent_uint", wide, kind, field)

    def _character(self, field: _Field, value: ir.Expr) -> ir.Expr:
        fx, name = self.fx, "percent_char"
        value = bool_to_int(value)
        if isinstance(value.type, ClassInst) and value.type.name == self.kind:
            name, value = "percent_char_of", self._as_text(value)
        elif not isinstance(value.type, IntType):
            raise self._wrong("c", value.type)
        else:
            value = coerce(fx, value, INT, self.span, "`%c`")
        limit = ir.Const(self.span, INT, LIMITS[self.kind])
        args = (value, field.flags, field.width, limit)
        return ir.Call(self.span, fx.world.cls("str"), fx.world.library("percent", name), args)

    def _text(self, field: _Field, value: ir.Expr) -> ir.Expr:
        fx, span, name = self.fx, self.span, "percent_text"
        if field.kind == "a" or (field.kind == "r" and self.kind == "bytes"):
            name, shown = "percent_ascii", text.to_repr(fx, value, span)
        elif field.kind == "r":
            shown = text.to_repr(fx, value, span)
        elif self.kind == "bytes":
            value = calls.plain_bytes(fx, value)
            if not isinstance(value.type, ClassInst) or value.type.name != "bytes":
                raise self._wrong(field.kind, value.type)
            shown = self._as_text(value)
        else:
            shown = text.to_str(fx, value, span)
        args = (shown, field.flags, field.width, field.precision)
        return ir.Call(span, fx.world.cls("str"), fx.world.library("percent", name), args)

    def _as_text(self, value: ir.Expr) -> ir.Expr:
        """Bytes as the text whose code points they are."""
        if self.kind == "str":
            return value
        return calls.call_method(self.fx, value, "decode", [text.str_const(self.fx, self.span, "latin-1")], self.span)

    def _call(self, name: str, value: ir.Expr, kind: int, field: _Field) -> ir.Expr:
        args = (value, ir.Const(self.span, INT, kind), field.flags, field.width, field.precision)
        return ir.Call(self.span, self.fx.world.cls("str"), self.fx.world.library("percent", name), args)

    def _wrong(self, kind: str, t: Type) -> Exception:
        shown = "bool" if t is BOOL else str(t)
        return fail("E0413", f"`%{kind}` does not take {shown}", self.span, help="`%s` takes every value")
