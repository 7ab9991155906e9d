# From one fiber's stack to another's, riscv64.
#
# The frame at a suspended fiber's stack pointer, in 8-byte words (hal/riscv64/context.py makes the first one):
#   0 ra   1 s0   2..12 s1..s11   13 the newest handler of try.S   14 unused   16..27 fs0..fs11
# What a call may destroy is not there: the switch is a call. Floating point registers are saved once a fiber has used
# them, which bit 0 of the stack pointer that is kept says: the processor notes it in mstatus.FS, and sums it up in SD
# (Privileged Architecture, 3.1.6.5); to load them is to use them. How a worker rounds is its own affair: the next
# fiber finds fcsr as the ABI wants it.

.equ FRAME, 224
.equ HANDLER, 8                     # in the hart's record: try.S
.equ STACK, 8                       # in a fiber's record: kernel/fiber.py
.equ FS_LOW, 0x2000                 # mstatus: FS is 3 when the registers were written, 2 when they were not since, and
                                    # 1 when all of them are zero (wall/user.S)

.macro each_integer op
    \op ra, 0(sp)
    \op s0, 8(sp)
    \op s1, 16(sp)
    \op s2, 24(sp)
    \op s3, 32(sp)
    \op s4, 40(sp)
    \op s5, 48(sp)
    \op s6, 56(sp)
    \op s7, 64(sp)
    \op s8, 72(sp)
    \op s9, 80(sp)
    \op s10, 88(sp)
    \op s11, 96(sp)
.endm

.macro each_float op
    \op fs0, 128(sp)
    \op fs1, 136(sp)
    \op fs2, 144(sp)
    \op fs3, 152(sp)
    \op fs4, 160(sp)
    \op fs5, 168(sp)
    \op fs6, 176(sp)
    \op fs7, 184(sp)
    \op fs8, 192(sp)
    \op fs9, 200(sp)
    \op fs10, 208(sp)
    \op fs11, 216(sp)
.endm

# switch_stack(the fiber that stops, the stack pointer of the other one, its guard): returns when somebody switches
# back. The guard is a page as pmpaddr0 takes it (hal/riscv64/protect.py); a plain hart has locked that entry.
    .section .text.switch_stack, "ax", @progbits
    .balign 4
    .globl switch_stack
switch_stack:
    addi sp, sp, -FRAME
    each_integer sd
    ld t1, HANDLER(tp)
    csrr t0, mstatus
    sd t1, 104(sp)
    bltz t0, 3f                     # SD
    sd sp, STACK(a0)
1:  csrw pmpaddr0, a2
    andi t2, a1, 1
    bnez t2, 4f
    mv sp, a1
2:  ld t1, 104(sp)
    sd t1, HANDLER(tp)
    each_integer ld
    addi sp, sp, FRAME
    ret
3:  each_float fsd
    csrw fcsr, zero
    li t0, FS_LOW
    csrc mstatus, t0
    ori t0, sp, 1
    sd t0, STACK(a0)
    j 1b
4:  addi sp, a1, -1
    each_float fld
    j 2b

# Where a new fiber begins, with its record (kernel/fiber.py) in s1: calls its entry, a function with an environment or
# without (compiler/rumpkc/emit/calls.py), with its argument. The chain of frames ends here.
    .section .text.fiber_begin, "ax", @progbits
    .balign 4
    .globl fiber_begin
fiber_begin:
    li s0, 0
    call fiber_first
    ld t0, 48(s1)
    ld a0, 56(s1)
    ld a1, 64(s1)
    bnez a0, 1f
    mv a0, a1
1:  jalr t0
    call fiber_last                 # does not return

    .section .text.set_hart_record, "ax", @progbits
    .balign 4
    .globl set_hart_record
set_hart_record:
    mv tp, a0
    ret
