"""Arithmetic, loops and conditions, run on the host at several optimisation levels."""

import pytest
from build import BOOL, INT, at, function, get, iff, jit, llvm_of, loop, num, prim, put, ret  # noqa: F401

from rumpkc.ir import nodes as ir


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
