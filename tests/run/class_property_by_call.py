"""`property(…)` of methods above it, in a class body."""

class T:
    def __init__(self, c: float) -> None:
        self._c = c

    def _get(self) -> float:
        return self._c

    def _set(self, v: float) -> None:
        self._c = v

    def _del(self) -> None:
        self._c = -1.0

    c = property(_get, _set, _del, "a number")
    ro = property(fget=_get)


class U(T):
    def _get(self) -> float:
        return 99.0


def main() -> None:
    t = T(1.5)
    t.c = 4.5
    t.c += 1.0
    print(t.c, t.ro, t._get())
    del t.c
    print(t.c, U(2.0).c, U(2.0)._get())


if __name__ == "__main__":
    main()
