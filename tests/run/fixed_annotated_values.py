"""Annotations convert: variables, arguments, fields, elements and results have the type that is written."""

from rumpk import i8, u8, u32, w8, w32


class Counter:
    level: u8
    total: u32

    def __init__(self, level: u8) -> None:
        self.level = level
        self.total = 0

    def raise_by(self, amount: u8) -> u8:
        self.level += amount
        self.total += amount
        return self.level


def double(x: u8) -> u8:
    return x * 2


def low(x: w8) -> w8:
    return x + 1


def main() -> None:
    x: u8 = 200
    try:
        x += 100
    except OverflowError:
        print("x stays", x)
    try:
        print(double(128))
    except OverflowError:
        print("double(128) overflows")
    print(double(127))
    counter = Counter(250)
    try:
        for _ in range(10):
            counter.raise_by(2)
    except OverflowError:
        print("level", counter.level, "total", counter.total)
    word: w32 = 0
    word -= 1
    print(word, low(255))
    table: list[w8] = [250, 251, 252]
    for i in range(3):
        table[i] += 5
    print(table)
    signed: i8 = -128
    try:
        signed -= 1
    except OverflowError:
        print("signed stays", signed)
    pair: tuple[u8, w8] = (255, 255)
    print(pair[1] + 1)
    try:
        print(pair[0] + 1)
    except OverflowError:
        print("the first one is checked")
    sizes: dict[str, u8] = {"a": 255}
    try:
        sizes["a"] += 1
    except OverflowError:
        print("sizes stays", sizes["a"])


if __name__ == "__main__":
    raise SystemExit(main())
