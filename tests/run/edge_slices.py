"""Slices of every kind: negative steps, bounds far outside, empty results, assignment and deletion with steps, messages."""
from collections.abc import Callable

TEXT = "0123456789"
BOUNDS = [None, 0, 1, 4, 9, 10, 99, -1, -4, -10, -11, -99]


def main() -> None:
    plain = list(TEXT)
    for step in (None, 1, 2, 3, 99, -1, -2, -3, -99):
        shown = []
        for low in BOUNDS:
            for high in BOUNDS:
                part = TEXT[low:high:step]
                assert list(part) == plain[low:high:step] and part.encode() == TEXT.encode()[low:high:step]
                assert list(range(10)[low:high:step]) == [int(c) for c in part]
                assert tuple(part) == tuple(plain)[low:high:step]
                shown.append(part)
        print(step, len("".join(shown)), max(shown, key=len), shown[5], shown[-7])
    xs = list(range(10))
    xs[2:5] = [20]
    xs[:0] = [-2, -1]
    xs[len(xs):] = (100, 101)
    xs[5:2] = [55]
    print(xs)
    xs[::3] = [7] * len(xs[::3])
    xs[-1:-5:-2] = [0, 0]
    del xs[1:3], xs[::4]
    print(xs, xs[:], xs[::-1], xs[3:3])
    data = bytearray(b"abcdefgh")
    data[1:3] = b"XYZ"
    data[::2] = bytes(len(data[::2]))
    del data[-2:]
    print(data, data[::-1], data[5:1:-2])

    def short() -> None:
        xs[::2] = [1]

    def zero() -> None:
        print(xs[::0])

    def zero_text() -> None:
        print(TEXT[1:2:0])

    def zero_range() -> None:
        print(range(3)[::0])

    def long_bytes() -> None:
        data[::2] = b"12345678"

    attempts: list[Callable[[], None]] = [short, zero, zero_text, zero_range, long_bytes]
    for attempt in attempts:
        try:
            attempt()
        except ValueError as error:
            print(error)
    print(""[::-1] == "", plain[20:5] == [], "é€😀x"[::-1], "é€😀x"[1:3], "é€😀x"[-2::-1], "ab"[5:], "ab"[-9:1])
