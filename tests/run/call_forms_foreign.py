# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Functions of CPython's own in tables: called with any number of arguments, and with what they say of wrong ones."""

import math
import operator
from typing import Callable

TABLE: dict[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "hypot": math.hypot,
    "abs": abs,
    "pow": pow,
    "add": operator.add,
    "neg": operator.neg,
    "atan2": math.atan2,
    "fmod": math.fmod,
    "log": math.log,
    "max": max,
    "min": min,
    "round": round,
    "len": len,
    "float": float,
    "inc": lambda x: x + 1,
}


class Calc:
    def __init__(self) -> None:
        self.ops: dict[str, tuple[int, Callable[..., float]]] = {
            "+": (2, operator.add),
            "neg": (1, operator.neg),
            "sqrt": (1, math.sqrt),
            "max": (2, max),
            "abs": (1, abs),
        }

    def run(self, text: str) -> float:
        stack: list[float] = []
        for w in text.split():
            if w in self.ops:
                n, f = self.ops[w]
                args = stack[-n:]
                del stack[-n:]
                stack.append(f(*args))
            else:
                stack.append(float(w))
        return stack.pop()


def one_by_one() -> None:
    for name in TABLE:
        try:
            print(name, TABLE[name](1.0, 2.0))
        except TypeError as e:
            print(name, "!", e)
        try:
            print(name, TABLE[name](2.0))
        except TypeError as e:
            print(name, "!", e)
        try:
            print(name, TABLE[name]())
        except TypeError as e:
            print(name, "!", e)


def starred() -> None:
    for name, f in TABLE.items():
        for xs in [[2.0], [3.0, 4.0], [1.0, 2.0, 3.0, 4.0], [0.5] * 9]:
            try:
                print(name, f(*xs))
            except TypeError as e:
                print(name, "!", e)
    print(TABLE["hypot"](*(x for x in (3.0, 4.0))), TABLE["max"](1.0, *[5.0]))


def main() -> None:
    one_by_one()
    starred()
    calc = Calc()
    print(calc.run("3 4 + sqrt neg abs"), calc.run("3 4 max"))
    local: dict[str, Callable[..., int]] = {"add": operator.add, "abs": abs, "max": max, "ord": ord, "sum": sum}
    for name, f in local.items():
        for ys in ([-1], [3, 4]):
            try:
                print(name, f(*ys))
            except TypeError as e:
                print(name, "!", e)


if __name__ == "__main__":
    main()
