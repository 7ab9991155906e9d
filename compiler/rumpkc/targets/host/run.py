"""Runs a program built for the host: `python -m rumpkc.targets.host.run OBJECT`.

The object is loaded by LLVM's JIT into this process, which plays the kernel's part: it binds the platform symbols
(kernel/platform.py has them on a board) and the ones that the linker makes for an image, then calls `app_main` and exits
with its result. A crash of the program is a crash of this process, so nobody imports this module.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
import time
from pathlib import Path

from rumpkc.targets.host.jit import JitProgram, address_of_callback
from rumpkc.targets.host.try_stubs import host_stubs
from rumpkc.targets.objects import compile_object
from rumpkc.targets.target import target_by_name

ARENA_BYTES = 256 << 20              # address space; pages that are never touched cost nothing
PROGRAM_OUTPUT, LOG = 1, 2           # the channels of plat_write
LINKER_SYMBOLS = ("__traceback_table",)

I64, POINTER = ctypes.c_int64, ctypes.c_void_p


class Platform:
    """The platform symbols of an ordinary process."""

    def __init__(self) -> None:
        self.start_ns = time.monotonic_ns()
        self.arena = mmap.mmap(-1, ARENA_BYTES, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | mmap.MAP_NORESERVE)
        self.arena_base = ctypes.addressof(ctypes.c_char.from_buffer(self.arena))
        self.nothing = ctypes.create_string_buffer(4096)
        self.callbacks = {
            "plat_write": ctypes.CFUNCTYPE(I64, I64, POINTER, I64)(self.write),
            "plat_read": ctypes.CFUNCTYPE(I64, I64, POINTER, I64)(self.read),
            "plat_exit": ctypes.CFUNCTYPE(None, I64)(self.exit),
            "plat_arena": ctypes.CFUNCTYPE(I64, POINTER)(self.give_arena),
            "plat_ticks": ctypes.CFUNCTYPE(I64)(self.ticks),
        }

    def externals(self) -> dict[str, int]:
        """Every symbol that this process defines for the program, with its address."""
        made = {name: ctypes.addressof(self.nothing) for name in LINKER_SYMBOLS}
        return made | {name: address_of_callback(callback) for name, callback in self.callbacks.items()}

    def write(self, channel: int, data: int, count: int) -> int:
        """Write all bytes: the program's output to stdout, the log to stderr."""
        rest = memoryview(ctypes.string_at(data, count))
        while rest:
            try:
                rest = rest[os.write(LOG if channel == LOG else PROGRAM_OUTPUT, rest):]
            except BrokenPipeError:
                os._exit(1)
        return count

    def read(self, channel: int, data: int, count: int) -> int:
        """At least one byte of stdin, or 0 at its end."""
        got = os.read(0, count)
        ctypes.memmove(data, got, len(got))
        return len(got)

    def exit(self, code: int) -> None:
        os._exit(code & 0xFF)

    def give_arena(self, out_base: int) -> int:
        """Store the address of the zeroed arena; gives its size in bytes."""
        POINTER.from_address(out_base).value = self.arena_base
        return ARENA_BYTES

    def ticks(self) -> int:
        """Nanoseconds since the program started."""
        return time.monotonic_ns() - self.start_ns


def main(arguments: list[str]) -> int:
    """Load and run the program; gives its exit code."""
    if len(arguments) != 1:
        print("usage: python -m rumpkc.targets.host.run OBJECT", file=sys.stderr)
        return 2
    host = target_by_name("host")
    platform = Platform()
    objects = [Path(arguments[0]).read_bytes(), compile_object(host_stubs(), host)]
    program = JitProgram(objects, ["app_main"], platform.externals())
    return program.call("app_main") & 0xFF


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)
