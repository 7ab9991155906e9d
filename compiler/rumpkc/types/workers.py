"""`hive.spawn(function, …)`: the function is named, so that the build knows what the user domain has to hold.

    spawn(count, ["7"])     ->     _start(&worker.apps.x.count, ["7"]), and in the program, as an entry of that domain:

    def worker.apps.x.count(packet: Ptr[u8], size: int) -> int:
        rt_begin(frame); return run(count, packet, size)             # lib/worker.py
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.names import static_symbol
from rumpkc.types.symbols import FuncInfo, FuncInst
from rumpkc.types.types import INT, NONE, U8, USIZE, FuncType, PtrType, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

ENTRY = "worker."                       # what the symbol of an entry begins with


def spawn_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """A call of `spawn`; the address of the function's entry takes its place."""
    if not node.args:
        raise fail("E0310", "`spawn` takes the worker's function first", node.span,
                   help="write `spawn(function, [\"argument\"])`")
    first = node.args[0]
    symbol = static_symbol(fx, first) if isinstance(first, (tree.Name, tree.Attribute)) else None
    if not isinstance(symbol, FuncInfo) or symbol.owner is not None:
        raise fail("E0470", "a worker is a function of module level, by its name", first.span,
                   help="its code is emitted for the user domain, so the build has to know which one it is")
    entry = entry_of(fx.world, symbol, first)
    address = ir.Prim(first.span, USIZE, "ptr.int", (ir.GlobalAddr(first.span, PtrType(U8), entry),))
    start = fx.world.function_of("lib.hive", "_start")
    return calls.call_function(fx, start, None, (calls.Evaluated(first.span, address), *node.args[1:]), node.keywords,
                               node.span)


def entry_of(world: World, info: FuncInfo, node: tree.Expr) -> ir.Global:
    """The symbol of the worker's entry, as the kernel names it."""
    from rumpkc.types.check import plain

    inst = world.func(plain(world, info))
    texts = world.cls("list", world.cls("str"))
    if [p.type for p in inst.params] != [texts] or inst.result != texts:
        raise fail("E0470", f"`{info.name}` is no worker: it has another signature than (list[str]) -> list[str]",
                   node.span, help="a worker gets a packet of strings, and returns one")
    symbol = ENTRY + inst.ir.symbol
    found = world.linker_symbols.get(symbol)
    if found is None:
        found = world.linker_symbols[symbol] = ir.Global(symbol, U8, None, False, node.span, external=True)
        world.program.globals.append(found)
        made = _entry(world, symbol, inst)
        world.program.functions.append(made)
        world.program.workers.append(made)
    return found


def _entry(world: World, symbol: str, inst: FuncInst) -> ir.Function:
    """What the kernel enters: the beginning of a program, then the library's `run`."""
    span = inst.info.node.span
    run = world.func(world.function_of("lib.worker", "run"))
    signature = FuncType(tuple(p.type for p in inst.params), inst.result)
    place, size = ir.Local("packet", PtrType(U8), span), ir.Local("size", INT, span)
    frame = ir.Prim(span, USIZE, "frame.address", ())
    begin = ir.Eval(span, ir.Call(span, NONE, world.library("runtime", "rt_begin"), (frame,)))
    call = ir.Call(span, INT, run.ir, (ir.FuncAddr(span, signature, inst.ir), ir.LocalGet(span, place.type, place),
                                       ir.LocalGet(span, INT, size)))
    return ir.Function(symbol, "<worker>", (place, size), INT, span, inst.info.module.name,
                       (begin, ir.Return(span, call)), exported=True)
