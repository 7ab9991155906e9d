"""The IR's rules: one broken program for each, and the dump of a correct one."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))

from build import BOOL, HERE, INT, NONE, cls, ev, function, get, loop, num, prim, put, ret  # noqa: E402

from rumpkc.diagnostics import CompileError  # noqa: E402
from rumpkc.ir import nodes as ir  # noqa: E402
from rumpkc.ir.show import show_program  # noqa: E402
from rumpkc.ir.verify import verify_program  # noqa: E402
from rumpkc.types.types import FIXED, OptionalType, PtrType, TupleType, TypeVarType  # noqa: E402

POINT = cls("Point", x=INT)
N = FIXED["u8"]


def broken(*functions: ir.Function) -> str:
    with pytest.raises(CompileError) as caught:
        verify_program(ir.Program(list(functions)))
    assert caught.value.diagnostics[0].code == "E0910"
    return caught.value.diagnostics[0].message


def test_each_rule() -> None:
    x, s, p = ir.Local("x", INT), ir.Local("s", N), ir.Local("p", POINT)
    callee = function("callee", [ir.Local("a", INT)], INT, [ret(num(1))])
    rows = {
        "has type int where u8": [put(s, get(x))],
        "300 is no u8": [ev(ir.Const(HERE, N, 300))],
        "does not enclose": [ir.Break(HERE, ir.LoopId())],
        "no primitive operation `add`": [ev(prim("add", get(x), get(x)))],
        "operand 1 of `add.wrap`": [ev(prim("add.wrap", get(x), ir.Const(HERE, BOOL, True)))],
        "on int, u8": [ev(prim("add.wrap", get(x), get(s)))],
        "1 operands for": [ev(prim("add.wrap", get(x)))],
        "2 arguments for 1": [ev(ir.Call(HERE, INT, callee, (get(x), get(x))))],
        "no field `y`": [ev(ir.FieldGet(HERE, INT, get(p), "y"))],
        "`gone` is not in the program": [ev(ir.Call(HERE, NONE, function("gone", [], NONE, []), ()))],
        "the result of `callee`": [ev(ir.Call(HERE, BOOL, callee, (get(x),)))],
        "item 1 of tuple": [ev(ir.TupleGet(HERE, INT, ir.Aggregate(HERE, TupleType((INT,)), (get(x),)), 1))],
        "a int is raised": [ir.Raise(HERE, get(x))],
        "type variable T": [ev(ir.Const(HERE, OptionalType(TypeVarType("T")), None))],
        "the test has type int": [loop(get(x), [])],
        "the value for a Ptr[u8]": [ev(prim("ptr.store", ir.Const(HERE, PtrType(N), None), get(x), to=NONE))],
    }
    for message, body in rows.items():
        f = function("f", [x, s, p], NONE, body)
        assert message in broken(f, callee)
    assert "where int is stated" in broken(function("g", [], INT, [ret(ir.Const(HERE, BOOL, True))]))


def test_a_local_belongs_to_one_function() -> None:
    x = ir.Local("x", INT)
    assert "belongs to `f`" in broken(function("f", [x], INT, [ret(get(x))]), function("g", [], INT, [ret(get(x))]))


def test_dump() -> None:
    n, i = ir.Local("n", INT), ir.Local("i", INT)
    f = function("f", [n], INT, [put(i, num(0)), loop(prim("icmp.slt", get(i), get(n)), [
        ir.TryExcept(HERE, (ir.Raise(HERE, ir.New(HERE, POINT)),), (
            ir.Handler(HERE, (POINT,), ir.Local("e", POINT), ()),))], [put(i, prim("add.wrap", get(i), num(1)))]),
        ret(get(i))])
    assert show_program(ir.Program([f])).strip().splitlines() == [
        "export def f(n: int) -> int", "    i = 0", "    loop icmp.slt(i, n)", "        try",
        "            raise new Point", "        except Point as e", "            pass", "      step",
        "        i = add.wrap(i, 1)", "    return i"]
