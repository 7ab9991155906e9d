"""Registers on a scripted bus, CSRs, barriers, atomics."""

import pytest

from rumpk import (RO, WO, Atomic, Bits, Bus, Machine, Memory, MemoryFault, Mmio, Reg, Regs, csr, fence, i32, sysreg,
                   u8, u32, w8, wfi)


class Uart(Mmio):
    data = Reg(u8, 0x00)
    control = Reg(u32, 0x08, access=WO)
    lsr = Reg(u8, 0x05, access=RO)
    mode = Reg(u8, 0x03)
    room = Bits(lsr, 5)
    length = Bits(mode, 0, 2)


def test_a_driver_against_a_script():
    uart = Uart(0x1000_0000)
    with Bus({0x05: [0x00, 0x00, 0x60]}, base=0x1000_0000) as bus:
        polls = 0
        while not uart.room.read():
            polls += 1
        uart.data.write(65)
        assert polls == 2 and bus.writes == [(0, 65)] and len(bus.reads) == 3
        assert uart.lsr.read() == 0x60 and type(uart.lsr.read()) is u8
        assert bus.log[-1].size == 1


class Controller(Mmio):
    priority = Regs(u8, 0x400, 16)
    context = Regs(u32, 0x1000, 3, access=RO, stride=0x100)


def test_registers_in_a_row():
    device = Controller(0x4000)
    with Bus({0x1200: [7]}, base=0x4000) as bus:
        device.priority[3].write(9)
        device.priority[-1].write(1)
        assert device.context[2].read() == 7 and len(device.context) == 3
        assert bus.writes == [(0x403, 9), (0x40F, 1)] and bus.log[-1].size == 4
        with pytest.raises(IndexError):
            device.context[3].read()
        with pytest.raises(AttributeError):
            device.context[0].write(1)


def test_access_rules():
    uart = Uart(0)
    with Bus({5: [1]}):
        with pytest.raises(AttributeError, match="'lsr' is read-only"):
            uart.lsr.write(1)
        with pytest.raises(AttributeError, match="'control' is write-only"):
            uart.control.read()
        with pytest.raises(AttributeError, match=r"\.write"):
            uart.data = 5
        with pytest.raises(OverflowError):
            uart.data.write(256)
        with pytest.raises(MemoryFault):
            uart.data.read()


def test_bit_fields_read_modify_write():
    uart = Uart(0)
    with Bus({3: [0xf0]}) as bus:
        uart.length.write(3)
        assert bus.log[0].kind == "read" and bus.writes == [(3, 0xf3)]
        assert uart.length.of(0xfe) == 2
        with pytest.raises(OverflowError):
            uart.length.write(4)
    with pytest.raises(ValueError):
        Bits(Uart.mode, 7, 2)
    with pytest.raises(ValueError):
        Reg(u32, 0x02)


def test_registers_in_plain_memory():
    with Memory({0x100: bytes(16)}) as memory:
        Uart(0x100).control.write(0x01020304)
        assert memory.read(0x108, 4) == bytes([4, 3, 2, 1])


def test_system_registers_and_the_trace():
    with Machine({"mhartid": 3}) as machine:
        assert csr.mhartid.read() == 3
        csr.mstatus.write(0b1010)
        assert csr.mstatus.set_bits(0b0001) == 0b1010 and csr.mstatus.clear_bits(0b1000) == 0b1011
        assert csr.mstatus.swap(7) == 0b0011 and csr.mstatus.read() == 7
        sysreg.vbar_el1.write(0x4000)
        with pytest.raises(OverflowError):
            csr.mstatus.write(-1)
        wfi()
        fence()
        assert machine.trace == ["wfi", "fence"] and machine.registers["vbar_el1"] == 0x4000
    with Machine():
        assert csr.mstatus.read() == 0


def test_atomics_wrap_and_exchange():
    counter = Atomic[u8](250)
    assert counter.fetch_add(10) == 250 and counter.load() == 4 and type(counter.load()) is u8
    assert counter.fetch_sub(5) == 4 and counter.load() == 255
    assert counter.fetch_and(0x0f) == 255 and counter.fetch_or(0x10) == 15 and counter.fetch_xor(1) == 31
    assert counter.compare_exchange(30, 1) and not counter.compare_exchange(30, 2) and counter.exchange(9) == 1
    signed = Atomic[i32](2 ** 31 - 1)
    signed.fetch_add(1)
    assert signed.load() == -2 ** 31
    assert Atomic[w8](255).fetch_add(1) == 255
