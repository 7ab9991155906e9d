"""The virtio transport and the entropy device, against a device that is made up of VirtIO 1.2's text."""

import pytest

from hal.dev import virtio_mmio, virtio_rng
from rumpk import Bus, Memory, Ptr, u8, usize

BASE, STEP, SLOTS = 0x1000_1000, 0x1000, 4
OUT, WORK = 0x8000_0000, 0x9000_0008
RANDOM = bytes(range(7, 71))


class Device(Bus):
    """Slot 2 has the device, as far as the driver does what the specification asks; the others are empty."""

    def __init__(self, memory: Memory, kind=4, version=2, features=1, most=8, gives=64, refuses=False):
        empty = {BASE + STEP * i + offset: [value] for i in range(SLOTS) if i != 2
                 for offset, value in ((0, virtio_mmio.MAGIC), (4, 2), (8, 0))}
        at = BASE + 2 * STEP
        super().__init__(empty | {at: [virtio_mmio.MAGIC], at + 4: [version], at + 8: [kind], at + 0x10: [features],
                                  at + 0x34: [most], at + 0x44: [0]})
        self.at, self.memory, self.gives, self.refuses = at, memory, gives, refuses

    def read(self, address, size):
        value = super().read(address, size)
        return value & ~8 if self.refuses and address == self.at + 0x70 else value

    def write(self, address, size, value):
        super().write(address, size, value)
        if address == self.at + 0x50 and self.gives:
            self.serve()

    def place(self, offset):
        return self._stored[self.at + offset] | self._stored[self.at + offset + 4] << 32

    def word(self, address, size):
        return int.from_bytes(self.memory.read(address, size), "little")

    def serve(self):
        """What a device does with what is offered (2.7)."""
        table, offered, used = self.place(0x80), self.place(0x90), self.place(0xA0)
        count = self._stored[self.at + 0x38]
        assert table % 16 == 0 and offered % 2 == 0 and used % 4 == 0 and offered >= table + 16 * count
        assert used >= offered + 6 + 2 * count and self._stored[self.at + 0x44] == 1
        assert self._stored[self.at + 0x70] == 0xF and self.word(offered + 2, 2) == 1
        number = self.word(offered + 4, 2)
        place, size, flags = self.word(table + 16 * number, 8), self.word(table + 16 * number + 8, 4), \
            self.word(table + 16 * number + 12, 2)
        assert flags == 2 and number < count
        given = min(size, self.gives)
        self.memory.write(place, RANDOM[:given])
        self.memory.write(used + 4, number.to_bytes(4, "little") + given.to_bytes(4, "little"))
        self.memory.write(used + 2, (1).to_bytes(2, "little"))


def read(count=32, **device):
    with Memory({OUT: bytearray(64), WORK: bytearray(virtio_rng.MEMORY)}) as memory, Device(memory, **device) as bus:
        got = virtio_rng.read(BASE, STEP, SLOTS, usize(WORK), Ptr[u8](usize(OUT)), count, patience=3)
        return got, memory.read(OUT, 64)[:got], bus


@pytest.mark.parametrize(("count", "gives", "got"), [(32, 64, 32), (64, 64, 64), (200, 64, 64), (32, 5, 5), (1, 1, 1)])
def test_bytes_of_the_device(count, gives, got):
    number, data, bus = read(count, gives=gives)
    assert (number, bytes(data)) == (got, RANDOM[:got])
    status = [value for address, value in bus.writes if address == BASE + 2 * STEP + 0x70]
    assert status == [0, 1, 3, 11, 15, 0]               # 3.1.1, and a reset at the end


@pytest.mark.parametrize("device", [{"kind": 2}, {"version": 1}, {"features": 0}, {"most": 1}, {"gives": 0},
                                    {"refuses": True}])
def test_a_device_that_is_none_or_does_not_answer(device):
    number, _, bus = read(**device)
    assert number == 0
    assert bus.writes == [] or bus.writes[-1] == (BASE + 2 * STEP + 0x70, 0)


def test_what_a_device_claims_is_not_believed():
    """It says that it wrote more than it was offered: no byte beyond the buffer is taken."""
    class Liar(Device):
        def serve(self):
            super().serve()
            self.memory.write(self.place(0xA0) + 8, (1 << 20).to_bytes(4, "little"))

    with Memory({OUT: bytearray(64), WORK: bytearray(virtio_rng.MEMORY)}) as memory, Liar(memory):
        assert virtio_rng.read(BASE, STEP, SLOTS, usize(WORK), Ptr[u8](usize(OUT)), 32) == 32
