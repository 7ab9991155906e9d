from collections.abc import Callable, Iterator
from enum import Enum


class Op(Enum):
    ADD = "+"
    MUL = "*"


TABLE: dict[Op, Callable[[int, int], int]] = {Op.ADD: lambda a, b: a + b, Op.MUL: lambda a, b: a * b}


def fold(xs: list[int], f: Callable[[int, int], int], start: int = 0) -> int:
    acc = start
    for x in xs:
        acc = f(acc, x)
    return acc


def gen(n: int, f: Callable[[int], bool]) -> Iterator[int]:
    for i in range(n):
        if f(i):
            yield i


def compose(*fs: Callable[[int], int]) -> Callable[[int], int]:
    def run(x: int) -> int:
        for f in reversed(fs):
            x = f(x)
        return x
    return run


def curry(f: Callable[[int, int], int]) -> Callable[[int], Callable[[int], int]]:
    return lambda a: lambda b: f(a, b)


def main() -> None:
    print({op.name: fold([1, 2, 3, 4], f, 1) for op, f in TABLE.items()})
    k = 3
    print(list(gen(10, lambda v: v % k == 0)))
    k = 4
    print(list(gen(10, lambda v: v % k == 0)))
    print(compose(lambda x: x + 1, lambda x: x * 2)(5), compose()(9))
    add = curry(lambda a, b: a - b)
    print(add(10)(3), [add(i)(1) for i in range(3)])
    grid = [[(lambda r, c: r * 10 + c)(r, c) for c in range(3)] for r in range(2)]
    print(grid)
    fs = [[lambda: (i, j) for j in range(2)] for i in range(2)]
    print([f() for row in fs for f in row])
    ds: dict[int, Callable[[int], int]] = {n: (lambda m: m * n) for n in range(3)}
    print([d(10) for d in ds.values()])
    total = sum(map(lambda t: t[0] * t[1], zip([1, 2, 3], [4, 5, 6])))
    print(total, any(map(lambda v: v > 5, [1, 9])), all(filter(None, [1, 2])))
    print(sorted({"b": 2, "a": 1}.items(), key=lambda kv: kv[1]), min([(2, "x"), (1, "y")], key=lambda t: t[0]))
    words = "the quick brown fox".split()
    print(sorted(words, key=lambda w: (-len(w), w)), sorted(words, key=lambda w: w[::-1], reverse=True))
    print(max(words, key=len), min(words, key=lambda w: ord(w[0])), list(filter(lambda w: "o" in w, words)))
    for a, b in map(lambda w: (w, len(w)), words):
        print(a, b, end=";")
    print()


if __name__ == "__main__":
    main()
