"""Instructions that together use every row of a target's table, and the real assembler that checks them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from elftools.elf.elffile import ELFFile

from rumpkc.asm.assembler import isa_of
from rumpkc.asm.table import Row
from rumpkc.targets.aarch64.sysregs import CACHE_OPERATIONS, NO_REGISTER, SYSTEM_REGISTERS
from rumpkc.targets.riscv64.csrs import CSRS

RISCV = {
    "rd": ("x10", "t6"), "rs1": ("x21", "zero"), "rs2": ("x14", "s11"), "fd": ("f10", "ft11"), "fs1": ("f21", "ft0"),
    "fs2": ("f14", "fs11"), "fs3": ("f27", "fa7"), "low12": ("-2048", "2047"), "upper20": ("0xabcde", "1"),
    "shift6": ("63", "1"), "shift5": ("31", "1"), "uimm5": ("31", "5"), "address": ("-2048(x21)", "1365(sp)"),
    "store": ("-2048(x21)", "1365(sp)"), "plain": ("(x21)", "(a0)"), "branch": (".+4094", ".-4096"),
    "jump": (".+0xaaaaa", ".-0x55554"), "csr": ("0x340", "mepc"), "before": ("iorw", "r"), "after": ("w", "rw"),
    "rm": ("rtz", "dyn"),
}
RISCV_PSEUDOS = """
nop; mv a0, a1; not a0, a1; neg a0, a1; negw a0, a1; sext.w a0, a1; seqz a0, a1; snez a0, a1; sltz a0, a1; sgtz a0, a1
beqz a0, .+8; bnez a0, .+8; blez a0, .+8; bgez a0, .+8; bltz a0, .+8; bgtz a0, .+8; bgt a0, a1, .+8; ble a0, a1, .+8
bgtu a0, a1, .+8; bleu a0, a1, .+8; sgt a0, a1, a2; sgtu a0, a1, a2; zext.b a0, a1; j .+8; jal .+8; jr a0; jr 4(a0)
jalr a0; jalr 4(a0); ret; rdcycle a0; rdtime a0; rdinstret a0; csrr a0, mstatus; csrw mstatus, a0; csrw mie, 3
csrs mip, a0; csrc mip, a0; csrs mip, 1; csrc mip, 1; csrwi mie, 1; csrsi mie, 2; csrci mie, 3; frcsr a0; fscsr a0
frrm a0; fsrm a0; frflags a0; fsflags a0; fmv.s fa0, fa1; fmv.d fa0, fa1; fneg.s fa0, fa1; fneg.d fa0, fa1
fabs.s fa0, fa1; fabs.d fa0, fa1; li a0, 0; li a0, -2048; li a0, 2047; li a0, 2048; li a0, 0x12345678
li a0, -0x80000000
add a0, a1, 5; and a0, a1, 5; or a0, a1, 5; xor a0, a1, 5; slt a0, a1, 5; sltu a0, a1, 5; sll a0, a1, 5; srl a0, a1, 5
sra a0, a1, 5; addw a0, a1, 5; sllw a0, a1, 5; srlw a0, a1, 5; sraw a0, a1, 5
"""

AARCH64 = {
    "xds": ("sp", "x7"), "xns": ("x21", "sp"), "wds": ("wsp", "w7"), "wns": ("w21", "wsp"),
    "xs": ("x7",), "ws": ("w7",),
    "add12": ("#4095", "0"), "lsl12": ("lsl #12",), "lsl16": ("lsl #16",), "shift": ("lsr #17", "asr #3"),
    "xextend": ("uxtx #2", "sxtx"), "wextend": ("uxtw #2", "sxth"), "extend": ("sxtw #3", "uxtb"),
    "xmask": ("#0xff00ff00ff00ff00", "#1"), "wmask": ("#0x80000001", "#0xfe"), "xmasknot": ("#0xf0",),
    "wmasknot": ("#0xf0",), "xmove": ("#0x5555555555555555", "#-3"), "wmove": ("#0xffff1234", "#7"),
    "wide": ("#0xabcd", "0"), "xlsl": ("#63", "#1"), "wlsl": ("#31", "#1"),
    "xlsr": ("#63", "#1"), "wlsr": ("#31", "#1"), "xlsb": ("#63", "#1"), "wlsb": ("#31", "#1"),
    "ximmr": ("#63", "#1"), "wimmr": ("#31", "#1"), "ximms": ("#62", "#3"),
    "wimms": ("#30", "#3"), "cond": ("ne", "hs"), "notcond": ("lt", "lo"), "uimm5": ("#31", "#0"), "nzcv": ("#5", "#0"),
    "near": (".+0xffffc", ".-0x100000"), "far": (".+0x7fffffc", ".-0x8000000"), "farlink": (".+0x2aaaaa8", ".-4"),
    "tiny": (".+0x7ffc", ".-0x8000"), "adr": (".+0xfffff", ".-3"), "bit": ("#63", "#2"), "bit32": ("#31", "#2"),
    "ret": ("x7",), "uimm16": ("#0xabcd", "0"), "hint": ("#20", "#5"), "option": ("ish", "#15"), "sync": ("sy", "#15"),
    "sysreg": ("vbar_el1", "S3_1_C11_C0_2"), "field": ("daifset",), "field4": ("#15", "#2"), "ic0": ("iallu",),
    "ic": ("ivau",), "dc": ("civac",), "at": ("s1e1r",), "tlbi0": ("vmalle1",), "tlbi": ("vae1",),
    "plain": ("[x21]", "[sp]"), "fimm": ("#1.5", "#-0.125"), "offset9": ("[x21, #-255]", "[sp, #-1]"),
    "before9": ("[x21, #-256]!", "[sp, #255]!"), "after9": ("#-256", "#255"), "literal": (".+0xffffc", ".-8"),
    **{f"offset{s}": (f"[x21, #{4095 << s}]", "[sp]") for s in range(5)},
    **{f"index{s}": (f"[x21, w14, sxtw #{s}]", "[sp, x3]") for s in range(5)},
    **{f"pair{s}": (f"[x21, #{-64 << s}]", "[sp]") for s in range(5)},
    **{f"pairbefore{s}": (f"[x21, #{63 << s}]!", f"[sp, #{-1 << s}]!") for s in range(5)},
    **{f"pairafter{s}": (f"#{63 << s}", f"#{-1 << s}") for s in range(5)},
    **{f"{letter}{field}": (f"{letter}{number}", f"{letter}{number + 1}")
       for letter in "xwsdq" for field, number in (("d", 10), ("t", 10), ("n", 21), ("m", 14), ("a", 5), ("t2", 12),
                                                   ("nm", 25), ("d5", 9))},
}
AARCH64_OTHERS = """
ubfx x0, x1, #4, #8; sbfx w0, w1, #4, #8; bfxil x0, x1, #4, #8; ubfiz x0, x1, #4, #8; sbfiz w0, w1, #4, #8
bfi x0, x1, #60, #4; fcmp d0, #0.0; fcmp s0, #0.0; mov x0, #0xffff000000000000; mov w0, #-1; mov x0, #0x10000
add x0, x1, #0x5000; cmp sp, x3; cmp x0, w3, uxtb; add x0, sp, x1; add sp, sp, x1, lsl #3; beq .+8; b.cs .+8; ret
isb; isb sy; ldr x0, [x1, #3]; ldr x0, [x1, x2, lsl #3]; ldr w0, [x1, w2, uxtw #2]; ldrb w0, [x1, x2, sxtx #0]
movk x0, #1, lsl #48; add w0, wsp, #1; mov w0, wsp; mov xzr, x3; stp x29, x30, [sp, #-16]!; ldp x29, x30, [sp], #16
and x0, x1, #0x5555555555555555; and w0, w1, #0x33333333; orr x0, xzr, #0x7fffffff00000000; tst x0, #0xf0f0f0f0f0f0f0f0
fmov d0, #31.0; fmov d0, #0.125; fmov d0, #0.2421875; fmov d0, #2.0; fmov d0, #4.25; cset x0, hi; csetm w0, vs
"""
WRITE_ONLY = ("oslar_el1", "icc_eoir0_el1", "icc_eoir1_el1", "icc_dir_el1", "icc_sgi1r_el1", "icc_sgi0r_el1",
              "icc_asgi1r_el1")
SKIPPED_KINDS = {"adrp"}  # always a relocation: checked by the linker's tests


def instructions(arch: str) -> list[str]:
    """Instructions with literal operands, at least one for each row that has some."""
    isa = isa_of(arch)
    kinds, others = (RISCV, RISCV_PSEUDOS) if arch == "riscv64" else (AARCH64, AARCH64_OTHERS)
    found = [text for name, rows in isa.rows.items() for row in rows if name != "fcmp0"
             and not SKIPPED_KINDS & set(row.kinds) for text in _of_row(name, row, kinds)]
    found += [text.strip() for line in others.strip().splitlines() for text in line.split(";")]
    if arch == "riscv64":
        found += [f"csrrs x5, {name}, x0" for name in CSRS]
    else:
        found += [f"msr {name}, x5" if name in WRITE_ONLY else f"mrs x5, {name}" for name in SYSTEM_REGISTERS]
        found += [f"{kind} {name}" + ("" if name in NO_REGISTER else ", x5")
                  for kind, names in CACHE_OPERATIONS.items() for name in names]
    return list(dict.fromkeys(found))


def _of_row(name: str, row: Row, kinds: dict[str, tuple[str, ...]]) -> list[str]:
    """The row with first and with last samples, and once without what may be left out."""
    plain = [kind.removesuffix("?") for kind in row.kinds]
    needed = [kind for kind in row.kinds if not kind.endswith("?")]
    choices = [[kinds[kind][0] for kind in plain], [kinds[kind][-1] for kind in plain],
               [kinds[kind][0] for kind in needed]]
    if "field" in plain:
        choices = [choices[0]]
    return list(dict.fromkeys(f"{name} {', '.join(choice)}".strip() for choice in choices))


COMMANDS = {"riscv64": ["riscv64-unknown-elf-as", "-march=rv64imafdh_zicsr_zifencei_zihintpause_svinval_zicbom_zicboz", "-mno-relax"],
            "aarch64": ["aarch64-linux-gnu-as", "-march=armv8.5-a"]}


def real_assembler(arch: str) -> list[str] | None:
    """The command of an installed assembler for `arch`."""
    return COMMANDS[arch] if shutil.which(COMMANDS[arch][0]) else None


def real_bytes(arch: str, texts: list[str]) -> list[bytes]:
    """What the installed assembler makes of each instruction."""
    command = real_assembler(arch)
    assert command is not None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "all.s"), Path(folder, "all.o")
        source.write_text(".text\n" + "".join(f"place{i}: {text}\n" for i, text in enumerate(texts)) + "end:\n")
        subprocess.run([*command, "-o", target, source], check=True)
        with open(target, "rb") as file:
            image = ELFFile(file)
            table = image.get_section_by_name(".symtab")
            places = {s.name: s["st_value"] for s in table.iter_symbols()}
            text = image.get_section_by_name(".text").data()
    edges = [places[f"place{i}"] for i in range(len(texts))] + [places["end"]]
    return [text[a:b] for a, b in zip(edges, edges[1:], strict=False)]
