"""An empty tuple where a Sequence is asked for, which is indexed by a variable."""

from typing import Sequence, TypeVar, Collection, Iterable, Optional

T = TypeVar("T")


def f(a: Sequence[float]) -> float:
    t = 0.0
    for i in range(len(a)):
        t += a[i]
    return t


def g(a: Sequence[T], d: T) -> T:
    return a[0] if a else d


def h(a: Sequence[int] = ()) -> list[int]:
    return [a[i] for i in range(len(a))] + list(a[1:])


def k(a: Collection[str]) -> bool:
    return "x" in a or len(a) == 0


def m(a: Optional[Sequence[str]] = None) -> str:
    return "none" if a is None else ",".join(a[i] for i in range(len(a)))


def n(a: Sequence[Sequence[int]]) -> int:
    return sum(r[i] for r in a for i in range(len(r)))


def r(a: Sequence[int]) -> str:
    return repr(a)


class C:
    def __init__(self, xs: Sequence[str] = ()) -> None:
        self.n = sum(len(xs[i]) for i in range(len(xs)))


def it(a: Iterable[int]) -> list[int]:
    return list(a)


def vals(*xs: int) -> str:
    return r(xs) + r(())


def main() -> None:
    print(f((1.5,)), f(()), f([]), g((), 3), g((), "a"), g(("b",), "a"), h(), h(()), h((1, 2)), k(()), k(("y",)), k([]))
    print(m(()), m(), m(("a", "b")), r(()), r((1,)), C().n, C(()).n, C(("ab",)).n, it(()), vals(), vals(1, 2))


if __name__ == "__main__":
    main()
