"""Literals of patterns and items behind a star, where the checker makes fixed-width numbers of them."""

from dataclasses import dataclass

from rumpk import Array, Span, f32, i8, u8, u16, u32, u64, w8


def named(op: u8) -> str:
    match op:
        case 0:
            return "zero"
        case 2 | 18 as which:
            return f"w{which}"
        case 0x20 if op + 200 > 230:
            return "guarded"
        case 255:
            return "last"
        case _:
            return "other"


def signed(x: i8) -> str:
    match x:
        case -1 | -128:
            return "low"
        case 0:
            return "none"
        case n:
            return f"n{n}"


def single(x: f32) -> str:
    match x:
        case 0.1:
            return "tenth"
        case -0.5 | -0.3:
            return "below"
        case _:
            return "other"


@dataclass
class Packet:
    kind: u8
    sizes: tuple[u16, u64]


def packet(p: Packet) -> str:
    match p:
        case Packet(kind=1, sizes=(0, _)):
            return "empty"
        case Packet(kind=1 | 2, sizes=(512, 0x8000_0000_0000_0000)):
            return "large"
        case Packet(3, (n, 7)) if n > 5:
            return f"n={n}"
        case _:
            return "unknown"


def row(xs: list[w8]) -> str:
    match xs:
        case []:
            return "no row"
        case [1, *rest]:
            return f"one and {len(rest)}"
        case [a, 2]:
            return f"{a} two"
        case _:
            return "row"


def total(*xs: u32) -> u32:
    out: u32 = 0
    for x in xs:
        out += x
    return out


def stars() -> None:
    s = Span[u8](bytearray(range(16)))
    a = Array[u8, 3]([7, 8, 9])
    xs: list[u8] = [1, 2, 3]
    print([*s[:3]], [*a], [*s[14:], *a, 5], {*a[1:]}, (*xs, 4))
    wide: list[u32] = [*xs, 7, *xs[1:], *s[2:4], *a]
    print(wide, wide[0] + 300, wide[4] * 200, wide[-1] * 1000)
    row: tuple[u32, ...] = (*xs, 4)
    print(row, sum(row) * 300, total(*xs), total(5, *s[:3]), total(*wide))
    try:
        print(xs[0] * 255 + xs[1])
    except OverflowError:
        print("u8")
    print(max(*xs), min(*a, u8(3)), sorted([*xs, *a], reverse=True))


def main() -> None:
    print([named(u8(n)) for n in (0, 2, 18, 0x20, 255, 7)])
    print([signed(i8(n)) for n in (-1, -128, 0, 5)])
    print([single(f32(x)) for x in (0.1, -0.5, -0.3, 2.0)])
    print(
        packet(Packet(1, (0, 9))), packet(Packet(2, (512, 2**63))), packet(Packet(3, (6, 7))), packet(Packet(9, (1, 1)))
    )
    print(row([]), row([w8(1), w8(5)]), row([w8(3), w8(2)]), row([w8(3)]))
    stars()


if __name__ == "__main__":
    main()
