"""Plain classes below dataclasses and named tuples; `object.__setattr__` in a frozen one."""

from dataclasses import dataclass, field
from typing import NamedTuple
@dataclass(frozen=True)
class P:
    x: int
    y: int = field(init=False)
    def __post_init__(self) -> None:
        object.__setattr__(self, "y", self.x * 2)
class Q(P):
    pass
@dataclass
class R:
    x: int
class S(R):
    pass
class NT(NamedTuple):
    a: int
class NU(NT):
    def twice(self) -> int:
        return self.a * 2
def main() -> None:
    q = Q(1)
    print(q, S(3), NU(4), NU(4).twice())
    print(P(2))
    o: object = q
    print(o, P(1) == Q(1), q == Q(1), S(3) == R(3))
main() if __name__ == "__main__" else None
