"""Typed view of mmio.py: the registers of a device read and write integers."""

from typing import Any, Mapping, Sequence, overload

class Access:
    name: str
    readable: bool
    writable: bool

RO: Access
WO: Access
RW: Access

class Transfer:
    kind: str
    address: int
    size: int
    value: int

class Bus:
    log: list[Transfer]
    def __init__(self, script: Mapping[int, Sequence[int]] | None = None, base: int = 0) -> None: ...
    @property
    def writes(self) -> list[tuple[int, int]]: ...
    @property
    def reads(self) -> list[tuple[int, int]]: ...
    def __enter__(self) -> Bus: ...
    def __exit__(self, *exc: object) -> None: ...
    def read(self, address: int, size: int) -> int: ...
    def write(self, address: int, size: int, value: int) -> None: ...

class Register:
    def read(self) -> int: ...
    def write(self, value: int) -> None: ...

class Reg:
    item: Any
    offset: int
    access: Access
    name: str
    def __init__(self, item: type[int], offset: int, access: Access = ...) -> None: ...
    @overload
    def __get__(self, device: None, owner: type | None = None) -> Reg: ...
    @overload
    def __get__(self, device: object, owner: type | None = None) -> Register: ...

class Field:
    def read(self) -> int: ...
    def of(self, value: int) -> int: ...
    def write(self, value: int) -> None: ...

class Bits:
    reg: Reg
    low: int
    width: int
    ones: int
    def __init__(self, reg: Reg, low: int, width: int = 1) -> None: ...
    @overload
    def __get__(self, device: None, owner: type | None = None) -> Bits: ...
    @overload
    def __get__(self, device: object, owner: type | None = None) -> Field: ...

class Mmio:
    base: int
    def __init__(self, base: int) -> None: ...
