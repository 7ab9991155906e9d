# Decorators that look at their arguments, on methods that override others.
import functools
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def logged(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(f.__name__, len(args), kwargs)
        return f(*args, **kwargs)
    return wrapper

class Base:
    @logged
    def run(self, n: int, times: int = 1) -> int:
        return n * times
    @property
    @logged
    def size(self) -> int:
        return 3
    @size.setter
    @logged
    def size(self, n: int) -> None:
        print("set", n)

class Derived(Base):
    @logged
    def run(self, n: int, times: int = 1) -> int:
        return super().run(n, times=times) + 1

class Shape(ABC):
    @abstractmethod
    def area(self, scale: int) -> int: ...
class Sq(Shape):
    def __init__(self, n: int) -> None:
        self.n = n
    @logged
    def area(self, scale: int) -> int:
        return self.n * self.n * scale
class Gen:
    @logged
    def items(self, n: int = 2) -> Iterator[int]:
        yield from range(n)

def main() -> int:
    for b in (Base(), Derived()):
        print(b.run(1, 2), b.run(1), b.run(n=4), b.run(2, times=9), b.size)
    Base().size = 5
    shapes: list[Shape] = [Sq(2), Sq(3)]
    print([s.area(2) for s in shapes])
    print(list(Gen().items()), list(Gen().items(3)), list(Gen().items(n=1)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
