"""For editors the fixed-width types are `int`: a literal fits, types widen.  `rumpkc check` knows the real rules."""

from typing import TypeAlias

class Fixed(int):
    BITS: int
    SIGNED: bool
    LOW: int
    HIGH: int

def common_type(left: type, right: type) -> type | None: ...

u8: TypeAlias = int
u16: TypeAlias = int
u32: TypeAlias = int
u64: TypeAlias = int
usize: TypeAlias = int
i8: TypeAlias = int
i16: TypeAlias = int
i32: TypeAlias = int
i64: TypeAlias = int
