"""A64 system registers, processor state fields and cache/TLB operations by name (Arm ARM, chapter C5).

A register is op0 op1 CRn CRm op2, as in the generic name `S3_0_C12_C0_0`.
"""

from __future__ import annotations

import re

_TABLE = """
midr_el1         3 0 0 0 0
mpidr_el1        3 0 0 0 5
revidr_el1       3 0 0 0 6
id_aa64pfr0_el1  3 0 0 4 0
id_aa64pfr1_el1  3 0 0 4 1
id_aa64dfr0_el1  3 0 0 5 0
id_aa64isar0_el1 3 0 0 6 0
id_aa64isar1_el1 3 0 0 6 1
id_aa64mmfr0_el1 3 0 0 7 0
id_aa64mmfr1_el1 3 0 0 7 1
id_aa64mmfr2_el1 3 0 0 7 2
sctlr_el1        3 0 1 0 0
actlr_el1        3 0 1 0 1
cpacr_el1        3 0 1 0 2
ttbr0_el1        3 0 2 0 0
ttbr1_el1        3 0 2 0 1
tcr_el1          3 0 2 0 2
spsr_el1         3 0 4 0 0
elr_el1          3 0 4 0 1
sp_el0           3 0 4 1 0
spsel            3 0 4 2 0
currentel        3 0 4 2 2
pan              3 0 4 2 3
uao              3 0 4 2 4
afsr0_el1        3 0 5 1 0
afsr1_el1        3 0 5 1 1
esr_el1          3 0 5 2 0
far_el1          3 0 6 0 0
par_el1          3 0 7 4 0
mair_el1         3 0 10 2 0
amair_el1        3 0 10 3 0
vbar_el1         3 0 12 0 0
isr_el1          3 0 12 1 0
contextidr_el1   3 0 13 0 1
tpidr_el1        3 0 13 0 4
cntkctl_el1      3 0 14 1 0
ccsidr_el1       3 1 0 0 0
clidr_el1        3 1 0 0 1
csselr_el1       3 2 0 0 0
ctr_el0          3 3 0 0 1
dczid_el0        3 3 0 0 7
nzcv             3 3 4 2 0
daif             3 3 4 2 1
fpcr             3 3 4 4 0
fpsr             3 3 4 4 1
tpidr_el0        3 3 13 0 2
tpidrro_el0      3 3 13 0 3
cntfrq_el0       3 3 14 0 0
cntpct_el0       3 3 14 0 1
cntvct_el0       3 3 14 0 2
cntp_tval_el0    3 3 14 2 0
cntp_ctl_el0     3 3 14 2 1
cntp_cval_el0    3 3 14 2 2
cntv_tval_el0    3 3 14 3 0
cntv_ctl_el0     3 3 14 3 1
cntv_cval_el0    3 3 14 3 2
pmcr_el0         3 3 9 12 0
pmcntenset_el0   3 3 9 12 1
pmcntenclr_el0   3 3 9 12 2
pmovsclr_el0     3 3 9 12 3
pmselr_el0       3 3 9 12 5
pmccntr_el0      3 3 9 13 0
pmuserenr_el0    3 3 9 14 0
pmccfiltr_el0    3 3 14 15 7
icc_pmr_el1      3 0 4 6 0
icc_iar0_el1     3 0 12 8 0
icc_eoir0_el1    3 0 12 8 1
icc_bpr0_el1     3 0 12 8 3
icc_hppir0_el1   3 0 12 8 2
icc_ap0r0_el1    3 0 12 8 4
icc_ap1r0_el1    3 0 12 9 0
icc_asgi1r_el1   3 0 12 11 6
icc_sgi0r_el1    3 0 12 11 7
icc_dir_el1      3 0 12 11 1
icc_rpr_el1      3 0 12 11 3
icc_sgi1r_el1    3 0 12 11 5
icc_iar1_el1     3 0 12 12 0
icc_eoir1_el1    3 0 12 12 1
icc_hppir1_el1   3 0 12 12 2
icc_bpr1_el1     3 0 12 12 3
icc_ctlr_el1     3 0 12 12 4
icc_sre_el1      3 0 12 12 5
icc_igrpen0_el1  3 0 12 12 6
icc_igrpen1_el1  3 0 12 12 7
mdscr_el1        2 0 0 2 2
oslar_el1        2 0 1 0 4
oslsr_el1        2 0 1 1 4
vpidr_el2        3 4 0 0 0
vmpidr_el2       3 4 0 0 5
sctlr_el2        3 4 1 0 0
hcr_el2          3 4 1 1 0
mdcr_el2         3 4 1 1 1
cptr_el2         3 4 1 1 2
hstr_el2         3 4 1 1 3
ttbr0_el2        3 4 2 0 0
tcr_el2          3 4 2 0 2
vttbr_el2        3 4 2 1 0
vtcr_el2         3 4 2 1 2
spsr_el2         3 4 4 0 0
elr_el2          3 4 4 0 1
sp_el1           3 4 4 1 0
esr_el2          3 4 5 2 0
far_el2          3 4 6 0 0
hpfar_el2        3 4 6 0 4
mair_el2         3 4 10 2 0
vbar_el2         3 4 12 0 0
tpidr_el2        3 4 13 0 2
cntvoff_el2      3 4 14 0 3
cnthctl_el2      3 4 14 1 0
cnthp_ctl_el2    3 4 14 2 1
cnthp_cval_el2   3 4 14 2 2
icc_sre_el2      3 4 12 9 5
sctlr_el3        3 6 1 0 0
scr_el3          3 6 1 1 0
cptr_el3         3 6 1 1 2
ttbr0_el3        3 6 2 0 0
tcr_el3          3 6 2 0 2
mair_el3         3 6 10 2 0
tpidr_el3        3 6 13 0 2
icc_sre_el3      3 6 12 12 5
icc_igrpen1_el3  3 6 12 12 7
cntps_tval_el1   3 7 14 2 0
cntps_ctl_el1    3 7 14 2 1
cntps_cval_el1   3 7 14 2 2
spsr_el3         3 6 4 0 0
elr_el3          3 6 4 0 1
sp_el2           3 6 4 1 0
esr_el3          3 6 5 2 0
far_el3          3 6 6 0 0
vbar_el3         3 6 12 0 0
"""

