"""`Ptr[T]`: a raw address.  Under CPython it points into a `Memory` that a test provides.

    with Memory({0x8000_0000: bytes(4096)}) as memory:
        p = Ptr[u32](0x8000_0000)
        p[1] = 7                        four bytes at 0x8000_0004, little-endian as on both machines
        memory.read(0x8000_0004, 4)     b"\\x07\\0\\0\\0"

An access outside every region raises `MemoryFault`, where the board would take a trap or corrupt memory.
"""

from __future__ import annotations

import struct
from typing import Any, Mapping

from rumpk.floats import f32
from rumpk.integers import Fixed, u8, u64
from rumpk.words import Word


class MemoryFault(Exception):
    """An access to an address that no region of the host memory covers."""


class Memory:
    """The memory that raw addresses mean under CPython: regions by base address.  The innermost `with` is current."""

    _stack: list[Memory] = []

    def __init__(self, regions: Mapping[int, bytes | bytearray] | None = None) -> None:
        """`regions` maps a base address to its initial bytes; a `bytearray` is used in place, not copied."""
        self._regions: dict[int, bytearray] = {}
        for base, content in (regions or {}).items():
            self._regions[base] = content if isinstance(content, bytearray) else bytearray(content)

    def __enter__(self) -> Memory:
        Memory._stack.append(self)
        return self

    def __exit__(self, *exc: object) -> None:
        Memory._stack.pop()

    @staticmethod
    def current() -> Memory:
        """The memory of the innermost `with`; `MemoryFault` outside of one."""
        if not Memory._stack:
            raise MemoryFault("a raw address needs a host memory: with Memory({base: bytes(size)}): ...")
        return Memory._stack[-1]

    def _locate(self, address: int, size: int) -> tuple[bytearray, int]:
        for base, content in self._regions.items():
            if base <= address and address + size <= base + len(content):
                return content, address - base
        raise MemoryFault(f"no memory at {address:#x} ({size} bytes)")

    def read(self, address: int, size: int) -> bytes:
        """The bytes at `address`."""
        content, offset = self._locate(address, size)
        return bytes(content[offset:offset + size])

    def write(self, address: int, data: bytes) -> None:
        """Stores bytes at `address`."""
        content, offset = self._locate(address, len(data))
        content[offset:offset + len(data)] = data


def item_size(item: Any) -> int:
    """Bytes that a number of type `item` takes in memory.  `TypeError` for what has no layout of its own."""
    if item in (int, float):
        return 8
    if item is bool:
        return 1
    if item is f32:
        return 4
    if isinstance(item, type) and issubclass(item, Ptr):
        return 8
    if isinstance(item, type) and issubclass(item, (Fixed, Word)):
        return item.BITS // 8
    raise TypeError(f"{getattr(item, '__name__', item)} is not a number: it has no size of its own")


def decode(item: Any, data: bytes) -> Any:
    """A number from its little-endian bytes."""
    if item is float or item is f32:
        return item(struct.unpack("<d" if item is float else "<f", data)[0])
    signed = item is int or getattr(item, "SIGNED", False)
    return item(int.from_bytes(data, "little", signed=signed))


def encode(item: Any, value: Any) -> bytes:
    """The little-endian bytes of a number; the value is converted to `item` first."""
    if item is float or item is f32:
        return struct.pack("<d" if item is float else "<f", item(value))
    size = item_size(item)
    number = value.address if isinstance(value, Ptr) else int(item(value))
    return (number & ((1 << 8 * size) - 1)).to_bytes(size, "little")


class Ptr:
    """An address of items of one type.  Arithmetic counts items.  Unchecked on the board: unsafe modules only."""

    ITEM: Any = None
    __slots__ = ("address",)
    _instances: dict[Any, type] = {}

    def __class_getitem__(cls, item: Any) -> Any:
        if item not in cls._instances:
            name = f"Ptr[{getattr(item, '__name__', item)}]"
            cls._instances[item] = type(name, (Ptr,), {"ITEM": item, "__slots__": ()})
        return cls._instances[item]

    def __init__(self, address: Any = 0) -> None:
        """From an address, or from a pointer to another type (a cast).  `Ptr[u8]()` is null."""
        self.address = u64(address.address if isinstance(address, Ptr) else address)

    def _at(self, index: int) -> int:
        return int(self.address) + int(index) * item_size(self.ITEM)

    def __getitem__(self, index: int) -> Any:
        """The item `index` items further on."""
        return decode(self.ITEM, Memory.current().read(self._at(index), item_size(self.ITEM)))

    def __setitem__(self, index: int, value: Any) -> None:
        Memory.current().write(self._at(index), encode(self.ITEM, value))

    def __add__(self, count: int) -> Any:
        return type(self)(self._at(count))

    def __sub__(self, count: int) -> Any:
        return type(self)(self._at(-count))

    def __int__(self) -> int:
        return int(self.address)

    __index__ = __int__

    def __bool__(self) -> bool:
        return self.address != 0

    def __eq__(self, other: object) -> bool:
        return self.address == other.address if isinstance(other, Ptr) else NotImplemented

    def __lt__(self, other: Ptr) -> bool:
        return self.address < other.address

    def __le__(self, other: Ptr) -> bool:
        return self.address <= other.address

    def __hash__(self) -> int:
        return hash(self.address)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({int(self.address):#x})"


SYMBOLS: dict[str, int] = {}            # what `linker_symbol` finds under CPython; a test fills it


def linker_symbol(name: str) -> Any:
    """The address that the linker gives `name`, as a module-level constant.  Under CPython: see `SYMBOLS`."""
    return Ptr[u8](SYMBOLS.get(name, 0))
