"""RISC-V instructions: mnemonic, operand kinds (see `operands.py`), the fixed bits (32-bit encodings only).

RV64IMAFD, Zicsr, Zifencei (Unprivileged ISA, chapter "RV32/64G Instruction Set Listings") and the privileged ones.
"""

from __future__ import annotations

from rumpkc.asm.table import Row, parse_table

BASE = """
lui        rd,upper20        00000037
auipc      rd,upper20        00000017
jal        rd,jump           0000006f
jalr       rd,address        00000067
jalr       rd,rs1,low12      00000067
beq        rs1,rs2,branch    00000063
bne        rs1,rs2,branch    00001063
blt        rs1,rs2,branch    00004063
bge        rs1,rs2,branch    00005063
bltu       rs1,rs2,branch    00006063
bgeu       rs1,rs2,branch    00007063
lb         rd,address        00000003
lh         rd,address        00001003
lw         rd,address        00002003
ld         rd,address        00003003
lbu        rd,address        00004003
lhu        rd,address        00005003
lwu        rd,address        00006003
sb         rs2,store         00000023
sh         rs2,store         00001023
sw         rs2,store         00002023
sd         rs2,store         00003023
addi       rd,rs1,low12      00000013
slti       rd,rs1,low12      00002013
sltiu      rd,rs1,low12      00003013
xori       rd,rs1,low12      00004013
ori        rd,rs1,low12      00006013
andi       rd,rs1,low12      00007013
slli       rd,rs1,shift6     00001013
srli       rd,rs1,shift6     00005013
srai       rd,rs1,shift6     40005013
addiw      rd,rs1,low12      0000001b
slliw      rd,rs1,shift5     0000101b
srliw      rd,rs1,shift5     0000501b
sraiw      rd,rs1,shift5     4000501b
add        rd,rs1,rs2        00000033
sub        rd,rs1,rs2        40000033
sll        rd,rs1,rs2        00001033
slt        rd,rs1,rs2        00002033
sltu       rd,rs1,rs2        00003033
xor        rd,rs1,rs2        00004033
srl        rd,rs1,rs2        00005033
sra        rd,rs1,rs2        40005033
or         rd,rs1,rs2        00006033
and        rd,rs1,rs2        00007033
addw       rd,rs1,rs2        0000003b
subw       rd,rs1,rs2        4000003b
sllw       rd,rs1,rs2        0000103b
srlw       rd,rs1,rs2        0000503b
sraw       rd,rs1,rs2        4000503b
mul        rd,rs1,rs2        02000033
mulh       rd,rs1,rs2        02001033
mulhsu     rd,rs1,rs2        02002033
mulhu      rd,rs1,rs2        02003033
div        rd,rs1,rs2        02004033
divu       rd,rs1,rs2        02005033
rem        rd,rs1,rs2        02006033
remu       rd,rs1,rs2        02007033
mulw       rd,rs1,rs2        0200003b
divw       rd,rs1,rs2        0200403b
divuw      rd,rs1,rs2        0200503b
remw       rd,rs1,rs2        0200603b
remuw      rd,rs1,rs2        0200703b
fence      before,after      0000000f
fence      -                 0ff0000f
fence.tso  -                 8330000f
fence.i    -                 0000100f
pause      -                 0100000f
unimp      -                 c0001073
ecall      -                 00000073
ebreak     -                 00100073
sret       -                 10200073
mret       -                 30200073
wfi        -                 10500073
sfence.vma -                 12000073
sfence.vma rs1               12000073
sfence.vma rs1,rs2           12000073
hfence.vvma -                22000073
hfence.vvma rs1,rs2          22000073
hfence.gvma -                62000073
hfence.gvma rs1,rs2          62000073
sinval.vma rs1,rs2           16000073
sfence.w.inval -             18000073
sfence.inval.ir -            18100073
cbo.inval  plain             0000200f
cbo.clean  plain             0010200f
cbo.flush  plain             0020200f
cbo.zero   plain             0040200f
csrrw      rd,csr,rs1        00001073
csrrs      rd,csr,rs1        00002073
csrrc      rd,csr,rs1        00003073
csrrwi     rd,csr,uimm5      00005073
csrrsi     rd,csr,uimm5      00006073
csrrci     rd,csr,uimm5      00007073
"""

