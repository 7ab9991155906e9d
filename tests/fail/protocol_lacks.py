from typing import Protocol, TypeVar, Sequence

class P(Protocol):
    def go(self) -> int: ...

class A:
    def went(self) -> int:
        return 1

def f(x: P) -> int:
    return x.go()

def main() -> None:
    print(f(A()))
