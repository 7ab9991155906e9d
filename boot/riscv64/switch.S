# From one fiber's stack to another's, riscv64.
#
# The frame below a suspended fiber's stack pointer, in 8-byte words (hal/riscv64/context.py makes the first one):
#   0 ra   1 s0   2..12 s1..s11   13..24 fs0..fs11   25 the newest handler of try.S
# What a call may destroy is not there: the switch is a call.

.equ FRAME, 208
.equ HANDLER, 8                     # in the hart's record: try.S

.macro each_saved op, fop
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
    \fop fs0, 104(sp)
    \fop fs1, 112(sp)
    \fop fs2, 120(sp)
    \fop fs3, 128(sp)
    \fop fs4, 136(sp)
    \fop fs5, 144(sp)
    \fop fs6, 152(sp)
    \fop fs7, 160(sp)
    \fop fs8, 168(sp)
    \fop fs9, 176(sp)
    \fop fs10, 184(sp)
    \fop fs11, 192(sp)
.endm

# switch_stack(where to put this stack pointer, the other stack pointer): returns when somebody switches back.
    .section .text.switch_stack, "ax", @progbits
    .balign 4
    .globl switch_stack
switch_stack:
    addi sp, sp, -FRAME
    each_saved sd, fsd
    ld t1, HANDLER(tp)
    sd t1, 200(sp)
    sd sp, 0(a0)
    mv sp, a1
    ld t1, 200(sp)
    sd t1, HANDLER(tp)
    each_saved ld, fld
    addi sp, sp, FRAME
    ret

# Where a new fiber begins, with its record (kernel/fiber.py) in s1: calls its entry, a function with an environment or
# without (compiler/rumpkc/emit/calls.py), with its argument. The chain of frames ends here.
    .section .text.fiber_begin, "ax", @progbits
    .balign 4
    .globl fiber_begin
fiber_begin:
    li s0, 0
    call fiber_first
    ld t0, 8(s1)
    ld a0, 16(s1)
    ld a1, 24(s1)
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
