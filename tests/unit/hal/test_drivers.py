"""Drivers against scripted registers."""

import pytest

from hal.dev import gicv2, ns16550, pl011, plic, sifive_test
from rumpk import Bus, u8


def test_ns16550_waits_for_room():
    with Bus({5: [0x00, 0x01, 0x60]}, base=0x1000_0000) as bus:
        ns16550.put(ns16550.Ns16550(0x1000_0000), u8(65))
    assert bus.reads == [(5, 0x00), (5, 0x01), (5, 0x60)] and bus.writes == [(0, 65)]
    assert {transfer.size for transfer in bus.log} == {1}


def test_ns16550_init_and_receive():
    uart = ns16550.Ns16550(0)
    with Bus({5: [0x60, 0x61], 0: [0x41]}) as bus:
        ns16550.init(uart)
        assert [ns16550.ready(uart), ns16550.ready(uart), ns16550.take(uart)] == [False, True, 0x41]
    assert bus.writes == [(1, 0), (3, 0x80), (0, 1), (1, 0), (3, 3), (2, 0xC7), (4, 0x0B), (1, 1)]


def test_pl011():
    uart = pl011.Pl011(0x0900_0000)
    with Bus({0x18: [0x20, 0x20, 0x10, 0x10, 0x00], 0: [0x8FF]}, base=0x0900_0000) as bus:
        pl011.put(uart, u8(0xFF))
        assert bus.writes == [(0, 0xFF)]
        assert [pl011.ready(uart), pl011.ready(uart), pl011.take(uart)] == [False, True, 0xFF]
        pl011.init(uart)
    assert bus.writes[1:] == [(0x30, 0), (0x44, 0x7FF), (0x2C, 0x70), (0x30, 0x301), (0x38, 0x50)]
    assert {transfer.size for transfer in bus.log} == {4}


@pytest.mark.parametrize(("code", "word"), [(0, 0x5555), (1, 0x1_3333), (101, 0x65_3333), (255, 0xFF_3333)])
def test_sifive_test(code, word):
    with Bus(base=0x10_0000) as bus:
        sifive_test.finish(sifive_test.SifiveTest(0x10_0000), code)
    assert bus.writes == [(0, word)]


def test_plic():
    with Bus({0x20_0004: [10, 0]}) as bus:
        plic.listen(0, 10)
        assert bus.writes == [(40, 1), (0x2000, 1 << 10), (0x20_0000, 0)]
        plic.acknowledge(0)
        plic.acknowledge(0)
    assert bus.writes[3:] == [(0x20_0004, 10)]


def test_gicv2():
    with Bus() as bus:
        gicv2.listen(0x0800_0000, 0x0801_0000, 1)
    assert bus.writes == [(0x0800_0421, 0), (0x0800_0821, 1), (0x0800_0104, 2), (0x0800_0000, 1),
                          (0x0801_0004, 0xFF), (0x0801_0000, 1)]
