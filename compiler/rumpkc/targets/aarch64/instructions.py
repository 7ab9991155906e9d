"""A64 instructions: mnemonic, operand kinds (see `operands.py`), the fixed bits (Arm ARM, chapter C4 and C6).

In GENERAL, kinds that start with `r` stand for 64- and 32-bit registers alike: a row makes two, the first with bit 31.
"""

from __future__ import annotations

from rumpkc.asm.table import Row, parse_table

GENERAL = """
add    rds,rns,add12,lsl12?   11000000
add    rd,rn,rm,shift?        0b000000
add    rds,rns,rm,rextend?    0b200000
adds   rd,rns,add12,lsl12?    31000000
adds   rd,rn,rm,shift?        2b000000
adds   rd,rns,rm,rextend?     2b200000
sub    rds,rns,add12,lsl12?   51000000
sub    rd,rn,rm,shift?        4b000000
sub    rds,rns,rm,rextend?    4b200000
subs   rd,rns,add12,lsl12?    71000000
subs   rd,rn,rm,shift?        6b000000
subs   rd,rns,rm,rextend?     6b200000
cmp    rns,add12,lsl12?       7100001f
cmp    rn,rm,shift?           6b00001f
cmp    rns,rm,rextend?        6b20001f
cmn    rns,add12,lsl12?       3100001f
cmn    rn,rm,shift?           2b00001f
neg    rd,rm,shift?           4b0003e0
negs   rd,rm,shift?           6b0003e0
and    rds,rn,rmask           12000000
and    rd,rn,rm,shift?        0a000000
orr    rds,rn,rmask           32000000
orr    rd,rn,rm,shift?        2a000000
eor    rds,rn,rmask           52000000
eor    rd,rn,rm,shift?        4a000000
ands   rd,rn,rmask            72000000
ands   rd,rn,rm,shift?        6a000000
bic    rds,rn,rmasknot        12000000
bic    rd,rn,rm,shift?        0a200000
bics   rd,rn,rm,shift?        6a200000
orn    rd,rn,rm,shift?        2a200000
eon    rd,rn,rm,shift?        4a200000
tst    rn,rmask               7200001f
tst    rn,rm,shift?           6a00001f
mvn    rd,rm,shift?           2a2003e0
mov    rd,rmove               00000000
mov    rd,rm                  2a0003e0
mov    rds,rns                11000000
movz   rd,wide,lsl16?         52800000
movn   rd,wide,lsl16?         12800000
movk   rd,wide,lsl16?         72800000
lsl    rd,rn,rlsl             53000000
lsl    rd,rn,rm               1ac02000
lsr    rd,rn,rlsr             53000000
lsr    rd,rn,rm               1ac02400
asr    rd,rn,rlsr             13000000
asr    rd,rn,rm               1ac02800
ror    rd,rnm,rlsb            13800000
ror    rd,rn,rm               1ac02c00
ubfm   rd,rn,rimmr,rimms      53000000
sbfm   rd,rn,rimmr,rimms      13000000
bfm    rd,rn,rimmr,rimms      33000000
extr   rd,rn,rm,rlsb          13800000
madd   rd,rn,rm,ra            1b000000
msub   rd,rn,rm,ra            1b008000
mul    rd,rn,rm               1b007c00
mneg   rd,rn,rm               1b00fc00
udiv   rd,rn,rm               1ac00800
sdiv   rd,rn,rm               1ac00c00
adc    rd,rn,rm               1a000000
adcs   rd,rn,rm               3a000000
sbc    rd,rn,rm               5a000000
sbcs   rd,rn,rm               7a000000
rbit   rd,rn                  5ac00000
rev16  rd,rn                  5ac00400
clz    rd,rn                  5ac01000
cls    rd,rn                  5ac01400
csel   rd,rn,rm,cond          1a800000
csinc  rd,rn,rm,cond          1a800400
csinv  rd,rn,rm,cond          5a800000
csneg  rd,rn,rm,cond          5a800400
cset   rd,notcond             1a9f07e0
csetm  rd,notcond             5a9f03e0
cinc   rd,rnm,notcond         1a800400
cinv   rd,rnm,notcond         5a800000
cneg   rd,rnm,notcond         5a800400
ccmp   rn,uimm5,nzcv,cond     7a400800
ccmp   rn,rm,nzcv,cond        7a400000
ccmn   rn,uimm5,nzcv,cond     3a400800
ccmn   rn,rm,nzcv,cond        3a400000
cbz    rt,near                34000000
cbnz   rt,near                35000000
"""

