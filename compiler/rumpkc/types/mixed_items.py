"""`==`, `<` and their like of containers of one kind whose items have different types: `[1, 2] == [1.0, 2.0]`.

They are functions of `lib/core/mixed.py`, once for each pair of item types that compare with each other. Where no item
of one side can equal one of the other, only empty ones are equal; written as such a comparison that stays an error
(E0309), and means that where a side is one of several types.
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import typed_dicts
from rumpkc.types.calls import call_method
from rumpkc.types.classes import base_inst, dict_base
from rumpkc.types.fx import Fx
from rumpkc.types.meeting import kind_of, meet
from rumpkc.types.types import BOOL, INT, ClassInst, Type

NAMES = {"list": "lists", "tuple": "rows", "deque": "deques", "dict": "dicts", "set": "sets"}
FORMS = {"==": ("equal", False), "<": ("less", False), "<=": ("less_equal", False), ">": ("less", True),
         ">=": ("less_equal", True)}


def only_empty(fx: Fx, a: Type, b: Type) -> bool:
    """Whether two containers of these types are equal only if both are empty."""
    return kind_of(a, b) in NAMES and not all(meet(fx, x, y) for x, y in zip(_held(a), _held(b), strict=True))


def _held(t: Type) -> tuple[Type, ...]:
    """What decides whether containers are equal: the types of keys and values, or of items."""
    assert isinstance(t, ClassInst)
    base = dict_base(t)
    return base.args if base is not None else t.args


def compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`left op right`; None where they are no such containers."""
    left, right = typed_dicts.as_dict(left), typed_dicts.as_dict(right)
    a, b = left.type, right.type
    kind = NAMES.get(kind_of(a, b))
    if kind is None or a == b or not isinstance(a, ClassInst) or not isinstance(b, ClassInst):
        return None
    if not (a.info.module.library and b.info.module.library) or a.name == b.name == "OrderedDict":
        return None
    if only_empty(fx, a, b):
        return _both_empty(fx, left, right, span) if op == "==" else None
    if kind in ("sets", "dicts", "deques") and op != "==" or _held(a) == _held(b) and kind != "sets":
        return None
    form, swapped = FORMS[op]
    saves, (x, y) = fx.save_all([left, right])
    if kind in ("sets", "dicts"):
        x, y = (_as_whole(part, kind, span) for part in (x, y))
    args = (x.type, y.type) if kind == "deques" else (_held(x.type)[0], _held(y.type)[0])
    if kind == "dicts":
        (key, value), (other_key, other) = _held(x.type), _held(y.type)
        args = (key, value, other)
        if key != other_key:
            kind, args = "dicts_of_other_keys", (key, value, other_key, other)
    if swapped:
        x, y, args = y, x, args[::-1]
    call = ir.Call(span, BOOL, fx.world.library("mixed", f"{kind}_{form}", *args), (x, y))
    return ir.Seq(span, BOOL, tuple(saves), call)


def _both_empty(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    saves, both = fx.save_all([left, right])
    zero = ir.Const(span, INT, 0)
    one, other = (ir.Prim(span, BOOL, "icmp.eq", (call_method(fx, x, "__len__", [], span), zero)) for x in both)
    return ir.Seq(span, BOOL, tuple(saves), ir.And(span, BOOL, one, other))


def _as_whole(value: ir.Expr, kind: str, span: Span) -> ir.Expr:
    """A set or frozenset as what both are; a dict of any class as a dict."""
    cls = value.type
    assert isinstance(cls, ClassInst)
    if kind == "dicts":
        whole = dict_base(cls)
        assert whole is not None
    else:
        whole = base_inst(cls, next(info for info in cls.info.ancestors() if info.name == "Members"))
    return value if whole == cls else ir.Convert(span, whole, value)
