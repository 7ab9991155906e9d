# alone: what any object of an image can be is asked
"""Tests for the classes of collections.abc, by isinstance and match; isinstance of what := assigns."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import (
    Callable,
    Collection,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Reversible,
    Sequence,
    Set,
    Sized,
)
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple


class L(Sequence[int]):
    def __len__(self) -> int:
        return 2

    def __getitem__(self, i: int) -> int:
        if i >= 2:
            raise IndexError
        return i


class M(Mapping[str, int]):
    def __getitem__(self, k: str) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


class Z:
    def __len__(self) -> int:
        return 3


class It:
    def __iter__(self) -> It:
        return self

    def __next__(self) -> int:
        raise StopIteration


class Eq:
    def __eq__(self, other: object) -> bool:
        return True


class D(dict[str, int]):
    pass


@dataclass
class P:
    x: int


@dataclass(frozen=True)
class F:
    x: int


class N(NamedTuple):
    x: int


class E(Enum):
    A = 1


def gen() -> Iterator[int]:
    yield 1


def kinds(x: object) -> str:
    out: list[str] = []
    if isinstance(x, Sized):
        out.append("Sized")
    if isinstance(x, Container):
        out.append("Container")
    if isinstance(x, Iterable):
        out.append("Iterable")
    if isinstance(x, Iterator):
        out.append("Iterator")
    if isinstance(x, Reversible):
        out.append("Reversible")
    if isinstance(x, Collection):
        out.append("Collection")
    if isinstance(x, Sequence):
        out.append("Sequence")
    if isinstance(x, MutableSequence):
        out.append("MutableSequence")
    if isinstance(x, Mapping):
        out.append("Mapping")
    if isinstance(x, MutableMapping):
        out.append("MutableMapping")
    if isinstance(x, Set):
        out.append("Set")
    if isinstance(x, MutableSet):
        out.append("MutableSet")
    if isinstance(x, Hashable):
        out.append("Hashable")
    return " ".join(out)


def flat(x: int | Iterable[int] | str) -> list[int]:
    if isinstance(x, str):
        return [len(x)]
    if isinstance(x, Iterable):
        return list(x)
    return [x]


def deep(x: int | list[int] | dict[str, int]) -> int:
    match x:
        case Mapping():
            return sum(x.values())
        case Sequence():
            return sum(x)
        case _:
            return x


def flatten(items: Iterable[object]) -> list[object]:
    out: list[object] = []
    for item in items:
        if isinstance(item, (list, tuple)):
            out.extend(flatten(item))
        else:
            out.append(item)
    return out


def flatten_k3(items: Iterable[Any]) -> list[Any]:
    out: list[Any] = []
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            out.extend(flatten_k3(item))
        else:
            out.append(item)
    return out


def flatten_k4(items: Iterable[object]) -> Iterator[object]:
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, str):
            yield from flatten_k4(item)
        else:
            yield item


def f(n: int) -> int | str:
    return n if n else "z"


class M_m02c_isinstance_Mapping_bare(Mapping[str, int]):
    def __init__(self, d: dict[str, int]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


def f_m17b_isinstance_Sequence_union(x: int | Sequence[int]) -> int:
    if isinstance(x, Sequence):
        return sum(x)
    return x


def kind(x: object) -> str:
    match x:
        case str():
            return "str"
        case Mapping():
            return f"map {len(x)}"
        case Sequence():
            return f"seq {len(x)}"
        case Set():
            return f"set {len(x)}"
        case _:
            return "other"


def clean(x: Any) -> Any:
    if isinstance(x, Mapping):
        return {k: clean(v) for k, v in x.items()}
    if isinstance(x, Sequence) and not isinstance(x, str):
        return [clean(v) for v in x]
    return x


def shown(x: int | str | list[int] | Callable[[], int]) -> str:
    if isinstance(x, Callable):
        return f"call {x()}"
    if isinstance(x, Hashable):
        return f"hash {x}"
    return f"list {len(x)}"


def run_k1() -> None:
    d: deque[int] = deque([1])
    dd: defaultdict[str, int] = defaultdict(int)
    od: OrderedDict[str, int] = OrderedDict()
    xs: list[object] = [
        1,
        2.5,
        True,
        None,
        "a",
        b"a",
        bytearray(b"a"),
        [1],
        (1,),
        (1, "a"),
        {"a": 1},
        {1},
        frozenset([1]),
        range(3),
        d,
        dd,
        od,
        Counter("a"),
        L(),
        M(),
        Z(),
        It(),
        Eq(),
        D(),
        P(1),
        F(1),
        N(1),
        E.A,
    ]
    for x in xs:
        print(type(x).__name__, kinds(x))


def run_k2() -> None:
    print(flat(3), flat([1]), flat((1, 2)), flat("abc"), flat({4: 5}), flat(x for x in [7]))
    print(deep(3), deep([1, 2]), deep({"a": 4}))
    print(flatten([1, [2, (3, [4])], "ab"]))


def run_k3() -> None:
    print(flatten_k3([1, [2, (3, [4])], "ab"]))


def run_k4() -> None:
    print(list(flatten_k4([1, [2, (3, [4])], "ab", {5}])))


def run_m13_isinstance_walrus() -> None:
    if isinstance(x := f(3), int):
        print(x + 2)
    while isinstance(y := f(0), str):
        print(y.upper())
        break
    if not isinstance(z := f(0), int):
        print(z.upper())


def run_m02c_isinstance_Mapping_bare() -> None:
    m = M_m02c_isinstance_Mapping_bare({"a": 1, "b": 2})
    print(isinstance(m, Mapping))


def run_m17b_isinstance_Sequence_union() -> None:
    print(
        f_m17b_isinstance_Sequence_union(3),
        f_m17b_isinstance_Sequence_union([1, 2]),
        f_m17b_isinstance_Sequence_union((3, 4)),
    )


def run_ab2() -> None:
    print([kind(x) for x in ("a", {"k": 1}, [1], (1, 2), {1}, frozenset([2]), 5, b"x", range(3))])
    print(clean({"a": (1, [2, {"b": (3,)}]), "c": "xy"}))


def run_ab3() -> None:
    print(shown(1), shown("a"), shown([1]), shown(lambda: 7))


def main() -> None:
    run_k1()
    run_k2()
    run_k3()
    run_k4()
    run_m13_isinstance_walrus()
    run_m02c_isinstance_Mapping_bare()
    run_m17b_isinstance_Sequence_union()
    run_ab2()
    run_ab3()


if __name__ == "__main__":
    main()
