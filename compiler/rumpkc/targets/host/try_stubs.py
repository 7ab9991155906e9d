"""rt_try and rt_throw for the host, as module assembly (see emit/tries.py and boot/<arch>/try.S).

    rt_try(fn, ctx) -> i64   saves the callee-saved registers and pushes a handler record, calls fn(ctx), pops the
                             record, and gives fn's result; or -1 if rt_throw was called on the way
    rt_throw() -> never      restores the stack of the newest record; with none left it calls rt_uncaught

The record lies on rt_try's stack: the address of the one before it. `rt_handlers` points to the newest.
"""

from __future__ import annotations

import platform

from rumpkc.diagnostics import fail

X86_64 = """
.globl rt_try
rt_try:
  pushq %rbp
  movq %rsp, %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  leaq rt_handlers(%rip), %rax
  pushq (%rax)
  movq %rsp, (%rax)
  movq %rdi, %rax
  movq %rsi, %rdi
  callq *%rax
rt_leave:
  leaq rt_handlers(%rip), %rcx
  popq (%rcx)
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  retq
.globl rt_throw
rt_throw:
  movq rt_handlers(%rip), %rcx
  testq %rcx, %rcx
  je rt_no_handler
  movq %rcx, %rsp
  leaq 48(%rsp), %rbp
  movq $-1, %rax
  jmp rt_leave
rt_no_handler:
  andq $-16, %rsp
  callq rt_uncaught
  ud2
.local rt_handlers
.comm rt_handlers,8,8
"""

AARCH64 = """
.globl rt_try
rt_try:
  stp x29, x30, [sp, #-176]!
  mov x29, sp
  stp x19, x20, [sp, #16]
  stp x21, x22, [sp, #32]
  stp x23, x24, [sp, #48]
  stp x25, x26, [sp, #64]
  stp x27, x28, [sp, #80]
  stp d8, d9, [sp, #96]
  stp d10, d11, [sp, #112]
  stp d12, d13, [sp, #128]
  stp d14, d15, [sp, #144]
  adrp x9, rt_handlers
  add x9, x9, :lo12:rt_handlers
  ldr x10, [x9]
  str x10, [sp, #160]
  mov x10, sp
  str x10, [x9]
  mov x9, x0
  mov x0, x1
  blr x9
rt_leave:
  adrp x9, rt_handlers
  add x9, x9, :lo12:rt_handlers
  ldr x10, [sp, #160]
  str x10, [x9]
  ldp x19, x20, [sp, #16]
  ldp x21, x22, [sp, #32]
  ldp x23, x24, [sp, #48]
  ldp x25, x26, [sp, #64]
  ldp x27, x28, [sp, #80]
  ldp d8, d9, [sp, #96]
  ldp d10, d11, [sp, #112]
  ldp d12, d13, [sp, #128]
  ldp d14, d15, [sp, #144]
  ldp x29, x30, [sp], #176
  ret
.globl rt_throw
rt_throw:
  adrp x9, rt_handlers
  add x9, x9, :lo12:rt_handlers
  ldr x10, [x9]
  cbz x10, rt_no_handler
  mov sp, x10
  mov x29, x10
  mov x0, #-1
  b rt_leave
rt_no_handler:
  bl rt_uncaught
  brk #1
.local rt_handlers
.comm rt_handlers,8,8
"""

STUBS = {"x86_64": X86_64, "AMD64": X86_64, "aarch64": AARCH64, "arm64": AARCH64}


def host_stubs(more: str = "") -> str:
    """The LLVM IR module with the stubs for this machine and `more` assembly; E0702 where there are none for it."""
    machine = platform.machine()
    if machine not in STUBS:
        raise fail("E0702", f"the host target supports x86-64 and AArch64 processors, not {machine}",
                   help="build for riscv64 or aarch64 and run it in QEMU")
    lines = [f'module asm "{line}"' for line in (".text", *(STUBS[machine] + more).strip().split("\n"))]
    return "\n".join([*lines, ""])
