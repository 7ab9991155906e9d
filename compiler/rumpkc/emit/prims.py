"""The primitive operations as LLVM instructions: one row or one small function for each row of `ir/prims.py`.

A row of TEMPLATES is the instruction's text: {t} is the LLVM type of the first operand, {a} {b} {c} the operands,
{r} the LLVM type of the result. What needs more than one instruction has a function in SPECIAL.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import fail
from rumpkc.emit.body import Body
from rumpkc.ir import nodes as ir
from rumpkc.types.types import ArrayType, ClassInst, IntType, PtrType, Type

Emit = Callable[[Body, ir.Prim, list[str]], str]

TEMPLATES: dict[str, str] = {
    "add.wrap": "add {t} {a}, {b}", "sub.wrap": "sub {t} {a}, {b}", "mul.wrap": "mul {t} {a}, {b}",
    "neg.wrap": "sub {t} 0, {a}",
    "sdiv": "sdiv {t} {a}, {b}", "udiv": "udiv {t} {a}, {b}", "srem": "srem {t} {a}, {b}", "urem": "urem {t} {a}, {b}",
    "and": "and {t} {a}, {b}", "or": "or {t} {a}, {b}", "xor": "xor {t} {a}, {b}",
    "shl": "shl {t} {a}, {b}", "lshr": "lshr {t} {a}, {b}", "ashr": "ashr {t} {a}, {b}",
    "rotl": "call {t} @llvm.fshl.{t}({t} {a}, {t} {a}, {t} {b})",
    "rotr": "call {t} @llvm.fshr.{t}({t} {a}, {t} {a}, {t} {b})",
    "ctpop": "call {t} @llvm.ctpop.{t}({t} {a})",
    "ctlz": "call {t} @llvm.ctlz.{t}({t} {a}, i1 false)", "cttz": "call {t} @llvm.cttz.{t}({t} {a}, i1 false)",
    "bitreverse": "call {t} @llvm.bitreverse.{t}({t} {a})",
    **{op: f"call {{t}} @llvm.{op}.{{t}}({{t}} {{a}}, {{t}} {{b}})" for op in ("smin", "smax", "umin", "umax")},
    **{f"icmp.{c}": f"icmp {c} {{t}} {{a}}, {{b}}" for c in "eq ne slt sle sgt sge ult ule ugt uge".split()},
    **{op: f"{op} {{t}} {{a}}, {{b}}" for op in ("fadd", "fsub", "fmul", "fdiv")},
    "fneg": "fneg {t} {a}",
    **{f"f{name}": f"call {{t}} @llvm.{name}.{{f}}({{t}} {{a}})" for name in ("sqrt", "floor", "ceil", "trunc")},
    "fabs": "call {t} @llvm.fabs.{f}({t} {a})",
    "froundeven": "call {t} @llvm.roundeven.{f}({t} {a})",
    "fcopysign": "call {t} @llvm.copysign.{f}({t} {a}, {t} {b})",
    "ffma": "call {t} @llvm.fma.{f}({t} {a}, {t} {b}, {t} {c})",
    **{f"fcmp.{c}": f"fcmp {c} {{t}} {{a}}, {{b}}" for c in "oeq une olt ole ogt oge uno".split()},
    "sitofp": "sitofp {t} {a} to {r}", "uitofp": "uitofp {t} {a} to {r}",
    "fptosi": "call {r} @llvm.fptosi.sat.{r}.{f}({t} {a})", "fptoui": "call {r} @llvm.fptoui.sat.{r}.{f}({t} {a})",
    "fpext": "fpext {t} {a} to {r}", "fptrunc": "fptrunc {t} {a} to {r}", "bitcast": "bitcast {t} {a} to {r}",
    "ptr.addbytes": "getelementptr i8, ptr {a}, i64 {b}",
    "ptr.int": "ptrtoint ptr {a} to i64",
    "ref.eq": "icmp eq {t} {a}, {b}",
    "likely": "call i1 @llvm.expect.i1(i1 {a}, i1 true)", "unlikely": "call i1 @llvm.expect.i1(i1 {a}, i1 false)",
}

ROUNDINGS = {"ffloor", "fceil", "ftrunc", "froundeven"}
FLOAT_SUFFIX = {"double": "f64", "float": "f32"}
FENCES = {"acquire": "fence acquire", "release": "fence release", "acqrel": "fence acq_rel", "seqcst": "fence seq_cst",
          "compiler": 'fence syncscope("singlethread") seq_cst'}
ORDERS = {"relaxed": "monotonic", "acquire": "acquire", "release": "release", "acqrel": "acq_rel", "seqcst": "seq_cst"}


def emit_prim(body: Body, node: ir.Prim) -> str:
    """Write one primitive operation."""
    from rumpkc.emit.expr import emit_expr

    args = [emit_expr(body, arg) for arg in node.args]
    body.at(node.span)
    template = TEMPLATES.get(node.op)
    body.module.rounds |= node.op in ROUNDINGS
    if template is not None:
        t = body.layout.register(node.args[0].type)
        return body.value(template.format(t=t, a=args[0], b=args[1] if len(args) > 1 else "",
                                          c=args[2] if len(args) > 2 else "", r=body.layout.register(node.type),
                                          f=FLOAT_SUFFIX.get(t, "")))
    if (special := SPECIAL.get(node.op)) is not None:
        return special(body, node, args)
    if node.op.startswith("sys."):
        kind, _, name = node.op.removeprefix("sys.").partition(":")
        return body.module.lowering.system(body, kind, name, args)
    if node.op.startswith("atomic."):
        return _atomic(body, node, args)
    raise fail("E0905", f"internal error: the primitive operation `{node.op}` has no emission", node.span)


def _int(node: ir.Expr) -> IntType:
    if not isinstance(node.type, IntType):
        raise fail("E0904", f"internal error: an integer operand of type {node.type}", node.span)
    return node.type


# Checked integers

def _checked(op: str) -> Emit:
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        t = _int(node.args[0])
        if body.unchecked or t.modular:
            return body.value(f"{op} i{t.bits} {args[0]}, {args[1]}")
        return _with_overflow(body, op, t, args[0], args[1])
    return emit


def _with_overflow(body: Body, op: str, t: IntType, a: str, b: str) -> str:
    kind = "s" if t.signed else "u"
    bits = f"i{t.bits}"
    pair = body.value(f"call {{ {bits}, i1 }} @llvm.{kind}{op}.with.overflow.{bits}({bits} {a}, {bits} {b})")
    body.check_overflow(body.value(f"extractvalue {{ {bits}, i1 }} {pair}, 1"), str(t))
    return body.value(f"extractvalue {{ {bits}, i1 }} {pair}, 0")


def _fits(op: str) -> Emit:
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        t = _int(node.args[0])
        left, right = args if len(args) == 2 else ("0", args[0])
        return body.value(f"{op} {'nsw' if t.signed else 'nuw'} i{t.bits} {left}, {right}")
    return emit


def _neg_checked(body: Body, node: ir.Prim, args: list[str]) -> str:
    t = _int(node.args[0])
    if body.unchecked or t.modular:
        return body.value(f"sub i{t.bits} 0, {args[0]}")
    return _with_overflow(body, "sub", t, "0", args[0])


def _int_checked(body: Body, node: ir.Prim, args: list[str]) -> str:
    """To another integer type, with the one comparison that the two ranges need."""
    source, to, value = _int(node.args[0]), _int(node), args[0]
    if not to.modular and not body.unchecked:
        if source.signed and not to.signed and to.bits >= source.bits:
            body.check_overflow(body.value(f"icmp slt i{source.bits} {value}, 0"), str(to))
        elif not to.signed and to.bits < source.bits or to.signed and not source.signed and to.bits <= source.bits:
            body.check_overflow(body.value(f"icmp ugt i{source.bits} {value}, {to.high}"), str(to))
        elif to.signed and source.signed and to.bits < source.bits:
            low = body.value(f"trunc i{source.bits} {value} to i{to.bits}")
            back = body.value(f"sext i{to.bits} {low} to i{source.bits}")
            body.check_overflow(body.value(f"icmp ne i{source.bits} {back}, {value}"), str(to))
            return low
    return _resize(body, value, source.bits, to.bits, "sext" if source.signed else "zext")


def _resize(body: Body, value: str, bits: int, to_bits: int, extend: str) -> str:
    if bits == to_bits:
        return value
    return body.value(f"{'trunc' if bits > to_bits else extend} i{bits} {value} to i{to_bits}")


def _width(body: Body, node: ir.Expr) -> int:
    register = body.layout.register(node.type)
    return int(register[1:]) if register[0] == "i" else 64


def _resizing(op: str) -> Emit:
    """trunc, zext, sext by the widths of the two types; to BOOL is the lowest bit."""
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        return _resize(body, args[0], _width(body, node.args[0]), _width(body, node), "zext" if op == "trunc" else op)
    return emit


def _not(body: Body, node: ir.Prim, args: list[str]) -> str:
    t = body.layout.register(node.type)
    return body.value(f"xor {t} {args[0]}, {'true' if t == 'i1' else '-1'}")


def _bswap(body: Body, node: ir.Prim, args: list[str]) -> str:
    bits = _int(node).bits
    return args[0] if bits == 8 else body.value(f"call i{bits} @llvm.bswap.i{bits}(i{bits} {args[0]})")


def _high(extend: str) -> Emit:
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        bits = _int(node).bits
        a, b = (body.value(f"{extend} i{bits} {arg} to i{2 * bits}") for arg in args)
        product = body.value(f"mul i{2 * bits} {a}, {b}")
        upper = body.value(f"lshr i{2 * bits} {product}, {bits}")
        return body.value(f"trunc i{2 * bits} {upper} to i{bits}")
    return emit


# Memory

def _item(node: ir.Expr) -> Type:
    if not isinstance(node.type, PtrType):
        raise fail("E0904", f"internal error: a pointer operand of type {node.type}", node.span)
    return node.type.item


def _ptr_load(body: Body, node: ir.Prim, args: list[str]) -> str:
    if isinstance(node.type, ArrayType):
        return args[0]
    return body.load(node.type, args[0], body.module.alias.pointer(body.function.module))


def _ptr_store(body: Body, node: ir.Prim, args: list[str]) -> str:
    body.store(node.args[1].type, args[1], args[0], body.module.alias.pointer(body.function.module))
    return "0"


def _ptr_add(body: Body, node: ir.Prim, args: list[str]) -> str:
    return body.value(f"getelementptr inbounds {body.layout.memory(_item(node.args[0]))}, ptr {args[0]}, "
                      f"i64 {args[1]}")


def _ptr_diff(body: Body, node: ir.Prim, args: list[str]) -> str:
    a, b = (body.value(f"ptrtoint ptr {arg} to i64") for arg in args)
    return body.value(f"sub i64 {a}, {b}")


def _int_ptr(body: Body, node: ir.Prim, args: list[str]) -> str:
    wide = _resize(body, args[0], _int(node.args[0]).bits, 64, "zext")
    return body.value(f"inttoptr i64 {wide} to ptr")


def _same(body: Body, node: ir.Prim, args: list[str]) -> str:
    return args[0]


def _obj_data(body: Body, node: ir.Prim, args: list[str]) -> str:
    cls = node.args[0].type
    assert isinstance(cls, ClassInst)
    return body.value(f"getelementptr inbounds i8, ptr {args[0]}, i64 {body.layout.object_size(cls)}")


def _half(body: Body, node: ir.Prim, args: list[str]) -> str:
    return body.value(f"extractvalue {{ ptr, ptr }} {args[0]}, {int(node.op == 'ref.env')}")


def _ref_typeinfo(body: Body, node: ir.Prim, args: list[str]) -> str:
    return body.value(f"load ptr, ptr {args[0]}{body.module.alias.header}")


def _mem(name: str, kinds: str) -> Emit:
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        operands = ", ".join(f"{kind} {arg}" for kind, arg in zip(kinds.split(), args, strict=True))
        suffix = "p0.i64" if name == "memset" else "p0.p0.i64"
        body.do(f"call void @llvm.{name}.{suffix}({operands}, i1 false)")
        return "0"
    return emit


def _volatile_load(body: Body, node: ir.Prim, args: list[str]) -> str:
    memory, align = body.layout.memory(node.type), body.layout.align(node.type)
    loaded = body.value(f"load volatile {memory}, ptr {args[0]}, align {align}")
    if memory == body.layout.register(node.type):
        return loaded
    return body.value(f"icmp ne {memory} {loaded}, 0")       # a device's byte may be neither 0 nor 1


def _volatile_store(body: Body, node: ir.Prim, args: list[str]) -> str:
    t = node.args[1].type
    memory, value = body.to_memory(t, args[1])
    body.do(f"store volatile {memory} {value}, ptr {args[0]}, align {body.layout.align(t)}")
    return "0"


def _unaligned_load(body: Body, node: ir.Prim, args: list[str]) -> str:
    memory = body.layout.memory(node.type)
    loaded = body.value(f"load {memory}, ptr {args[0]}, align 1")
    if memory == body.layout.register(node.type):
        return loaded
    return body.value(f"icmp ne {memory} {loaded}, 0")       # bytes from outside may be neither 0 nor 1


def _unaligned_store(body: Body, node: ir.Prim, args: list[str]) -> str:
    memory, value = body.to_memory(node.args[1].type, args[1])
    body.do(f"store {memory} {value}, ptr {args[0]}, align 1")
    return "0"


def _atomic(body: Body, node: ir.Prim, args: list[str]) -> str:
    """`atomic.load|store|cas|<operation>.<order>`, on the memory form of the item."""
    _, what, order_name = node.op.split(".")
    order = ORDERS[order_name]
    t = node.type if what == "load" else node.args[1].type
    memory, align = body.layout.memory(t), body.layout.align(t)
    if what == "load":
        return body.from_memory(t, body.value(f"load atomic {memory}, ptr {args[0]} {order}, align {align}"))
    values = [body.to_memory(t, arg)[1] for arg in args[1:]]
    if what == "store":
        body.do(f"store atomic {memory} {values[0]}, ptr {args[0]} {order}, align {align}")
        return "0"
    if what == "cas":
        failure = {"monotonic": order, "release": "monotonic", "seq_cst": order}.get(order, "acquire")
        pair = body.value(f"cmpxchg ptr {args[0]}, {memory} {values[0]}, {memory} {values[1]} {order} {failure}, "
                          f"align {align}")
        return body.from_memory(t, body.value(f"extractvalue {{ {memory}, i1 }} {pair}, 0"))
    operation = "xchg" if what == "swap" else what
    old = body.value(f"atomicrmw {operation} ptr {args[0]}, {memory} {values[0]} {order}, align {align}")
    return body.from_memory(t, old)


def _fence(text: str) -> Emit:
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        body.do(text)
        return "0"
    return emit


# Control and the machine

def _unreachable(body: Body, node: ir.Prim, args: list[str]) -> str:
    body.end("unreachable")
    return "poison"


def _trap(body: Body, node: ir.Prim, args: list[str]) -> str:
    body.do("call void @llvm.trap()")
    return _unreachable(body, node, args)


def _frame_address(body: Body, node: ir.Prim, args: list[str]) -> str:
    pointer = body.value("call ptr @llvm.frameaddress.p0(i32 0)")
    return body.value(f"ptrtoint ptr {pointer} to i64")


def _frame_word(offset_name: str) -> Emit:
    """A word of the frame record at a frame pointer; where it lies is the target's business."""
    def emit(body: Body, node: ir.Prim, args: list[str]) -> str:
        offset = getattr(body.module.lowering, offset_name)
        address = body.value(f"add i64 {args[0]}, {offset}")
        pointer = body.value(f"inttoptr i64 {address} to ptr")
        return body.value(f"load i64, ptr {pointer}")
    return emit


