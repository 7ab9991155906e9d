from typing import Protocol, runtime_checkable

class P(Protocol):
    def go(self) -> int: ...

@runtime_checkable
class Q(Protocol):
    late: int

class A:
    def go(self) -> int:
        return 1

class B:
    def set(self) -> None:
        self.late = 1

def main() -> None:
    a: object = A()
    print(isinstance(a, P))
    b: A | B = B()
    print(isinstance(b, Q))
