"""The system calls of calls.py, from this machine's instructions; and jumps and instructions that are not for a worker."""

from hal.cause import Cause
from calls import attack_calls
from pledges import many, matrix
from lib.control import foreground
from lib.hive import Reason, spawn
from rumpk import Ptr, asm, linker_symbol, prim, u8, u32, usize
from streams import attack_streams
from watch import MEMORY, ROUNDS, Watch, done, failures, go_on

NAMES = ["sctlr_el1", "vbar_el1", "ttbr0_el1", "tcr_el1", "daifset", "mpidr_el1", "tpidr_el1", "cntkctl_el1", "cntvct_el0",
         "cntpct_el0", "cntv_cval_el0", "eret", "hvc", "smc", "wfi", "brk", "zeros", "ones", "udf", "tlbi", "sp_el1", "hlt", "nop",
         "isb", "fpcr"]
CASES = {"PRIV-01": ["sctlr_el1"], "PRIV-02": ["vbar_el1"], "PRIV-03": ["ttbr0_el1", "tlbi"], "PRIV-04": ["tcr_el1"],
         "PRIV-05": ["daifset"], "PRIV-06": ["mpidr_el1"], "PRIV-07": ["tpidr_el1"],
         "PRIV-08": ["cntkctl_el1", "sp_el1"], "PRIV-09": ["cntvct_el0", "cntpct_el0", "cntv_cval_el0"],
         "PRIV-10": ["eret", "hvc", "smc", "wfi"], "PRIV-11": ["brk"], "PRIV-12": ["zeros", "ones", "udf"]}
ALLOWED = ["nop", "isb", "fpcr"]


@asm
def stubs() -> None:
    """
    .globl raw_call
raw_call:
    mov x8, x0
    mov x0, x1
    mov x1, x2
    mov x2, x3
    mov x3, x4
    mov x4, x5
    mov x5, x6
    svc #0
    ret
    .globl call_with_stack
call_with_stack:
    mov x9, sp
    stp x19, x30, [x9, #-16]
    mov x19, x9
    mov sp, x0
    mov x8, #1
    svc #0
    mov sp, x19
    ldp x19, x30, [sp, #-16]
    ret
    .globl fill_registers
fill_registers:
    mov x9, #0x4567
    stp x9, x9, [sp, #-16]!
    ldr q0, [sp]
    ldr q1, [sp]
    ldr q2, [sp]
    ldr q3, [sp]
    ldr q4, [sp]
    ldr q5, [sp]
    ldr q6, [sp]
    ldr q7, [sp]
    ldr q8, [sp]
    ldr q9, [sp]
    ldr q10, [sp]
    ldr q11, [sp]
    ldr q12, [sp]
    ldr q13, [sp]
    ldr q14, [sp]
    ldr q15, [sp]
    ldr q16, [sp]
    ldr q17, [sp]
    ldr q18, [sp]
    ldr q19, [sp]
    ldr q20, [sp]
    ldr q21, [sp]
    ldr q22, [sp]
    ldr q23, [sp]
    ldr q24, [sp]
    ldr q25, [sp]
    ldr q26, [sp]
    ldr q27, [sp]
    ldr q28, [sp]
    ldr q29, [sp]
    ldr q30, [sp]
    ldr q31, [sp]
    add sp, sp, #16
    lsl x0, x0, #22
    msr fpcr, x0
    ret
    .globl dump_registers
dump_registers:
    stp x19, x30, [sp, #-16]!
    mov x19, x0
    mov x8, #7
    svc #0
    str q0, [x19, #0]
    str q1, [x19, #16]
    str q2, [x19, #32]
    str q3, [x19, #48]
    str q4, [x19, #64]
    str q5, [x19, #80]
    str q6, [x19, #96]
    str q7, [x19, #112]
    str q8, [x19, #128]
    str q9, [x19, #144]
    str q10, [x19, #160]
    str q11, [x19, #176]
    str q12, [x19, #192]
    str q13, [x19, #208]
    str q14, [x19, #224]
    str q15, [x19, #240]
    str q16, [x19, #256]
    str q17, [x19, #272]
    str q18, [x19, #288]
    str q19, [x19, #304]
    str q20, [x19, #320]
    str q21, [x19, #336]
    str q22, [x19, #352]
    str q23, [x19, #368]
    str q24, [x19, #384]
    str q25, [x19, #400]
    str q26, [x19, #416]
    str q27, [x19, #432]
    str q28, [x19, #448]
    str q29, [x19, #464]
    str q30, [x19, #480]
    str q31, [x19, #496]
    mrs x0, fpcr
    str x0, [x19, #512]
    ldp x19, x30, [sp], #16
    ret
    .globl reserve_and_store
reserve_and_store:
    ldxr x9, [x0]
    stxr w10, x9, [x1]
    mov w0, w10
    ret
    """


