// From one fiber's stack to another's, aarch64.
//
// The frame at a suspended fiber's stack pointer, in 8-byte words (hal/aarch64/context.py makes the first one):
//   0 x29, x30   2..11 x19..x28   12..19 d8..d15   20 the newest handler of try.S   21 unused
// What a call may destroy is not there: the switch is a call.

.equ FRAME, 176
.equ HANDLER, 8                     // in the hart's record: try.S
.equ STACK, 8                       // in a fiber's record: kernel/fiber.py

.macro each_saved op
    \op x29, x30, [sp]
    \op x19, x20, [sp, #16]
    \op x21, x22, [sp, #32]
    \op x23, x24, [sp, #48]
    \op x25, x26, [sp, #64]
    \op x27, x28, [sp, #80]
    \op d8, d9, [sp, #96]
    \op d10, d11, [sp, #112]
    \op d12, d13, [sp, #128]
    \op d14, d15, [sp, #144]
.endm

// switch_stack(the fiber that stops, the stack pointer of the other one, its guard): returns when somebody switches
// back. The guard is what guard_word of hal/aarch64/protect.py gives: the tables to use, 0 for any.
    .section .text.switch_stack, "ax", @progbits
    .balign 4
    .globl switch_stack
switch_stack:
    sub sp, sp, #FRAME
    each_saved stp
    mrs x9, tpidr_el1
    ldr x10, [x9, #HANDLER]
    str x10, [sp, #160]
    mov x10, sp
    str x10, [x0, #STACK]
    cbz x2, 1f
    mrs x10, ttbr0_el1
    cmp x10, x2
    b.ne 2f
1:  mov sp, x1
    ldr x10, [sp, #160]
    str x10, [x9, #HANDLER]
    each_saved ldp
    add sp, sp, #FRAME
    ret
2:  msr ttbr0_el1, x2
    isb
    b 1b

// Where a new fiber begins, with its record (kernel/fiber.py) in x19: calls its entry, a function with an environment or
// without (compiler/rumpkc/emit/calls.py), with its argument. The chain of frames ends here.
    .section .text.fiber_begin, "ax", @progbits
    .balign 4
    .globl fiber_begin
fiber_begin:
    mov x29, #0
    bl fiber_first
    ldp x9, x0, [x19, #48]
    ldr x1, [x19, #64]
    cbnz x0, 1f
    mov x0, x1
1:  blr x9
    bl fiber_last                   // does not return
