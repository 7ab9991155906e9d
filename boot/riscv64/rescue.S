# Where a trap resumes after the stack overflowed, on the rescue stack: on to the dialect function that raises.
# A tail jump, so that ra still says who called too deep. Its address is a linker symbol, which the kernel can name.

    .section .text.stack_rescue, "ax", @progbits
    .balign 4
    .globl stack_rescue
stack_rescue:
    tail kernel_recursion_error
