"""Parser combinators that are plain functions over an alias of Callable, in module variables and tables."""

from typing import Callable, Optional, Tuple, List, TypeVar, Dict

T = TypeVar("T")
U = TypeVar("U")
P = Callable[[str], Optional[Tuple[T, str]]]


def item(pred: Callable[[str], bool]) -> P[str]:
    def run(s: str) -> Optional[Tuple[str, str]]:
        return (s[0], s[1:]) if s and pred(s[0]) else None

    return run


def fmap(f: Callable[[T], U], p: P[T]) -> P[U]:
    def run(s: str) -> Optional[Tuple[U, str]]:
        r = p(s)
        return None if r is None else (f(r[0]), r[1])

    return run


def many(p: P[T]) -> P[List[T]]:
    def run(s: str) -> Optional[Tuple[List[T], str]]:
        out: List[T] = []
        while True:
            r = p(s)
            if r is None:
                return out, s
            out.append(r[0])
            s = r[1]

    return run


def seq(a: P[T], b: P[U]) -> P[Tuple[T, U]]:
    def run(s: str) -> Optional[Tuple[Tuple[T, U], str]]:
        x = a(s)
        if x is None:
            return None
        y = b(x[1])
        return None if y is None else ((x[0], y[0]), y[1])

    return run


def alt(*ps: P[T]) -> P[T]:
    def run(s: str) -> Optional[Tuple[T, str]]:
        for p in ps:
            r = p(s)
            if r is not None:
                return r
        return None

    return run


digit = item(str.isdigit)
num: P[int] = fmap(lambda ds: int("".join(ds)), many(digit))
word: P[str] = fmap("".join, many(item(str.isalpha)))
wordlen: P[int] = fmap(len, word)
both = seq(num, word)
plus = item(lambda c: c == "+")
total: P[int] = fmap(lambda t: t[0] + sum(x for _, x in t[1]), seq(num, many(seq(plus, num))))
either: P[int] = alt(total, wordlen)
TABLE: Dict[str, P[int]] = {"num": num, "len": wordlen, "sum": total}


def main() -> None:
    print(num("123x"), both("12ab!"), total("1+2+3;"), either("4+5"))
    for k, p in TABLE.items():
        print(k, p("7+8"))


if __name__ == "__main__":
    main()
