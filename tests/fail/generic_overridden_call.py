from typing import Protocol, TypeVar, Sequence
T = TypeVar("T")

class B:
    def f(self, x: T) -> list[T]:
        return [x]

class C(B):
    def f(self, x: T) -> list[T]:
        return [x, x]

def use(b: B) -> None:
    print(b.f(1))

def main() -> None:
    use(C())
