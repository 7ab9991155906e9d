"""A union of containers where an `Iterable` of all their items is asked for."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass
class Dog:
    name: str

    def speak(self) -> str:
        return f"{self.name} woof"


@dataclass
class Cat:
    name: str

    def speak(self) -> str:
        return f"{self.name} meow"


def choir(xs: Iterable[Dog | Cat]) -> list[str]:
    return [x.speak() for x in xs]


def pairs(xs: Iterable[int | str]) -> Iterator[int | str]:
    for x in xs:
        yield x
        yield x


def pick(kind: int) -> list[Dog] | list[Cat] | set[int]:
    if kind == 2:
        return {7}
    return [Dog("rex")] if kind == 0 else [Cat("tom"), Cat("kit")]


def main() -> None:
    for kind in range(3):
        got = pick(kind)
        if not isinstance(got, set):
            print(choir(got))
        else:
            print(list(pairs(got)))
    mixed: list[int] | list[str] | tuple[int, ...] = [1, 2] if pick(0) else ["a"]
    print(list(pairs(mixed)), list(pairs(["x"])), list(pairs((3, 4))))


if __name__ == "__main__":
    main()