FIXED = """
add     xds,xns,wm,extend     8b200000
adds    xd,xns,wm,extend      ab200000
sub     xds,xns,wm,extend     cb200000
subs    xd,xns,wm,extend      eb200000
cmp     xns,wm,extend         eb20001f
rev     xd,xn                 dac00c00
rev     wd,wn                 5ac00800
rev32   xd,xn                 dac00800
smaddl  xd,wn,wm,xa           9b200000
umaddl  xd,wn,wm,xa           9ba00000
smull   xd,wn,wm              9b207c00
umull   xd,wn,wm              9ba07c00
smulh   xd,xn,xm              9b407c00
umulh   xd,xn,xm              9bc07c00
sxtb    xd,wn                 93401c00
sxtb    wd,wn                 13001c00
sxth    xd,wn                 93403c00
sxth    wd,wn                 13003c00
sxtw    xd,wn                 93407c00
uxtb    wd,wn                 53001c00
uxth    wd,wn                 53003c00
adr     xd,adr                10000000
adrp    xd,adrp               90000000
b       far                   14000000
bl      farlink               94000000
br      xn                    d61f0000
blr     xn                    d63f0000
ret     ret?                  d65f0000
eret    -                     d69f03e0
tbz     xt,bit,tiny           36000000
tbnz    xt,bit,tiny           37000000
tbz     wt,bit32,tiny         36000000
tbnz    wt,bit32,tiny         37000000
svc     uimm16                d4000001
hvc     uimm16                d4000002
smc     uimm16                d4000003
brk     uimm16                d4200000
hlt     uimm16                d4400000
nop     -                     d503201f
yield   -                     d503203f
wfe     -                     d503205f
wfi     -                     d503207f
sev     -                     d503209f
sevl    -                     d50320bf
hint    hint                  d503201f
clrex   -                     d5033f5f
isb     sync?                 d50330df
dsb     option                d503309f
dmb     option                d50330bf
mrs     xt,sysreg             d5300000
msr     field,field4          d500401f
msr     sysreg,xt             d5100000
ic      ic0                   d508001f
ic      ic,xt                 d5080000
dc      dc,xt                 d5080000
at      at,xt                 d5080000
tlbi    tlbi0                 d508001f
tlbi    tlbi,xt               d5080000
ldxrb   wt,plain              085f7c00
ldxrh   wt,plain              485f7c00
ldxr    wt,plain              885f7c00
ldxr    xt,plain              c85f7c00
ldaxrb  wt,plain              085ffc00
ldaxrh  wt,plain              485ffc00
ldaxr   wt,plain              885ffc00
ldaxr   xt,plain              c85ffc00
ldarb   wt,plain              08dffc00
ldarh   wt,plain              48dffc00
ldar    wt,plain              88dffc00
ldar    xt,plain              c8dffc00
stlrb   wt,plain              089ffc00
stlrh   wt,plain              489ffc00
stlr    wt,plain              889ffc00
stlr    xt,plain              c89ffc00
stxrb   ws,wt,plain           08007c00
stxrh   ws,wt,plain           48007c00
stxr    ws,wt,plain           88007c00
stxr    ws,xt,plain           c8007c00
stlxrb  ws,wt,plain           0800fc00
stlxrh  ws,wt,plain           4800fc00
stlxr   ws,wt,plain           8800fc00
stlxr   ws,xt,plain           c800fc00
ldxp    xt,xt2,plain          c87f0000
ldaxp   xt,xt2,plain          c87f8000
stxp    ws,xt,xt2,plain       c8200000
stlxp   ws,xt,xt2,plain       c8208000
fmov    dd,fimm               1e601000
fmov    sd,fimm               1e201000
fmov    dd,dn                 1e604000
fmov    sd,sn                 1e204000
fmov    xd,dn                 9e660000
fmov    dd,xn                 9e670000
fmov    wd,sn                 1e260000
fmov    sd,wn                 1e270000
fadd    dd,dn,dm              1e602800
fadd    sd,sn,sm              1e202800
fsub    dd,dn,dm              1e603800
fsub    sd,sn,sm              1e203800
fmul    dd,dn,dm              1e600800
fmul    sd,sn,sm              1e200800
fdiv    dd,dn,dm              1e601800
fdiv    sd,sn,sm              1e201800
fabs    dd,dn                 1e60c000
fabs    sd,sn                 1e20c000
fneg    dd,dn                 1e614000
fneg    sd,sn                 1e214000
fsqrt   dd,dn                 1e61c000
fsqrt   sd,sn                 1e21c000
fcmp    dd5,dm                1e602000
fcmp    sd5,sm                1e202000
fcvt    dd,sn                 1e22c000
fcvt    sd,dn                 1e624000
scvtf   dd,xn                 9e620000
scvtf   dd,wn                 1e620000
ucvtf   dd,xn                 9e630000
ucvtf   dd,wn                 1e630000
fcvtzs  xd,dn                 9e780000
fcvtzs  wd,dn                 1e780000
fcvtzu  xd,dn                 9e790000
fcvtzu  wd,dn                 1e790000
fmadd   dd,dn,dm,da           1f400000
fmsub   dd,dn,dm,da           1f408000
"""

