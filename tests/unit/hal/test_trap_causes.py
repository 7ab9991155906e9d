"""Trap frames of both machines in the common words."""

import pytest

import hal.aarch64.trap as aarch64
import hal.riscv64.trap as riscv64
from hal.cause import Cause
from hal.contract import REGISTER_COUNT, REGISTER_WIDTH
from rumpk import Memory, Ptr, u64

FRAME = 0x8000_4000


def cause(machine, **words: int) -> Cause:
    """The cause that a frame with these words set has."""
    frame = bytearray(304)
    for name, word in words.items():
        at = 8 * getattr(machine, name)
        frame[at:at + 8] = word.to_bytes(8, "little")
    with Memory({FRAME: frame}):
        return machine.trap_cause(Ptr[u64](FRAME))


@pytest.mark.parametrize(("mcause", "expected"), [
    (0, Cause.FETCH_MISALIGNED), (1, Cause.FETCH_FAULT), (2, Cause.ILLEGAL_INSTRUCTION), (3, Cause.BREAKPOINT),
    (4, Cause.LOAD_MISALIGNED), (5, Cause.LOAD_FAULT), (6, Cause.STORE_MISALIGNED), (7, Cause.STORE_FAULT),
    (8, Cause.SYSCALL), (11, Cause.SYSCALL), (12, Cause.FETCH_FAULT), (13, Cause.LOAD_FAULT), (15, Cause.STORE_FAULT),
    (10, Cause.UNKNOWN), (24, Cause.UNKNOWN), ((1 << 63) - 1, Cause.UNKNOWN),
    (1 << 63 | 3, Cause.SOFTWARE), (1 << 63 | 7, Cause.TIMER), (1 << 63 | 11, Cause.EXTERNAL), (1 << 63, Cause.UNKNOWN),
])
def test_riscv64(mcause, expected):
    assert cause(riscv64, MCAUSE=mcause) is expected


@pytest.mark.parametrize(("esr", "expected"), [
    (0x0200_0000, Cause.ILLEGAL_INSTRUCTION), (0x3A00_0000, Cause.ILLEGAL_INSTRUCTION), (0x5600_0000, Cause.SYSCALL),
    (0x8600_0004, Cause.FETCH_FAULT), (0x8A00_0000, Cause.FETCH_MISALIGNED), (0x9600_0004, Cause.LOAD_FAULT),
    (0x9600_0047, Cause.STORE_FAULT), (0x9600_0021, Cause.LOAD_MISALIGNED), (0x9600_0061, Cause.STORE_MISALIGNED),
    (0xF200_0001, Cause.BREAKPOINT), (0xBE00_0000, Cause.UNKNOWN)])
@pytest.mark.parametrize("vector", [0, 4, 8])
def test_aarch64(esr, vector, expected):
    assert cause(aarch64, ESR=esr, VECTOR=vector) is expected


@pytest.mark.parametrize(("vector", "expected"), [(1, Cause.EXTERNAL), (5, Cause.EXTERNAL), (3, Cause.UNKNOWN)])
def test_aarch64_interrupts(vector, expected):
    assert cause(aarch64, ESR=0x9600_0004, VECTOR=vector) is expected


def test_an_address_only_where_the_machine_states_one():
    frame = bytearray(304)
    frame[8 * aarch64.FAR:8 * aarch64.FAR + 8] = (0x1234).to_bytes(8, "little")
    with Memory({FRAME: frame}):
        assert aarch64.trap_address(Ptr[u64](FRAME)) == 0
        frame[8 * aarch64.ESR:8 * aarch64.ESR + 4] = (0x9600_0004).to_bytes(4, "little")
        assert aarch64.trap_address(Ptr[u64](FRAME)) == 0x1234


@pytest.mark.parametrize("machine", [riscv64, aarch64])
def test_register_names(machine):
    names = machine.register_names()
    assert len(names) == REGISTER_COUNT * REGISTER_WIDTH
    columns = [names[i:i + REGISTER_WIDTH] for i in range(0, len(names), REGISTER_WIDTH)]
    assert all(not name.startswith(" ") for name in columns) and len(set(columns)) == REGISTER_COUNT
    assert columns[machine.FP].strip() == "fp"
