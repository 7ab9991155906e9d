"""Values of classes that objects get from outside of their methods, and what frozen objects have of their classes."""

from dataclasses import dataclass


class C:
    v = 1
    w = 2


def get() -> int:
    return C.v


class Config:
    debug = False
    name = "x"
    rate = 0.5
    tags: list[str] = []

    def show(self) -> str:
        return f"{self.debug} {self.name} {self.rate}"


class Sub(Config):
    name = "sub"


CONFIG = Config()
CONFIG.rate = 0.75


def change(c: Config, name: str) -> None:
    c.name = name


@dataclass
class P:
    x: int
    seen = 0


class Node:
    count = 0


def visit(n: Node) -> None:
    n.count += 1


class K:
    n = 0
    name = "k"

    def inc(self) -> int:
        self.n += 1
        return self.n


class L(K):
    name = "l"


ITEMS = [K(), L()]
ITEMS[0].inc()


class Lazy:
    def __init__(self) -> None:
        self.a = 1

    def load(self) -> None:
        self.b = 2


ONE = Lazy()
TWO = Lazy()
TWO.load()


class K_frozen_class_set:
    v: int = 1
    t: tuple[int, str] | None = None

    def __init__(self, n: int) -> None:
        self.n = n

    def load(self) -> None:
        self.pair = (self.n, "x")
        self.f = 1.5


ONE_frozen_class_set = K_frozen_class_set(1)
TWO_frozen_class_set = K_frozen_class_set(2)
TWO_frozen_class_set.v = 7
TWO_frozen_class_set.load()


def run_tup() -> None:
    C.v, y = 5, 6
    print(C.v, get(), y)
    for C.w in (7, 8):
        pass
    print(C.w)


def run_outside() -> None:
    k = Config()
    k.debug = True
    print(k.debug, Config.debug, Config().debug, k.show(), CONFIG.show())
    change(k, "new")
    s = Sub()
    print(s.name, Sub.name, k.name, Config.name)
    change(s, "subnew")
    print(s.name, Sub.name, s.show())
    Config.name = "all"
    print(k.name, Config().name, Sub().name)
    CONFIG.debug = True
    print(CONFIG.show())


def run_outside2() -> None:
    p = P(1)
    p.seen += 1
    print(p, p.seen, P.seen)
    n = Node()
    visit(n)
    visit(n)
    print(n.count, Node.count, Node().count)


def run_frozen_default() -> None:
    print([(k.inc(), k.name) for k in ITEMS], K.n)


def run_frozen_missing() -> None:
    try:
        print(ONE.b)
    except AttributeError as e:
        print(e)
    print(TWO.b)
    ONE.load()
    print(ONE.b)


def run_frozen_class_set() -> None:
    K_frozen_class_set.v = 5
    print(
        ONE_frozen_class_set.v,
        TWO_frozen_class_set.v,
        K_frozen_class_set(3).v,
        TWO_frozen_class_set.pair,
        TWO_frozen_class_set.f,
        ONE_frozen_class_set.t,
    )
    try:
        print(ONE_frozen_class_set.pair)
    except AttributeError as e:
        print(e)
    try:
        print(ONE_frozen_class_set.f)
    except AttributeError as e:
        print(e)


def main() -> None:
    run_tup()
    run_outside()
    run_outside2()
    run_frozen_default()
    run_frozen_missing()
    run_frozen_class_set()


if __name__ == "__main__":
    main()
