"""The primitive operations: the only place where a dialect operation meets a machine operation.

A `Prim` node names one row. `kinds` states the operands, `result` the result:
  i  any IntType       b  BOOL        n  IntType or BOOL or pointer    f  FLOAT or F32      p  PtrType
  P  PtrType to the result's (or stored value's) type                 u  USIZE or INT      v  any value
  r  a reference object
  result: `same` (type of the first operand), `bool`, `to` (the type that the node states), `none`, `never`, `usize`,
  `u8ptr`.

Dialect code of the library and the HAL reaches a row as a function of `rumpk.prim`: the dots become underscores
(`add.wrap` is `prim.add_wrap(a, b)`); rows with result `to` take the wanted type first (`prim.trunc(u8, x)`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrimSpec:
    """One row: operand kinds, result rule, and whether it can raise / has a side effect."""

    kinds: str
    result: str
    raises: bool = False
    effect: bool = False


PRIMS: dict[str, PrimSpec] = {}


def _rows(names: str, kinds: str, result: str, raises: bool = False, effect: bool = False) -> None:
    for name in names.split():
        PRIMS[name] = PrimSpec(kinds, result, raises, effect)


# Integers. `checked` raises OverflowError when the result leaves the type; `wrap` is modulo 2^bits.
_rows("add.checked sub.checked mul.checked", "ii", "same", raises=True)
_rows("neg.checked", "i", "same", raises=True)
_rows("add.wrap sub.wrap mul.wrap", "ii", "same")
_rows("neg.wrap", "i", "same")
_rows("add.fits sub.fits mul.fits", "ii", "same")          # the result lies in the type, as ir/passes/ranges.py found
_rows("neg.fits", "i", "same")
_rows("sdiv udiv srem urem", "ii", "same")                 # the divisor is not 0, the quotient fits
_rows("and or xor", "nn", "same")                          # also on BOOL
_rows("not", "n", "same")
_rows("shl lshr ashr", "ii", "same")                       # the amount is below the width
_rows("rotl rotr", "ii", "same")
_rows("umul.high smul.high", "ii", "same")                 # upper half of the double-width product
_rows("ctpop ctlz cttz bswap bitreverse", "i", "same")     # ctlz/cttz of 0 give the width
_rows("smin smax umin umax", "ii", "same")
_rows("icmp.eq icmp.ne icmp.slt icmp.sle icmp.sgt icmp.sge icmp.ult icmp.ule icmp.ugt icmp.uge", "nn", "bool")
_rows("int.checked", "i", "to", raises=True)               # to another IntType, OverflowError where it does not fit
_rows("trunc zext sext", "n", "to")                        # by the width of the two types; equal widths are a no-op

# Floats. IEEE 754, round to nearest even, no fast-math.
_rows("fadd fsub fmul fdiv", "ff", "same")
_rows("fneg fabs fsqrt ffloor fceil ftrunc froundeven", "f", "same")
_rows("fcopysign", "ff", "same")
_rows("ffma", "fff", "same")
_rows("fcmp.oeq fcmp.une fcmp.olt fcmp.ole fcmp.ogt fcmp.oge fcmp.uno", "ff", "bool")
_rows("sitofp uitofp", "i", "to")
_rows("fptosi fptoui", "f", "to")                          # saturating; NaN gives 0
_rows("fpext fptrunc", "f", "to")
_rows("bitcast", "v", "to")                                # FLOAT <-> 64-bit, F32 <-> 32-bit

# Memory. Offsets of `ptr.add` count items, of `ptr.addbytes` bytes.
_rows("ptr.load", "p", "to")
_rows("ptr.store", "Pv", "none", effect=True)
_rows("ptr.add", "pu", "same")
_rows("ptr.addbytes", "pu", "same")
_rows("ptr.int", "p", "usize")
_rows("int.ptr", "i", "to")                                # to a PtrType
_rows("ptr.diff", "pp", "usize")                           # bytes from the second to the first
_rows("obj.data", "r", "u8ptr")                            # the first byte behind the fields (see New.extra)
_rows("ref.ptr", "r", "u8ptr")
_rows("ptr.ref", "p", "to")                                # to a reference class
_rows("ref.eq", "vv", "bool")                              # the same object (`is`)
_rows("ref.typeinfo", "r", "u8ptr")
_rows("ref.code ref.env", "v", "u8ptr")                    # the two halves of a FuncType
_rows("mem.copy mem.move", "ppu", "none", effect=True)     # destination, source, bytes
_rows("mem.set", "piu", "none", effect=True)               # destination, byte (U8), bytes
_rows("unaligned.load", "p", "to", effect=True)            # at any address, by as many accesses as that needs
_rows("unaligned.store", "Pv", "none", effect=True)
_rows("volatile.load", "p", "to", effect=True)             # exactly one access of the item's width
_rows("volatile.store", "Pv", "none", effect=True)
_rows("atomic.load.relaxed atomic.load.acquire atomic.load.seqcst", "p", "to", effect=True)
_rows("atomic.store.relaxed atomic.store.release atomic.store.seqcst", "Pv", "none", effect=True)
for _order in ("relaxed", "acquire", "release", "acqrel", "seqcst"):
    for _op in ("add", "sub", "and", "or", "xor", "swap"):
        _rows(f"atomic.{_op}.{_order}", "Pv", "to", effect=True)
    _rows(f"atomic.cas.{_order}", "Pvv", "to", effect=True)    # pointer, expected, new; all of these give the old value
_rows("fence.acquire fence.release fence.acqrel fence.seqcst fence.compiler", "", "none", effect=True)

# Control and the machine.
_rows("unreachable trap", "", "never", effect=True)
_rows("likely unlikely", "b", "bool")
_rows("frame.address", "", "usize", effect=True)           # this function's frame pointer
_rows("frame.parent frame.return", "u", "usize")           # saved frame pointer / return address of a frame pointer
_rows("stack.address", "", "usize", effect=True)           # the stack pointer
_rows("thread.pointer", "", "usize")                       # the register that the C ABI sets aside for a thread

# `sys.*:NAME` rows: NAME is a CSR or system register of the target, or an instruction (`sys.do:wfi`).
SYS_PRIMS = {
    "sys.read": PrimSpec("", "to", effect=True),
    "sys.write": PrimSpec("v", "none", effect=True),
    "sys.swap": PrimSpec("v", "to", effect=True),          # the old value (csrrw)
    "sys.set": PrimSpec("v", "to", effect=True),           # or the bits in; the old value
    "sys.clear": PrimSpec("v", "to", effect=True),         # clear the bits; the old value
    "sys.do": PrimSpec("", "none", effect=True),
}


def spec_of(op: str) -> PrimSpec | None:
    """The row of `op`; for `sys.read:mstatus` that of `sys.read`."""
    head, colon, _ = op.partition(":")
    return SYS_PRIMS.get(head) if colon else PRIMS.get(op)
