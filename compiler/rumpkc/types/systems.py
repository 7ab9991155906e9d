"""The systems half: arrays, raw memory, device registers, system registers, primitive operations."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from rumpkc.diagnostics import counted, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.prims import PRIMS, spec_of
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.annotations import Annotations
from rumpkc.types.classes import missing_field
from rumpkc.types.convert import coerce, float_of
from rumpkc.types.fx import Fx
from rumpkc.types.literals import fold_int
from rumpkc.types.real import REAL
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import Special, VarInfo
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    U8,
    U64,
    USIZE,
    ArrayType,
    ClassInst,
    IntType,
    PtrType,
    Type,
    is_reference,
)


def need_unsafe(fx: Fx, what: str, span: Span) -> None:
    """Raw memory and machine registers are for the modules that toolchain.toml lists."""
    if not fx.module.unsafe:
        raise fail(
            "E0420",
            f"`{what}` is only for unsafe modules, and `{fx.module.name}` is not one",
            span,
            help=f'add "{fx.module.name}" to `allow` under `[unsafe]` in toolchain.toml',
        )


# Pointers


def make_pointer(fx: Fx, t: PtrType, node: tree.Call) -> ir.Expr:
    """`Ptr[T](address)`, `Ptr[T](other_pointer)`, `Ptr[T](object)`, `Ptr[T](array)`."""
    from rumpkc.types.exprs import expr

    need_unsafe(fx, "Ptr", node.span)
    if len(node.args) != 1:
        raise fail("E0310", f"`{t}` takes one address", node.span)
    value = expr(fx, node.args[0], USIZE)
    source = value.type
    if isinstance(source, (PtrType, ArrayType)):
        return ir.Convert(node.span, t, value)
    if isinstance(source, IntType):
        return ir.Prim(node.span, t, "int.ptr", (value,))
    if is_reference(source):
        return ir.Convert(node.span, t, ir.Prim(node.span, PtrType(U8), "ref.ptr", (value,)))
    raise fail("E0303", f"`{t}` takes an address, not {source}", node.args[0].span)


# Registers of devices


@dataclass(frozen=True, slots=True)
class Register:
    """A declared register: its width, byte offset and access (RO, WO, RW); of `Regs`, how many and how far apart."""

    item: IntType
    offset: int
    access: str
    count: int = 0
    stride: int = 0


PARAMETERS = {"Reg": ("item", "offset", "access"), "Regs": ("item", "offset", "count", "access", "stride")}


def register_of(fx: Fx, cls: ClassInst, name: str, span: Span) -> Register:
    """A register from its declaration."""
    found = cls.info.member(name)
    var = found[1] if found else None
    call = var.value if isinstance(var, VarInfo) else None
    kind = dotted(call.func).rpartition(".")[2] if isinstance(call, tree.Call) else ""
    if kind not in PARAMETERS or not isinstance(var, VarInfo) or not isinstance(call, tree.Call):
        raise missing_field(fx.world, cls, name, span)
    given = {**dict(zip(PARAMETERS[kind], call.args, strict=False)), **{k.name: k.value for k in call.keywords}}
    item = Annotations(fx.world, var.module, {}).type_of(given["item"]) if "item" in given else None

    def number(name: str, default: int) -> int | None:
        return fold_int(fx.world, var.module, given[name]) if name in given else default

    offset, count = number("offset", 0), number("count", 0)
    access = dotted(given.get("access", tree.Name(span, "RW"))).rpartition(".")[2]
    if isinstance(item, IntType) and offset is not None and count is not None and access in ("RO", "WO", "RW"):
        size = item.bits // 8
        stride = number("stride", 0)
        stride = size if stride == 0 else stride
        if not offset % size and (kind == "Reg" or count > 0) and stride is not None and not stride % size:
            return Register(item, offset, access, count, stride)
    raise fail(
        "E0351",
        f"`{name}` is not a well-formed register",
        call.span,
        help="write `Reg(u32, 0x10, access=RO)`, or `Regs(u32, 0x10, 8)` for eight of them: a fixed-width type, "
        "a multiple of its size, and RO, WO or RW",
    )


def device_base(fx: Fx, node: tree.Expr) -> ir.Expr:
    """The address that a device object is made with: any integer type."""
    from rumpkc.types.exprs import expr

    value = expr(fx, node, USIZE)
    if isinstance(value.type, IntType) and value.type.bits == 64 and value.type != USIZE:
        return ir.Prim(node.span, USIZE, "zext" if not value.type.signed else "int.checked", (value,))
    return coerce(fx, value, USIZE, node.span, "the base of a device")


def _register_address(fx: Fx, device: ir.Expr, reg: Register, index: tree.Expr | None, span: Span) -> ir.Expr:
    """Where a register is; that of `Regs` by its index, which is checked."""
    from rumpkc.types.exprs import typed

    base = ir.FieldGet(span, USIZE, device, "_base")
    address = ir.Prim(span, USIZE, "add.wrap", (base, ir.Const(span, USIZE, reg.offset)))
    if index is not None:
        checked = fx.world.library("runtime", "checked_index")
        place = ir.Call(span, INT, checked, (typed(fx, index, INT), ir.Const(span, INT, reg.count)))
        steps = ir.Prim(span, INT, "mul.wrap", (place, ir.Const(span, INT, reg.stride)))
        address = ir.Prim(span, USIZE, "add.wrap", (address, ir.Prim(span, USIZE, "zext", (steps,))))
    return ir.Prim(span, PtrType(reg.item), "int.ptr", (address,))


def read_register(fx: Fx, device: ir.Expr, name: str, span: Span) -> ir.Expr:
    """`device.base`; a register itself is no value."""
    if name == "base":
        return ir.FieldGet(span, USIZE, device, "_base")
    raise fail("E0352", f"the register `{name}` is read with `.read()`", span, help=f"write `….{name}.read()`")


def write_register(fx: Fx, device: ir.Expr, name: str, value: ir.Expr, span: Span) -> list[ir.Stmt]:
    """A register is not assigned to."""
    raise fail(
        "E0352", f"the register `{name}` is written with `.write(…)`", span, help=f"write `….{name}.write(value)`"
    )


def register_method(fx: Fx, device: ir.Expr, name: str, node: tree.Call) -> ir.Expr:
    """A method of the device class itself."""
    from rumpkc.types.calls import method_call

    return method_call(fx, device, name, node.args, node.keywords, node.span)


def register_call(fx: Fx, func: tree.Attribute, node: tree.Call) -> ir.Expr | None:
    """`uart.data.read()`, `uart.lsr.write(x)`, `uart.ready.of(x)`: None where `func` is no such thing."""
    index = func.value.slice if isinstance(func.value, tree.Subscript) else None
    place = func.value.value if isinstance(func.value, tree.Subscript) else func.value
    if func.attr not in ("read", "write", "of") or not isinstance(place, tree.Attribute):
        return None
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    if static_symbol(fx, place.value) is not None and not isinstance(static_symbol(fx, place.value), VarInfo):
        return None
    saved = fx.state.copy()
    device = expr(fx, place.value)
    fx.state = saved
    if not isinstance(device.type, ClassInst) or device.type.info.kind != "mmio":
        return None
    found = device.type.info.member(place.attr)
    if (
        found
        and isinstance(found[1], VarInfo)
        and isinstance(found[1].value, tree.Call)
        and dotted(found[1].value.func).rpartition(".")[2] == "Bits"
    ):
        return _bits_call(fx, device, found[1], func.attr, node)
    reg = register_of(fx, device.type, place.attr, place.attr_span)
    if (index is None) != (reg.count == 0):
        what = f"`{place.attr}` is {reg.count} registers" if reg.count else f"`{place.attr}` is one register"
        argument = "" if func.attr == "read" else "…"
        which = "[i]" if reg.count else ""
        raise fail("E0352", what, place.attr_span, help=f"write `….{place.attr}{which}.{func.attr}({argument})`")
    return _access(fx, device, reg, index, func.attr, node)


def _access(fx: Fx, device: ir.Expr, reg: Register, index: tree.Expr | None, verb: str, node: tree.Call) -> ir.Expr:
    from rumpkc.types.exprs import typed

    name, item, access = dotted(node.func).rpartition(".")[0], reg.item, reg.access
    address = _register_address(fx, device, reg, index, node.span)
    if verb == "read" and not node.args:
        if access == "WO":
            raise fail("E0353", f"`{name}` is write-only", node.span)
        return ir.Prim(node.span, item, "volatile.load", (address,))
    if verb == "write" and len(node.args) == 1:
        if access == "RO":
            raise fail("E0353", f"`{name}` is read-only", node.span)
        return ir.Prim(node.span, NONE, "volatile.store", (address, typed(fx, node.args[0], item, f"`{name}`")))
    raise fail("E0310", f"`{name}.{verb}` takes {'no' if verb == 'read' else 'one'} argument", node.span)


def _bits_call(fx: Fx, device: ir.Expr, var: VarInfo, verb: str, node: tree.Call) -> ir.Expr:
    """A bit field: one load to read; one load and one store to write."""
    from rumpkc.types.exprs import typed

    assert isinstance(var.value, tree.Call) and isinstance(device.type, ClassInst)
    args = list(var.value.args)
    named = {k.name: k.value for k in var.value.keywords}
    register = dotted(args[0]) if args else ""
    if len(args) < 2 and "low" not in named or register not in device.type.info.members:
        helps = "write `Bits(register, 4)`: a register of the class and its lowest bit"
        raise fail("E0351", f"`{var.name}` is not a well-formed bit field", var.value.span, help=helps)
    low = fold_int(fx.world, var.module, args[1] if len(args) > 1 else named["low"])
    width = (
        fold_int(fx.world, var.module, args[2])
        if len(args) > 2
        else fold_int(fx.world, var.module, named["width"])
        if "width" in named
        else 1
    )
    reg = register_of(fx, device.type, register, node.span)
    item, access = reg.item, reg.access
    if reg.count:
        raise fail("E0351", f"`{var.name}` is a field of several registers", var.value.span,
                   help="read one of them, and shift and mask its value")
    if low is None or width is None or low < 0 or width < 1 or low + width > item.bits:
        raise fail(
            "E0351",
            f"`{var.name}` does not lie in the {item.bits} bits of `{register}`",
            var.value.span,
            help="write `Bits(register, 4, width=2)`: the lowest bit and how many there are, as constants",
        )
    if len(node.args) != (verb != "read") or node.keywords:
        raise fail("E0310", f"`{var.name}.{verb}` takes {'no' if verb == 'read' else 'one'} argument", node.span)
    span, ones = node.span, (1 << width) - 1
    place = _register_address(fx, device, reg, None, span)

    def field(value: ir.Expr) -> ir.Expr:
        down = ir.Prim(span, item, "lshr", (value, ir.Const(span, item, low)))
        return ir.Prim(span, item, "and", (down, ir.Const(span, item, ones)))

    if verb == "of":
        return field(typed(fx, node.args[0], item))
    if verb == "read":
        if access == "WO":
            raise fail("E0353", f"`{register}` is write-only", span)
        return field(ir.Prim(span, item, "volatile.load", (place,)))
    if access != "RW":
        raise fail("E0353", f"`{register}` is not both read and written", span)
    save, value = fx.save(typed(fx, node.args[0], item))
    check = ir.Call(
        span,
        NONE,
        fx.world.library("runtime", "rt_check_bits"),
        (ir.Prim(span, U64, "zext", (value,)), ir.Const(span, U64, ones)),
    )
    mask = item.high & ~(ones << low)
    rest = ir.Prim(span, item, "and", (ir.Prim(span, item, "volatile.load", (place,)), ir.Const(span, item, mask)))
    whole = ir.Prim(span, item, "or", (rest, ir.Prim(span, item, "shl", (value, ir.Const(span, item, low)))))
    return ir.Seq(span, NONE, (save, ir.Eval(span, check)), ir.Prim(span, NONE, "volatile.store", (place, whole)))


# System registers and instructions

SYS_VERBS = {
    "read": ("sys.read", 0),
    "write": ("sys.write", 1),
    "swap": ("sys.swap", 1),
    "set_bits": ("sys.set", 1),
    "clear_bits": ("sys.clear", 1),
}


def system_register(fx: Fx, head: Special, verb: str, node: tree.Call) -> ir.Expr:
    """`csr.mstatus.read()`, `sysreg.vbar_el1.write(x)`: one instruction in line."""
    from rumpkc.types.exprs import expr

    need_unsafe(fx, "csr", node.span)
    name = head.name.partition(".")[2]
    row = SYS_VERBS.get(verb)
    if row is None:
        raise fail("E0320", f"a system register has no `{verb}`", node.func.span, help=did_you_mean(verb, SYS_VERBS))
    op, count = row
    if len(node.args) != count:
        raise fail("E0310", f"`{verb}` takes {counted(count, 'argument')}, not {len(node.args)}", node.span)
    args = tuple(_word(fx, expr(fx, a, U64)) for a in node.args)
    _check_system(fx, op.partition(".")[2], name, args, node.span)
    return ir.Prim(node.span, NONE if op == "sys.write" else U64, f"{op}:{name}", args)


def _check_system(fx: Fx, kind: str, name: str, args: tuple[ir.Expr, ...], span: Span) -> None:
    """E0480 where the machine has no such register or instruction."""
    written = args[0].value if args and isinstance(args[0], ir.Const) else None
    machine = import_module(f"rumpkc.targets.{fx.world.machine_of(fx.module.name)}.systems")
    machine.check_system(kind, name, written, span)


def _word(fx: Fx, value: ir.Expr) -> ir.Expr:
    """A machine word: any 64-bit integer, or what widens to u64."""
    t = value.type
    if isinstance(t, IntType) and t.bits == 64:
        return value if t == U64 else ir.Prim(value.span, U64, "zext", (value,))
    if isinstance(t, IntType) and not t.signed:
        return ir.Prim(value.span, U64, "zext", (value,))
    if isinstance(t, PtrType):
        return ir.Prim(value.span, U64, "zext", (ir.Prim(value.span, USIZE, "ptr.int", (value,)),))
    return coerce(fx, value, U64, value.span, "a system register")


INSTRUCTIONS = frozenset("wfi wfe sev nop fence_i sfence_vma isb dsb dmb".split())


def instruction(fx: Fx, name: str, node: tree.Call) -> ir.Expr:
    """`wfi()`, `fence()` and their like."""
    if name == "fence":
        from rumpkc.types.atomics import fence

        return fence(fx, node)
    need_unsafe(fx, name, node.span)
    if node.args or node.keywords:
        raise fail("E0310", f"`{name}` takes no arguments", node.span)
    _check_system(fx, "do", name, (), node.span)
    return ir.Prim(node.span, NONE, f"sys.do:{name}", ())


# Primitive operations

# By the names of their functions; of rows that would share one, the first counts.
OPERATIONS = {name.replace(".", "_"): name for name in reversed(PRIMS)}


def prim_call(fx: Fx, head: Special, node: tree.Call) -> ir.Expr:
    """`prim.add_wrap(a, b)`: a row of ir/prims.py."""
    need_unsafe(fx, "prim", node.span)
    name = head.name.partition(".")[2]
    if name == "new_with":
        return _new_with(fx, node)
    op = OPERATIONS.get(name, "")
    spec = spec_of(op)
    if spec is None:
        raise fail(
            "E0354",
            f"there is no primitive `{name}`",
            node.func.span,
            help=did_you_mean(name, OPERATIONS),
        )
    nodes = list(node.args)
    result: Type | None = None
    if spec.result == "to":
        result, nodes = _stated_result(fx, op, nodes)
    if len(nodes) != len(spec.kinds):
        raise fail(
            "E0310",
            f"`prim.{name}` takes {counted(len(spec.kinds) + (result is not None), 'argument')}, not {len(node.args)}",
            node.span,
        )
    args: list[ir.Expr] = []
    for kind, arg in zip(spec.kinds, nodes, strict=True):
        args.append(_prim_arg(fx, op, kind, arg, args))
    if spec.result != "to":
        result = _prim_result(spec.result, args)
    elif result is None:
        assert isinstance(args[0].type, PtrType)
        result = args[0].type.item
    assert result is not None
    return ir.Prim(node.span, result, op, tuple(args))


def _stated_result(fx: Fx, op: str, nodes: list[tree.Expr]) -> tuple[Type | None, list[tree.Expr]]:
    """Loads and atomics tell their type by the pointer; other rows with result `to` name it first."""
    if op in ("ptr.load", "volatile.load", "unaligned.load") or op.startswith("atomic."):
        return None, nodes
    notes = Annotations(fx.world, fx.module, fx.env, fx.owner)
    return notes.type_of(nodes[0]), nodes[1:]


def _prim_arg(fx: Fx, op: str, kind: str, node: tree.Expr, before: list[ir.Expr]) -> ir.Expr:
    from rumpkc.types.exprs import expr, typed

    want: Type | None = None
    if before and kind in "inf" and not op.startswith("mem."):
        want = before[0].type
    if before and kind == "v" and isinstance(before[0].type, PtrType):
        return typed(fx, node, before[0].type.item)
    if kind == "u":
        value = expr(fx, node, USIZE)
        if isinstance(value.type, IntType) and value.type.bits < 64:
            return coerce(fx, value, INT if value.type.signed else USIZE, node.span)
        return value
    if op == "mem.set" and kind == "i":
        return typed(fx, node, U8)
    value = expr(fx, node, want)
    if want is not None and isinstance(value, ir.Const) and value.type is INT and value.type != want:
        value = coerce(fx, value, want, node.span)
    if kind == "f" and value.type == REAL:          # an item of a list of floats
        value = float_of(fx, value)
    if isinstance(value.type, ArrayType) and kind in "pP":
        value = ir.Convert(node.span, PtrType(value.type.item), value)
    good = {
        "i": isinstance(value.type, IntType),
        "b": value.type is BOOL,
        "p": isinstance(value.type, PtrType),
        "P": isinstance(value.type, PtrType),
        "r": is_reference(value.type),
    }.get(kind, True)
    if not good:
        raise fail("E0303", f"`prim.{op.replace('.', '_')}` cannot take {value.type} here", node.span)
    return value


def _prim_result(rule: str, args: list[ir.Expr]) -> Type:
    return {"bool": BOOL, "none": NONE, "never": NEVER, "usize": USIZE, "u8ptr": PtrType(U8)}.get(rule) or args[0].type


def _new_with(fx: Fx, node: tree.Call) -> ir.Expr:
    """`prim.new_with(Cls, nbytes)`: an object with bytes behind its fields; no `__init__` runs."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.exprs import expr

    cls = Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(node.args[0])
    if not isinstance(cls, ClassInst) or cls.by_value:
        raise fail("E0303", "`prim.new_with` takes a class", node.args[0].span)
    fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    value = expr(fx, node.args[1], USIZE)
    if value.type is INT:
        value = ir.Prim(node.span, USIZE, "zext", (value,))
    return ir.New(node.span, cls, coerce(fx, value, USIZE, node.args[1].span))