# One row for each of `.w` and `.d`; function 3 of the opcode is 2 or 3.
ATOMIC = """
lr         rd,plain          1000002f
sc         rd,rs2,plain      1800002f
amoswap    rd,rs2,plain      0800002f
amoadd     rd,rs2,plain      0000002f
amoxor     rd,rs2,plain      2000002f
amoand     rd,rs2,plain      6000002f
amoor      rd,rs2,plain      4000002f
amomin     rd,rs2,plain      8000002f
amomax     rd,rs2,plain      a000002f
amominu    rd,rs2,plain      c000002f
amomaxu    rd,rs2,plain      e000002f
"""

# One row for each of `.s` and `.d`, which differ in bit 25.
FLOAT = """
fadd       fd,fs1,fs2,rm?    00000053
fsub       fd,fs1,fs2,rm?    08000053
fmul       fd,fs1,fs2,rm?    10000053
fdiv       fd,fs1,fs2,rm?    18000053
fsqrt      fd,fs1,rm?        58000053
fsgnj      fd,fs1,fs2        20000053
fsgnjn     fd,fs1,fs2        20001053
fsgnjx     fd,fs1,fs2        20002053
fmin       fd,fs1,fs2        28000053
fmax       fd,fs1,fs2        28001053
feq        rd,fs1,fs2        a0002053
flt        rd,fs1,fs2        a0001053
fle        rd,fs1,fs2        a0000053
fclass     rd,fs1            e0001053
fmadd      fd,fs1,fs2,fs3,rm?   00000043
fmsub      fd,fs1,fs2,fs3,rm?   00000047
fnmsub     fd,fs1,fs2,fs3,rm?   0000004b
fnmadd     fd,fs1,fs2,fs3,rm?   0000004f
"""

FLOAT_MOVES = """
flw        fd,address        00002007
fld        fd,address        00003007
fsw        fs2,store         00002027
fsd        fs2,store         00003027
fmv.x.w    rd,fs1            e0000053
fmv.w.x    fd,rs1            f0000053
fmv.x.d    rd,fs1            e2000053
fmv.d.x    fd,rs1            f2000053
fcvt.w.s   rd,fs1,rm?        c0000053
fcvt.wu.s  rd,fs1,rm?        c0100053
fcvt.l.s   rd,fs1,rm?        c0200053
fcvt.lu.s  rd,fs1,rm?        c0300053
fcvt.s.w   fd,rs1,rm?        d0000053
fcvt.s.wu  fd,rs1,rm?        d0100053
fcvt.s.l   fd,rs1,rm?        d0200053
fcvt.s.lu  fd,rs1,rm?        d0300053
fcvt.w.d   rd,fs1,rm?        c2000053
fcvt.wu.d  rd,fs1,rm?        c2100053
fcvt.l.d   rd,fs1,rm?        c2200053
fcvt.lu.d  rd,fs1,rm?        c2300053
fcvt.d.w   fd,rs1            d2000053
fcvt.d.wu  fd,rs1            d2100053
fcvt.d.l   fd,rs1,rm?        d2200053
fcvt.d.lu  fd,rs1,rm?        d2300053
fcvt.s.d   fd,fs1,rm?        40100053
fcvt.d.s   fd,fs1            42000053
"""


def _with_suffixes() -> dict[str, list[Row]]:
    rows = parse_table(BASE) | parse_table(FLOAT_MOVES)
    for name, (row,) in parse_table(ATOMIC).items():
        for width, function in (("w", 2), ("d", 3)):
            for order, bits in (("", 0), (".aq", 2), (".rl", 1), (".aqrl", 3)):
                rows[f"{name}.{width}{order}"] = [Row(row.kinds, row.word | function << 12 | bits << 25)]
    for name, (row,) in parse_table(FLOAT).items():
        for width, bit in (("s", 0), ("d", 1)):
            rows[f"{name}.{width}"] = [Row(row.kinds, row.word | bit << 25)]
    return rows


ROWS = _with_suffixes()
