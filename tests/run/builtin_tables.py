"""Tables of CPython's own functions and classes without a type, and variables that are one or another of them."""

import math
import operator


def mean(xs: list[int]) -> float:
    return sum(xs) / len(xs)


AGGREGATES = {"min": min, "max": max, "sum": sum, "len": len, "mean": mean}
NUMBERS = {"sqrt": math.sqrt, "abs": abs, "round": round, "neg": operator.neg}
CONVERTERS = {"int": int, "float": float, "str": str}
PARSERS = {"int": int, "hex": lambda s: int(s, 16), "bool": lambda s: s == "yes"}
FUNCTIONS = [min, max]
FORMATS = {"d": str, "x": hex, "b": bin, "o": oct}


class Stats:
    kinds = {"lo": min, "hi": max}

    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def get(self, name: str) -> int:
        return Stats.kinds[name](self.xs)

    def order(self, down: bool) -> int:
        best = max if down else min
        return best(self.xs)


def best(xs: list[int], low: bool) -> int:
    pick = min if low else max
    return pick(xs)


def nearest(a: float, b: float, how: str) -> float:
    choose = min if how == "low" else max if how == "high" else sum_of
    return choose(a, b)


def sum_of(a: float, b: float) -> float:
    return a + b


def number(text: str, whole: bool) -> str:
    convert = int if whole else float
    return f"{convert(text)}"


def change(text: str, up: bool) -> str:
    f = str.upper if up else str.lower
    return f(text)


def check(flags: list[bool], every: bool) -> bool:
    test = all if every else any
    return test(flags)


def aggregate(xs: list[int]) -> None:
    for name, f in AGGREGATES.items():
        print(name, f(xs))
    table = {"sorted": sorted, "reversed": lambda ys: ys[::-1]}
    for name in table:
        print(name, table[name](xs))


def numbers(x: float) -> list[str]:
    return [f"{k}={f(x):.3f}" for k, f in sorted(NUMBERS.items())]


def convert(text: str) -> None:
    for kind, conv in CONVERTERS.items():
        try:
            value = conv(text)
        except ValueError as e:
            print(kind, "error", e)
        else:
            print(kind, repr(value))


def main() -> None:
    aggregate([3, 1, 2])
    print(AGGREGATES["max"]([1, 5]), AGGREGATES["len"]([1]))
    print(numbers(2.25))
    convert("12")
    convert("1.5")
    print(CONVERTERS["int"]("7") + 1, CONVERTERS["str"]("8"))
    for kind, text in [("int", "5"), ("hex", "ff"), ("bool", "yes")]:
        print(kind, PARSERS[kind](text))
    for g in FUNCTIONS:
        print(g(2, 3))
    for spec in FORMATS:
        print(spec, FORMATS[spec](10))
    s = Stats([4, 9, 2])
    print(s.get("lo"), s.get("hi"), s.order(True), s.order(False))
    print(best([1, 2, 3], True), best([1, 2, 3], False))
    print(nearest(1, 2.5, "low"), nearest(1, 2.5, "high"), nearest(1, 2.5, "sum"))
    print(number("3", True), number("3", False), change("aB", True), change("aB", False))
    print(check([True, False], True), check([True, False], False))
    try:
        AGGREGATES["median"]([1])
    except KeyError as e:
        print("no", e)


if __name__ == "__main__":
    main()
