"""Runs one host object as a program: `python -m rumpkc.targets.host.run FILE.o`. The exit status is `app_main`'s.

A process of its own, because a crash of the program is a crash of the process. The platform symbols that the kernel
gives on a board are bound here to the operating system.
"""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rumpkc.targets.host import files
from rumpkc.targets.host.jit import JitProgram, address_of_callback
from rumpkc.targets.host.stack import EXPORTS, GuardedStack, gates, is_guarded
from rumpkc.targets.host.try_stubs import host_stubs
from rumpkc.targets.objects import compile_object
from rumpkc.targets.target import target_by_name

MAP_NORESERVE = getattr(mmap, "MAP_NORESERVE", 0x4000)      # Linux; the mmap module names it only in some releases
ARENA_BYTES = 512 << 20                 # reserved, not touched: the operating system gives pages as they are written
BUDGET_VARIABLE = "RUMPK_BUDGET"        # bytes between two collections, for tests of the collector
ARENA_VARIABLE = "RUMPK_ARENA"          # bytes of the arena that the program sees
PROGRAM_OUTPUT = 1
LINKER_SYMBOLS = ("__traceback_table", "__text_start")     # made by the linker for an image; here a table without rows

I64, U64, POINTER = ctypes.c_int64, ctypes.c_uint64, ctypes.c_void_p
START_NS = time.monotonic_ns()


def plat_write(channel: int, data: int, count: int) -> int:
    """Write all bytes: channel 1 is stdout, all else stderr. A closed pipe ends the program, as a shell expects."""
    view = memoryview(ctypes.string_at(data, count))
    try:
        while view:
            view = view[os.write(1 if channel == PROGRAM_OUTPUT else 2, view):]
    except BrokenPipeError:
        os._exit(128 + signal.SIGPIPE)
    except OSError as error:
        os.write(2, f"the output cannot be written: {error.strerror}\n".encode())
        os._exit(1)
    return count


def plat_read(_channel: int, data: int, count: int) -> int:
    """Up to `count` bytes of stdin, at least one; 0 at its end."""
    try:
        got = os.read(0, count)
    except OSError:
        return 0
    ctypes.memmove(data, got, len(got))
    return len(got)


def plat_exit(code: int) -> None:
    os._exit(code & 0xFF)


def plat_ticks() -> int:
    return time.monotonic_ns() - START_NS


def plat_pause(nanoseconds: int) -> None:
    time.sleep(nanoseconds / 1_000_000_000)


def _or_error(call: Callable[[], int]) -> int:
    """What a call of the operating system gives; its error number, negated, where it fails."""
    try:
        return call()
    except OSError as error:
        return -(error.errno or errno.EIO)
    except OverflowError:
        return -errno.EBADF


def os_read(number: int, data: int, count: int) -> int:
    """Bytes of a descriptor."""
    def read() -> int:
        got = os.read(number, count)
        ctypes.memmove(data, got, len(got))
        return len(got)
    return _or_error(read)


def os_write(number: int, data: int, count: int) -> int:
    return _or_error(lambda: os.write(number, ctypes.string_at(data, count)))


def os_close(number: int) -> int:
    return _or_error(lambda: os.close(number) or 0)


def os_dup(number: int) -> int:
    return _or_error(lambda: os.dup(number))


def os_pipe(out: int) -> int:
    """Both ends of a new pipe, in two words."""
    def pipe() -> int:
        (ctypes.c_uint64 * 2).from_address(out)[:] = os.pipe()
        return 0
    return _or_error(pipe)


def _arena() -> tuple[mmap.mmap, int]:
    """Zeroed memory for the program and its address."""
    memory = mmap.mmap(-1, ARENA_BYTES, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_NORESERVE)
    return memory, ctypes.addressof(ctypes.c_char.from_buffer(memory))


def run_object(image: bytes) -> int:
    """Load an object and call its `app_main`; does not return when the program ends with plat_exit."""
    return load_object(image)()


def load_object(image: bytes) -> Callable[[], int]:
    """Load an object; what is given calls its `app_main`, once in a process."""
    memory, base = _arena()

    def plat_arena(out: int) -> int:
        ctypes.c_uint64.from_address(out).value = base
        ctypes.c_uint64.from_address(out + 8).value = int(os.environ.get(BUDGET_VARIABLE, "0"))
        return int(os.environ.get(ARENA_VARIABLE, ARENA_BYTES))

    rows: list[tuple[str, Callable[..., Any], Any, tuple[Any, ...]]] = [
        ("plat_write", plat_write, I64, (I64, POINTER, I64)),
        ("plat_read", plat_read, I64, (I64, POINTER, I64)),
        ("plat_exit", plat_exit, None, (I64,)),
        ("plat_arena", plat_arena, U64, (POINTER,)),
        ("plat_ticks", plat_ticks, U64, ()),
        ("plat_wall", time.time_ns, U64, ()),
        ("plat_pause", plat_pause, None, (U64,)),
        ("os_read", os_read, I64, (I64, POINTER, I64)),
        ("os_write", os_write, I64, (I64, POINTER, I64)),
        ("os_close", os_close, I64, (I64,)),
        ("os_dup", os_dup, I64, (I64,)),
        ("os_pipe", os_pipe, I64, (POINTER,)),
        *files.ROWS,
    ]
    callbacks = {name: ctypes.CFUNCTYPE(result, *kinds)(function) for name, function, result, kinds in rows}
    guarded = is_guarded()
    prefix = "host_" if guarded else ""
    externals = {prefix + name: address_of_callback(callback) for name, callback in callbacks.items()}
    nothing = ctypes.create_string_buffer(64)
    externals |= dict.fromkeys(LINKER_SYMBOLS, ctypes.addressof(nothing))
    stubs = compile_object(host_stubs(gates(list(callbacks)) if guarded else ""), target_by_name("host"))
    if not guarded:
        plain = JitProgram([image, stubs], ["app_main"], externals)
        return lambda: _call(plain, "app_main", (), callbacks, nothing, memory)
    program = JitProgram([image, stubs], ["app_main", *EXPORTS], externals)
    stack = GuardedStack()
    stack.arm(program.address("rt_set_guard"), program.address("rt_fault"))
    arguments = (stack.top, program.address("app_main"))
    return lambda: _call(program, "rt_on_stack", arguments, callbacks, nothing, memory, stack)


def _call(program: JitProgram, name: str, arguments: tuple[int, ...], *_kept: object) -> int:
    """Call a function of the program. `_kept` is what it uses by address."""
    return program.call(name, *arguments)


def main(arguments: list[str]) -> int:
    """Run the object file that the one argument names."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_object(Path(arguments[0]).read_bytes()) & 0xFF


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)                      # nothing of the JIT's needs taking down
