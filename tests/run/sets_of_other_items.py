"""Operators of sets whose items have different types."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Kind(IntEnum):
    A = 1
    B = 2


class Color(Enum):
    RED = 1


@dataclass(frozen=True)
class P:
    x: int
    tag: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, P) and self.x == other.x

    def __hash__(self) -> int:
        return hash(self.x)


class Reg:
    def __init__(self) -> None:
        self.ids: set[int] = {1, 2, 3, 4}
        self.mixed: set[int | str] = {1, "x", "y"}

    def rest(self, away: set[int | str]) -> set[int]:
        return self.ids - away

    def common(self) -> set[int]:
        return self.ids & self.mixed

    def drop(self, away: set[float]) -> None:
        self.ids -= away


def show(s: "set[int | None] | frozenset[int | None]") -> list[int]:
    return sorted(x for x in s if x is not None)


def pairs(n: int) -> set[tuple[int, str]]:
    return {(i, str(i)) for i in range(n)}


def main() -> None:
    a = {1, 2, 3}
    b = {2.0, 3.5}
    print(sorted(a & b), sorted(b & a), sorted(a | b), sorted(b | a), sorted(a - b), sorted(b - a), sorted(a ^ b))
    c = {"x", "y"}
    print(a & c, sorted(a - c), len(a | c), len(c ^ a), c & {None, 2})
    m: set[int | str] = {1, "x"}
    print(sorted(a & m), sorted(a - m), sorted(c - m), sorted(c & m), m & c, m & a, m - c)
    print(len(a | m), len(c ^ m), sorted(c | m, key=str))
    f = frozenset([True, False])
    print(sorted(a & f), sorted(a - f), len(a | f), sorted(f & a), f - {1}, type(f | a).__name__, type(a | f).__name__)
    n: set[int | None] = {1, None}
    print(len(a | n), sorted(a & n), len(n - a), n & a, n - {None}, show(n | a), show(frozenset(n) | a))
    big = {2.0, 4.0, 5.0, 6.0}
    print(sorted(a & big), sorted(big & a), sorted({1.0, 2.0, 3.0} & a))
    print(a & {True}, {True} & a, {1, 5} & {True, False}, sorted({True} | {5}))
    k = {Kind.A}
    print(sorted(a & k), sorted(k & a), sorted(a - k), len(a | k), a & {Color.RED})
    p, q = {P(1, "left"), P(2, "left")}, {P(2, "right"), P(3, "right")}
    r: set[P | str] = {"z", P(2, "mixed")}
    print(
        [x.tag for x in p & q],
        [x.tag for x in p & r if isinstance(x, P)],
        len(p | r),
        len(r - p),
        [x.tag for x in q - r],
    )
    reg = Reg()
    print(sorted(reg.rest({1, "q"})), reg.common())
    reg.drop({4.0, 9.5})
    print(sorted(reg.ids))
    reg.mixed |= {7}
    reg.mixed -= c
    print(sorted(reg.mixed, key=str))
    reg.mixed &= {7, 8}
    print(reg.mixed)
    reg.mixed ^= {7, 9}
    print(reg.mixed)
    s = a
    s -= {1.0}
    s &= m | {3}
    print(a, s is a)
    print(sorted(pairs(3) - {(1, "1")}), pairs(2) & {(0, "0", 0)}, sorted(pairs(2) & {(1, "1"), (5, "5")}))
    print({"a": 1}.keys() & {"a", 1}, {1: "a"}.keys() - {"x"}, sorted({1: "a"}.keys() | {2.5}))
    x: set[int | float] = a & b | {1}
    y = {z for z in a & n if z}
    print(x, y, {None} & {3})
    nested: dict[str, set[int]] = {"k": {1, 2}}
    nested["k"] -= {2.0}
    nested["j"] = nested["k"] - {"w"}
    print(nested)


if __name__ == "__main__":
    main()
