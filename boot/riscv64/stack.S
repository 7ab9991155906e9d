# Where stacks begin and end: what the dialect cannot say of its own frames.

# enter_app() -> app_main's result. The chain of frames ends here (s0 = 0), so the app's tracebacks show the app alone.
    .section .text.enter_app, "ax", @progbits
    .balign 4
    .globl enter_app
enter_app:
    addi sp, sp, -16
    sd ra, 8(sp)
    sd s0, 0(sp)
    li s0, 0
    call app_main
    ld s0, 0(sp)
    ld ra, 8(sp)
    addi sp, sp, 16
    ret

# Where a trap resumes after the stack overflowed, on the rescue stack: on to the library function that raises.
# A tail jump, so that ra still says who called too deep. Its address is a linker symbol, which the kernel can name.
    .section .text.stack_rescue, "ax", @progbits
    .balign 4
    .globl stack_rescue
stack_rescue:
    tail rt_recursion_error
