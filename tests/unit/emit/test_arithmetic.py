"""Every integer and float primitive against Python's own arithmetic, on the host; checked ones raise where needed."""

import math
import struct

import pytest
from build import BOOL, FLOAT, HERE, INT, NEVER, cls, function, get, jit, loop, num, prim, put, ret

from rumpkc.ir import nodes as ir
from rumpkc.types.types import F32, FIXED, U8, U64, IntType, PtrType, Type

OVERFLOW = cls("OverflowError", code=INT)
RAISED = -123456789


def edges(t: IntType) -> list[int]:
    """Values at which integer arithmetic tends to go wrong."""
    around = [t.low, t.low + 1, t.low // 2, -2, -1, 0, 1, 2, 3, 7, t.bits - 1, 100, t.high // 2, t.high // 2 + 1,
              t.high - 1, t.high]
    return sorted({v for v in around if t.low <= v <= t.high})


def raiser() -> ir.Function:
    made = ir.Local(".made", OVERFLOW)
    name = ir.Local("name", PtrType(U8))
    return function("rt_overflow", [name], NEVER, [put(made, ir.New(HERE, OVERFLOW)), ir.Raise(HERE, get(made))])


def guarded(inner: ir.Function, params: list[ir.Local]) -> ir.Function:
    """`outer`, with 64-bit parameters: what `inner` gives, as 64 bits, or RAISED in the global `raised`."""
    outer = [ir.Local(p.name, INT) for p in params]
    error = ir.Local("e", OVERFLOW)
    args = tuple(prim("trunc", get(o), to=p.type) if isinstance(p.type, IntType) and p.type.bits < 64
                 else prim("bitcast", get(o), to=p.type) if not isinstance(p.type, IntType)
                 else prim("zext", get(o), to=p.type) for o, p in zip(outer, params))
    value: ir.Expr = ir.Call(HERE, inner.result, inner, args)
    t = inner.result
    if isinstance(t, IntType) or t == BOOL:
        value = prim("sext" if isinstance(t, IntType) and t.signed else "zext", value, to=INT)
    else:
        value = prim("bitcast", value, to=INT)
    caught = ir.Handler(HERE, (OVERFLOW,), error, (ir.SetGlobal(HERE, FLAG, num(1)), ret(num(RAISED))))
    return function("outer", outer, INT, [ir.SetGlobal(HERE, FLAG, num(0)),
                                          ir.TryExcept(HERE, (ret(value),), (caught,))])


FLAG = ir.Global("flag", INT, None, False)


class Machine:
    """One primitive on parameters of given types, compiled."""

    def __init__(self, op: str, kinds: list[Type], to: Type | None = None, *attrs: str) -> None:
        params = [ir.Local(f"p{i}", t) for i, t in enumerate(kinds)]
        value = prim(op, *map(get, params), to=to)
        inner = function("inner", params, value.type, [ret(value)], *attrs, exported=False)
        flag = function("raised", [], INT, [ret(ir.GlobalGet(HERE, INT, FLAG))])
        self.result = value.type
        self.program = jit(inner, guarded(inner, params), raiser(), flag, classes=[OVERFLOW], globals_=[FLAG])

    def __call__(self, *args: int) -> int | None:
        """The result, None where OverflowError was raised."""
        value = self.program.call("outer", *args)
        if self.program.call("raised"):
            assert value == RAISED
            return None
        t = self.result
        return value & t.high if isinstance(t, IntType) and not t.signed else value


def wrap(value: int, t: IntType) -> int:
    value &= (1 << t.bits) - 1
    return value - (1 << t.bits) if t.signed and value > t.high else value


def in_range(value: int, t: IntType) -> int | None:
    return value if t.low <= value <= t.high else None


TYPES = [INT, *(FIXED[n] for n in ("u8", "i8", "u16", "i16", "u32", "i32", "u64", "w8", "w32", "w64", "usize"))]
BINARY = {"add": int.__add__, "sub": int.__sub__, "mul": int.__mul__}


@pytest.mark.parametrize("t", TYPES, ids=str)
@pytest.mark.parametrize("name", BINARY)
def test_checked_and_wrapping(name: str, t: IntType) -> None:
    checked, wrapping = Machine(f"{name}.checked", [t, t]), Machine(f"{name}.wrap", [t, t])
    for a in edges(t):
        for b in edges(t):
            exact = BINARY[name](a, b)
            assert wrapping(a, b) == wrap(exact, t), (a, b)
            assert checked(a, b) == (wrap(exact, t) if t.modular else in_range(exact, t)), (a, b)


def test_unchecked_wraps() -> None:
    unchecked = Machine("add.checked", [INT, INT], None, "unchecked")
    assert unchecked(INT.high, 1) == INT.low


