from typing import Protocol, runtime_checkable

@runtime_checkable
class P(Protocol):
    def go(self) -> int: ...

class A:
    def go(self) -> int:
        return 1

def main() -> None:
    a: object = A()
    print(isinstance(a, P))
