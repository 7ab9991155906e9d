# Into U-mode and back, riscv64. A worker is a fiber; while it is in U-mode, its kernel stack waits in mscratch.
#
# What a worker enters by `user_enter`, it leaves by `user_leave`; in between come traps. Each runs on the worker's
# kernel stack, so a system call may wait in the middle, like any fiber. In U-mode mtvec points to `user_trap_entry`.
#
# user_enter's frame, at the address in mscratch:
#   0 trap stack top of the hart   8 tp of the hart   16 ra   24 s0 … 112 s11   120 unused
# The kernel's code has no floating point registers, so none are kept for it.
# The context (kernel/worker.py), in 8-byte words:   0 pc   1 sp   2 tp   3 … 7 a0 … a4   8 the frame above

.equ FRAME, 128
.equ CALL, 48                       # of a system call: 0 pc   8 ra   16 sp   24 gp   32 tp
.equ TRAP, 560                      # of other traps: 36 words as in trap.S, then f0 … f31, fcsr
.equ FLOATS, 288
.equ ECALL_FROM_U, 8                # mcause (Privileged Architecture, table 3.6)
.equ MPP, 0x1800                    # mstatus: the mode to return to
.equ TW, 0x200000                   # mstatus: wfi is an illegal instruction in U-mode
.equ FS_HIGH, 0x4000                # mstatus: FS is 3 (dirty), 2 (clean) or 1 (initial)
.equ FS_LOW_SHIFT, 50               # bit 13 becomes the sign

.macro each_saved op
    \op ra, 16(sp)
    \op s0, 24(sp)
    \op s1, 32(sp)
    \op s2, 40(sp)
    \op s3, 48(sp)
    \op s4, 56(sp)
    \op s5, 64(sp)
    \op s6, 72(sp)
    \op s7, 80(sp)
    \op s8, 88(sp)
    \op s9, 96(sp)
    \op s10, 104(sp)
    \op s11, 112(sp)
.endm

.macro each_float op, base
.irp n, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    \op f\n, \base+8*\n(sp)
.endr
.endm

# x5 … x31 but for what a system call keeps or returns: nothing of the kernel's goes out.
.macro clear_temporaries
.irp r, t0 t1 t2 a1 a2 a3 a4 a5 a6 a7 t3 t4 t5 t6
    li \r, 0
.endr
.endm

# The way out, with interrupts off: mret goes to U-mode, whatever was trapped meanwhile. Uses t0.
.macro wait_in_mscratch
    csrr t0, mscratch
    sd t0, 0(sp)
    sd tp, 8(sp)
    csrw mscratch, sp
    la t0, user_trap_entry
    csrw mtvec, t0
    li t0, MPP
    csrc mstatus, t0
.endm

# user_enter(context) -> what user_leave says
    .section .text.user_enter, "ax", @progbits
    .balign 4
    .globl user_enter
user_enter:                         # interrupts are off
    addi sp, sp, -FRAME
    each_saved sd
    sd sp, 8*8(a0)
    wait_in_mscratch
    li t0, TW
    csrs mstatus, t0
    ld t0, 0(a0)
    csrw mepc, t0
    call clear_floats
    ld sp, 8*1(a0)
    ld tp, 8*2(a0)
    ld a4, 8*7(a0)
    ld a3, 8*6(a0)
    ld a2, 8*5(a0)
    ld a1, 8*4(a0)
    ld a0, 8*3(a0)
.irp r, ra gp t0 t1 t2 s0 s1 a5 a6 a7 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 t3 t4 t5 t6
    li \r, 0
.endr
    mret

# user_leave(context, result): user_enter returns `result`
    .globl user_leave
user_leave:
    ld sp, 8*8(a0)
    mv a0, a1
    each_saved ld
    addi sp, sp, FRAME
    ret

# Floating point registers on the way to U-mode: nothing of others is left in them. Uses t0, t1 and those.
#   FS initial   all are zero, since nobody has written one
#   FS dirty     the worker's own, of which a call keeps fs0 … fs11; the others may have had another owner
#   FS clean     somebody else's (switch.S): all become zero
    .globl clear_floats
clear_floats:
    csrr t0, mstatus
    bltz t0, 2f
    slli t0, t0, FS_LOW_SHIFT
    bltz t0, 1f
.irp n, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    fmv.d.x f\n, zero
.endr
    csrw fcsr, zero
    li t0, FS_HIGH
    csrc mstatus, t0                # dirty, by what stands above, becomes initial
1:  ret
2:
.irp n, 0 1 2 3 4 5 6 7 10 11 12 13 14 15 16 17 28 29 30 31
    fmv.d.x f\n, zero
.endr
    csrw fcsr, zero
    ret

    .section .text.user_trap_entry, "ax", @progbits
    .balign 4                       # mtvec holds no two low bits (Privileged Architecture, 3.1.7)
    .globl user_trap_entry
user_trap_entry:
    csrrw sp, mscratch, sp
    addi sp, sp, -CALL
    sd t0, 0(sp)
    sd t1, 8(sp)
    csrr t0, mcause
    li t1, ECALL_FROM_U
    bne t0, t1, other

    csrr t0, mscratch
    sd t0, 16(sp)
    ld t0, CALL+0(sp)
    csrw mscratch, t0
    la t0, trap_entry
    csrw mtvec, t0
    csrr t0, mepc
    addi t0, t0, 4
    sd t0, 0(sp)
    sd ra, 8(sp)
    sd gp, 24(sp)
    sd tp, 32(sp)
    ld tp, CALL+8(sp)
    mv a6, a7
    call system_call                # (six arguments, number) -> a0; keeps what C keeps
    ld t0, 0(sp)
    csrw mepc, t0
    ld ra, 8(sp)
    ld gp, 24(sp)
    ld t1, 32(sp)
    ld t2, 16(sp)
    addi sp, sp, CALL
    wait_in_mscratch
    mv tp, t1
    mv sp, t2
    clear_temporaries
    mret

other:                              # everything is saved, and comes back
    ld t1, 8(sp)
    ld t0, 0(sp)
    addi sp, sp, CALL-TRAP
    sd t0, 8*5(sp)
    csrr t0, mscratch
    sd t0, 8*2(sp)
    ld t0, TRAP+0(sp)
    csrw mscratch, t0
    la t0, trap_entry
    csrw mtvec, t0
    sd ra, 8*1(sp)
.irp n, 3 4 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    sd x\n, 8*\n(sp)
.endr
    csrr t0, mepc
    sd t0, 8*0(sp)
    csrr t0, mcause
    sd t0, 8*32(sp)
    csrr t0, mtval
    sd t0, 8*33(sp)
    csrr t0, mstatus
    sd t0, 8*34(sp)
    bgez t0, 1f                     # SD: it has used floating point registers
    each_float fsd, FLOATS
    csrr t0, fcsr
    sd t0, FLOATS+256(sp)
1:  ld tp, TRAP+8(sp)
    mv a0, sp
    li s0, 0
    call user_trap
    ld t0, 8*34(sp)
    bgez t0, 2f
    ld t0, FLOATS+256(sp)
    csrw fcsr, t0
    each_float fld, FLOATS
2:  ld t0, 8*0(sp)
    csrw mepc, t0
    addi sp, sp, TRAP
    wait_in_mscratch
    addi sp, sp, -TRAP
.irp n, 1 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    ld x\n, 8*\n(sp)
.endr
    ld sp, 8*2(sp)
    mret

# clear_lines(start, end): zeroes whole lines of 64 bytes
    .section .text.clear_lines, "ax", @progbits
    .balign 4
    .globl clear_lines
clear_lines:
    sub t0, a1, a0
    andi t0, t0, 64
    add t0, t0, a0
    beq a0, t0, 1f
.irp n, 0 1 2 3 4 5 6 7
    sd zero, 8*\n(a0)
.endr
    mv a0, t0
1:  bgeu a0, a1, 3f
2:
.irp n, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
    sd zero, 8*\n(a0)
.endr
    addi a0, a0, 128
    bltu a0, a1, 2b
3:  ret
