# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""What a Sequence[T] gives back: slices of lists, tuples, texts and ranges; unions with one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def chunks(xs: Sequence[T], n: int) -> Iterator[Sequence[T]]:
    for i in range(0, len(xs), n):
        yield xs[i : i + n]


def tail(xs: Sequence[T]) -> Sequence[T]:
    return xs[1:]


def quote(v: str | int | None | Sequence[str | int | None]) -> str:
    if v is None:
        return "NULL"
    if isinstance(v, (int, str)):
        return str(v)
    return ",".join(map(quote, v))


def quote_match_seq_scalar_union3(v: int | None | Sequence[int | None]) -> str:
    match v:
        case None:
            return "NULL"
        case int():
            return str(v)
        case _:
            return ",".join([quote_match_seq_scalar_union3(x) for x in v])


def f(v: int | Sequence[int]) -> int:
    if isinstance(v, int):
        return v
    return sum(v)


def f_h2(v: int | None | Sequence[int]) -> int:
    if v is None:
        return 0
    if isinstance(v, int):
        return v
    return sum(v)


def f_h3(v: int | None | Sequence[int]) -> int:
    match v:
        case None:
            return 0
        case int():
            return v
        case _:
            return sum([x for x in v])


def f_h4(v: int | None | Sequence[int | None]) -> int:
    if v is None:
        return 0
    if isinstance(v, int):
        return v
    return sum(f_h4(x) for x in v)


def f_h6(v: str | Iterable[str]) -> list[str]:
    if isinstance(v, str):
        v = [v]
    return [x.upper() for x in v]


def run_chunks_seq() -> None:
    print(list(chunks([1, 2, 3], 2)))
    print(list(chunks((1, 2, 3), 2)))
    print(list(chunks("abcde", 2)))
    print(list(chunks(range(5), 2)))


def run_seq_slice_return() -> None:
    print(tail([1, 2]), tail((1, 2)), tail("ab"), tail(range(3)))


def run_match_seq_scalar_union2() -> None:
    print(quote([1, None, "a"]), quote((1, 2)), quote(3))


def run_match_seq_scalar_union3() -> None:
    print(
        quote_match_seq_scalar_union3([1, None]),
        quote_match_seq_scalar_union3([1, 2]),
        quote_match_seq_scalar_union3(3),
    )


def run_h1() -> None:
    print(f(3), f([1, 2]), f((1, 2)))


def run_h2() -> None:
    print(f_h2(3), f_h2([1, 2]), f_h2((1, 2)), f_h2(None))


def run_h3() -> None:
    print(f_h3(3), f_h3([1, 2]), f_h3((1, 2)), f_h3(None))


def run_h4() -> None:
    print(f_h4(3), f_h4([1, 2, None]), f_h4((1, 2)), f_h4(None))


def run_h6() -> None:
    print(f_h6("abc"), f_h6(["a", "b"]), f_h6({"k": 1}), f_h6(x for x in "xy"))


def main() -> None:
    run_chunks_seq()
    run_seq_slice_return()
    run_match_seq_scalar_union2()
    run_match_seq_scalar_union3()
    run_h1()
    run_h2()
    run_h3()
    run_h4()
    run_h6()


if __name__ == "__main__":
    main()
