# Reset to the first kernel line, riscv64 (QEMU: `-machine virt -bios none`).
#
# Every hart starts at 0x8000_0000 in M-mode with a0 = hart number, a1 = device tree, interrupts off, and nothing
# else known. The numbers below are of the Privileged Architecture: 3.1.6 (mstatus), 3.1.7 (mtvec), 3.7 (PMP).
#
# Stack (the linker reserves it, toolchain.toml sizes it):
#   __stack_start   16 KiB to raise RecursionError on (kernel/stack.py)
#   …               one guard page (hal/riscv64/protect.py)
#   …               the stack of the kernel and the app, downwards from __stack_end
# The trap stack lies in .bss, so that the overflow of the stack can still be reported; so does a third one, for traps
# inside of traps. Both have a guard page.

.equ PAGE, 4096
.equ FS_INITIAL, 0x2000             # mstatus.FS = 1: floating point on, state clean
.equ CLINT, 0x02000000              # its word n is the software interrupt of hart n
.equ SOFTWARE, 8                    # mie.MSIE, mip.MSIP
.equ MOST_HARTS, 8                  # kernel/hart.py
.equ UART, 0x10000000               # NS16550: byte 0 sends, bit 5 of byte 5 says that it may
.equ FINISH, 0x100000               # sifive_test
.equ FINISH_101, 0x653333           # panic's exit code (kernel/panic.py), and "fail"

    .section .boot, "ax", @progbits
    .balign 4
    .globl _start
_start:
    csrw mie, zero
    bnez a0, park

    # The image uses these extensions everywhere, also to print a panic. Each is tried before anything relies on it;
    # misa could not tell, for it has no letter for Zba, Zbb and Zbs. Until then: four-byte instructions of RV64I.
    la t0, lacking
    csrw mtvec, t0
    la t1, hart_start_words
    li t0, FS_INITIAL
    csrs mstatus, t0
    la s1, name_m
    .4byte 0x025282b3               # mul t0, t0, t0
    la s1, name_a
    .4byte 0x4003202f               # amoor.w zero, zero, (t1)
    la s1, name_d
    .4byte 0xf2000053               # fmv.d.x f0, zero
    la s1, name_c
    .4byte 0x00010001               # c.nop; c.nop
    la s1, name_zba
    .4byte 0x2052a2b3               # sh1add t0, t0, t0
    la s1, name_zbb
    .4byte 0x4052f2b3               # andn t0, t0, t0
    la s1, name_zbs
    .4byte 0x4852d2b3               # bext t0, t0, t0

    la t0, __bss_start
    la t1, __bss_end
    la t2, __trap_guard             # whose page may still be closed: QEMU 7.2 keeps PMP rules over a reset
    li t3, PAGE
1:  bgeu t0, t1, 2f                 # may pass the end by 8 bytes: the stack's first page follows
    bne t0, t2, 3f
    add t0, t0, t3
3:  sd zero, 0(t0)
    sd zero, 8(t0)
    addi t0, t0, 16
    j 1b

2:  la sp, __stack_end
    la t0, __trap_stack_top
    csrw mscratch, t0               # trap.S: not zero means "not inside a trap"
    la t0, trap_entry
    csrw mtvec, t0
    csrw fcsr, zero
    li t0, FS_INITIAL
    csrc mstatus, t0                # FS = 2, clean: switch.S looks for what is written from here on

    la tp, boot_hart                # the hart's record (try.S); the scheduler has a larger one (kernel/hart.py)
    li s0, 0                        # the end of the chain of frames
    call kmain                      # kmain(hart, device tree) does not return
    j stop

# The other harts wait for their software interrupt, which is not taken but ends wfi, and for what hart_start of
# hal/riscv64/board.py has left for them then: four words each, entry, stack, trap stack, record.
park:
    li t0, MOST_HARTS
    bgeu a0, t0, stop
    li t0, SOFTWARE
    csrw mie, t0
1:  wfi
    csrr t1, mip
    and t1, t1, t0
    beqz t1, 1b
    li t1, CLINT
    slli t2, a0, 2
    add t1, t1, t2
    sw zero, 0(t1)
    la t1, hart_start_words
    slli t2, a0, 5
    add t1, t1, t2
    fence
    ld t2, 0(t1)
    beqz t2, 1b
    ld sp, 8(t1)
    ld t3, 16(t1)
    csrw mscratch, t3
    ld tp, 24(t1)
    la t3, trap_entry
    csrw mtvec, t3
    li t3, FS_INITIAL
    csrs mstatus, t3
    csrw fcsr, zero
    csrc mstatus, t3
    li s0, 0
    jr t2
stop:
    csrw mie, zero
    wfi
    j stop

    .balign 4                       # mtvec: the two low bits are its mode
lacking:                            # s1: what the processor does not have. Nothing is returned to.
    la a0, banner
    call write
    mv a0, s1
    call write
    la a0, advice
    call write
    li t0, FINISH
    li t1, FINISH_101
    sw t1, 0(t0)
    j stop

write:                              # the text at a0, up to its zero
    li t0, UART
1:  lbu t1, 0(a0)
    beqz t1, 3f
2:  lbu t2, 5(t0)
    andi t2, t2, 0x20
    beqz t2, 2b
    sb t1, 0(t0)
    addi a0, a0, 1
    j 1b
3:  ret

    .section .rodata.boot, "a", @progbits
banner:     .asciz "\n*** KERNEL PANIC: this processor lacks the extension "
advice:     .asciz " ***\nThe image needs rv64gc with Zba, Zbb and Zbs: start QEMU with `-cpu rv64`.\n"
name_m:     .asciz "M"
name_a:     .asciz "A"
name_d:     .asciz "D"
name_c:     .asciz "C"
name_zba:   .asciz "Zba"
name_zbb:   .asciz "Zbb"
name_zbs:   .asciz "Zbs"

    .section .bss.hart_start_words, "aw", @nobits
    .balign 32
    .globl hart_start_words
hart_start_words:
    .skip 256

    .section .bss.trap_stack, "aw", @nobits
    .balign 4096
    .globl __trap_guard
__trap_guard:
    .skip 4096
    .globl __trap_stack_start
__trap_stack_start:
    .skip 8192
    .globl __trap_stack_top
__trap_stack_top:
    .skip 4096
    .globl __nested_stack_top
__nested_stack_top:
