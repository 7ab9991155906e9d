"""The system calls of calls.py, from this machine's instructions; and jumps and instructions that are not for a worker."""

from hal.cause import Cause
from calls import attack_calls
from pledges import many, matrix
from lib.control import foreground
from lib.hive import Reason, spawn
from rumpk import Ptr, asm, linker_symbol, prim, u8, u32, usize
from streams import attack_streams
from watch import MEMORY, ROUNDS, Watch, done, failures, go_on

NAMES = ["mstatus", "mtvec", "pmpcfg0", "pmpaddr0", "satp", "mie", "mip", "mhartid", "mscratch", "mcounteren", "cycle",
         "time", "instret", "mret", "sret", "wfi", "ebreak", "zeros", "ones", "reserved", "sfence", "mseccfg", "nop",
         "fence.i", "fflags"]
CASES = {"PRIV-01": ["mstatus"], "PRIV-02": ["mtvec"], "PRIV-03": ["pmpcfg0", "pmpaddr0", "mseccfg"],
         "PRIV-04": ["satp"], "PRIV-05": ["mie", "mip"], "PRIV-06": ["mhartid"], "PRIV-07": ["mscratch"],
         "PRIV-08": ["mcounteren"], "PRIV-09": ["cycle", "time", "instret"], "PRIV-10": ["mret", "sret", "wfi", "sfence"],
         "PRIV-11": ["ebreak"], "PRIV-12": ["zeros", "ones", "reserved"]}
ALLOWED = ["nop", "fence.i", "fflags"]


@asm
def stubs() -> None:
    """
    .globl raw_call
raw_call:
    mv a7, a0
    mv a0, a1
    mv a1, a2
    mv a2, a3
    mv a3, a4
    mv a4, a5
    mv a5, a6
    ecall
    ret
    .globl call_with_stack
call_with_stack:
    mv t0, sp
    mv s1, s1
    addi sp, sp, -16
    sd s1, 0(sp)
    mv s1, t0
    mv sp, a0
    li a7, 1
    ecall
    mv sp, s1
    ld s1, -16(sp)
    ret
    .globl fill_registers
fill_registers:
    li t0, 0x1234567
    fmv.d.x f0, t0
    fmv.d.x f1, t0
    fmv.d.x f2, t0
    fmv.d.x f3, t0
    fmv.d.x f4, t0
    fmv.d.x f5, t0
    fmv.d.x f6, t0
    fmv.d.x f7, t0
    fmv.d.x f8, t0
    fmv.d.x f9, t0
    fmv.d.x f10, t0
    fmv.d.x f11, t0
    fmv.d.x f12, t0
    fmv.d.x f13, t0
    fmv.d.x f14, t0
    fmv.d.x f15, t0
    fmv.d.x f16, t0
    fmv.d.x f17, t0
    fmv.d.x f18, t0
    fmv.d.x f19, t0
    fmv.d.x f20, t0
    fmv.d.x f21, t0
    fmv.d.x f22, t0
    fmv.d.x f23, t0
    fmv.d.x f24, t0
    fmv.d.x f25, t0
    fmv.d.x f26, t0
    fmv.d.x f27, t0
    fmv.d.x f28, t0
    fmv.d.x f29, t0
    fmv.d.x f30, t0
    fmv.d.x f31, t0
    csrw frm, a0
    ret
    .globl dump_registers
dump_registers:
    addi sp, sp, -16
    sd s1, 0(sp)
    mv s1, a0
    li a7, 7
    ecall
    sd t0, 256(s1)
    sd t1, 264(s1)
    sd t2, 272(s1)
    sd a1, 280(s1)
    sd a2, 288(s1)
    sd a3, 296(s1)
    sd a4, 304(s1)
    sd a5, 312(s1)
    sd a6, 320(s1)
    sd a7, 328(s1)
    sd t3, 336(s1)
    sd t4, 344(s1)
    sd t5, 352(s1)
    sd t6, 360(s1)
    fsd f0, 0(s1)
    fsd f1, 8(s1)
    fsd f2, 16(s1)
    fsd f3, 24(s1)
    fsd f4, 32(s1)
    fsd f5, 40(s1)
    fsd f6, 48(s1)
    fsd f7, 56(s1)
    fsd f8, 64(s1)
    fsd f9, 72(s1)
    fsd f10, 80(s1)
    fsd f11, 88(s1)
    fsd f12, 96(s1)
    fsd f13, 104(s1)
    fsd f14, 112(s1)
    fsd f15, 120(s1)
    fsd f16, 128(s1)
    fsd f17, 136(s1)
    fsd f18, 144(s1)
    fsd f19, 152(s1)
    fsd f20, 160(s1)
    fsd f21, 168(s1)
    fsd f22, 176(s1)
    fsd f23, 184(s1)
    fsd f24, 192(s1)
    fsd f25, 200(s1)
    fsd f26, 208(s1)
    fsd f27, 216(s1)
    fsd f28, 224(s1)
    fsd f29, 232(s1)
    fsd f30, 240(s1)
    fsd f31, 248(s1)
    csrr t0, frm
    sd t0, 512(s1)
    ld s1, 0(sp)
    addi sp, sp, 16
    ret
    .globl reserve_and_store
reserve_and_store:
    lr.d t0, (a0)
    sc.d a0, t0, (a1)
    ret
    """


