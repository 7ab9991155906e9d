"""`Atomic[T]` and `fence(order)`: each method becomes one atomic operation of LLVM, in the order that the call states.

    ready.store(1, RELEASE)            atomic.store.release(&ready._value, 1)
    old = n.fetch_add(1)               atomic.add.seqcst(&n._value, 1)
"""

from __future__ import annotations

from rumpkc.diagnostics import counted, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.annotations import Annotations
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import Special
from rumpkc.types.types import BOOL, NONE, ClassInst, IntType, PtrType, Type

HOME = "lib.core.atomic"
ORDERS = {"RELAXED": "relaxed", "ACQUIRE": "acquire", "RELEASE": "release", "ACQ_REL": "acqrel", "SEQ_CST": "seqcst"}
FENCES = {name: word for name, word in ORDERS.items() if name != "RELAXED"}
LOADS = {name: ORDERS[name] for name in ("RELAXED", "ACQUIRE", "SEQ_CST")}
STORES = {name: ORDERS[name] for name in ("RELAXED", "RELEASE", "SEQ_CST")}

# method -> operation, how many values it takes, the orders that it may have
METHODS: dict[str, tuple[str, int, dict[str, str]]] = {
    "load": ("load", 0, LOADS), "store": ("store", 1, STORES), "exchange": ("swap", 1, ORDERS),
    **{f"fetch_{name}": (name, 1, ORDERS) for name in ("add", "sub", "and", "or", "xor")},
    "compare_exchange": ("cas", 2, ORDERS),
}


def is_atomic(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.module.name == HOME


def check_item(t: Type, span: Span) -> None:
    """E0466 for an `Atomic` of something that the machines have no atomic instructions for."""
    if not (isinstance(t, ClassInst) and isinstance(t.args[0], IntType)):
        raise fail("E0466", f"`{t}` is not a number that harts can share", span,
                   help="an `Atomic` holds an integer: `Atomic[u64]`, `Atomic[w32]`, `Atomic[int]`")


def method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call) -> ir.Expr:
    """A call of a method of an `Atomic`."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.exprs import typed

    t = receiver.type
    assert isinstance(t, ClassInst)
    fields_of(fx.world, t)
    row = METHODS.get(name)
    if row is None:
        raise fail("E0320", f"`{t}` has no method `{name}`", node.func.span, help=did_you_mean(name, METHODS))
    op, count, orders = row
    args, order = _split(node, name, count)
    word = order_of(fx, order, orders, f"`{name}`") if order is not None else "seqcst"
    item, span = t.args[0], node.span
    place = ir.FieldAddr(span, PtrType(item), receiver, "_value")
    keep, address = fx.save(place)
    values: list[ir.Expr] = []
    stmts: list[ir.Stmt] = [keep]
    for arg in args:
        save, got = fx.save(typed(fx, arg, item, f"`{name}`"))
        stmts.append(save)
        values.append(got)
    result = {"store": NONE}.get(op, item)
    value: ir.Expr = ir.Prim(span, result, f"atomic.{op}.{word}", (address, *values))
    if op == "cas":
        value = ir.Prim(span, BOOL, "icmp.eq", (value, values[0]))
    return ir.Seq(span, value.type, tuple(stmts), value)


def _split(node: tree.Call, name: str, count: int) -> tuple[tuple[tree.Expr, ...], tree.Expr | None]:
    """The values of a call, and its order where it states one."""
    for keyword in node.keywords:
        if keyword.name != "order" or len(node.args) > count:
            raise fail("E0311", f"`{name}` has no parameter `{keyword.name or '**'}`", keyword.span)
    if not count <= len(node.args) <= count + 1 or any(isinstance(a, tree.Starred) for a in node.args):
        raise fail("E0310", f"`{name}` takes {counted(count, 'value')} and an order, not "
                   f"{counted(len(node.args), 'argument')}", node.span)
    order = node.keywords[0].value if node.keywords else node.args[count] if len(node.args) > count else None
    return node.args[:count], order


def order_of(fx: Fx, node: tree.Expr, orders: dict[str, str], what: str) -> str:
    """The memory order that `node` names; E0467 for one that the operation cannot have, or that is computed."""
    symbol = Annotations(fx.world, fx.module, {}).symbol(node)
    home, _, name = symbol.name.rpartition(".") if isinstance(symbol, Special) else ("", "", "")
    if home not in ("rumpk", "rumpk.Order") or name not in ORDERS:
        raise fail("E0467", "a memory order is named where it is used", node.span,
                   help=f"write one of {', '.join(orders)}")
    if name not in orders:
        raise fail("E0467", f"{what} cannot have the order {name}", node.span, help=f"it can have {', '.join(orders)}")
    return orders[name]


def fence(fx: Fx, node: tree.Call) -> ir.Expr:
    """`fence()`, `fence(ACQUIRE)`."""
    args, order = _split(node, "fence", 0)
    word = "seqcst" if order is None else order_of(fx, order, FENCES, "`fence`")
    return ir.Prim(node.span, NONE, f"fence.{word}", ())
