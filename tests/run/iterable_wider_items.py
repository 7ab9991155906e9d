"""iterables of unions, from lists of members"""
from collections.abc import Iterable, Iterator
from typing import Optional


class A:
    def name(self) -> str:
        return "A"


class B(A):
    def name(self) -> str:
        return "B"


def show(xs: Iterable[Optional[int]]) -> str:
    return ",".join("-" if x is None else str(x) for x in xs)


def names(xs: Iterable[A]) -> list[str]:
    return [x.name() for x in xs]


def mixed(xs: Iterable[int | str]) -> list[str]:
    return [x if isinstance(x, str) else f"#{x}" for x in xs]


class Box:
    def __init__(self, items: Iterable[int | str] = ()) -> None:
        self.items = list(items)

    def extend(self, more: Iterable[int | str]) -> None:
        for m in more:
            self.items.append(m)


def gen() -> Iterator[int]:
    yield 1
    yield 2


def first(xs: Iterable[Optional[int]]) -> Optional[int]:
    for x in xs:
        return x
    return None


def both(xs: Iterable[Optional[int]]) -> list[Optional[int]]:
    return [*xs, *xs]


def later(xs: Iterator[int | str]) -> Iterator[str]:
    for x in xs:
        yield f"<{x}>"


def main() -> None:
    live = [1]
    seen: Iterable[Optional[int]] = live
    live.append(5)
    print(list(seen), both(live), both(gen()), first(live), next(iter(seen)))
    print(list(later(gen())), list(later(iter(["p", "q"]))))
    objects: Iterable[object] = live
    print([o for o in objects])
    bs = [B(), B()]
    print(show([1, 2]), show([None]), show((1, None)), show(gen()), show({1: 2}))
    print(names(bs), names(b for b in bs), names([A(), B()]), names({"x": B()}.values()))
    xs = [1, 2]
    ys = ["a", "b"]
    print(mixed(xs), mixed(ys), mixed([1, "b"]), mixed(gen()), mixed("xy"), mixed(range(2)))
    b = Box(xs)
    b.extend(ys)
    b.extend(gen())
    b.extend(x for x in xs if x > 1)
    b.extend(t for t in ("a", 3))
    print(b.items, Box().items, Box({3, }).items)


if __name__ == "__main__":
    main()
