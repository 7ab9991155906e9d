// Where a worker begins, aarch64, in EL0: its variables, then its function.
//
// tpidr_el0 points to the worker's own words; code reaches its variables by their distance from it:
//   0 arena   8 newest handler (try.S)   16 bytes of the arena   24 … 63 unused   64 … variables, zeroed by the kernel

.equ VARIABLES, 64

// user_start(entry, packet, bytes of the packet, arena, bytes of the arena): does not return
    .section .text.user_start, "ax", @progbits
    .balign 4
    .globl user_start
user_start:
    mrs x9, tpidr_el0
    str x3, [x9]
    str x4, [x9, #16]
    adrp x10, __user_data_start
    add x10, x10, :lo12:__user_data_start
    adrp x11, __user_data_end
    add x11, x11, :lo12:__user_data_end
    add x12, x9, #VARIABLES
1:  cmp x10, x11
    b.hs 2f
    ldr x13, [x10], #8
    str x13, [x12], #8
    b 1b
2:  adrp x10, __fixups              // their number, then where the variables hold addresses of variables
    add x10, x10, :lo12:__fixups
    ldr w11, [x10], #4
3:  cbz w11, 4f
    ldr w12, [x10], #4
    add x12, x12, x9
    ldr x13, [x12]
    add x13, x13, x9
    str x13, [x12]
    sub w11, w11, #1
    b 3b
4:  mov x9, x0
    mov x0, x1
    mov x1, x2
    mov x29, #0                     // the end of the chain of frames
    blr x9
    b sys_exit

// Where a worker resumes after its stack overflowed, on the rescue stack (kernel/usertrap.py), as ../stack.S says.
    .section .text.user_rescue, "ax", @progbits
    .balign 4
    .globl user_rescue
user_rescue:
    b rt_recursion_error

// What the library asks of its platform, and lib/hive.py of the kernel: system calls, and the arena that the kernel gave.
    .section .text.plat, "ax", @progbits
    .balign 4
    .globl plat_write
plat_write:                         // what cannot be written is the library's affair (lib/worker.py)
    stp x0, x30, [sp, #-16]!
    bl sys_write
    mov x1, x0
    ldp x0, x30, [sp], #16
    tbnz x1, #63, 1f
    mov x0, x1
    ret
1:  b rt_write_failed
    .globl plat_read
plat_read:
    b sys_read
    .globl plat_ticks
plat_ticks:
    b sys_ticks
    .globl plat_wall
plat_wall:
    b sys_wall
    .globl plat_pause
plat_pause:
    b sys_sleep
    .globl plat_exit
plat_exit:
    b sys_exit
    .globl os_read
os_read:
    b sys_read
    .globl os_write
os_write:
    b sys_write
    .globl os_close
os_close:
    b sys_close
    .globl os_dup
os_dup:
    b sys_dup
    .globl os_pipe
os_pipe:
    b sys_pipe
    .globl hive_foreground
hive_foreground:
    b sys_foreground
    .globl hive_workers
hive_workers:
    b sys_workers
    .globl hive_end
hive_end:
    b sys_end
    .globl hive_counts
hive_counts:
    b sys_counts
    .globl os_open
os_open:
    b sys_open
    .globl os_open_write
os_open_write:
    b sys_open_write
    .globl os_open_both
os_open_both:
    b sys_open_both
    .globl os_stat
os_stat:
    b sys_stat
    .globl os_mkdir
os_mkdir:
    b sys_mkdir
    .globl os_unlink
os_unlink:
    b sys_unlink
    .globl os_rmdir
os_rmdir:
    b sys_rmdir
    .globl os_rename
os_rename:
    b sys_rename
    .globl os_truncate
os_truncate:
    b sys_truncate
    .globl os_seek
os_seek:
    b sys_seek
    .globl os_fstat
os_fstat:
    b sys_fstat
    .globl os_resize
os_resize:
    b sys_resize
    .globl os_fsync
os_fsync:
    b sys_fsync
    .globl os_scan
os_scan:
    b sys_scan
    .globl os_utime
os_utime:
    b sys_utime
    .globl hive_spawn
hive_spawn:
    b sys_spawn
    .globl hive_wait
hive_wait:
    b sys_wait
    .globl hive_take
hive_take:
    b sys_take
    .globl hive_kill
hive_kill:
    b sys_kill
    .globl plat_arena
plat_arena:                         // (out) -> bytes; out[0] = base, out[1] = 0
    mrs x9, tpidr_el0
    ldr x10, [x9]
    ldr x11, [x9, #16]
    stp x10, xzr, [x0]
    mov x0, x11
    ret
