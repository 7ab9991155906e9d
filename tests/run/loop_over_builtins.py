"""Loops over builtin functions and classes that are only called."""


def parse(text: str) -> int | float | str:
    for conv in (int, float):
        try:
            return conv(text)
        except ValueError:
            continue
    return text


class Table:
    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def stats(self) -> dict[str, int]:
        out: dict[str, int] = {}
        for name, fn in (("total", sum), ("low", min), ("high", max), ("n", len)):
            out[name] = fn(self.xs)
        return out


def shown(value: object) -> list[str]:
    out: list[str] = []
    for f in [str, repr]:
        out.append(f(value))
        out.append(f.__name__)
    else:
        out.append("done")
    return out


def first(text: str) -> object:
    for kind in (int, float, str):
        try:
            value = kind(text)
        except ValueError:
            continue
        if kind.__name__ != "int":
            break
        return value
    return text * 2


def inner(words: list[str]) -> list[list[int]]:
    out: list[list[int]] = []
    for f in (len, ord):
        out.append([f(w) for w in words])
    return out


def main() -> None:
    print(parse("12"), parse("1.5"), parse("x1"), type(parse("3")).__name__)
    print(Table([3, 1, 2]).stats())
    print(shown("a"), shown(3))
    print(first("5"), first("2.5"), first("q"))
    print(inner(["a", "b"]))
    for test in (any, all):
        print(test.__name__, test([True, False]), test([1, 2]))


if __name__ == "__main__":
    main()
