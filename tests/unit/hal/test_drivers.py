"""Drivers against scripted registers."""

import pytest

from hal.dev import clint, gicv2, goldfish_rtc, ns16550, pl011, pl031, plic, sifive_test
from rumpk import Bus, u8, u64


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
        sifive_test.reset(sifive_test.SifiveTest(0x10_0000))
    assert bus.writes == [(0, word), (0, 0x7777)]


def test_plic():
    with Bus({0x20_0004: [10, 0], 0x2000: [0]}) as bus:
        plic.listen(0, 0, 10)
        assert bus.writes == [(40, 1), (0x2000, 1 << 10), (0x20_0000, 0)]
        assert [plic.claim(0, 0), plic.claim(0, 0)] == [10, 0]
        plic.complete(0, 0, 10)
    assert bus.writes[3:] == [(0x20_0004, 10)]


def test_plic_has_enable_bits_for_each_context():
    with Bus({0x2104: [0x8, 0x8 | 1 << 9]}) as bus:
        plic.listen(0, 2, 32 + 9)
        plic.ignore(0, 2, 32 + 9)
    assert bus.writes == [(4 * 41, 1), (0x2104, 0x8 | 1 << 9), (0x20_2000, 0), (0x2104, 0x8)]


def test_gicv2():
    with Bus() as bus:
        gicv2.listen(0x0800_0000, 33, 2)
        gicv2.init_cpu(0x0801_0000)
        gicv2.listen(0x0800_0000, 27, 0)
        gicv2.ignore(0x0800_0000, 33)
        gicv2.send(0x0800_0000, 3)
    assert bus.writes == [(0x0800_0421, 0), (0x0800_0821, 4), (0x0800_0104, 2), (0x0800_0000, 1),
                          (0x0801_0004, 0xFF), (0x0801_0000, 0x201),
                          (0x0800_041B, 0), (0x0800_0100, 1 << 27), (0x0800_0000, 1),
                          (0x0800_0184, 2), (0x0800_0F00, 8 << 16)]


def test_gicv2_gives_back_what_it_claimed_in_two_steps():
    with Bus({0x0C: [0x421, 1023, 1020]}) as bus:
        word = gicv2.claim(0)
        assert (word, bus.writes) == (0x421, [(0x10, 0x421)])
        gicv2.complete(0, word)
        assert [gicv2.claim(0), gicv2.claim(0)] == [-1, -1]
    assert bus.writes == [(0x10, 0x421), (0x1000, 0x421)]


def test_clint():
    with Bus(base=0x200_0000) as bus:
        clint.arm(0x200_0000, 3, u64(77))
        clint.send(0x200_0000, 2)
        clint.clear(0x200_0000, 2)
    assert bus.writes == [(0x4018, 77), (8, 1), (8, 0)]
    assert [transfer.size for transfer in bus.log] == [8, 4, 4]


def test_clocks():
    with Bus({0: [0x89AB_CDEF], 4: [0x17]}) as bus:
        assert goldfish_rtc.nanoseconds(goldfish_rtc.GoldfishRtc(0)) == 0x17_89AB_CDEF
    assert [offset for offset, _ in bus.reads] == [0, 4]            # the low half first: it holds the other still
    with Bus({0: [1_700_000_000]}):
        assert pl031.seconds(pl031.Pl031(0)) == 1_700_000_000