Encoding = tuple[int, int, int, int, int]

SYSTEM_REGISTERS: dict[str, Encoding] = {}
for _line in _TABLE.strip().splitlines():
    _name, _op0, _op1, _crn, _crm, _op2 = _line.split()
    SYSTEM_REGISTERS[_name] = (int(_op0), int(_op1), int(_crn), int(_crm), int(_op2))

# Fields that `msr name, #imm` sets: op1, op2 (C5.2, "MSR (immediate)").
STATE_FIELDS = {"spsel": (0, 5), "pan": (0, 4), "uao": (0, 3), "daifset": (3, 6), "daifclr": (3, 7)}

# op1, CRn, CRm, op2 of SYS; the names that take no register are in NO_REGISTER.
CACHE_OPERATIONS = {
    "ic": {"ialluis": (0, 7, 1, 0), "iallu": (0, 7, 5, 0), "ivau": (3, 7, 5, 1)},
    "dc": {"ivac": (0, 7, 6, 1), "isw": (0, 7, 6, 2), "csw": (0, 7, 10, 2), "cisw": (0, 7, 14, 2), "zva": (3, 7, 4, 1),
           "cvac": (3, 7, 10, 1), "cvau": (3, 7, 11, 1), "civac": (3, 7, 14, 1),
           "cvap": (3, 7, 12, 1)},
    "at": {"s1e1r": (0, 7, 8, 0), "s1e1w": (0, 7, 8, 1), "s1e0r": (0, 7, 8, 2), "s1e0w": (0, 7, 8, 3),
           "s1e2r": (4, 7, 8, 0), "s1e2w": (4, 7, 8, 1), "s12e1r": (4, 7, 8, 4), "s12e1w": (4, 7, 8, 5)},
    "tlbi": {"vmalle1is": (0, 8, 3, 0), "vae1is": (0, 8, 3, 1), "aside1is": (0, 8, 3, 2), "vaae1is": (0, 8, 3, 3),
             "vale1is": (0, 8, 3, 5), "vaale1is": (0, 8, 3, 7), "vmalle1": (0, 8, 7, 0), "vae1": (0, 8, 7, 1),
             "aside1": (0, 8, 7, 2), "vaae1": (0, 8, 7, 3), "vale1": (0, 8, 7, 5), "vaale1": (0, 8, 7, 7),
             "vae2": (4, 8, 7, 1), "vale2": (4, 8, 7, 5), "vae2is": (4, 8, 3, 1), "vale2is": (4, 8, 3, 5),
             "alle2is": (4, 8, 3, 0), "alle1is": (4, 8, 3, 4), "ipas2e1": (4, 8, 4, 1), "ipas2e1is": (4, 8, 0, 1),
             "vmalls12e1": (4, 8, 7, 6), "vmalls12e1is": (4, 8, 3, 6), "alle3": (6, 8, 7, 0), "alle3is": (6, 8, 3, 0),
             "vae3": (6, 8, 7, 1), "vae3is": (6, 8, 3, 1),
             "alle2": (4, 8, 7, 0), "alle1": (4, 8, 7, 4)},
}
NO_REGISTER = {"ialluis", "iallu", "vmalle1is", "vmalle1", "alle2", "alle1", "alle2is",
               "alle1is", "vmalls12e1", "vmalls12e1is", "alle3", "alle3is"}

BARRIER_OPTIONS = {"oshld": 1, "oshst": 2, "osh": 3, "nshld": 5, "nshst": 6, "nsh": 7, "ishld": 9, "ishst": 10,
                   "ish": 11, "ld": 13, "st": 14, "sy": 15}

GENERIC = re.compile(r"s([23])_([0-7])_c(\d+)_c(\d+)_([0-7])$")


def system_register(name: str) -> Encoding | None:
    """The encoding of a system register by name, also in the form `S3_0_C12_C0_0`; None where there is none."""
    lower = name.lower()
    if match := GENERIC.match(lower):
        op0, op1, crn, crm, op2 = (int(part) for part in match.groups())
        return (op0, op1, crn, crm, op2) if crn < 16 and crm < 16 else None
    return SYSTEM_REGISTERS.get(lower)