@asm
def attempt(which: int) -> int:
    """
    adr x1, 1f
    add x1, x1, x0, lsl #3
    mov x0, #0
    br x1
1:  mrs x0, sctlr_el1
    ret
    msr vbar_el1, x0
    ret
    msr ttbr0_el1, x0
    ret
    msr tcr_el1, x0
    ret
    msr daifset, #15
    ret
    mrs x0, mpidr_el1
    ret
    mrs x0, tpidr_el1
    ret
    msr cntkctl_el1, x0
    ret
    mrs x0, cntvct_el0
    ret
    mrs x0, cntpct_el0
    ret
    msr cntv_cval_el0, x0
    ret
    eret
    ret
    hvc #0
    ret
    smc #0
    ret
    wfi
    ret
    brk #0
    ret
    .4byte 0
    ret
    .4byte 0xffffffff
    ret
    .4byte 0x0000dead
    ret
    tlbi vmalle1
    ret
    mrs x0, s3_4_c4_c1_0
    ret
    hlt #0x1000
    ret
    nop
    ret
    isb
    ret
    mrs x0, fpcr
    ret
    """


@asm
def jump(address: int) -> None:
    """
    br x0
    """


def instruction(packet: list[str]) -> list[str]:
    """Tries one."""
    attempt(NAMES.index(packet[0]))
    return ["lives"]


def leap(packet: list[str]) -> list[str]:
    """Jumps to an address; "own" is its data, "closed" what is not open yet, "opened" what opens now; both have a `ret`."""
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    Ptr[u32](prim.int_ptr(Ptr[u8], own))[0] = u32(0xD65F_03C0)
    last = (own & -MEMORY) + MEMORY - 64
    if packet[0] == "opened":
        Ptr[u32](prim.int_ptr(Ptr[u8], last))[0] = Ptr[u32](prim.int_ptr(Ptr[u8], own))[0]
    places = {"own": own, "closed": last, "opened": last}
    jump(places[packet[0]] if packet[0] in places else int(packet[0]))
    return ["lives"]


def main() -> int:
    foreground(0)                       # the terminal's fiber has its pages from now on
    watch = Watch()
    attack_calls(watch, 2)
    attack_streams(watch)
    for name in ALLOWED:
        watch.judge(name, spawn(instruction, [name], memory=MEMORY).join(), Reason.EXITED)
    for case, names in CASES.items():
        for name in names:
            wanted = Cause.BREAKPOINT if name in ("ebreak", "brk") else Cause.ILLEGAL_INSTRUCTION
            for _ in range(ROUNDS // len(names) + 1):
                out = spawn(instruction, [name], memory=MEMORY).join()
                watch.judge(f"{case} {name}", out, Reason.FAULT)
                if out.cause != wanted:
                    failures.append(f"{case} {name}: cause {out.cause}")
        watch.check(case)
        done.append(case)
    for place in ("own", "closed", "opened", str(int(usize(linker_symbol("__text_start")))),
                  str(int(usize(linker_symbol("exception_vectors"))) + 40),
                  str(int(usize(linker_symbol("user_trap_entry"))) + 128), str(int(usize(linker_symbol("user_enter")))),
                  "0", "-4", str(int(usize(linker_symbol("__rodata_start"))) + 64)):
        for _ in range(ROUNDS // 8 + 1):
            out = spawn(leap, [place], memory=MEMORY).join()
            watch.judge(f"KMEM-25 {place}", out, Reason.FAULT)
        watch.check("KMEM-25")
    done.append("KMEM-25")
    matrix(watch)
    many(watch, 10_000)
    return go_on(watch)
