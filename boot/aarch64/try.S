// try and raise, aarch64: what `try:` and `raise` come down to (the C calling convention on both sides).
//
//   i64 rt_try(fn, ctx)   runs fn(ctx) under a handler and returns its result, or -1 after rt_throw
//   rt_throw()            goes to the newest handler; with none, to rt_uncaught; does not return
//
// A handler is rt_try's own stack frame; word 1 of the hart's record (TPIDR_EL1) points to the newest one:
//   0 x29, x30   16 the next older handler   32 x19 … 104 x28   112 d8 … 168 d15
// x29 and x30 are a frame record (AAPCS64, "The Frame Pointer"), so a walk along the frame pointers passes through.
// The user domain has a second copy (the build assembles this file again with USER = 1): there the record is a worker's
// own words (TPIDR_EL0, user/start.S).

.equ FRAME, 176
.equ HANDLER, 8                     // in the hart's record

.macro record reg
.if USER
    mrs \reg, tpidr_el0
.else
    mrs \reg, tpidr_el1
.endif
.endm

.macro each_saved op
    \op x19, x20, [sp, #32]
    \op x21, x22, [sp, #48]
    \op x23, x24, [sp, #64]
    \op x25, x26, [sp, #80]
    \op x27, x28, [sp, #96]
    \op d8, d9, [sp, #112]
    \op d10, d11, [sp, #128]
    \op d12, d13, [sp, #144]
    \op d14, d15, [sp, #160]
.endm

    .section .text.rt_try, "ax", @progbits
    .globl rt_try
    .type rt_try, @function
rt_try:
    stp x29, x30, [sp, #-FRAME]!
    mov x29, sp
    each_saved stp
    record x9
    ldr x10, [x9, #HANDLER]
    str x10, [sp, #16]
    str x29, [x9, #HANDLER]
    mov x9, x0
    mov x0, x1
    blr x9                          // keeps every saved register, so nothing but the chain is put back
    ldr x10, [sp, #16]
    record x9
    str x10, [x9, #HANDLER]
leave:
    ldp x29, x30, [sp], #FRAME
    ret
    .size rt_try, . - rt_try

    .globl rt_throw
    .type rt_throw, @function
rt_throw:
    record x9
    ldr x10, [x9, #HANDLER]
    cbz x10, 1f
    mov sp, x10
    ldr x10, [sp, #16]
    str x10, [x9, #HANDLER]
    each_saved ldp
    mov x0, #-1
    b leave
1:  b rt_uncaught
    .size rt_throw, . - rt_throw

// The record of a hart that schedules no fibers: one unused word, and the newest handler.
    .section .bss.boot_hart, "aw", @nobits
    .balign 16
    .globl boot_hart
    .type boot_hart, @object
boot_hart:
    .zero 16
    .size boot_hart, 16
