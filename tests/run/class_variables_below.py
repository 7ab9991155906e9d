"""Variables that classes get below the one that declares them: by cls.x, type(self).x, a class value or a name."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

T = TypeVar("T")


class Shape:
    count = 0

    def __init__(self) -> None:
        type(self).count += 1


class Sq(Shape):
    pass


class Shape_cn:
    count: int = 0

    @classmethod
    def make(cls) -> "Shape_cn":
        cls.count += 1
        return cls()


class Sq_cn(Shape_cn):
    pass


class Base:
    n: int = 0
    names: list[str] = []
    best: "str | None" = None

    def __init__(self) -> None:
        type(self).n += 1
        self.__class__.best = type(self).__name__

    @classmethod
    def bump(cls, by: int = 1) -> int:
        cls.n += by
        return cls.n

    @classmethod
    def reset(cls) -> None:
        cls.n = 0

    def show(self) -> str:
        return f"{self.n} {type(self).n} {self.best}"


class Mid(Base):
    pass


class Leaf(Mid):
    n = 10


class Leaf2(Mid):
    def __init__(self) -> None:
        super().__init__()
        Leaf2.best = "two"


Mid.names = ["mid"]


class A:
    level = 1
    tag = "a"


class B(A):
    pass


class C(B):
    pass


def setb() -> None:
    B.level = 5


def tagged(c: type[A], t: str) -> None:
    c.tag = t


class A_dyn:
    tag = "a"


class B_dyn(A_dyn):
    pass


class C_dyn(B_dyn):
    pass


def tagged_dyn(c: type[A_dyn], t: str) -> None:
    c.tag = t


class Count:
    made: int = 0

    @classmethod
    def add(cls) -> None:
        cls.made += 1


class Named:
    name = "n"


class A_mi(Count, Named):
    pass


class B_mi(A_mi):
    pass


class Box(Generic[T]):
    total: ClassVar[int] = 0

    def __init__(self, v: T) -> None:
        self.v = v
        type(self).total += 1


class IntBox(Box[int]):
    pass


class Pair(Box[T]):
    pass


@dataclass
class P:
    x: int
    seen: ClassVar[int] = 0
    reg: ClassVar[dict[str, int]] = {}

    def __post_init__(self) -> None:
        type(self).seen += 1
        self.reg[type(self).__name__] = self.seen


@dataclass
class Q(P):
    y: int = 0


class Node:
    next_id = 1

    def __init__(self) -> None:
        cls = type(self)
        self.id = cls.next_id
        cls.next_id += 1


class Leaf_inloop(Node):
    next_id = 100


class Twig(Leaf_inloop):
    pass


class A_module:
    n = 1
    opt: "int | None" = None


class B_module(A_module):
    pass


class C_module(A_module):
    pass


B_module.n = 7


def touch() -> None:
    C_module.n += 1
    B_module.opt = 4


class Plugin(ABC):
    calls = 0

    @abstractmethod
    def run(self) -> str: ...
    def go(self) -> str:
        type(self).calls += 1
        Plugin.calls += 10
        return self.run()


class X(Plugin):
    def run(self) -> str:
        return "x"


class Y(Plugin):
    def run(self) -> str:
        return "y"


def run_tn() -> None:
    Shape()
    Shape()
    Sq()
    print(Shape.count, Sq.count)


def run_cn() -> None:
    Shape_cn.make()
    Sq_cn.make()
    Sq_cn.make()
    print(Shape_cn.count, Sq_cn.count)


def run_many() -> None:
    a, b, c, d = Base(), Mid(), Leaf(), Leaf2()
    for x in (a, b, c, d):
        print(x.show(), x.names)
    print(Base.n, Mid.n, Leaf.n, Leaf2.n, Base.best, Mid.best, Leaf.best, Leaf2.best)
    print(Base.bump(5), Mid.bump(), Leaf2.bump(3), Leaf.bump())
    Base.reset()
    Leaf2.reset()
    print(Base.n, Mid.n, Leaf.n, Leaf2.n)
    for x in (a, b, c, d):
        print(x.show(), x.names)
    Base.names.append("x")
    print(Base.names, Mid.names, Leaf.names, Leaf2().names)


def run_named() -> None:
    print(A.level, B.level, C.level, C().level)
    A.level = 2
    print(A.level, B.level, C.level, C().level)
    setb()
    print(A.level, B.level, C.level, C().level)
    A.level = 3
    C.level += 1
    print(A.level, B.level, C.level, C().level)


def run_dyn() -> None:
    tagged_dyn(B_dyn, "b")
    print(A_dyn.tag, B_dyn.tag, C_dyn.tag)
    for k in (A_dyn, B_dyn, C_dyn):
        k.tag += "!"
        print(k.tag)
    print(A_dyn.tag, B_dyn.tag, C_dyn.tag)


def run_mi() -> None:
    A_mi.add()
    B_mi.add()
    B_mi.add()
    Count.add()
    print(Count.made, A_mi.made, B_mi.made)
    A_mi.name = "q"
    print(Named.name, A_mi.name, B_mi.name)


def run_gen() -> None:
    Box(1)
    Box("a")
    IntBox(3)
    Pair(1)
    Pair("x")
    print(Box.total, IntBox.total, Pair.total)


def run_dc() -> None:
    P(1)
    Q(2)
    Q(3, 4)
    print(P.seen, Q.seen, P.reg, Q(9))


def run_inloop() -> None:
    print([n.id for n in (Node(), Leaf_inloop(), Twig(), Leaf_inloop(), Twig(), Node())])
    print(Node.next_id, Leaf_inloop.next_id, Twig.next_id)


def run_module() -> None:
    print(A_module.n, B_module.n, C_module.n, A_module.opt, B_module.opt)
    touch()
    print(A_module.n, B_module.n, C_module.n, A_module.opt, B_module.opt)
    if B_module.opt is not None:
        print(B_module.opt + 1)
    A_module.opt = 3
    print(C_module.opt, B_module.opt)


def run_abc() -> None:
    ps: list[Plugin] = [X(), Y(), X()]
    print([p.go() for p in ps], Plugin.calls, X.calls, Y.calls)


def main() -> None:
    run_tn()
    run_cn()
    run_many()
    run_named()
    run_dyn()
    run_mi()
    run_gen()
    run_dc()
    run_inloop()
    run_module()
    run_abc()


if __name__ == "__main__":
    main()
