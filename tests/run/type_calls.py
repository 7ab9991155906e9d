"""`type(x)(…)`: a new object of the class that x has."""

from abc import ABC, abstractmethod
from dataclasses import dataclass


class Animal(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def sound(self) -> str: ...

    def child(self, name: str) -> "Animal":
        return type(self)(f"{name} of {self.name}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    def sound(self) -> str:
        return "wuff"


class Puppy(Dog):
    def sound(self) -> str:
        return "wiff"


class Cat(Animal):
    def sound(self) -> str:
        return "meow"


@dataclass
class Point:
    x: int
    y: int = 0

    def moved(self, by: int) -> "Point":
        return type(self)(self.x + by, y=self.y)


@dataclass
class Pixel(Point):
    color: str = "black"


def loud(animal: Animal) -> Animal:
    print("making one like", animal)
    return animal


def main() -> None:
    animals: list[Animal] = [Dog("rex"), Cat("tom"), Puppy("pip")]
    for animal in animals:
        child = animal.child("kid")
        print(child, child.sound(), type(child) is type(animal), child.child("grandkid"))
    print(type(loud(Dog("a")))("b").sound())
    print(Point(1, 2).moved(3), Pixel(1, 2, "red").moved(3))
    points: list[Point] = [Point(1), Pixel(2)]
    print([p.moved(1) for p in points], [type(p)(0) for p in points])


if __name__ == "__main__":
    main()
