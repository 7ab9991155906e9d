# Trap entry and return, riscv64: saves, calls, restores. What a cause means is kernel/trap.py's affair.
#
# mscratch holds the top of the trap stack outside a trap and 0 inside one. A trap inside of a trap is a fault of the
# handler's, perhaps because its stack is full: it has a stack of its own, and nothing is resumed from there.
#
# The frame, in 8-byte words (hal/riscv64/trap.py reads it):
#   0 mepc   1..31 x1..x31   32 mcause   33 mtval   34 mstatus   35 unused
# Floating point registers are not saved: the handler is compiled without them (noimplicitfloat).

.equ FRAME, 288

    .section .text.trap_entry, "ax", @progbits
    .balign 4                       # mtvec holds no two low bits (Privileged Architecture, 3.1.7)
    .globl trap_entry
trap_entry:
    csrrw sp, mscratch, sp
    bnez sp, 1f
    la sp, __nested_stack_top
1:  addi sp, sp, -FRAME
    sd t0, 8*5(sp)
    csrrw t0, mscratch, zero
    sd t0, 8*2(sp)                  # the interrupted sp
    sd x1, 8*1(sp)
    sd x3, 8*3(sp)
    sd x4, 8*4(sp)
    sd x6, 8*6(sp)
    sd x7, 8*7(sp)
    sd x8, 8*8(sp)
    sd x9, 8*9(sp)
    sd x10, 8*10(sp)
    sd x11, 8*11(sp)
    sd x12, 8*12(sp)
    sd x13, 8*13(sp)
    sd x14, 8*14(sp)
    sd x15, 8*15(sp)
    sd x16, 8*16(sp)
    sd x17, 8*17(sp)
    sd x18, 8*18(sp)
    sd x19, 8*19(sp)
    sd x20, 8*20(sp)
    sd x21, 8*21(sp)
    sd x22, 8*22(sp)
    sd x23, 8*23(sp)
    sd x24, 8*24(sp)
    sd x25, 8*25(sp)
    sd x26, 8*26(sp)
    sd x27, 8*27(sp)
    sd x28, 8*28(sp)
    sd x29, 8*29(sp)
    sd x30, 8*30(sp)
    sd x31, 8*31(sp)
    csrr t0, mepc
    sd t0, 8*0(sp)
    csrr t0, mcause
    sd t0, 8*32(sp)
    csrr t0, mtval
    sd t0, 8*33(sp)
    csrr t0, mstatus
    sd t0, 8*34(sp)

    mv a0, sp
    li s0, 0                        # the handler's chain of frames ends here; the frame has the interrupted one
    call kernel_trap

    ld t0, 8*34(sp)
    csrw mstatus, t0
    ld t0, 8*0(sp)
    csrw mepc, t0
    addi t0, sp, FRAME
    csrw mscratch, t0
    ld x1, 8*1(sp)
    ld x3, 8*3(sp)
    ld x4, 8*4(sp)
    ld x5, 8*5(sp)
    ld x6, 8*6(sp)
    ld x7, 8*7(sp)
    ld x8, 8*8(sp)
    ld x9, 8*9(sp)
    ld x10, 8*10(sp)
    ld x11, 8*11(sp)
    ld x12, 8*12(sp)
    ld x13, 8*13(sp)
    ld x14, 8*14(sp)
    ld x15, 8*15(sp)
    ld x16, 8*16(sp)
    ld x17, 8*17(sp)
    ld x18, 8*18(sp)
    ld x19, 8*19(sp)
    ld x20, 8*20(sp)
    ld x21, 8*21(sp)
    ld x22, 8*22(sp)
    ld x23, 8*23(sp)
    ld x24, 8*24(sp)
    ld x25, 8*25(sp)
    ld x26, 8*26(sp)
    ld x27, 8*27(sp)
    ld x28, 8*28(sp)
    ld x29, 8*29(sp)
    ld x30, 8*30(sp)
    ld x31, 8*31(sp)
    ld x2, 8*2(sp)
    mret
