# Methods whose decorators look at their arguments, overridden by others with and without them.
import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def logged(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper

class Animal:
    def __init__(self, name: str) -> None:
        self.name = name
    def __repr__(self) -> str:
        return self.name
    @logged
    def speak(self, times: int = 1) -> str:
        return "..." * times
class Dog(Animal):
    @logged
    def speak(self, times: int = 1) -> str:
        return "woof" * times
class Cat(Animal):
    def speak(self, times: int = 1) -> str:
        return "meow" * times
class Pup(Dog):
    def speak(self, times: int = 1) -> str:
        return super().speak(times + 1)
def ask(a: Animal) -> None:
    print(a.speak(), a.speak(2), a.speak(times=3))
def main() -> int:
    for a in (Animal("a"), Dog("d"), Cat("c"), Pup("p")):
        ask(a)
    d = Dog("x")
    print(d.speak(times=2))
    fs = [a.speak for a in (Dog("q"), Cat("w"))]
    print([f(1) for f in fs])
    names = sorted([Dog("b"), Dog("a")], key=lambda x: x.speak())
    print(names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
