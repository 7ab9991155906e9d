// The other CPUs. PSCI (Arm DEN 0022, 5.1.4 CPU_ON) starts one at `hart_begin` in EL1, with the MMU off, interrupts off
// and, in x0, what hart_start of hal/aarch64/board.py handed over: the address of entry, stack, trap stack, record.

    .section .text.hart_begin, "ax", @progbits
    .balign 4
    .globl hart_begin
hart_begin:
    mov x19, x0
    adrp x0, __page_level1
    bl mmu_on                       // first: the words are in the caches of the CPU that wrote them
    mov x0, #0x300000               // FPEN: no trap of floating point
    msr cpacr_el1, x0
    adrp x0, exception_vectors
    add x0, x0, :lo12:exception_vectors
    msr vbar_el1, x0
    ldp x1, x2, [x19]
    ldp x3, x4, [x19, #16]
    msr spsel, #1
    mov sp, x3
    msr spsel, #0
    mov sp, x2
    msr tpidr_el1, x4
    isb
    mov x29, #0
    mov x30, #0
    br x1

// psci_call(function, target, entry, context) -> 0 or an error. QEMU's conduit without EL2 and EL3 is hvc.
    .section .text.psci_call, "ax", @progbits
    .balign 4
    .globl psci_call
psci_call:
    hvc #0
    ret

    .section .bss.hart_start_words, "aw", @nobits
    .balign 32
    .globl hart_start_words
hart_start_words:
    .skip 256
