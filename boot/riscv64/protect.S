# What the machine can protect, riscv64.

# probe_mseccfg() -> what mseccfg holds; -1 where the hart does not have it (Smepmp). Interrupts are off.
    .section .text.probe_mseccfg, "ax", @progbits
    .balign 4
    .globl probe_mseccfg
probe_mseccfg:
    la t0, 1f
    csrrw t0, mtvec, t0
    li a0, -1
    csrr a0, mseccfg                # without Smepmp an illegal instruction, which goes on at 1
    .balign 4
1:  csrw mtvec, t0
    ret
