"""Subscripts with a check, as the passes see them: container, index, and what the same access is without its check.

    bytes.__getitem__(data, add.checked(at, 3))      length: data._len     unchecked: zext(ptr.load(data + (at + 3)))
    checked_index(i, 80)  (an Array's)               length: 80            unchecked: i
"""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.types import BOOL, INT, NONE, U8, USIZE, ClassInst, PtrType, Type

BYTES_GET = "lib.core.bytes.Bytes.__getitem__"
BYTEARRAY_GET = "lib.core.bytearray.ByteArray.__getitem__"
LIST, GET, SET = "lib.core.list.List[", "].__getitem__", "].__setitem__"
ARRAY_INDEX = "lib.core.runtime.checked_index"
MAX_OFFSET = 1 << 31


@dataclass(frozen=True, slots=True)
class Access:
    """One checked subscript: the call, its container (None for an Array, which has a constant length) and index."""

    call: ir.Call
    container: ir.Expr | None
    index: ir.Expr


def access_of(node: ir.Node) -> Access | None:
    """`node` as a checked subscript of a container of the library."""
    if not isinstance(node, ir.Call):
        return None
    symbol = node.func.symbol
    if symbol in (BYTES_GET, BYTEARRAY_GET) or symbol.startswith(LIST) and symbol.endswith((GET, SET)):
        return Access(node, node.args[0], node.args[1])
    if symbol == ARRAY_INDEX and isinstance(node.args[1], ir.Const):
        return Access(node, None, node.args[0])
    return None


def length_of(access: Access) -> ir.Expr:
    """The number of items, as INT."""
    span = access.call.span
    if access.container is None:
        return access.call.args[1]
    return ir.Prim(span, INT, "zext", (ir.FieldGet(span, USIZE, access.container, "_len"),))


def unchecked(access: Access, args: tuple[ir.Expr, ...]) -> ir.Expr:
    """The access without its check; `args` are the call's arguments (in their new form)."""
    span, symbol = access.call.span, access.call.func.symbol
    if symbol == ARRAY_INDEX:
        return without_check(args[0])
    cls = args[0].type
    assert isinstance(cls, ClassInst)
    if symbol == BYTES_GET:
        data: ir.Expr = ir.Prim(span, PtrType(U8), "obj.data", (args[0],))
    else:
        data = ir.FieldGet(span, cls.fields["_data"], args[0], "_data")
    place = ir.Prim(span, data.type, "ptr.add", (data, without_check(args[1])))
    if symbol.endswith(SET):
        return ir.Prim(span, NONE, "ptr.store", (place, args[2]))
    item: Type = U8 if symbol in (BYTES_GET, BYTEARRAY_GET) else access.call.type
    loaded = ir.Prim(span, item, "ptr.load", (place,))
    return ir.Prim(span, INT, "zext", (loaded,)) if item is U8 and access.call.type == INT else loaded


def without_check(index: ir.Expr) -> ir.Expr:
    """An index expression whose sums cannot overflow, since the result is known to be a place in the container."""
    if isinstance(index, ir.Prim) and index.op in ("add.checked", "sub.checked"):
        op = index.op.replace("checked", "wrap")
        return ir.Prim(index.span, index.type, op, tuple(without_check(arg) for arg in index.args))
    return index


def split_offset(index: ir.Expr) -> tuple[ir.Expr, int]:
    """`base + constant`, both as written."""
    offset = 0
    while isinstance(index, ir.Prim) and index.op in ("add.checked", "sub.checked"):
        left, right = index.args
        sign = 1 if index.op == "add.checked" else -1
        if isinstance(right, ir.Const) and isinstance(right.value, int):
            index, offset = left, offset + sign * right.value
        elif sign == 1 and isinstance(left, ir.Const) and isinstance(left.value, int):
            index, offset = right, offset + left.value
        else:
            break
    return index, offset


def int_const(span: Span, value: int) -> ir.Const:
    return ir.Const(span, INT, value)


def compare(op: str, left: ir.Expr, right: ir.Expr) -> ir.Expr:
    return ir.Prim(left.span, BOOL, f"icmp.{op}", (left, right))


def all_of(tests: list[ir.Expr]) -> ir.Expr:
    """The tests joined with `and`, likely to hold."""
    joined = tests[0]
    for test in tests[1:]:
        joined = ir.And(joined.span, BOOL, joined, test)
    return ir.Prim(joined.span, BOOL, "likely", (joined,))


def inside(low: ir.Expr, high: ir.Expr, offsets: list[int], length: ir.Expr) -> list[ir.Expr]:
    """Tests that `low … high`, with each of the offsets added, are places in a container of `length` items."""
    span = low.span
    limit = ir.Prim(span, INT, "sub.wrap", (length, int_const(span, max(offsets))))
    if low is high and min(offsets) == 0:
        # length - offset may be negative, so it takes two tests; as unsigned numbers they are often one in LLVM
        return [compare("sgt", length, int_const(span, max(offsets))), compare("ult", low, limit)]
    return [compare("sge", low, int_const(span, -min(offsets))), compare("slt", high, limit)]