@asm
def attempt(which: int) -> int:
    """
    slli a0, a0, 3
    la a1, 1f
    add a1, a1, a0
    li a0, 0
    jr a1
1:  csrr a0, mstatus
    ret
    csrw mtvec, zero
    ret
    csrw pmpcfg0, zero
    ret
    csrw pmpaddr0, zero
    ret
    csrw satp, zero
    ret
    csrw mie, zero
    ret
    csrw mip, zero
    ret
    csrr a0, mhartid
    ret
    csrw mscratch, zero
    ret
    csrw mcounteren, zero
    ret
    csrr a0, cycle
    ret
    csrr a0, time
    ret
    csrr a0, instret
    ret
    mret
    ret
    sret
    ret
    wfi
    ret
    ebreak
    ret
    .4byte 0
    ret
    .4byte 0xffffffff
    ret
    .2byte 0x8000
    .2byte 0x8000
    ret
    .4byte 0x12000073
    ret
    .4byte 0x74705073
    ret
    nop
    ret
    fence.i
    ret
    csrr a0, fflags
    ret
    """


@asm
def jump(address: int) -> None:
    """
    jr a0
    """


def instruction(packet: list[str]) -> list[str]:
    """Tries one."""
    attempt(NAMES.index(packet[0]))
    return ["lives"]


def leap(packet: list[str]) -> list[str]:
    """Jumps to an address; "own" is its data, "closed" what is not open yet, "opened" what opens now; both have a `ret`."""
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    Ptr[u32](prim.int_ptr(Ptr[u8], own))[0] = u32(0x0000_8067)
    last = (own & -MEMORY) + MEMORY - 64
    if packet[0] == "opened":
        Ptr[u32](prim.int_ptr(Ptr[u8], last))[0] = Ptr[u32](prim.int_ptr(Ptr[u8], own))[0]
    places = {"own": own, "closed": last, "opened": last}
    jump(places[packet[0]] if packet[0] in places else int(packet[0]))
    return ["lives"]


def main() -> int:
    foreground(0)                       # the terminal's fiber has its pages from now on
    watch = Watch()
    attack_calls(watch, 1)
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
                  str(int(usize(linker_symbol("trap_entry"))) + 40),
                  str(int(usize(linker_symbol("user_trap_entry"))) + 200), str(int(usize(linker_symbol("user_enter")))),
                  "0", "-2", str(int(usize(linker_symbol("__rodata_start"))) + 64)):
        for _ in range(ROUNDS // 8 + 1):
            out = spawn(leap, [place], memory=MEMORY).join()
            watch.judge(f"KMEM-25 {place}", out, Reason.FAULT)
        watch.check("KMEM-25")
    done.append("KMEM-25")
    matrix(watch)
    many(watch, 10_000)
    return go_on(watch)
