"""What toolchain.toml wishes to be small: marks on functions, which the emitter hands to LLVM.

before: kernel.panic.show {}        after: kernel.panic.show {least}        with [size] least = ["kernel.panic"]
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.names.config import SHELL, Config


def wish_sizes(program: ir.Program, config: Config) -> None:
    """Mark the functions of the packages that the project lists."""
    has_shell = any(function.module == SHELL for function in program.functions)
    for function in program.functions:
        if wish := config.size_wish(function.module, has_shell):
            function.attrs |= {wish}
