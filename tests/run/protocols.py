"""Protocols: as parameters, with type arguments, and as the type of what fields and containers hold."""

from dataclasses import dataclass
from collections.abc import Iterable
from typing import Protocol, TypeVar, runtime_checkable

T_co = TypeVar("T_co", covariant=True)


class Speaker(Protocol):
    def speak(self, loud: bool = False) -> str: ...


class Named(Protocol):
    name: str

    def rename(self, name: str) -> None: ...


class Source(Protocol[T_co]):
    def get(self) -> T_co: ...


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None:
        ...


class Dog:
    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self, loud: bool = False) -> str:
        return f"{self.name}: {'WOOF' if loud else 'woof'}"

    def rename(self, name: str) -> None:
        self.name = name


class Robot:
    def speak(self, loud: bool = False) -> str:
        return "BEEP" if loud else "beep"


class Silent:
    def close(self) -> None:
        print("closed")


@dataclass
class Numbers:
    value: int

    def get(self) -> int:
        self.value += 1
        return self.value


class Words:
    def get(self) -> str:
        return "word"


class Shouter(Speaker):
    def speak(self, loud: bool = False) -> str:
        return "!!!" if loud else "!"


def talk(who: Speaker, times: int = 1) -> str:
    return " ".join([who.speak(i % 2 == 1) for i in range(times)])


def take(source: Source[T_co]) -> list[T_co]:
    return [source.get(), source.get()]


def both(a: Named, b: Named) -> str:
    a.rename(b.name + "!")
    return f"{a.name} {b.name}"


def finish(thing: Closes) -> None:
    thing.close()


class Choir:
    def __init__(self) -> None:
        self.members: list[Speaker] = []
        self.lead: Speaker | None = None

    def join(self, who: Speaker) -> None:
        self.members.append(who)
        if self.lead is None:
            self.lead = who

    def sing(self) -> str:
        return " | ".join([m.speak(True) for m in self.members])


def loudest(members: list[Speaker]) -> Speaker:
    best = members[0]
    for m in members:
        if len(m.speak()) > len(best.speak()):
            best = m
    return best


def words(members: Iterable[Speaker]) -> int:
    return sum(len(m.speak()) for m in members)


def main() -> None:
    print(words([]), words([Robot()]), words(m for m in [Dog("rex"), Dog("ada")]))
    dog, robot = Dog("rex"), Robot()
    print(talk(dog, 2), talk(robot, times=3), talk(Shouter(), 2))
    print(take(Numbers(4)), take(Words()))
    print(both(dog, Dog("ada")))
    finish(Silent())
    choir = Choir()
    choir.join(robot)
    choir.join(dog)
    choir.join(Shouter())
    print(choir.sing())
    lead = choir.lead
    if lead is not None:
        print(lead.speak(), talk(lead, 2))
    print(loudest(choir.members).speak(), isinstance(loudest(choir.members), Dog))


if __name__ == "__main__":
    main()
