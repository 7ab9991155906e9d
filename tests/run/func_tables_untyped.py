# alone: operations on Any are chosen among all that a program makes objects of
"""Tables of lambdas and of functions of `operator` that say no type: of modules, classes and functions, by text, number and member."""

import operator
from enum import Enum

OPS = {"+": operator.add, "-": operator.sub, "*": lambda a, b: a * b}


class Calc:
    TABLE = {"neg": lambda x: -x, "dbl": lambda x: x * 2}

    def __init__(self) -> None:
        self.stack: list[float] = []

    def run(self, text: str) -> float:
        for w in text.split():
            if w in OPS:
                b, a = self.stack.pop(), self.stack.pop()
                self.stack.append(OPS[w](a, b))
            elif w in self.TABLE:
                self.stack.append(Calc.TABLE[w](self.stack.pop()))
            else:
                self.stack.append(float(w))
        return self.stack[-1]


class Op(Enum):
    ADD = "+"
    MUL = "*"


APPLY = {Op.ADD: lambda a, b: a + b, Op.MUL: lambda a, b: a * b}


def ev(op: Op, x: int, y: int) -> int:
    return APPLY[op](x, y)


def mk(n: int) -> int:
    fs = [lambda x: x + n, lambda x: x - n]
    return sum(f(10) for f in fs) + fs[0](1)


def places() -> None:
    print(Calc().run("1 2 + 3 * neg dbl"), sorted(OPS), len(OPS), "+" in OPS, OPS.get("q") is None)
    local = {1: lambda s: s.upper(), 2: lambda s: s[::-1]}
    print(local[1]("abc"), [f("xy") for f in local.values()])
    steps = [lambda x: x + 1, lambda x: x * 10]
    v = 3
    for s in steps:
        v = s(v)
    print(v)
    f = OPS["+"]
    print(f(1.0, 2.5), {k: g(6.0, 2.0) for k, g in OPS.items()})


def keys() -> None:
    print(ev(Op.ADD, 2, 3), ev(Op.MUL, 2, 3), mk(4))
    conv = {"i": lambda s: int(s), "f": lambda s: float(s)}
    print(conv["i"]("3"), conv["f"]("2.5"))


def main() -> int:
    places()
    keys()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
