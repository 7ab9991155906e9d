"""A sequence is unpacked before what takes its items can change it; arrays are unpacked and reversed as lists are."""

from collections import deque

from rumpk import Array, Span, i32, u8, u64, w16


class Shift:
    """What a store into it does to the list that is being unpacked."""

    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def __setitem__(self, key: int, value: int) -> None:
        self.xs[key] = value * 10

    @property
    def last(self) -> int:
        return self.xs[-1]

    @last.setter
    def last(self, value: int) -> None:
        self.xs.pop()
        self.xs.append(value)


def swapped() -> None:
    xs = [1, 2]
    xs[1], xs[0] = xs
    ys = [1, 2, 3]
    ys[2], *ys[:2] = ys
    zs = [[1, 2], [3, 4]]
    zs[1], [zs[0][0], zs[0][1]] = zs
    b = bytearray(b"ab")
    b[1], b[0] = b
    q = deque([1, 2, 3])
    q[2], q[0], q[1] = q
    print(xs, ys, zs, b, q)
    s = Shift([1, 2, 3])
    s[2], s[1], s[0] = s.xs
    print(s.xs)
    s.last, a, c = s.xs
    print(s.xs, a, c)
    for xs[0], xs[1] in ([7, 8], xs, xs):
        print(xs)
    x, (y, z) = [[5], [6]], [8, 9]
    print(x, y, z)
    try:
        xs[0], xs[1] = [4]
    except ValueError as e:
        print(xs, e)


def arrays() -> None:
    a = Array[i32, 3]([3, -1, 4])
    x, y, *rest = a
    print(x, y, rest, list(reversed(a)))
    a[0], a[1], a[2] = reversed(a)
    print(list(a))
    a[2], a[0], a[1] = a
    [p, q, r] = a
    print(list(a), p, q, r, [v * 2 for v in reversed(a)])
    s = Span[u8](bytearray(b"abc"))
    s[2], s[1], s[0] = s
    first, *middle, last = s
    print(list(s), first, middle, last, *reversed(s))
    try:
        one, two = a
        print(one, two)
    except ValueError as e:
        print(e)
    try:
        one, two, three, four = a
        print(one, two, three, four)
    except ValueError as e:
        print(e)


def rounded() -> None:
    c: u64 = 1250
    d: u64 = 2**63 - 8
    print(
        round(c, -2), round(c, 2), round(c + 100, -2), round(u8(255), -1), round(d, -1), round(u64(2**63 - 2**60), -3)
    )
    print(round(w16(1250), -2), round(w16(1350), -2), round(d, -20), round(c, -4), round(-1250, -2), round(5, -1))


def main() -> None:
    swapped()
    arrays()
    rounded()


if __name__ == "__main__":
    main()
