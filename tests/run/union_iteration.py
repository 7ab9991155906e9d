"""Loops over values of several types; displays next to a wider other side; containers that take items of narrower types."""
from __future__ import annotations

from collections import deque
from collections.abc import Callable


class Guard:
    def __enter__(self) -> Guard:
        print("enter")
        return self

    def __exit__(self, *_: object) -> None:
        print("leave")


def walk(x: list[int] | tuple[int, ...] | str | dict[str, int] | range | None) -> str:
    return ";".join([str(one) for one in x]) if x is not None else "-"


def names(text: str) -> list[str]:
    return [p for p in (text.split(",") if text else ())]


def nest(x: list[int] | int | str) -> list[int | str]:
    out: list[int | str] = []
    for one in x if isinstance(x, list) else [x]:
        out.append(one)
    else:
        out += [1, 2] or [3]
    new: list[str] = ["s"]
    out.extend(new)
    out += new or ["t"]
    return out


def first_long(x: list[str] | set[str], size: int) -> str | None:
    for word in x:
        if len(word) >= size:
            return word
    return None


def main() -> None:
    for one in ([1, 2], (3, 4), "ab", {"k": 1}, range(2)):
        print(type(one).__name__)
    print(walk([1, 2]), walk((3, 4)), walk("ab"), walk({"k": 1, "l": 2}), walk(range(0, 9, 4)), walk(None), walk([]))
    print(names("a,b"), names(""), nest(3), nest([4, 5]), nest("q"))
    print(first_long(["a", "bcd"], 2), first_long({"xyz"}, 3), first_long([], 0))
    for x in {7} if names("") else range(2):
        print(x, end=" ")
    for i, c in enumerate([1] if names("") else "xy"):
        print(i, c, end=" ")
    print()
    q: deque[int | str] = deque()
    q.extend(["u"])
    s: set[int | str] = {1}
    s.update({"x"})
    s |= {"y"}
    print(q, len(s), "x" in s, [1] if q else [1.5], [1] if not q else ["a"])
    print(min((1, 2), key=lambda v: -v, default=None), max([""] * 0, key=len, default=None), min([0.5] * 0, default=0))
    table: dict[int | str, float | None] = {1: 0.5, "one": None}
    print(table[1], table["one"], {(1, "a"): 2, ("b", 3): 4}[1, "a"], hash((1, "x")) == hash((1, "x")))
    makers: list[Callable[[], object]] = [Guard]
    with Guard():
        print("inside", len(makers))
    try:
        with Guard() as guard:
            raise ValueError(type(guard).__name__)
    except ValueError as error:
        print(error)


main_is_typed: Callable[[], None] = main
