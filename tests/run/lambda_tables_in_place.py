"""Tables of lambdas that are indexed and called where they stand."""

from enum import Enum
import operator


class Op(Enum):
    ADD = 1
    SUB = 2


class Calc:
    def __init__(self, base: int) -> None:
        self.base = base

    def run(self, op: str, n: int) -> int:
        return {"+": lambda k: self.base + k, "*": lambda k: self.base * k}[op](n)

    def choose(self, i: int, n: int) -> int:
        return [lambda x: x + 1, lambda x: x * 2, lambda x: self.base - x][i](n)


def calc(op: str, a: int, b: int) -> int:
    return {"+": lambda x, y: x + y, "-": lambda x, y: x - y}[op](a, b)


def halves(op: str, a: float, b: float) -> float:
    return {"+": lambda: a + b, "/": lambda: a / b}[op]()


def digits(op: str, a: int) -> str:
    return {"hex": hex, "bin": bin, "same": str}[op](a)


def otherwise(op: str, a: int, b: int) -> int:
    return {"+": lambda x, y: x + y}.get(op, lambda x, y: 0)(a, b)


def test(op: str, a: int, b: int) -> bool:
    return {"<": lambda x, y: x < y, "==": lambda x, y: x == y, ">": operator.gt}[op](a, b)


def by_member(op: Op, a: int, b: int) -> int:
    return {Op.ADD: lambda x, y: x + y, Op.SUB: lambda x, y: x - y}[op](a, b)


def by_number(i: int, s: str) -> str:
    return {0: lambda t: t.upper(), 1: lambda t: t[::-1]}[i % 2](s)


def pair(i: int, a: int) -> int:
    return (lambda x: x + 1, lambda x: x * 2)[i](a)


def shown(name: str) -> str:
    print("asked", name)
    return name


def main() -> None:
    print(calc("+", 1, 2), calc("-", 1, 2), halves("+", 1.5, 2), halves("/", 1, 0.5))
    print(digits("hex", 10), digits("bin", 5), digits("same", 5))
    print(otherwise("+", 1, 2), otherwise("?", 1, 2))
    print([test(o, 1, 2) for o in ("<", "==", ">")])
    print(by_member(Op.ADD, 4, 5), by_member(Op.SUB, 4, 5), by_number(0, "ab"), by_number(3, "ab"))
    print(pair(0, 5), pair(1, 4))
    c = Calc(10)
    print(c.run("+", 3), c.run("*", 3), [c.choose(i, 4) for i in range(3)])
    try:
        calc("*", 1, 2)
    except KeyError as e:
        print("key", e)
    try:
        c.choose(3, 1)
    except IndexError as e:
        print(e)
    r = {"a": lambda k: k + 1}["a"](5) + 1
    print(r, {"a": lambda k: k + 1}[shown("a")](len(shown("bb"))))
    {"a": lambda: print("A"), "b": lambda: print("B")}["b"]()
    for op in ("add", "mul"):
        print({"add": lambda x, y: x + y, "mul": lambda x, y: x * y}[op](3, 4))


if __name__ == "__main__":
    main()
