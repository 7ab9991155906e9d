"""RISC-V control and status registers by name (Privileged Architecture, chapter "CSR Listing")."""

from __future__ import annotations

CSRS: dict[str, int] = {
    "fflags": 0x001, "frm": 0x002, "fcsr": 0x003,
    "cycle": 0xC00, "time": 0xC01, "instret": 0xC02,
    "sstatus": 0x100, "sie": 0x104, "stvec": 0x105, "scounteren": 0x106, "senvcfg": 0x10A,
    "sscratch": 0x140, "sepc": 0x141, "scause": 0x142, "stval": 0x143, "sip": 0x144, "stimecmp": 0x14D, "satp": 0x180,
    "hstatus": 0x600, "hedeleg": 0x602, "hideleg": 0x603, "hie": 0x604, "hcounteren": 0x606, "htval": 0x643,
    "hip": 0x644, "hvip": 0x645, "htinst": 0x64A, "hgatp": 0x680, "vsstatus": 0x200, "vsie": 0x204, "vstvec": 0x205,
    "vsscratch": 0x240, "vsepc": 0x241, "vscause": 0x242, "vstval": 0x243, "vsip": 0x244, "vsatp": 0x280,
    "vstart": 0x008, "vxsat": 0x009, "vxrm": 0x00A, "vcsr": 0x00F, "vl": 0xC20, "vtype": 0xC21, "vlenb": 0xC22,
    "mvendorid": 0xF11, "marchid": 0xF12, "mimpid": 0xF13, "mhartid": 0xF14, "mconfigptr": 0xF15,
    "mstatus": 0x300, "misa": 0x301, "medeleg": 0x302, "mideleg": 0x303, "mie": 0x304, "mtvec": 0x305,
    "mcounteren": 0x306, "menvcfg": 0x30A, "mcountinhibit": 0x320,
    "mscratch": 0x340, "mepc": 0x341, "mcause": 0x342, "mtval": 0x343, "mip": 0x344, "mtinst": 0x34A, "mtval2": 0x34B,
    "mseccfg": 0x747, "mcycle": 0xB00, "minstret": 0xB02,
    "tselect": 0x7A0, "tdata1": 0x7A1, "tdata2": 0x7A2, "tdata3": 0x7A3, "dcsr": 0x7B0, "dpc": 0x7B1,
    **{f"pmpcfg{i}": 0x3A0 + i for i in range(0, 16, 2)},  # RV64 has only the even ones
    **{f"pmpaddr{i}": 0x3B0 + i for i in range(64)},
    **{f"hpmcounter{i}": 0xC00 + i for i in range(3, 32)},
    **{f"mhpmcounter{i}": 0xB00 + i for i in range(3, 32)},
    **{f"mhpmevent{i}": 0x320 + i for i in range(3, 32)},
}