@pytest.mark.parametrize("t", TYPES, ids=str)
def test_negation(t: IntType) -> None:
    checked = Machine("neg.checked", [t])
    for a in edges(t):
        assert checked(a) == (wrap(-a, t) if t.modular else in_range(-a, t)), a


@pytest.mark.parametrize("source", TYPES, ids=str)
def test_narrowing(source: IntType) -> None:
    for to in TYPES:
        machine = Machine("int.checked", [source], to)
        for a in {v for t in TYPES for v in edges(t) if source.low <= v <= source.high}:
            assert machine(a) == (wrap(a, to) if to.modular else in_range(a, to)), (a, str(to))


@pytest.mark.parametrize("t", [FIXED["u8"], FIXED["u32"], U64, INT, FIXED["i16"]], ids=str)
def test_bits(t: IntType) -> None:
    mask = (1 << t.bits) - 1
    machines = {op: Machine(op, [t]) for op in ("ctpop", "ctlz", "cttz", "bswap", "bitreverse", "not")}
    rotate = {op: Machine(op, [t, t]) for op in ("rotl", "rotr")}
    for a in edges(t):
        u = a & mask
        expected = {"ctpop": u.bit_count(), "ctlz": t.bits - u.bit_length(),
                    "cttz": (u & -u).bit_length() - 1 if u else t.bits,
                    "bswap": int.from_bytes(u.to_bytes(t.bits // 8, "little"), "big"),
                    "bitreverse": int(f"{u:0{t.bits}b}"[::-1], 2), "not": ~u}
        for op, value in expected.items():
            assert machines[op](a) == wrap(value, t), (op, a)
        for n in (0, 1, t.bits - 1):
            left = u << n | u >> (t.bits - n)
            right = u >> n | u << (t.bits - n)
            assert (rotate["rotl"](a, n), rotate["rotr"](a, n)) == (wrap(left, t), wrap(right, t))


@pytest.mark.parametrize("t", [U64, INT, FIXED["u32"]], ids=str)
def test_high_half(t: IntType) -> None:
    machine = Machine("smul.high" if t.signed else "umul.high", [t, t])
    for a in edges(t):
        for b in edges(t):
            assert machine(a, b) == wrap(a * b >> t.bits, t)


def bits_of(value: float) -> int:
    return struct.unpack("<q", struct.pack("<d", value))[0]


def float_of(bits: int) -> float:
    return struct.unpack("<d", struct.pack("<q", bits))[0]


FLOATS = [0.0, -0.0, 0.5, 1.5, 2.5, -0.5, -1.5, 1e300, -1e-310, 3.7, -3.7, math.inf, -math.inf, math.nan, 2.0**52 + 0.5]
ROUNDING = {"ffloor": math.floor, "fceil": math.ceil, "ftrunc": math.trunc, "froundeven": round}


@pytest.mark.parametrize("op", ROUNDING)
def test_rounding(op: str) -> None:
    machine = Machine(op, [FLOAT])
    for a in FLOATS:
        got = float_of(machine(bits_of(a)))
        expected = math.copysign(float(ROUNDING[op](a)), a) if math.isfinite(a) else a
        assert bits_of(got) == bits_of(expected) or math.isnan(a) and math.isnan(got), a


def test_float_to_int_saturates() -> None:
    machine = Machine("fptosi", [FLOAT], INT)
    for a, expected in [(1e300, INT.high), (-math.inf, INT.low), (math.nan, 0), (-3.7, -3), (2.0**62, 2**62)]:
        assert machine(bits_of(a)) == expected


def test_single_precision() -> None:
    param = ir.Local("x", FLOAT)
    body = [ret(prim("fpext", prim("fadd", prim("fptrunc", get(param), to=F32), ir.Const(HERE, F32, 0.1)), to=FLOAT))]
    inner = function("inner", [param], FLOAT, body, exported=False)
    flag = function("raised", [], INT, [ret(ir.GlobalGet(HERE, INT, FLAG))])
    program = jit(inner, guarded(inner, [param]), raiser(), flag, classes=[OVERFLOW], globals_=[FLAG])
    single = struct.unpack("<f", struct.pack("<f", 0.1))[0]
    expected = struct.unpack("<f", struct.pack("<f", single + single))[0]
    assert float_of(program.call("outer", bits_of(0.1))) == expected


def sum_to() -> ir.Function:
    n, s, i = ir.Local("n", INT), ir.Local("s", INT), ir.Local("i", INT)
    return function("f", [n], INT, [
        put(s, num(0)), put(i, num(0)),
        loop(prim("icmp.slt", get(i), get(n)), [put(s, prim("add.checked", get(s), get(i)))],
             [put(i, prim("add.wrap", get(i), num(1)))]),
        ret(get(s))])


@pytest.mark.parametrize("level", [0, 1, 2])
def test_loop(level: int) -> None:
    program = jit(sum_to(), opt_level=level)
    assert program.call("f", 10) == 45
    assert program.call("f", 0) == 0