def _stack_address(body: Body, node: ir.Prim, args: list[str]) -> str:
    pointer = body.value("call ptr @llvm.stacksave.p0()")
    return body.value(f"ptrtoint ptr {pointer} to i64")


def _thread_pointer(body: Body, node: ir.Prim, args: list[str]) -> str:
    pointer = body.value("call ptr @llvm.thread.pointer.p0()")
    return body.value(f"ptrtoint ptr {pointer} to i64")


SPECIAL: dict[str, Emit] = {
    "add.checked": _checked("add"), "sub.checked": _checked("sub"), "mul.checked": _checked("mul"),
    "add.fits": _fits("add"), "sub.fits": _fits("sub"), "mul.fits": _fits("mul"), "neg.fits": _fits("sub"),
    "neg.checked": _neg_checked, "int.checked": _int_checked,
    "trunc": _resizing("trunc"), "zext": _resizing("zext"), "sext": _resizing("sext"),
    "not": _not, "bswap": _bswap, "umul.high": _high("zext"), "smul.high": _high("sext"),
    "ptr.load": _ptr_load, "ptr.store": _ptr_store, "ptr.add": _ptr_add, "ptr.diff": _ptr_diff, "int.ptr": _int_ptr,
    "ref.ptr": _same, "ptr.ref": _same, "obj.data": _obj_data, "ref.typeinfo": _ref_typeinfo, "ref.code": _half,
    "ref.env": _half,
    "mem.copy": _mem("memcpy", "ptr ptr i64"), "mem.move": _mem("memmove", "ptr ptr i64"),
    "mem.set": _mem("memset", "ptr i8 i64"),
    "unaligned.load": _unaligned_load, "unaligned.store": _unaligned_store,
    "volatile.load": _volatile_load, "volatile.store": _volatile_store,
    **{f"fence.{name}": _fence(text) for name, text in FENCES.items()},
    "unreachable": _unreachable, "trap": _trap,
    "frame.address": _frame_address, "frame.parent": _frame_word("FRAME_PARENT"),
    "frame.return": _frame_word("FRAME_RETURN"), "stack.address": _stack_address, "thread.pointer": _thread_pointer,
}
