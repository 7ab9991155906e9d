"""TypeGuard, bare Final, @overload by arguments, assert_never."""

from dataclasses import dataclass
from typing import TypeGuard, Final, Literal, overload, assert_never


def is_strs(xs: list[str] | list[int]) -> TypeGuard[list[str]]:
    return len(xs) > 0 and all(isinstance(x, str) for x in xs)


def is_int(x: int | str) -> TypeGuard[int]:
    return isinstance(x, int)


class C:
    LIMIT: Final = 10
    NAME: Final[str] = "c"

    def __init__(self) -> None:
        self.size: Final = 3


@dataclass
class Limits:
    n: int
    limit: Final = 10
    name: Final[str] = "x"
    on: Final = True
    ratio: Final = 0.5


@overload
def conv(x: int) -> str: ...
@overload
def conv(x: str) -> int: ...
def conv(x: int | str) -> str | int:
    if isinstance(x, int):
        return str(x)
    return int(x)


class Box:
    def __init__(self) -> None:
        self.d = {"a": 1}

    @overload
    def get(self, k: str) -> int | None: ...
    @overload
    def get(self, k: str, default: int) -> int: ...
    def get(self, k: str, default: int | None = None) -> int | None:
        return self.d.get(k, default)


def kind(x: int | str) -> str:
    if isinstance(x, int):
        return "int"
    elif isinstance(x, str):
        return "str"
    else:
        assert_never(x)


def kind2(x: int | str) -> str:
    match x:
        case int():
            return "i"
        case str():
            return "s"
        case _:
            assert_never(x)


Unit = Literal["cm", "in"]


def scale(unit: Unit, kind: Literal["not a type", "x y"] = "x y") -> float:
    if unit == "cm":
        return 1.0
    elif unit == "in":
        return 2.54 if kind == "x y" else 0.0
    else:
        assert_never(unit)


def main() -> None:
    print(Limits(1), Limits(2, 3).limit + 1, Limits(1) == Limits(1, 10), Limits(1, on=False).on)
    print(scale("in"), scale("cm", "not a type"))
    v: int | str = 3
    xs: list[int | str] = [1, "a"]
    for v in xs:
        if is_int(v):
            print(v + 1)
    print(C.LIMIT, C().size, C.NAME, conv(5).upper(), conv("7") + 1)
    b = Box()
    print(b.get("a"), b.get("z", 3) + 1, b.get("q"))
    print(kind(1), kind("x"), kind2(2))


if __name__ == "__main__":
    main()
