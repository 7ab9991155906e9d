from collections.abc import Callable
from typing import Optional

Parser = Callable[[str, int], Optional[tuple[int, int]]]


def digit(s: str, i: int) -> Optional[tuple[int, int]]:
    if i < len(s) and s[i].isdigit():
        return int(s[i]), i + 1
    return None


def many1(p: Parser) -> Parser:
    def run(s: str, i: int) -> Optional[tuple[int, int]]:
        acc = 0
        got = p(s, i)
        if got is None:
            return None
        while got is not None:
            v, i = got
            acc = acc * 10 + v
            got = p(s, i)
        return acc, i
    return run


def seq(p: Parser, q: Parser, f: Callable[[int, int], int]) -> Parser:
    def run(s: str, i: int) -> Optional[tuple[int, int]]:
        a = p(s, i)
        if a is None:
            return None
        b = q(s, a[1])
        return (f(a[0], b[0]), b[1]) if b is not None else None
    return run


def alt(*ps: Parser) -> Parser:
    def run(s: str, i: int) -> Optional[tuple[int, int]]:
        for p in ps:
            got = p(s, i)
            if got is not None:
                return got
        return None
    return run


def char(c: str) -> Parser:
    return lambda s, i: (0, i + 1) if i < len(s) and s[i] == c else None


def main() -> None:
    number = many1(digit)
    paren = seq(seq(char("("), number, lambda _, b: b), char(")"), lambda a, _: a)
    term = alt(number, paren)
    add = seq(seq(term, char("+"), lambda a, _: a), term, lambda a, b: a + b)
    expr = alt(add, term)
    for text in ["12", "(7)", "3+4", "(10)+5", "x", "1+"]:
        print(text, expr(text, 0))


if __name__ == "__main__":
    main()
