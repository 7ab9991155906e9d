// Into EL0 and back, aarch64. A worker is a fiber; while it is in EL0, its kernel stack waits above the trap stack.
//
// What a worker enters by `user_enter`, it leaves by `user_leave`; in between come exceptions. Each runs on the worker's
// kernel stack (SP_EL0, as all of the kernel), so a system call may wait in the middle, like any fiber.
//
// user_enter's frame, whose address is at the top of the hart's trap stack:
//   0 x19, x20 … 64 x27, x28   80 x29, x30
// The kernel's code has no vector registers, so none are kept for it.
// The context (kernel/worker.py), in 8-byte words:   0 pc   1 sp   2 tpidr_el0   3 … 7 x0 … x4   8 the frame above

.equ FRAME, 96
.equ CALL, 48                       // of a system call: 0 sp   8 x30   16 elr   24 spsr   32 tpidr_el0
.equ TRAP, 848                      // of other exceptions: 38 words as in vectors.S, then q0 … q31, fpcr, fpsr
.equ FLOATS, 320
.equ ZEROED_64, 4                   // DCZID_EL0: `dc zva` is permitted, and zeroes 2**4 words
.equ SVC, 0x15                      // exception class in ESR (Arm ARM D19.2.40)

.macro each_saved op
    \op x19, x20, [sp, #0]
    \op x21, x22, [sp, #16]
    \op x23, x24, [sp, #32]
    \op x25, x26, [sp, #48]
    \op x27, x28, [sp, #64]
    \op x29, x30, [sp, #80]
.endm

.macro each_float op
.irp n, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    \op q\n, [sp, #FLOATS+16*\n]
.endr
.endm

// user_enter(context) -> what user_leave says
    .section .text.user_enter, "ax", @progbits
    .balign 4
    .globl user_enter
user_enter:                         // interrupts are off
    sub sp, sp, #FRAME
    each_saved stp
    mov x9, sp
    str x9, [x0, #8*8]
.irp n, 8 9 10 11 12 13 14 15
    fmov d\n, xzr
.endr
    bl clear_floats
    msr spsel, #1
    str x9, [sp]
    ldr x9, [x0]
    msr elr_el1, x9
    ldr x9, [x0, #8*1]
    msr sp_el0, x9
    ldr x9, [x0, #8*2]
    msr tpidr_el0, x9
    msr spsr_el1, xzr               // EL0, nothing masked
    ldr x4, [x0, #8*7]
    ldr x3, [x0, #8*6]
    ldr x2, [x0, #8*5]
    ldr x1, [x0, #8*4]
    ldr x0, [x0, #8*3]
.irp n, 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
    mov x\n, #0
.endr
    eret

// user_leave(context, result): user_enter returns `result`
    .globl user_leave
user_leave:
    ldr x9, [x0, #8*8]
    mov sp, x9
    mov x0, x1
    each_saved ldp
    add sp, sp, #FRAME
    ret

// Vector registers on the way to EL0: nothing of others is left in them. Of a worker that goes on, the lower halves of
// v8 … v15 are its own (AAPCS64, 6.1.2): to write one zeroes the upper half.
    .globl clear_floats
clear_floats:
.irp n, 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    fmov d\n, xzr
.endr
.irp n, 8 9 10 11 12 13 14 15
    fmov d\n, d\n
.endr
    msr fpcr, xzr
    msr fpsr, xzr
    ret

// From the vectors, on SP_EL1: a synchronous exception of EL0.
    .section .text.user_trap_entry, "ax", @progbits
    .balign 4
    .globl user_trap_entry
user_trap_entry:
    stp x16, x17, [sp, #-16]!
    mrs x16, esr_el1
    lsr x16, x16, #26
    cmp x16, #SVC
    b.ne other_trap
    ldr x16, [sp, #16]              // x16 and x17: a call may change them (AAPCS64, "IP0 and IP1")
    add sp, sp, #16
    mrs x17, sp_el0
    msr spsel, #0
    mov sp, x16
    sub sp, sp, #CALL
    stp x17, x30, [sp]
    mrs x16, elr_el1
    mrs x17, spsr_el1
    stp x16, x17, [sp, #16]
    mrs x16, tpidr_el0
    str x16, [sp, #32]
    msr fpcr, xzr                   // how the worker rounds is its own affair
    mov x6, x8
    bl system_call                  // (six arguments, number) -> x0; keeps what C keeps
    ldp x16, x17, [sp, #16]
    msr elr_el1, x16
    msr spsr_el1, x17
    ldr x16, [sp, #32]
    msr tpidr_el0, x16
    ldp x17, x30, [sp]
    add x16, sp, #CALL
    msr spsel, #1                   // the hart may be another one than on the way in
    str x16, [sp]
    msr sp_el0, x17
.irp n, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18
    mov x\n, #0
.endr
    eret

// The same of an interrupt.
    .globl user_interrupt_entry
user_interrupt_entry:
    stp x16, x17, [sp, #-16]!
    mov x17, #9
    b save
other_trap:
    mov x17, #8
save:
    ldr x16, [sp, #16]
    sub x16, x16, #TRAP
    str x17, [x16, #8*36]
    mrs x17, sp_el0
    str x17, [x16, #8*32]
    stp x0, x1, [x16, #8*1]
    ldp x0, x1, [sp], #16
    stp x0, x1, [x16, #8*17]
    msr spsel, #0
    mov sp, x16
    stp x2, x3, [sp, #8*3]
    stp x4, x5, [sp, #8*5]
    stp x6, x7, [sp, #8*7]
    stp x8, x9, [sp, #8*9]
    stp x10, x11, [sp, #8*11]
    stp x12, x13, [sp, #8*13]
    stp x14, x15, [sp, #8*15]
    stp x18, x19, [sp, #8*19]
    stp x20, x21, [sp, #8*21]
    stp x22, x23, [sp, #8*23]
    stp x24, x25, [sp, #8*25]
    stp x26, x27, [sp, #8*27]
    stp x28, x29, [sp, #8*29]
    str x30, [sp, #8*31]
    mrs x0, elr_el1
    str x0, [sp]
    mrs x0, spsr_el1
    str x0, [sp, #8*33]
    mrs x0, esr_el1
    mrs x1, far_el1
    stp x0, x1, [sp, #8*34]
    mrs x0, tpidr_el0
    str x0, [sp, #8*37]
    each_float str
    mrs x0, fpcr
    mrs x1, fpsr
    add x2, sp, #FLOATS+512
    stp x0, x1, [x2]
    msr fpcr, xzr
    mov x0, sp
    mov x29, #0
    bl user_trap
    add x2, sp, #FLOATS+512
    ldp x0, x1, [x2]
    msr fpcr, x0
    msr fpsr, x1
    each_float ldr
    ldr x0, [sp, #8*37]
    msr tpidr_el0, x0
    ldr x0, [sp]
    msr elr_el1, x0
    ldr x0, [sp, #8*33]
    msr spsr_el1, x0
    ldr x1, [sp, #8*32]
    ldp x2, x3, [sp, #8*3]
    ldp x4, x5, [sp, #8*5]
    ldp x6, x7, [sp, #8*7]
    ldp x8, x9, [sp, #8*9]
    ldp x10, x11, [sp, #8*11]
    ldp x12, x13, [sp, #8*13]
    ldp x14, x15, [sp, #8*15]
    ldp x18, x19, [sp, #8*19]
    ldp x20, x21, [sp, #8*21]
    ldp x22, x23, [sp, #8*23]
    ldp x24, x25, [sp, #8*25]
    ldp x26, x27, [sp, #8*27]
    ldp x28, x29, [sp, #8*29]
    ldr x30, [sp, #8*31]
    mov x16, sp
    add x17, x16, #TRAP
    msr spsel, #1
    str x17, [sp]
    msr sp_el0, x1
    ldp x0, x1, [x16, #8*1]
    ldp x16, x17, [x16, #8*17]
    eret

// forget_translations(number): those of one ASID.
    .section .text.forget_translations, "ax", @progbits
    .balign 4
    .globl forget_translations
forget_translations:
    lsl x0, x0, #48
    dsb sy
    tlbi aside1is, x0
    dsb sy
    isb
    ret

// clear_lines(start, end): zeroes whole lines of 64 bytes (Arm ARM C5.3, "DC ZVA")
    .section .text.clear_lines, "ax", @progbits
    .balign 4
    .globl clear_lines
clear_lines:
    mrs x2, dczid_el0
    cmp x2, #ZEROED_64
    b.ne 4f
    sub x2, x1, x0
    tbz x2, #6, 1f
    dc zva, x0
    add x0, x0, #64
1:  cmp x0, x1
    b.hs 3f
2:  dc zva, x0
    add x0, x0, #64
    dc zva, x0
    add x0, x0, #64
    cmp x0, x1
    b.lo 2b
3:  ret
4:  cmp x0, x1
    b.hs 3b
    stp xzr, xzr, [x0]
    stp xzr, xzr, [x0, #16]
    stp xzr, xzr, [x0, #32]
    stp xzr, xzr, [x0, #48]
    add x0, x0, #64
    b 4b
