"""Dunders of user classes, generic classes and functions, callables: also `__format__` without a specification."""
from typing import Callable, Generic, TypeVar
from abc import ABC, abstractmethod
T = TypeVar("T")
K = TypeVar("K")


class Matrix:
    def __init__(self, r: int, c: int) -> None:
        self.r, self.c = r, c
        self.d = [0.0] * (r * c)

    def __getitem__(self, k: tuple[int, int]) -> float:
        return self.d[k[0] * self.c + k[1]]

    def __setitem__(self, k: tuple[int, int], v: float) -> None:
        self.d[k[0] * self.c + k[1]] = v

    def __matmul__(self, o: "Matrix") -> "Matrix":
        m = Matrix(self.r, o.c)
        for i in range(self.r):
            for j in range(o.c):
                m[i, j] = sum([self[i, k] * o[k, j] for k in range(self.c)], 0.0)
        return m

    def __rmul__(self, s: float) -> "Matrix":
        m = Matrix(self.r, self.c)
        m.d = [s * x for x in self.d]
        return m

    def __len__(self) -> int:
        return 0

    def __contains__(self, x: float) -> bool:
        return x in self.d


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Vec:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, o: object) -> bool:
        return isinstance(o, Vec) and o.x == self.x

    def __lt__(self, o: "Vec") -> bool:
        return self.x < o.x

    def __le__(self, o: "Vec") -> bool:
        return self.x <= o.x

    def __sub__(self, o: "Vec | int") -> "Vec":
        return Vec(self.x - (o if isinstance(o, int) else o.x))

    def __rsub__(self, o: int) -> "Vec":
        return Vec(o - self.x)

    def __pow__(self, o: int) -> "Vec":
        return Vec(self.x ** o)

    def __floordiv__(self, o: int) -> "Vec":
        return Vec(self.x // o)

    def __abs__(self) -> "Vec":
        return Vec(abs(self.x))

    def __int__(self) -> int:
        return self.x

    def __float__(self) -> float:
        return float(self.x)

    def __index__(self) -> int:
        return self.x

    def __format__(self, spec: str) -> str:
        return f"<{self.x:{spec}}>" if spec else "<plain>"

    def __str__(self) -> str:
        return f"Vec:{self.x}"

    def __repr__(self) -> str:
        return f"Vec({self.x})"

    def __ilshift__(self, n: int) -> "Vec":
        self.x <<= n
        return self

    def __invert__(self) -> "Vec":
        return Vec(~self.x)


class Node(Generic[K, T]):
    def __init__(self, k: K, v: T) -> None:
        self.k, self.v = k, v
        self.next: "Node[K, T] | None" = None


class Map(Generic[K, T]):
    def __init__(self) -> None:
        self.head: Node[K, T] | None = None
        self.size = 0

    def put(self, k: K, v: T) -> None:
        n = self.head
        while n is not None:
            if n.k == k:
                n.v = v
                return
            n = n.next
        new = Node(k, v)
        new.next = self.head
        self.head = new
        self.size += 1

    def get(self, k: K, default: T) -> T:
        n = self.head
        while n:
            if n.k == k:
                return n.v
            n = n.next
        return default

    def each(self, f: Callable[[K, T], None]) -> None:
        n = self.head
        while n is not None:
            f(n.k, n.v)
            n = n.next


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def name(self) -> str: ...

    def __lt__(self, o: "Shape") -> bool:
        return self.area() < o.area()


class Sq(Shape):
    def __init__(self, s: float) -> None:
        self.s = s

    def area(self) -> float:
        return self.s ** 2

    @property
    def name(self) -> str:
        return f"sq{self.s}"


class Ci(Shape):
    def area(self) -> float:
        return 3.0

    @property
    def name(self) -> str:
        return "ci"


class Special(Map[str, int]):
    def put(self, k: str, v: int) -> None:
        super().put(k, v * 2)


def show(k: str, v: int) -> None:
    print(k, v)


def twice(f: Callable[[T], T], x: T) -> T:
    return f(f(x))


def inc(x: int) -> int:
    return x + 1


def bang(s: str) -> str:
    return s + "!"


def compose(fs: list[Callable[[int], int]], x: int) -> int:
    for f in fs:
        x = f(x)
    return x


def first(xs: list[T], pred: Callable[[T], bool]) -> T | None:
    for x in xs:
        if pred(x):
            return x
    return None


def is_even(x: int) -> bool:
    return x % 2 == 0


def fill(m: Map[K, T], ks: list[K], v: T) -> Map[K, T]:
    for k in ks:
        m.put(k, v)
    return m


def main() -> None:
    m = Matrix(2, 2)
    m[0, 0] = 1.0
    m[0, 1] = 2.0
    m[1, 0] += 3.5
    n = 2.0 * (m @ m)
    print(n.d, n[1, 1], 2.0 in m, bool(m), not m)
    print([x for x in Countdown(3)], sum(Countdown(4)), list(Countdown(2)), max(Countdown(5)), 2 in Countdown(3), tuple(Countdown(2)), sorted(Countdown(3)))
    cd = Countdown(4)
    for q in cd:
        if q == 2:
            break
    print([y for y in cd])
    v = Vec(3)
    print(v - 1, 10 - v, v - Vec(1), v ** 2, v // 2, abs(Vec(-4)), int(v), float(v), f"{v} {v:3d} {v!r} {v!s}", ~v)
    v <<= 2
    print(v, v > Vec(1), v >= Vec(12), v != Vec(1), sorted([Vec(2), Vec(1)]), max(Vec(1), Vec(5)), Vec(1) in [Vec(1)], [Vec(1)] == [Vec(1)], (Vec(1), 2) == (Vec(1), 2), [Vec(3), Vec(4)].index(Vec(4)))
    mp: Map[str, int] = Map()
    mp.put("a", 1)
    mp.put("b", 2)
    mp.put("a", 3)
    mp.each(show)
    print(mp.size, mp.get("b", 0), mp.get("z", -1))
    sp: Map[str, int] = Special()
    fill(sp, ["x", "y"], 4).each(show)
    print(twice(inc, 1), twice(bang, "a"), compose([inc, inc, abs_], -5), first([1, 3, 4], is_even), first([1], is_even))
    shapes: list[Shape] = [Sq(2.0), Ci(), Sq(1.5)]
    shapes.sort()
    print([s.name for s in shapes], max(shapes).name, min(shapes, key=area).name)
    table = {"inc": inc, "abs": abs_}
    print([table[k](-3) for k in sorted(table)])


def abs_(x: int) -> int:
    return abs(x)


def area(s: Shape) -> float:
    return -s.area()
