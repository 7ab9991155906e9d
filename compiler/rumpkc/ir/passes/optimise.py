"""The passes from IR to IR, in order. They keep the program's meaning, exceptions and their places included.

LLVM does the rest; what is here needs to know what a subscript is. Code of the library's core and of the kernel gets no
second copies of loops: it works on raw memory, and its size counts.
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.again import share_checks
from rumpkc.ir.passes.ahead import test_ahead
from rumpkc.ir.passes.growing import Growing
from rumpkc.ir.passes.loops import version_loops
from rumpkc.ir.passes.promises import take_promises
from rumpkc.ir.passes.purity import Purity
from rumpkc.ir.passes.ranges import remove_checks
from rumpkc.ir.passes.rows import version_rows
from rumpkc.ir.passes.runs import widen_checks

LEFT_ALONE = ("lib.core.", "kernel", "fs", "hal", "boot", "npl")


def optimise(program: ir.Program) -> None:
    """Rewrite the functions of `program`."""
    purity, growing = Purity(), Growing(program)
    for function in list(program.functions):
        if function.body is not None and not function.module.startswith(LEFT_ALONE):
            growing.rewrite(function)
            if ahead := test_ahead(function, purity):
                program.functions.append(ahead)
            if "unchecked" in function.attrs:
                take_promises(function)
            else:
                version_rows(function, purity)
                version_loops(function, purity)
                share_checks(function, purity)
                widen_checks(function, purity)
    remove_checks(program)
