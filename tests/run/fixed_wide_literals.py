"""Literals above the largest int take the type of the other operand or of the place: u64, w64, a float."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from rumpk import Array, le64, packed, u64, w32, w64

TOP: Final = 1 << 63
MASK: Final = 0xFFFF_FFFF_0000_0000


@packed
class Rec:
    a: le64
    b: le64


class Obj:
    def __init__(self) -> None:
        self.d: u64 = 5
        self.many: list[u64] = [1, 2**63]
        self.by: dict[u64, u64] = {2**63: 2**64 - 1}


def big() -> u64:
    return 2**64 - 1


def take(x: u64 = 2**63, *, y: u64 = 1 << 63) -> u64:
    return x ^ y


def twice(v: u64) -> u64:
    return v ^ (2**63 + 1)


@dataclass
class P:
    a: u64 = 2**63
    b: list[u64] = field(default_factory=lambda: [2**63])


T: tuple[u64, int] = (2**63, 1)
L: list[u64] = [2**63]
D: dict[str, u64] = {"a": 1 << 63}

ROOM = Array[u64, 3]()


def operands() -> None:
    c: u64 = 5
    c |= 1 << 63
    print(c, c & 0xFFFF_FFFF_0000_0000, c ^ 0x8000_0000_0000_0000, c | TOP, c & MASK)
    print(2**63 | c, 0xFFFF_FFFF_FFFF_FFFF - c, c // 2**63, c % 2**63, 2**64 - 1 - c, (2**64 - 1) // c, c - 2**63)
    print(c == 1 << 63 | 5, 2**63 <= c, 2**63 < c < 2**64 - 1, c != 2**63, c in (2**63, 2**63 + 5))
    print(divmod(c, 2**63), min(c, 2**63), max(2**64 - 1, c))
    o = Obj()
    o.d = 2**64 - 1
    print(o.d)
    o.d -= 2**63
    o.d ^= 0xFFFF_FFFF_FFFF_FFFF
    print(o.d, o.many, o.by)
    o.many.append(2**64 - 1)
    o.many[0] = 2**63
    o.many[1] ^= 2**63 + 1
    o.by[2**63 + 1] = 2**63 + 2
    print(
        o.many, o.by, o.by.get(2**63), o.by.get(4, 2**63), 2**63 in o.by, o.many.count(2**63), o.many.index(2**64 - 1)
    )
    r = Rec()
    r.a = 0xFFFF_FFFF_8000_0000
    r.b = 2**63
    print(hex(r.a), hex(r.b), hex(r.a | 0x7000_0000_0000_0000), r.a > 2**63)
    print(big(), take(), take(2**63 + 4), take(y=2**64 - 1))
    z = w64(1) + 0x9E3779B97F4A7C15
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
    print(z, z & 0xFFFF_FFFF_FFFF_FFFF, z - 2**63, 0xCBF29CE484222325 ^ z)
    x = c if c > 6 else 2**63
    print(x)
    xs = [c, 2**63]
    print(xs)
    t: tuple[u64, int] = (2**63, 4)
    print(t)
    match c:
        case 0x8000_0000_0000_0005:
            print("five")
        case _:
            print("other")
    print(2.5 * 2**63, 10**20 / 4.0, 1.5 < 10**20, 1e19 == 10**19, c in [4, 2**63 + 5], 2**63 not in {4, c})
    print(f"{c & 0xFFFF_FFFF_FFFF_FFFF:x} {c + 2**62:#x}")
    s = {c, 2**63}
    print(sorted(s))
    fs: list[Callable[[u64], u64]] = [lambda v: v | 2**63]
    print(twice(c), [v & 2**63 for v in xs], sum(v & 2**63 for v in xs[:1]), all(v >= 2**63 for v in xs))
    print(fs[0](c))


def fields() -> None:
    p = P()
    p.a += 2**62
    q = P(2**64 - 1, [2**63 + 1])
    print(p, q, p == P(2**63 + 2**62, [1 << 63]), p.a > 2**63)


def module() -> None:
    print(T, L, D)


def arrays() -> None:
    a = Array[u64, 3]([1, 2**63, 3])
    a[0] = 2**64 - 1
    a[1] |= 1 << 63
    ROOM[0] = 0xFFFF_FFFF_FFFF_FFFF
    print(list(a), ROOM[0], a[1] == 2**63)
    w = Array[w64, 2]([0x9E37_79B9_7F4A_7C15, 1])
    w[1] = w[0] * 0xBF58_476D_1CE4_E5B9
    w[0] ^= 0xFFFF_0000_0000_0000
    print(list(w))


def splitmix(seed: w64) -> w64:
    z = seed + 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)


def among() -> None:
    a = w32(5)
    print(a in [4, 5], a in (7, 8), a not in {5}, [splitmix(w64(i)) for i in range(3)])


def main() -> None:
    operands()
    fields()
    module()
    arrays()
    among()


if __name__ == "__main__":
    main()
