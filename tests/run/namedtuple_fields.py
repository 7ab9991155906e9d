"""Defaults of fields by name; fields that cannot be ordered or hashed are no error until something orders or hashes."""

from dataclasses import dataclass
from typing import NamedTuple


class Person(NamedTuple):
    name: str
    age: int | None = None


class Tagged(NamedTuple):
    tags: list[str]
    state: bool | str


class Plain(NamedTuple):
    x: int


class Setting(NamedTuple):
    low: int = 1 + 1
    high: int = 9


@dataclass(order=True)
class Score:
    points: int


@dataclass(order=True, frozen=True)
class Note:
    text: str
    pitch: float | None


def main() -> None:
    people = [Person("x"), Person("y", 3)]
    print(people, people[0] == Person("x", None), Person("y", 3) in people, {p.name: p for p in people})
    print(Tagged(["a"], "z"), Tagged([], True) == Tagged([], True))
    print(Score(1) < Score(2), max(Score(4), Score(3)), Note("a", None), Note("b", 1.5) == Note("b", 1.5))
    name, age = people[1]
    print(Person._field_defaults, people[1]._field_defaults, Plain._field_defaults, len(Tagged._field_defaults))
    print(Setting._field_defaults, Setting(*Setting._field_defaults.values()) == Setting())
    print(name, age, sorted(people, key=lambda p: p.name, reverse=True))


if __name__ == "__main__":
    main()
