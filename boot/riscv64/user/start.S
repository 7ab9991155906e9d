# Where a worker begins, riscv64, in U-mode: its variables, then its function.
#
# tp points to the worker's own words; code reaches its variables by their distance from it (psABI, "Local Exec"):
#   0 arena   8 newest handler (try.S)   16 bytes of the arena   24 … 63 unused   64 … variables, zeroed by the kernel

.equ VARIABLES, 64

# user_start(entry, packet, bytes of the packet, arena, bytes of the arena): does not return
    .section .text.user_start, "ax", @progbits
    .balign 4
    .globl user_start
user_start:
    sd a3, 0(tp)
    sd a4, 16(tp)
    la t0, __user_data_start
    la t1, __user_data_end
    addi t2, tp, VARIABLES
1:  bgeu t0, t1, 2f
    ld t3, 0(t0)
    sd t3, 0(t2)
    addi t0, t0, 8
    addi t2, t2, 8
    j 1b
2:  la t0, __fixups                 # their number, then where the variables hold addresses of variables
    lwu t1, 0(t0)
3:  beqz t1, 4f
    addi t0, t0, 4
    lwu t3, 0(t0)
    add t3, t3, tp
    ld t4, 0(t3)
    add t4, t4, tp
    sd t4, 0(t3)
    addi t1, t1, -1
    j 3b
4:  mv t0, a0
    mv a0, a1
    mv a1, a2
    li s0, 0                        # the end of the chain of frames
    jalr t0
    tail sys_exit

# Where a worker resumes after its stack overflowed, on the rescue stack (kernel/usertrap.py), as ../stack.S says.
    .section .text.user_rescue, "ax", @progbits
    .balign 4
    .globl user_rescue
user_rescue:
    tail rt_recursion_error

# What the library asks of its platform, and lib/hive.py of the kernel: system calls, and the arena that the kernel gave.
    .section .text.plat, "ax", @progbits
    .balign 4
    .globl plat_write
plat_write:                         # what cannot be written is the library's affair (lib/worker.py)
    addi sp, sp, -16
    sd ra, 8(sp)
    sd a0, 0(sp)
    call sys_write
    mv a1, a0
    ld a0, 0(sp)
    ld ra, 8(sp)
    addi sp, sp, 16
    bltz a1, 1f
    mv a0, a1
    ret
1:  tail rt_write_failed
    .globl plat_read
plat_read:
    tail sys_read
    .globl plat_ticks
plat_ticks:
    tail sys_ticks
    .globl plat_wall
plat_wall:
    tail sys_wall
    .globl plat_pause
plat_pause:
    tail sys_sleep
    .globl plat_exit
plat_exit:
    tail sys_exit
    .globl os_read
os_read:
    tail sys_read
    .globl os_write
os_write:
    tail sys_write
    .globl os_close
os_close:
    tail sys_close
    .globl os_dup
os_dup:
    tail sys_dup
    .globl os_pipe
os_pipe:
    tail sys_pipe
    .globl hive_foreground
hive_foreground:
    tail sys_foreground
    .globl hive_workers
hive_workers:
    tail sys_workers
    .globl hive_end
hive_end:
    tail sys_end
    .globl hive_counts
hive_counts:
    tail sys_counts
    .globl os_open
os_open:
    tail sys_open
    .globl os_open_write
os_open_write:
    tail sys_open_write
    .globl os_open_both
os_open_both:
    tail sys_open_both
    .globl os_stat
os_stat:
    tail sys_stat
    .globl os_mkdir
os_mkdir:
    tail sys_mkdir
    .globl os_unlink
os_unlink:
    tail sys_unlink
    .globl os_rmdir
os_rmdir:
    tail sys_rmdir
    .globl os_rename
os_rename:
    tail sys_rename
    .globl os_truncate
os_truncate:
    tail sys_truncate
    .globl os_seek
os_seek:
    tail sys_seek
    .globl os_fstat
os_fstat:
    tail sys_fstat
    .globl os_resize
os_resize:
    tail sys_resize
    .globl os_fsync
os_fsync:
    tail sys_fsync
    .globl os_scan
os_scan:
    tail sys_scan
    .globl os_utime
os_utime:
    tail sys_utime
    .globl hive_spawn
hive_spawn:
    tail sys_spawn
    .globl hive_wait
hive_wait:
    tail sys_wait
    .globl hive_take
hive_take:
    tail sys_take
    .globl hive_kill
hive_kill:
    tail sys_kill
    .globl plat_arena
plat_arena:                         # (out) -> bytes; out[0] = base, out[1] = 0
    ld t0, 0(tp)
    sd t0, 0(a0)
    sd zero, 8(a0)
    ld a0, 16(tp)
    ret