# name, name of the unscaled form, register, log2 of the size, word with unsigned offset, word with a literal (or 0)
LOADS_AND_STORES = """
str    stur    xt  3  f9000000  0
ldr    ldur    xt  3  f9400000  58000000
str    stur    wt  2  b9000000  0
ldr    ldur    wt  2  b9400000  18000000
strb   sturb   wt  0  39000000  0
ldrb   ldurb   wt  0  39400000  0
strh   sturh   wt  1  79000000  0
ldrh   ldurh   wt  1  79400000  0
ldrsb  ldursb  xt  0  39800000  0
ldrsb  ldursb  wt  0  39c00000  0
ldrsh  ldursh  xt  1  79800000  0
ldrsh  ldursh  wt  1  79c00000  0
ldrsw  ldursw  xt  2  b9800000  98000000
str    stur    st  2  bd000000  0
ldr    ldur    st  2  bd400000  1c000000
str    stur    dt  3  fd000000  0
ldr    ldur    dt  3  fd400000  5c000000
str    stur    qt  4  3d800000  0
ldr    ldur    qt  4  3dc00000  9c000000
"""

# name, registers, log2 of the size of each, word with a plain offset
PAIRS = """
stp    xt  3  a9000000
ldp    xt  3  a9400000
stp    wt  2  29000000
ldp    wt  2  29400000
ldpsw  xt  2  69400000
stp    st  2  2d000000
ldp    st  2  2d400000
stp    dt  3  6d000000
ldp    dt  3  6d400000
stp    qt  4  ad000000
ldp    qt  4  ad400000
"""

# Large System Extensions (Armv8.1, C3.2.12): name, its word for `w`; each with an order, for w, x, b and h.
ATOMIC = """
cas     08a07c00
ldadd   38200000
ldclr   38201000
ldeor   38202000
ldset   38203000
ldsmax  38204000
ldsmin  38205000
ldumax  38206000
ldumin  38207000
swp     38208000
"""

CONDITIONS = {"eq": 0, "ne": 1, "cs": 2, "hs": 2, "cc": 3, "lo": 3, "mi": 4, "pl": 5, "vs": 6, "vc": 7, "hi": 8,
              "ls": 9, "ge": 10, "lt": 11, "gt": 12, "le": 13, "al": 14}

WIDE = 1 << 31
BITFIELDS = {"lsl", "lsr", "asr", "ror", "ubfm", "sbfm", "bfm", "extr"}  # also have N, bit 22, when 64 bits wide


def _general() -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for name, forms in parse_table(GENERAL).items():
        for row in forms:
            has_n = name in BITFIELDS and row.kinds[-1] != "rm"
            x = tuple("x" + kind[1:] if kind[0] == "r" else kind for kind in row.kinds)
            w = tuple("w" + kind[1:] if kind[0] == "r" else kind for kind in row.kinds)
            rows.setdefault(name, []).append(Row(x, row.word | WIDE | (1 << 22 if has_n else 0)))
            rows[name].append(Row(w, row.word))
    return rows


def _memory() -> dict[str, list[Row]]:
    """The addressing modes (C1.3.3) follow from the form with an unsigned, scaled offset."""
    rows: dict[str, list[Row]] = {}
    for line in LOADS_AND_STORES.strip().splitlines():
        name, unscaled, register, scale, word_text, literal = line.split()
        word = int(word_text, 16)
        small = word & ~(1 << 24)
        rows.setdefault(name, []).extend([
            Row((register, f"offset{scale}"), word), Row((register, "offset9"), small),
            Row((register, "before9"), small | 0xC00), Row((register, "plain", "after9"), small | 0x400),
            Row((register, f"index{scale}"), small | 0x200800)])
        if int(literal, 16):
            rows[name].append(Row((register, "literal"), int(literal, 16)))
        rows.setdefault(unscaled, []).append(Row((register, "offset9"), small))
    for line in PAIRS.strip().splitlines():
        name, register, scale, word_text = line.split()
        word, second = int(word_text, 16), register + "2"
        rows.setdefault(name, []).extend([
            Row((register, second, f"pair{scale}"), word),
            Row((register, second, f"pairbefore{scale}"), word | 1 << 23),
            Row((register, second, "plain", f"pairafter{scale}"), word & ~(1 << 24) | 1 << 23)])
    return rows


def _atomics() -> dict[str, list[Row]]:
    """Acquire is bit 23, release bit 22; in `cas` they are bits 22 and 15. The width is in bits 30 and 31."""
    rows: dict[str, list[Row]] = {}
    for line in ATOMIC.strip().splitlines():
        name, text = line.split()
        acquire, release = (1 << 22, 1 << 15) if name == "cas" else (1 << 23, 1 << 22)
        for order, bits in (("", 0), ("a", acquire), ("l", release), ("al", acquire | release)):
            word = int(text, 16) | bits
            for width, letter, size in (("", "x", 3), ("", "w", 2), ("h", "w", 1), ("b", "w", 0)):
                row = Row((f"{letter}s", f"{letter}t", "plain"), word | size << 30)
                rows.setdefault(f"{name}{order}{width}", []).append(row)
    return rows


def _all_rows() -> dict[str, list[Row]]:
    rows = _general()
    for table in (parse_table(FIXED), _memory(), _atomics()):
        for name, forms in table.items():
            rows.setdefault(name, []).extend(forms)
    for name, code in CONDITIONS.items():
        rows[f"b.{name}"] = [Row(("near",), 0x54000000 | code)]
    return rows


ROWS = _all_rows()
