"""What one operand of `and`, `or` or a conditional ends is no longer known in those after it, nor behind the whole."""


class B:
    def __init__(self) -> None:
        self.v = 1


class A:
    def __init__(self) -> None:
        self.x: B | None = B()

    def kill(self) -> bool:
        self.x = None
        return True


def one(a: A) -> None:
    if a.x is not None:
        try:
            print(a.kill() and a.x.v == 1)
        except AttributeError as e:
            print(e)


def two(a: A) -> None:
    if a.x is not None:
        try:
            if a.kill() and a.x.v == 1:
                print("yes")
        except AttributeError as e:
            print(e)


def three(a: A) -> None:
    if a.x is not None:
        try:
            r = a.kill() or 1
            print(r, a.x.v)
        except AttributeError as e:
            print(e)


class C(A):
    def v(self) -> bool:
        return True


def conditional(a: A, yes: bool) -> None:
    if a.x is not None:
        done = a.kill() if yes else False
        try:
            print(done, a.x.v)
        except AttributeError as e:
            print(done, e)


def long_chain(n: int) -> bool:
    return n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1 and n == 1


def main() -> None:
    conditional(A(), True)
    conditional(A(), False)
    print(long_chain(1), long_chain(2))
    one(A())
    two(A())
    three(A())
    c = C()
    if c.x is not None:
        try:
            if c.v() and c.kill() or c.v():
                print(c.x.v)
        except AttributeError as e:
            print(e)
    d = C()
    if d.x is not None and d.kill() and d.v():
        try:
            print(d.x.v)
        except AttributeError as e:
            print(e)
    for y in [B(), None]:
        p = y or None
        q = y and y.v
        print(p is None, q, (y or B()).v, y is not None and y.v or 7)
    z: int | None = None
    print(z or z or 3, (z and z + 1) or 4)
    n = 5
    print(n and 0 or "x" and 3)
    w = (t := n + 1) and t
    print(w, t)


if __name__ == "__main__":
    main()
