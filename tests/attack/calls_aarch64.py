"""The system calls of calls.py, from this machine's instructions; and jumps and instructions that are not for a worker."""

from hal.cause import Cause
from calls import attack_calls
from pledges import many, matrix
from lib.hive import Reason, spawn
from rumpk import Ptr, asm, linker_symbol, prim, u8, u32, usize
from watch import MEMORY, ROUNDS, Watch, done, failures

NAMES = ["sctlr_el1", "vbar_el1", "ttbr0_el1", "tcr_el1", "daifset", "mpidr_el1", "tpidr_el1", "cntkctl_el1", "cntvct_el0",
         "cntpct_el0", "cntv_cval_el0", "eret", "hvc", "smc", "wfi", "brk", "zeros", "ones", "udf", "tlbi", "sp_el1", "hlt", "nop",
         "isb", "fpcr"]
CASES = {"PRIV-01": ["sctlr_el1"], "PRIV-02": ["vbar_el1"], "PRIV-03": ["ttbr0_el1", "tlbi"], "PRIV-04": ["tcr_el1"],
         "PRIV-05": ["daifset"], "PRIV-06": ["mpidr_el1"], "PRIV-07": ["tpidr_el1"],
         "PRIV-08": ["cntkctl_el1", "sp_el1"], "PRIV-09": ["cntvct_el0", "cntpct_el0", "cntv_cval_el0"],
         "PRIV-10": ["eret", "hvc", "smc"], "PRIV-11": ["brk"], "PRIV-12": ["zeros", "ones", "udf"]}
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
    """Jumps to an address; "own" is its data, in which there is a `ret`."""
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    Ptr[u32](prim.int_ptr(Ptr[u8], own))[0] = u32(0xD65F_03C0)
    jump(own if packet[0] == "own" else int(packet[0]))
    return ["lives"]


def main() -> int:
    watch = Watch()
    attack_calls(watch, 2)
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
    for place in ("own", str(int(usize(linker_symbol("__text_start")))), str(int(usize(linker_symbol("exception_vectors"))) + 40),
                  str(int(usize(linker_symbol("user_trap_entry"))) + 128), str(int(usize(linker_symbol("user_enter")))),
                  "0", "-4", str(int(usize(linker_symbol("__rodata_start"))) + 64)):
        for _ in range(ROUNDS // 8 + 1):
            out = spawn(leap, [place], memory=MEMORY).join()
            watch.judge(f"KMEM-25 {place}", out, Reason.FAULT)
        watch.check("KMEM-25")
    done.append("KMEM-25")
    matrix(watch)
    many(watch, 10_000)
    return watch.end()
