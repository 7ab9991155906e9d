// Exception vectors and return, aarch64: saves, calls, restores. What a cause means is kernel/trap.py's affair.
//
// Sixteen entries of 128 bytes (Arm ARM D1.3.6), four groups of four. Every exception is taken on SP_EL1, the trap
// stack; the kernel itself runs on SP_EL0. One on SP_EL1 is a fault of the handler's, perhaps because its stack is full:
// it has a stack of its own, and nothing is resumed from there.
//
// The frame, in 8-byte words (hal/aarch64/trap.py reads it):
//   0 elr   1..31 x0..x30   32 sp   33 spsr   34 esr   35 far   36 vector (4 * group + kind)   37 unused
// Vector registers are not saved: the handler is compiled without them (noimplicitfloat).

.equ FRAME, 304

    .weak user_trap_entry
    .weak user_interrupt_entry

.macro entry number
    .balign 128
    sub sp, sp, #FRAME
    stp x0, x1, [sp, #8*1]
    mov x1, #\number
    b save
.endm

.macro nested number                // the two registers that change are no longer of use
    .balign 128
    msr tpidrro_el0, x0
    mov x0, sp
    msr sp_el0, x0                  // `save` takes the interrupted sp from there
    adrp x0, __nested_stack_top
    add x0, x0, :lo12:__nested_stack_top
    mov sp, x0
    mrs x0, tpidrro_el0
    sub sp, sp, #FRAME
    stp x0, x1, [sp, #8*1]
    mov x1, #\number
    b save
.endm

    .section .text.exception_vectors, "ax", @progbits
    .balign 2048
    .globl exception_vectors
exception_vectors:
    entry 0               // current EL, SP_EL0: the kernel
    entry 1
    entry 2
    entry 3
    nested 4                    // current EL, SP_EL1: inside a trap
    nested 5
    nested 6
    nested 7
    .balign 128                 // lower EL, AArch64: a worker. In an image without workers these two branches go
    b user_trap_entry           // nowhere, and nobody is ever in that state
    .balign 128
    b user_interrupt_entry
    entry 10
    entry 11
    .balign 128                 // lower EL, AArch32: nobody is ever in that state, so the room is ours
save:
    mrs x0, sp_el0
    str x0, [sp, #8*32]
    str x1, [sp, #8*36]
    stp x2, x3, [sp, #8*3]
    stp x4, x5, [sp, #8*5]
    stp x6, x7, [sp, #8*7]
    stp x8, x9, [sp, #8*9]
    stp x10, x11, [sp, #8*11]
    stp x12, x13, [sp, #8*13]
    stp x14, x15, [sp, #8*15]
    stp x16, x17, [sp, #8*17]
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

    mov x0, sp
    mov x29, #0                     // the handler's chain of frames ends here; the frame has the interrupted one
    bl kernel_trap

    ldr x0, [sp]
    msr elr_el1, x0
    ldr x0, [sp, #8*33]
    msr spsr_el1, x0
    ldr x0, [sp, #8*32]
    msr sp_el0, x0
    ldp x0, x1, [sp, #8*1]
    ldp x2, x3, [sp, #8*3]
    ldp x4, x5, [sp, #8*5]
    ldp x6, x7, [sp, #8*7]
    ldp x8, x9, [sp, #8*9]
    ldp x10, x11, [sp, #8*11]
    ldp x12, x13, [sp, #8*13]
    ldp x14, x15, [sp, #8*15]
    ldp x16, x17, [sp, #8*17]
    ldp x18, x19, [sp, #8*19]
    ldp x20, x21, [sp, #8*21]
    ldp x22, x23, [sp, #8*23]
    ldp x24, x25, [sp, #8*25]
    ldp x26, x27, [sp, #8*27]
    ldp x28, x29, [sp, #8*29]
    ldr x30, [sp, #8*31]
    add sp, sp, #FRAME
    eret
