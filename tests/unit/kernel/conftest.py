"""A board for the kernel under CPython: the serial line is two buffers, power-off is an exception."""

import sys
import types

import pytest

import rumpk
from hal.cause import Cause
from rumpk import u8, u64


class PowerOff(Exception):
    """The machine has ended, with this code."""


class BlockedForEver(Exception):
    """The board would sleep now, and nothing would wake it."""


class FakeBoard(types.ModuleType):
    """hal.board as hal/contract.py promises it."""

    def __init__(self) -> None:
        super().__init__("hal.board")
        self.sent = bytearray()
        self.keys = bytearray()
        self.ticks = 0
        self.frequency = 10_000_000
        self.cause = Cause.UNKNOWN
        self.address = 0
        self.resumed = None
        self.hart = 0
        self.calls = []                     # of other harts
        self.events = []                    # that are pending
        self.done = []
        self.enabled = set()
        self.alarm = None
        self.nested = False                 # a trap inside of a trap
        self.protected = False
        self.random = b""                   # of the entropy device

    def type(self, keys: bytes) -> None:
        """These bytes arrive."""
        self.keys += keys

    def machine_name(self):
        return "testbed"

    def serial_init(self):
        pass

    def serial_put(self, byte):
        self.sent.append(u8(byte))

    def serial_ready(self):
        return len(self.keys) > 0

    def serial_get(self):
        return u8(self.keys.pop(0))

    def serial_wait(self):
        raise BlockedForEver

    def serial_interrupt(self):
        return 10

    def entropy(self, out, count):
        for i in range(min(count, len(self.random))):
            out[i] = u8(self.random[i])
        return min(count, len(self.random))

    def hart_number(self):
        return self.hart

    def hart_record(self):
        return u64(self.hart)

    def set_hart_record(self, record):
        pass

    def hart_call(self, hart):
        self.calls.append(hart)

    def hart_start(self, hart, entry, stack, trap_top, record):
        return False

    def interrupts_init(self):
        pass

    def interrupts_off(self):
        return u64(0)

    def interrupts_restore(self, state):
        pass

    def interrupts_on(self):
        pass

    def interrupt_wait(self):
        raise BlockedForEver

    def event_next(self):
        return self.events.pop(0) if self.events else 0

    def event_done(self, event):
        self.done.append(event)

    def device_enable(self, event, hart):
        self.enabled.add((event, hart))

    def device_disable(self, event, hart):
        self.enabled.discard((event, hart))

    def timer_arm(self, ticks):
        self.alarm = int(ticks)

    def timer_disarm(self):
        self.alarm = None

    def wall_clock(self):
        return u64(0)

    def new_context(self, top, record):
        return top

    def timer_init(self, tree_frequency):
        self.frequency = tree_frequency or self.frequency

    def timer_frequency(self):
        return u64(self.frequency)

    def timer_ticks(self):
        return u64(self.ticks)

    def power_off(self, code):
        raise PowerOff(code)

    def trap_cause(self, frame):
        return self.cause

    def trap_address(self, frame):
        return u64(self.address)

    def trap_detail(self, frame):
        return u64(0)

    def trap_is_nested(self, frame):
        return self.nested

    def protect_image(self):
        self.protected = True

    def protect_hart(self, guard, trap_guard):
        self.protected = True

    def boot_guard(self):
        return u64(0)

    def guards_hold(self):
        return True

    def guard_tables(self, size):
        return 0

    def guards_open(self, base, size, tables):
        pass

    def guard_set(self, place, on):
        pass

    def guard_word(self, place, worker):
        return u64(place)

    def guard_renew(self):
        pass

    def fence_use(self, low, high, tables, number):
        pass

    trap_status = trap_stack = trap_return = trap_frame_pointer = trap_detail

    def trap_resume_at(self, frame, pc, stack):
        self.resumed = (pc, stack)

    def register_names(self):
        return "".join(f"x{i:<3}" for i in range(32))


class FakePrim:
    """rumpk.prim, as far as the kernel uses it."""

    def obj_data(self, text):
        return [u8(byte) for byte in text.encode("ascii")]

    def mem_set(self, pointer, byte, count):
        for i in range(count):
            pointer[i] = byte

    def trap(self):
        raise PowerOff("trap")


@pytest.fixture
def board(monkeypatch):
    """A fresh board, and a kernel that has not run yet."""
    fake = FakeBoard()
    monkeypatch.setitem(sys.modules, "hal.board", fake)
    monkeypatch.setattr(rumpk, "prim", FakePrim())
    for name in [name for name in sys.modules if name == "kernel" or name.startswith("kernel.")]:
        monkeypatch.delitem(sys.modules, name)
    return fake
