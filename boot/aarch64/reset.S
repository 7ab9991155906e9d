// Reset to the first kernel line, aarch64 (QEMU: `-machine virt -cpu cortex-a72`, an ELF image, no firmware).
//
// The boot CPU starts at the ELF entry in EL1 with the MMU off; the others wait in PSCI. For an ELF image QEMU passes
// nothing in registers: the device tree is at the start of RAM. Sections are of the Arm ARM (DDI 0487).
//
// The MMU is switched on at once, with one flat map, because memory is Device memory while it is off: slow, and no
// place for unaligned accesses (B2.5.2) or exclusives. 4 KiB granule, 39 address bits, so the walk starts at level 1 (D8.2):
//   0x0000_0000 … 0x07ff_ffff      (flash) not mapped: null pointers fault
//   0x0800_0000 … 0x3fff_ffff      devices, never executed       448 blocks of 2 MiB
//   0x4000_0000 … 0x7fff_ffff      RAM, write-back cached        512 blocks of 2 MiB
//   0x8000_0000 … 0x3f_ffff_ffff   RAM, all that QEMU can have   1 GiB blocks
// Permissions and guard pages come a moment later, from hal/aarch64/protect.py.
//
// Stack (the linker reserves it, toolchain.toml sizes it):
//   __stack_start   16 KiB to raise RecursionError on (kernel/stack.py)
//   …               the guard page
//   …               the stack of the kernel and the app, downwards from __stack_end
// The kernel runs on SP_EL0 and takes exceptions on SP_EL1 (the trap stack): so the overflow of the first can be reported.

.equ MAIR, 0xff00                   // attribute 0: Device-nGnRnE, attribute 1: normal, write-back (D19.2.97)
.equ DEVICE_BLOCK, 0x401            // AF | attribute 0 | block
.equ MEMORY_BLOCK, 0x705            // AF | inner shareable | attribute 1 | block
.equ RAM_GIB, 255

    .section .boot, "ax", @progbits
    .balign 4
    .globl _start
_start:
    msr daifset, #15
    mrs x9, mpidr_el1
    and x9, x9, #0xff
    cbnz x9, park

    adrp x0, __bss_start
    add x0, x0, :lo12:__bss_start
    adrp x1, __bss_end
    add x1, x1, :lo12:__bss_end
1:  cmp x0, x1                      // may pass the end by 8 bytes: the stack's first page follows
    b.hs 2f
    stp xzr, xzr, [x0], #16
    b 1b

2:  mov x0, #0x300000               // FPEN: no trap of floating point (D19.2.30)
    msr cpacr_el1, x0
    adrp x0, exception_vectors
    add x0, x0, :lo12:exception_vectors
    msr vbar_el1, x0
    msr spsel, #1
    adrp x0, __trap_stack_top
    add x0, x0, :lo12:__trap_stack_top
    mov sp, x0
    msr spsel, #0
    adrp x0, __stack_end
    add x0, x0, :lo12:__stack_end
    mov sp, x0

    adrp x0, boot_hart              // the hart's record (try.S); the scheduler has a larger one (kernel/hart.py)
    add x0, x0, :lo12:boot_hart
    msr tpidr_el1, x0
    mov x29, #0                     // the end of the chain of frames
    mov x30, #0
    bl map_memory
    mov x0, #0                      // hart
    mov x1, #0x40000000             // device tree
    bl kmain                        // does not return
park:
    wfi
    b park

// Fill the tables (level 1 and the rest of .bss are zero) and switch the MMU and the caches on. Uses x0 to x8.
map_memory:
    adrp x0, __page_level1
    adrp x1, __page_level2
    adrp x8, __page_level2_devices
    orr x3, x8, #3                  // a table
    str x3, [x0]
    orr x3, x1, #3
    str x3, [x0, #8]

    movz x3, #0x0800, lsl #16
    movk x3, #0x0060, lsl #48       // UXN | PXN
    add x3, x3, #DEVICE_BLOCK
    mov x5, #0x200000
    mov x4, #64
1:  str x3, [x8, x4, lsl #3]
    add x3, x3, x5
    add x4, x4, #1
    cmp x4, #512
    b.lo 1b

    mov x4, #2
    movz x3, #0x8000, lsl #16
    add x3, x3, #MEMORY_BLOCK
    mov x5, #0x40000000
1:  str x3, [x0, x4, lsl #3]
    add x3, x3, x5
    add x4, x4, #1
    cmp x4, #RAM_GIB
    b.ls 1b

    movz x3, #0x4000, lsl #16
    add x3, x3, #MEMORY_BLOCK
    mov x5, #0x200000
    mov x4, #0
2:  str x3, [x1, x4, lsl #3]
    add x3, x3, x5
    add x4, x4, #1
    cmp x4, #512
    b.lo 2b

    .globl mmu_on
mmu_on:                             // with the tables at x0; uses x3. harts.S needs it, too
    mov x3, #MAIR
    msr mair_el1, x3
    movz x3, #0x3519                // T0SZ 25, IRGN0 and ORGN0 write-back, SH0 inner (D19.2.139)
    movk x3, #0x0080, lsl #16       // EPD1: no upper half
    movk x3, #0x0002, lsl #32       // IPS: 40 bits of physical address
    msr tcr_el1, x3
    msr ttbr0_el1, x0
    dsb sy
    tlbi vmalle1
    dsb sy
    isb
    mrs x3, sctlr_el1
    orr x3, x3, #1                  // M
    orr x3, x3, #4                  // C
    orr x3, x3, #0x1000             // I
    msr sctlr_el1, x3
    isb
    ret

    .section .bss.page_tables, "aw", @nobits
    .balign 4096
    .globl __page_level1
__page_level1:
    .skip 4096
__page_level2:
    .skip 4096
__page_level2_devices:
    .skip 4096

    .section .bss.page_level3, "aw", @nobits
    .balign 4096
    .globl __page_level3            // LEVEL3_TABLES of hal/aarch64/protect.py
__page_level3:
    .skip 24576

    .section .bss.trap_stack, "aw", @nobits
    .balign 4096
    .globl __trap_guard
__trap_guard:
    .skip 4096
    .globl __trap_stack_start
__trap_stack_start:
    .skip 8176
    .globl __trap_stack_top
__trap_stack_top:
    .skip 16                        // the kernel stack of the worker that runs (wall/user.S)
    .skip 4096
    .globl __nested_stack_top
__nested_stack_top:
