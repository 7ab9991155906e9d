"""Device registers, and a register bus that a test scripts.

    class Uart(Mmio):                       NS16550
        data = Reg(u8, 0x00)
        lsr = Reg(u8, 0x05, access=RO)
        room = Bits(lsr, 5)                 bit 5 of lsr
        filter = Regs(u32, 0x40, 8)         eight registers in a row: `uart.filter[i].read()`

    uart = Uart(0x1000_0000)
    uart.lsr.read()                         exactly one volatile load of one byte
    uart.data.write(65)                     exactly one volatile store
    uart.room.read()                        one load of lsr, then the field
    uart.room.of(status)                    the field of a value that was read before: no access

    with Bus({0x05: [0x00, 0x60]}, base=0x1000_0000) as bus:    lsr reads 0x00, then 0x60 for good
        ...
        assert bus.writes == [(0x00, 65)]

Writing a read-only register, or reading a write-only one, raises `AttributeError`; the checker refuses it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from rumpk.memory import Memory, MemoryFault, decode, encode, item_size


@dataclass(frozen=True)
class Access:
    """Which way a register may be used."""

    name: str
    readable: bool
    writable: bool


RO = Access("RO", True, False)
WO = Access("WO", False, True)
RW = Access("RW", True, True)


@dataclass(frozen=True)
class Transfer:
    """One access that a bus saw: "read" or "write"; the address counts from the bus's base, the size is in bytes."""

    kind: str
    address: int
    size: int
    value: int


class Bus:
    """Scripted registers.  `script` maps an address to the values that successive reads give; the last one stays.

    A register without a script holds what was written to it; one that was never written raises `MemoryFault`.
    """

    _stack: list[Bus] = []

    def __init__(self, script: Mapping[int, Sequence[int]] | None = None, base: int = 0) -> None:
        self._script = {address: list(values) for address, values in (script or {}).items()}
        self._base = base
        self._stored: dict[int, int] = {}
        self.log: list[Transfer] = []

    @property
    def writes(self) -> list[tuple[int, int]]:
        """Every write so far, as (address, value)."""
        return [(t.address, t.value) for t in self.log if t.kind == "write"]

    @property
    def reads(self) -> list[tuple[int, int]]:
        """Every read so far, as (address, value)."""
        return [(t.address, t.value) for t in self.log if t.kind == "read"]

    def __enter__(self) -> Bus:
        Bus._stack.append(self)
        return self

    def __exit__(self, *exc: object) -> None:
        Bus._stack.pop()

    def read(self, address: int, size: int) -> int:
        """The next value of the register at an absolute address."""
        place = address - self._base
        values = self._script.get(place)
        if values:
            value = values.pop(0) if len(values) > 1 else values[0]
        elif place in self._stored:
            value = self._stored[place]
        else:
            raise MemoryFault(f"register {place:#x} was read, but the bus has no value for it")
        self.log.append(Transfer("read", place, size, value))
        return value

    def write(self, address: int, size: int, value: int) -> None:
        """Records a write."""
        self._stored[address - self._base] = value
        self.log.append(Transfer("write", address - self._base, size, value))


def _load(item: Any, address: int) -> Any:
    if Bus._stack:
        return item(Bus._stack[-1].read(address, item_size(item)))
    return decode(item, Memory.current().read(address, item_size(item)))


def _store(item: Any, address: int, value: Any) -> None:
    if Bus._stack:
        Bus._stack[-1].write(address, item_size(item), int(item(value)))
    else:
        Memory.current().write(address, encode(item, value))


class Register:
    """One register of one device: `uart.lsr`."""

    __slots__ = ("_reg", "_address")

    def __init__(self, reg: Reg, address: int) -> None:
        self._reg = reg
        self._address = address

    def read(self) -> Any:
        """One volatile load of the register's width."""
        if not self._reg.access.readable:
            raise AttributeError(f"register '{self._reg.name}' is write-only")
        return _load(self._reg.item, self._address)

    def write(self, value: Any) -> None:
        """One volatile store of the register's width.  `OverflowError` when the value does not fit."""
        if not self._reg.access.writable:
            raise AttributeError(f"register '{self._reg.name}' is read-only")
        _store(self._reg.item, self._address, value)


class Reg:
    """Declares a register in an `Mmio` class: element type, byte offset, access."""

    def __init__(self, item: Any, offset: int, access: Access = RW) -> None:
        if offset % item_size(item):
            raise ValueError(f"offset {offset:#x} is not a multiple of the register's {item_size(item)} bytes")
        self.item = item
        self.offset = offset
        self.access = access
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, device: Any, owner: type | None = None) -> Any:
        return self if device is None else Register(self, device.base + self.offset)

    def __set__(self, device: Any, value: Any) -> None:
        raise AttributeError(f"write a register with .write(): {self.name}.write(value)")


class RegisterArray:
    """The registers of one name of one device: `gic.priority`."""

    __slots__ = ("_regs", "_address")

    def __init__(self, regs: Regs, address: int) -> None:
        self._regs = regs
        self._address = address

    def __len__(self) -> int:
        return self._regs.count

    def __getitem__(self, index: int) -> Register:
        """`IndexError` outside; a negative index counts from the end."""
        place = int(index) + (self._regs.count if index < 0 else 0)
        if not 0 <= place < self._regs.count:
            raise IndexError("array index out of range")
        return Register(self._regs, self._address + place * self._regs.stride)


class Regs(Reg):
    """Declares `count` registers, `stride` bytes from one to the next (their size, unless said otherwise)."""

    def __init__(self, item: Any, offset: int, count: int, access: Access = RW, stride: int = 0) -> None:
        super().__init__(item, offset, access)
        self.count = count
        self.stride = stride or item_size(item)
        if count < 1 or self.stride % item_size(item):
            raise ValueError(f"a stride of {self.stride} is not a multiple of the register's {item_size(item)} bytes")

    def __get__(self, device: Any, owner: type | None = None) -> Any:
        return self if device is None else RegisterArray(self, device.base + self.offset)


class Field:
    """One bit field of one device's register."""

    __slots__ = ("_bits", "_register")

    def __init__(self, bits: Bits, register: Register) -> None:
        self._bits = bits
        self._register = register

    def read(self) -> Any:
        """One load of the register; the field, shifted down."""
        return self.of(self._register.read())

    def of(self, value: Any) -> Any:
        """The field of a register value that was read before."""
        return self._register._reg.item((int(value) >> self._bits.low) & self._bits.ones)

    def write(self, value: int) -> None:
        """One load, one store: the other bits keep what the load gave.  `OverflowError` when the value is too wide."""
        bits = self._bits
        if not 0 <= value <= bits.ones:
            raise OverflowError("the value does not fit the bit field")
        rest = int(self._register.read()) & ~(bits.ones << bits.low)
        self._register.write(rest | int(value) << bits.low)


class Bits:
    """Declares a bit field of a register, or of a record's integer field (by its name): lowest bit and width in bits.

    A register's field is read with `.read()`; a record's is an attribute like the others.
    """

    def __init__(self, reg: Any, low: int, width: int = 1) -> None:
        if low < 0 or width < 1 or not isinstance(reg, str) and low + width > 8 * item_size(reg.item):
            raise ValueError(f"bits {low} to {low + width - 1} are outside the register")
        self.reg = reg
        self.low = low
        self.width = width
        self.ones = (1 << width) - 1

    def __get__(self, device: Any, owner: type | None = None) -> Any:
        if device is None:
            return self
        if isinstance(self.reg, str):
            whole = getattr(device, self.reg)
            return type(whole)((int(whole) >> self.low) & self.ones)
        return Field(self, self.reg.__get__(device))

    def __set__(self, device: Any, value: int) -> None:
        if not isinstance(self.reg, str):
            raise AttributeError("write a bit field of a register with .write(value)")
        if not 0 <= value <= self.ones:
            raise OverflowError("the value does not fit the bit field")
        whole = int(getattr(device, self.reg))
        setattr(device, self.reg, whole & ~(self.ones << self.low) | int(value) << self.low)


class Mmio:
    """Base of device classes; `base` is the address of the register block."""

    def __init__(self, base: int) -> None:
        self.base = int(base)
