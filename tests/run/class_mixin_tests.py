"""`isinstance`, `match`, `except` and `type(x) is` of classes that are one of several bases."""


class M:
    def hi(self) -> str:
        return "hi"


class N:
    def __init__(self, v: int) -> None:
        self.v = v


class MN(M, N):
    pass


class E1(Exception):
    pass


class Mark:
    pass


class E2(Mark, E1):
    pass


class E3(E1, Mark):
    pass


def f(x: N | M) -> str:
    match x:
        case M():
            return "M " + x.hi()
        case N(v=v):
            return f"N {v}"


def g(x: N) -> str:
    match x:
        case M():
            return "M" + x.hi()
        case N():
            return "N"


def main() -> None:
    print(f(MN(1)), f(N(2)), f(M()), g(MN(3)), g(N(1)))
    for e in (E1("a"), E2("b"), E3("c")):
        try:
            raise e
        except E2 as err:
            print("E2", err, isinstance(err, Mark))
        except E1 as err:
            print("E1", err, isinstance(err, Mark))
    x: N = MN(2)
    if isinstance(x, M):
        print(x.hi(), x.v)


if __name__ == "__main__":
    main()
