"""CSRs, system registers and barriers.  On a board each use is one instruction in line.

    csr.mstatus.read()              csrr        sysreg.vbar_el1.read()       mrs
    csr.mstatus.write(x)            csrw        sysreg.vbar_el1.write(x)     msr
    csr.mstatus.swap(x)             csrrw       (riscv64 only: the old value)
    csr.mie.set_bits(m)             csrs        csr.mie.clear_bits(m)        csrc

Under CPython registers are entries of a dictionary, zero at first; `Machine` scripts them for a test and keeps the
barriers and waits that the program asked for:

    with Machine({"mhartid": 2}) as machine:
        wfi()
        assert machine.trace == ["wfi"]
"""

from __future__ import annotations

from typing import Mapping

from rumpk.integers import u64


class Machine:
    """The registers and the instruction trace that a test sees.  The innermost `with` is current."""

    def __init__(self, registers: Mapping[str, int] | None = None) -> None:
        self.registers: dict[str, int] = dict(registers or {})
        self.trace: list[str] = []

    def __enter__(self) -> Machine:
        _machines.append(self)
        return self

    def __exit__(self, *exc: object) -> None:
        _machines.pop()


_machines = [Machine()]                 # the first one serves programs that script nothing


class SystemRegister:
    """One CSR or system register: 64 bits."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self) -> u64:
        """The value."""
        return u64(_machines[-1].registers.get(self.name, 0))

    def write(self, value: int) -> None:
        """Stores a value of 64 bits."""
        _machines[-1].registers[self.name] = int(u64(value))

    def swap(self, value: int) -> u64:
        """Stores a value; gives the old one."""
        old = self.read()
        self.write(value)
        return old

    def set_bits(self, mask: int) -> u64:
        """Sets the bits of `mask`; gives the old value."""
        old = self.read()
        self.write(int(old) | int(mask))
        return old

    def clear_bits(self, mask: int) -> u64:
        """Clears the bits of `mask`; gives the old value."""
        old = self.read()
        self.write(int(old) & ~int(mask))
        return old


class RegisterFile:
    """`csr` and `sysreg`: an attribute is a register.  The compiler knows the target's names and refuses others."""

    def __getattr__(self, name: str) -> SystemRegister:
        if name.startswith("_"):
            raise AttributeError(name)
        return SystemRegister(name)


csr = RegisterFile()
sysreg = RegisterFile()


def _did(name: str) -> None:
    _machines[-1].trace.append(name)


def wfi() -> None:
    """Waits until an interrupt is pending."""
    _did("wfi")


def wfe() -> None:
    """aarch64: waits for an event."""
    _did("wfe")


def sev() -> None:
    """aarch64: sends an event to the other cores."""
    _did("sev")


def nop() -> None:
    """Does nothing."""
    _did("nop")


def fence(order: object = None) -> None:
    """Orders every memory access before it against every one after it (riscv64 `fence rw, rw`, aarch64 `dmb ish`)."""
    _did("fence")


def fence_i() -> None:
    """riscv64: makes stores to code visible to instruction fetch."""
    _did("fence_i")


def sfence_vma() -> None:
    """riscv64: forgets cached address translations and PMP decisions."""
    _did("sfence_vma")


def isb() -> None:
    """aarch64: instruction synchronisation barrier."""
    _did("isb")


def dsb() -> None:
    """aarch64: data synchronisation barrier (`dsb sy`)."""
    _did("dsb")


def dmb() -> None:
    """aarch64: data memory barrier (`dmb sy`)."""
    _did("dmb")
