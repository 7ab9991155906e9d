"""Objects of a module that have no value of their own yet, in fields of every kind, while classes and methods change them."""

from typing import NamedTuple


class Pt(NamedTuple):
    x: int
    y: "int | str"


Json = list["Json"] | int | str


class K:
    a: "int | str" = 1
    b: "str | None" = None
    c: "int | None" = 3
    d: tuple[int, "str | float"] = (1, "x")

    p: Pt = Pt(1, 2)
    q: "Pt | None" = None
    r: float = 1
    j: Json = 4
    fl: bool = False

    def __init__(self, n: int) -> None:
        self.n = n

    def put(self) -> None:
        self.a = "s"
        self.b = "b"
        self.c = None
        self.d = (2, 2.5)
        self.p = Pt(3, "p")
        self.q = Pt(1, 1)
        self.r = 2.5
        self.j = [1, "a"]
        self.fl = True

    def show(self) -> str:
        return f"{self.a} {self.b} {self.c} {self.d} {self.p} {self.q} {self.r} {self.j} {self.fl}"


def len_of(n: int) -> int:
    return n * 2


ONE = K(1)
TWO = K(2)
TWO.put()


def change() -> None:
    K.a = 5
    K.b = "bb"
    K.c = 9
    K.d = (7, "q")
    K.p = Pt(0, 0)
    K.q = Pt(9, "n")
    K.r = 7
    K.j = "jj"
    K.fl = True


rate: float = 1


def up() -> None:
    global rate
    rate += 0.5


class K_z2:
    r: float = 1
    s: float = 2


def change_z2() -> None:
    K_z2.r = 7.5


rates: dict[str, float] = {"a": 1, "b": 2.5}


class K_z3:
    r: float = 1
    s: float = 2


def change_z3() -> None:
    K_z3.r = 7


def f(x: float) -> None:
    print(x)


def run_z() -> None:
    print(ONE.show())
    print(TWO.show())
    change()
    print(ONE.show())
    print(TWO.show())
    print(K(3).show())
    ONE.put()
    print(ONE.show())


def run_z2() -> None:
    print(rate)
    up()
    print(rate, K_z2.r, K_z2.s)
    change_z2()
    print(K_z2.r)


def run_z3() -> None:
    print(K_z3.r, rates)
    change_z3()
    print(K_z3.r)
    f(1)


def main() -> None:
    run_z()
    run_z2()
    run_z3()


if __name__ == "__main__":
    main()
