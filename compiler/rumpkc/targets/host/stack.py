"""The stack of a program on the host: its own, with a guard below that turns endless recursion into RecursionError.

    low                                                                          high
    | reserve: raises the error, reports it | guard: no access | the program's stack |

A touch of the guard is a SIGSEGV. Its handler, on a signal stack, goes on in `rt_recursion_error` with the reserve as
the stack (lib/core/recursion.py, as kernel/stack.py does it on a board). What the program asks of the operating system
is answered in Python, on the stack that the process began with: CPython must not be left in the middle of its work.

x86-64 under Linux; on other hosts the program runs on the stack of the process, and endless recursion is a crash.
"""

from __future__ import annotations

import ctypes
import mmap
import platform
import signal
import sys

RESERVE_BYTES, GUARD_BYTES, STACK_BYTES = 256 << 10, 1 << 20, 8 << 20
SIGNAL_STACK_BYTES = 64 << 10
SA_SIGINFO, SA_ONSTACK, SA_NODEFER = 0x4, 0x08000000, 0x40000000      # asm-generic/signal.h

# ucontext of x86-64 (sys/ucontext.h): REG_RSP at 160, REG_RIP at 168; siginfo: si_addr at 16.
ENTRY = """
.globl rt_on_stack
rt_on_stack:
  pushq %rbp
  movq %rsp, %rbp
  movq %rsp, rt_host_sp(%rip)
  movq %rdi, %rsp
  callq *%rsi
  movq %rbp, %rsp
  popq %rbp
  retq
.globl rt_set_guard
rt_set_guard:
  movq %rdi, rt_guard_low(%rip)
  movq %rsi, rt_guard_size(%rip)
  movq %rdx, rt_reserve_top(%rip)
  retq
.globl rt_fault
rt_fault:
  movq 16(%rsi), %rax
  subq rt_guard_low(%rip), %rax
  cmpq rt_guard_size(%rip), %rax
  jae rt_other_fault
  movq rt_reserve_top(%rip), %rcx
  movq 168(%rdx), %rax
  movq %rax, -8(%rcx)
  leaq -8(%rcx), %rcx
  movq %rcx, 160(%rdx)
  movq rt_recursion_error@GOTPCREL(%rip), %rax
  movq %rax, 168(%rdx)
  retq
rt_other_fault:
  movl $11, %edi
  xorl %esi, %esi
  movq signal@GOTPCREL(%rip), %rax
  jmpq *%rax
.local rt_host_sp
.comm rt_host_sp,8,8
.local rt_guard_low
.comm rt_guard_low,8,8
.local rt_guard_size
.comm rt_guard_size,8,8
.local rt_reserve_top
.comm rt_reserve_top,8,8
"""
GATE = """
.globl {name}
{name}:
  pushq %rbp
  movq %rsp, %rbp
  movq rt_host_sp(%rip), %rsp
  movq host_{name}@GOTPCREL(%rip), %rax
  callq *%rax
  movq %rbp, %rsp
  popq %rbp
  retq
"""
EXPORTS = ("rt_on_stack", "rt_set_guard", "rt_fault")


class _Sigaction(ctypes.Structure):
    _fields_ = [("handler", ctypes.c_void_p), ("mask", ctypes.c_uint64 * 16), ("flags", ctypes.c_int),
                ("restorer", ctypes.c_void_p)]


class _StackT(ctypes.Structure):
    _fields_ = [("sp", ctypes.c_void_p), ("flags", ctypes.c_int), ("size", ctypes.c_size_t)]


def is_guarded() -> bool:
    """Whether programs have a guarded stack on this host."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


def gates(names: list[str]) -> str:
    """Assembly: the entry, the fault handler, and for each name a gate to `host_NAME` on the first stack."""
    return ENTRY + "".join(GATE.format(name=name) for name in names)


class GuardedStack:
    """The memory of one program's stack."""

    def __init__(self) -> None:
        size = RESERVE_BYTES + GUARD_BYTES + STACK_BYTES
        self._memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self._low = ctypes.addressof(ctypes.c_char.from_buffer(self._memory))
        self._signal_stack = ctypes.create_string_buffer(SIGNAL_STACK_BYTES)
        self.top = self._low + len(self._memory)

    def arm(self, set_guard: int, handler: int) -> None:
        """Protect the guard and install the fault handler; both arguments are addresses of `EXPORTS`."""
        libc = ctypes.CDLL(None, use_errno=True)
        guard = self._low + RESERVE_BYTES
        failed = libc.mprotect(ctypes.c_void_p(guard), ctypes.c_size_t(GUARD_BYTES), 0)
        kinds = [ctypes.c_uint64] * 3
        ctypes.CFUNCTYPE(None, *kinds)(set_guard)(guard, GUARD_BYTES, guard)
        stack = _StackT(ctypes.addressof(self._signal_stack), 0, SIGNAL_STACK_BYTES)
        failed |= libc.sigaltstack(ctypes.byref(stack), None)
        action = _Sigaction(handler, (ctypes.c_uint64 * 16)(), SA_SIGINFO | SA_ONSTACK | SA_NODEFER, None)
        failed |= libc.sigaction(int(signal.SIGSEGV), ctypes.byref(action), None)
        if failed:
            raise OSError(ctypes.get_errno(), "the guard of the stack cannot be set up")
