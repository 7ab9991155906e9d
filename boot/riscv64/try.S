# try and raise, riscv64: what `try:` and `raise` come down to (the C calling convention on both sides).
#
#   i64 rt_try(fn, ctx)   runs fn(ctx) under a handler and returns its result, or -1 after rt_throw
#   rt_throw()            goes to the newest handler; with none, to rt_uncaught; does not return
#
# A handler is rt_try's own stack frame; word 1 of the hart's record (tp) points to the newest one:
#   0 the next older handler   8 s1 … 88 s11   96 fs0 … 184 fs11   192 s0   200 ra
# s0 and ra are where the psABI has them, so a walk along the frame pointers passes through.
# The user domain has a second copy: there tp is the record of a worker, its own words (user/start.S).

.equ FRAME, 208
.equ HANDLER, 8                     # in the hart's record

.macro each_saved op, fop
    \op s1, 8(sp)
    \op s2, 16(sp)
    \op s3, 24(sp)
    \op s4, 32(sp)
    \op s5, 40(sp)
    \op s6, 48(sp)
    \op s7, 56(sp)
    \op s8, 64(sp)
    \op s9, 72(sp)
    \op s10, 80(sp)
    \op s11, 88(sp)
    \fop fs0, 96(sp)
    \fop fs1, 104(sp)
    \fop fs2, 112(sp)
    \fop fs3, 120(sp)
    \fop fs4, 128(sp)
    \fop fs5, 136(sp)
    \fop fs6, 144(sp)
    \fop fs7, 152(sp)
    \fop fs8, 160(sp)
    \fop fs9, 168(sp)
    \fop fs10, 176(sp)
    \fop fs11, 184(sp)
.endm

    .section .text.rt_try, "ax", @progbits
    .globl rt_try
    .type rt_try, @function
rt_try:
    addi sp, sp, -FRAME
    sd ra, 200(sp)
    sd s0, 192(sp)
    addi s0, sp, FRAME
    each_saved sd, fsd
    ld t1, HANDLER(tp)
    sd t1, 0(sp)
    sd sp, HANDLER(tp)
    mv t2, a0
    mv a0, a1
    jalr t2                         # keeps every saved register, so nothing but the chain is put back
    ld t1, 0(sp)
    sd t1, HANDLER(tp)
leave:
    ld ra, 200(sp)
    ld s0, 192(sp)
    addi sp, sp, FRAME
    ret
    .size rt_try, . - rt_try

    .globl rt_throw
    .type rt_throw, @function
rt_throw:
    ld t1, HANDLER(tp)
    beqz t1, 1f
    mv sp, t1
    ld t1, 0(sp)
    sd t1, HANDLER(tp)
    each_saved ld, fld
    li a0, -1
    j leave
1:  tail rt_uncaught
    .size rt_throw, . - rt_throw

# The record of a hart that schedules no fibers: one unused word, and the newest handler.
    .section .bss.boot_hart, "aw", @nobits
    .balign 16
    .globl boot_hart
    .type boot_hart, @object
boot_hart:
    .zero 16
    .size boot_hart, 16
