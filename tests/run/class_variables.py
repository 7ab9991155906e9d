"""Class variables that change under objects with a field of that name, reflected operators, `__format__` below the base."""

from __future__ import annotations
from typing import Union, ClassVar, Optional

class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other: Union[Money, int]) -> Money:
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        return Money(self.cents + other)

    def __radd__(self, other: int) -> Money:
        return self + other

    def __sub__(self, other: Money | int) -> Money:
        if isinstance(other, int):
            return Money(self.cents - other)
        elif isinstance(other, Money):
            return Money(self.cents - other.cents)
        return NotImplemented

    def __mul__(self, n: int) -> Money:
        return Money(self.cents * n)

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents == other.cents

    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents

    def __repr__(self) -> str:
        return f"Money({self.cents})"

    def __bool__(self) -> bool:
        return self.cents != 0

class Base:
    size = 1
    names: ClassVar[dict[str, int]] = {}

    def __init__(self) -> None:
        self.label = "base"

    def __format__(self, spec: str) -> str:
        return f"B<{spec}>"

    def describe(self) -> str:
        return f"{self.label} {self.size} {self:x}"

class Derived(Base):
    size = 2

    def __init__(self) -> None:
        super().__init__()
        self.label = "derived"

    def __format__(self, spec: str) -> str:
        return f"D<{spec}>"

class Third(Derived):
    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size

class NoFormat:
    def __str__(self) -> str:
        return "nf"

class WithFormat(NoFormat):
    def __format__(self, spec: str) -> str:
        return "wf" + spec

class Config:
    retries = 3
    name: str = "cfg"

    def __init__(self, retries: Optional[int] = None) -> None:
        if retries is not None:
            self.retries = retries

class Temp:
    def __init__(self, c: float) -> None:
        self._c = c

    @property
    def f(self) -> float:
        """Fahrenheit."""
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, value: float) -> None:
        self._c = (value - 32) * 5 / 9

    @property
    def c(self) -> float:
        return self._c

class Registry:
    _all: dict[str, "Registry"] = {}

    def __init__(self, name: str) -> None:
        self.name = name
        self._all[name] = self

    @classmethod
    def get(cls, name: str) -> "Registry":
        return cls._all[name]

class A:
    def hello(self) -> str:
        return "A"
    def both(self) -> str:
        return self.hello() + "!"

class B(A):
    def hello(self) -> str:
        return "B" + super().hello()

class C(B):
    def hello(self) -> str:
        return "C" + super().hello()
    def both(self) -> str:
        return "(" + super().both() + ")"

def fmt(x: NoFormat) -> str:
    return f"{x}"

class Saving:
    rate = 0.05

    def __init__(self, rate: float | None = None) -> None:
        if rate is not None:
            self.rate = rate

    def interest(self, balance: float) -> float:
        return balance * self.rate


def main() -> None:
    print(Saving().interest(100.0), Saving(0.5).interest(100.0), Saving.rate)
    m = Money(5)
    print(m + Money(1), m + 1, 1 + m, m - 1, m - Money(2), m * 3, 3 * m, sum([m, m], Money(0)))
    print(m == Money(5), m != Money(6), sorted([Money(3), Money(1)]), bool(Money(0)), not m)
    m += 7
    m -= Money(1)
    m *= 2
    print(m)
    for b in [Base(), Derived(), Third(9)]:
        print(b.describe(), b.size, type(b).size, f"{b}", format(b, "zz"))
    Base.size = 10
    print(Base().size, Derived().size, Third(4).size)
    Config.retries = 7
    print(Config().retries, Config(1).retries, Config.name, Config().name)
    c1, c2 = Config(), Config(2)
    Config.retries = 8
    print(c1.retries, c2.retries)
    t = Temp(100.0)
    t.f = 32.0
    print(t.f, t.c)
    Registry("x")
    print(Registry.get("x").name, len(Registry._all))
    for a in (A(), B(), C()):
        print(a.hello(), a.both())
    print(fmt(NoFormat()), fmt(WithFormat()))
    print(isinstance(C(), A), issubclass(C, A), issubclass(A, C), isinstance(A(), (B, C)), type(C()).__name__, C.__name__)

if __name__ == "__main__":
    main()
