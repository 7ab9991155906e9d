# alone: operations on Any are chosen among all that a program makes objects of
"""Operations on `Any`, and on what `cast` promises to be something, with the errors of values that are something else."""
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any, NamedTuple, cast


class Lane(IntEnum):
    LEFT = 1
    RIGHT = 2


class Mood(Enum):
    GOOD = "good"


class Pair(NamedTuple):
    x: int
    y: int


@dataclass
class Vec:
    x: int
    y: int

    def __add__(self, other: object) -> "Vec":
        assert isinstance(other, Vec)
        return Vec(self.x + other.x, self.y + other.y)

    def __len__(self) -> int:
        return 2

    def __getitem__(self, at: int) -> int:
        return self.x if at == 0 else self.y

    @property
    def area(self) -> int:
        return self.x * self.y


class Deep(Vec):
    def __add__(self, other: object) -> "Vec":
        return Vec(-1, -1)

    def only(self) -> str:
        return f"deep {self.x}"


def add(a: Any, b: Any) -> Any:
    try:
        return a + b
    except (TypeError, AssertionError) as error:
        return str(error)


def times(a: Any, b: Any) -> Any:
    try:
        return a * b
    except TypeError as error:
        return str(error)


def less(a: Any, b: Any) -> Any:
    try:
        return a < b
    except TypeError as error:
        return str(error)


def probe(x: Any) -> None:
    try:
        print(x.area, x.x)
    except AttributeError as error:
        print(error)
    try:
        print(x.only())
    except AttributeError as error:
        print(error)
    try:
        print(x[1], len(x))
    except (TypeError, LookupError) as error:
        print(error)
    try:
        x += x
        print(x)
    except TypeError as error:
        print(error)
    try:
        x.append(3)
        print(x)
    except AttributeError as error:
        print(error)
    try:
        if not isinstance(x, dict):             # which would get a key of another type
            x[0] = 5
        print(x)
    except TypeError as error:
        print(error)
    try:
        print(-x, ~x)
    except TypeError as error:
        print(error)


def shout(x: object) -> str:
    for letter in cast(str, x):
        print(letter, end=".")
    print(len(cast(str, x)), cast(str, x)[0], cast(str, x)[1:], cast(str, x) < "b", "b" in cast(str, x))
    return cast(str, x) + "!" + cast(str, x) * 2


def count(x: object) -> int:
    n = cast(int, x) + 1
    n += cast(int, x)
    return n * cast(int, x)


def main() -> None:
    values: list[Any] = [1, True, 2.5, None, "ab", [1, 2], (3, 4), Deep(3, 4), Pair(5, 6)]
    for a in values:
        probe(a)
        print([add(a, b) for b in values])
        print([times(a, b) for b in values])
        print([less(a, b) for b in values])
    print(shout("abc"), count(3), count(True))
    for bad in (4, None):
        try:
            print(shout(bad))
        except TypeError:
            print("TypeError")


if __name__ == "__main__":
    main()
