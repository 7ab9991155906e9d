# Reset to the first kernel line, riscv64 (QEMU: `-machine virt -bios none`).
#
# Every hart starts at 0x8000_0000 in M-mode with a0 = hart number, a1 = device tree, interrupts off, and nothing
# else known. The numbers below are of the Privileged Architecture: 3.1.6 (mstatus), 3.1.7 (mtvec), 3.7 (PMP).
#
# Stack (the linker reserves it, toolchain.toml sizes it):
#   __stack_start   16 KiB to raise RecursionError on (kernel/stack.py)
#   …               one guard page: a locked PMP entry without permissions, which binds M-mode too
#   …               the stack of the kernel and the app, downwards from __stack_end
# The trap stack lies in .bss, so that the overflow of the stack can still be reported.

.equ FS_INITIAL, 0x2000             # mstatus.FS = 1: floating point on, state clean
.equ RESCUE_BYTES, 0x4000
.equ GUARD_NAPOT, 0x1ff             # low address bits of a 4 KiB NAPOT region: nine ones
.equ GUARD_CONFIG, 0x98             # L | NAPOT, no R, W, X

    .section .boot, "ax", @progbits
    .balign 4
    .globl _start
_start:
    csrw mie, zero
    bnez a0, park

    la t0, __bss_start
    la t1, __bss_end
1:  bgeu t0, t1, 2f                 # may pass the end by 8 bytes: the stack's first page follows
    sd zero, 0(t0)
    sd zero, 8(t0)
    addi t0, t0, 16
    j 1b

2:  la sp, __stack_end
    la t0, __trap_stack_top
    csrw mscratch, t0               # trap.S: not zero means "not inside a trap"
    la t0, trap_entry
    csrw mtvec, t0
    li t0, FS_INITIAL
    csrs mstatus, t0
    csrw fcsr, zero

    la t0, __stack_start
    li t1, RESCUE_BYTES
    add t0, t0, t1
    srli t0, t0, 2
    ori t0, t0, GUARD_NAPOT
    csrw pmpaddr0, t0
    li t0, GUARD_CONFIG
    csrw pmpcfg0, t0

    li tp, 0
    li s0, 0                        # the end of the chain of frames
    call kmain                      # kmain(hart, device tree) does not return
park:
    wfi                             # mie is 0: nothing wakes this hart but a debugger
    j park

    .section .bss.trap_stack, "aw", @nobits
    .balign 16
    .skip 8192
    .globl __trap_stack_top
__trap_stack_top:
