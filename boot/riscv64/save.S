# Prologues and epilogues that functions share (RISC-V psABI, "__riscv_save_N"): who is to be small calls them.
#
#   __riscv_save_N       saves ra and s0 … s(N-1) in a new frame of whole 16 bytes; returns to t0, changes t1
#   __riscv_restore_N    puts them back, ends the frame, and returns to ra; reached by a jump
#
# From the frame's end down: ra, s0, s1 … s11, as in every frame, so a walk along the frame pointers passes through.
# Entries come in pairs, which have frames of one size. t1 is what of the largest frame a smaller one gives back;
# nothing is stored there meanwhile.

.equ LARGEST, 112

.macro entry name
    .globl \name
    .type \name, @function
\name:
.endm

    .section .text.__riscv_save, "ax", @progbits
    .balign 4
entry __riscv_save_12
    addi sp, sp, -LARGEST
    li t1, 0
    sd s11, 8(sp)
    j save_10
    .size __riscv_save_12, . - __riscv_save_12

entry __riscv_save_11
entry __riscv_save_10
    addi sp, sp, -LARGEST
    li t1, 16
save_10:
    sd s10, 16(sp)
    sd s9, 24(sp)
    j save_8
    .size __riscv_save_11, . - __riscv_save_11
    .size __riscv_save_10, . - __riscv_save_10

entry __riscv_save_9
entry __riscv_save_8
    addi sp, sp, -LARGEST
    li t1, 32
save_8:
    sd s8, 32(sp)
    sd s7, 40(sp)
    j save_6
    .size __riscv_save_9, . - __riscv_save_9
    .size __riscv_save_8, . - __riscv_save_8

entry __riscv_save_7
entry __riscv_save_6
    addi sp, sp, -LARGEST
    li t1, 48
save_6:
    sd s6, 48(sp)
    sd s5, 56(sp)
    j save_4
    .size __riscv_save_7, . - __riscv_save_7
    .size __riscv_save_6, . - __riscv_save_6

entry __riscv_save_5
entry __riscv_save_4
    addi sp, sp, -LARGEST
    li t1, 64
save_4:
    sd s4, 64(sp)
    sd s3, 72(sp)
    j save_2
    .size __riscv_save_5, . - __riscv_save_5
    .size __riscv_save_4, . - __riscv_save_4

entry __riscv_save_3
entry __riscv_save_2
    addi sp, sp, -LARGEST
    li t1, 80
save_2:
    sd s2, 80(sp)
    sd s1, 88(sp)
    sd s0, 96(sp)
    sd ra, 104(sp)
    add sp, sp, t1
    jr t0
    .size __riscv_save_3, . - __riscv_save_3
    .size __riscv_save_2, . - __riscv_save_2

entry __riscv_save_1
entry __riscv_save_0
    addi sp, sp, -16
    sd s0, 0(sp)
    sd ra, 8(sp)
    jr t0
    .size __riscv_save_1, . - __riscv_save_1
    .size __riscv_save_0, . - __riscv_save_0

    .section .text.__riscv_restore, "ax", @progbits
    .balign 4
entry __riscv_restore_12
    ld s11, 8(sp)
    addi sp, sp, 16
entry __riscv_restore_11
entry __riscv_restore_10
    ld s10, 0(sp)
    ld s9, 8(sp)
    addi sp, sp, 16
entry __riscv_restore_9
entry __riscv_restore_8
    ld s8, 0(sp)
    ld s7, 8(sp)
    addi sp, sp, 16
entry __riscv_restore_7
entry __riscv_restore_6
    ld s6, 0(sp)
    ld s5, 8(sp)
    addi sp, sp, 16
entry __riscv_restore_5
entry __riscv_restore_4
    ld s4, 0(sp)
    ld s3, 8(sp)
    addi sp, sp, 16
entry __riscv_restore_3
entry __riscv_restore_2
    ld s2, 0(sp)
    ld s1, 8(sp)
    addi sp, sp, 16
entry __riscv_restore_1
entry __riscv_restore_0
    ld s0, 0(sp)
    ld ra, 8(sp)
    addi sp, sp, 16
    ret
