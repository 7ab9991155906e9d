"""The kernel's table of system calls, read for the stubs of the user domain and for the documentation.

    CALLS = ((0, "exit", "", "int", "…"), …)          of kernel/calls.py, a literal
    sys_exit:  li a7, 0; ecall; ret                   the stub on riscv64
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rumpkc.targets.target import Target

MODULE = "kernel.calls"
TABLE = "CALLS"
# number in a7 (x8), arguments where C has them, result in a0 (x0); what C lets a call change may be changed
STUBS = {
    "riscv64": "li a7, {number}; ecall; ret",
    "aarch64": "mov x8, #{number}; svc #0; ret",
}


@dataclass(frozen=True, slots=True)
class SystemCall:
    """One row of the table. `promise` is the name of the pledge bit it needs, "" for none."""

    number: int
    name: str
    promise: str
    arguments: tuple[str, ...]
    words: str


def read_calls(loader: Any) -> list[SystemCall]:
    """The rows of the table, in order of number."""
    return calls_of(loader.find(MODULE))


def calls_of(path: Path) -> list[SystemCall]:
    """The rows of the table in a file."""
    for statement in ast.parse(path.read_text()).body:
        if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.target) == TABLE and statement.value:
            rows = ast.literal_eval(statement.value)
            return [SystemCall(number, name, promise, tuple(kinds.split()), words)
                    for number, name, promise, kinds, words in rows]
    raise ValueError(f"{path} has no {TABLE}")


def stub_text(call: SystemCall, target: Target) -> str:
    """The assembly of a call's stub."""
    name = f"sys_{call.name}"
    body = STUBS[target.name].format(number=call.number)
    return (f'.section .text.{name}, "ax"; .balign 4; .globl {name}; .type {name}, @function; '
            f"{name}: {body}; .size {name}, . - {name}\n")
