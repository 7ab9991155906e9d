"""Facts about attributes and globals that a call, an alias or a loop has made untrue: a test asks again."""


class N:
    def __init__(self, v: int, nxt: "N | None" = None) -> None:
        self.v = v
        self.nxt = nxt

    def clear(self) -> "N":
        self.nxt = None
        return self


def a(n: N) -> str:
    if n.nxt is not None:
        n.clear()
        if n.nxt is None:
            return "gone"
        return "there"
    return "none"


def b(n: N) -> str:
    if n.nxt is None:
        n.nxt = N(1)
        return "set " + str(n.nxt.v)
    m = n
    m.nxt = None
    return "cleared" if n.nxt is None else "not cleared"


def c(x: int | None) -> int:
    while x is None or x < 3:
        if x is None:
            x = 0
        x += 1
    return x


def d(x: int | None, y: int | None) -> int:
    if x is None and y is None:
        return 0
    if x is not None and y is not None:
        return x + y
    return x or y or -1


def e(xs: list[int | None]) -> int:
    t = 0
    for x in xs:
        if x is None:
            continue
        t += x
    return t


def f(x: int | str | list[int]) -> str:
    if isinstance(x, int):
        return f"i{x + 1}"
    elif isinstance(x, str):
        return "s" + x
    return f"l{len(x)}"


def g(x: int | None) -> str:
    if not x:
        return "falsy " + str(x)
    return str(x + 1)


def h(s: str | None) -> str:
    s = s or "default"
    return s.upper()


def t(flag: bool) -> str:
    x: int | str
    if flag:
        x = 1
    else:
        x = "a"
    if isinstance(x, str):
        x = x + "b"
    return str(x)


def tr(x: int | None) -> int:
    try:
        x = int("z")
    except ValueError:
        x = None
    finally:
        print(x)
    return 0 if x is None else x


def w(n: N | None) -> int:
    k = 0
    while n:
        k += n.v
        n = n.nxt
    return k


def z(n: N) -> int:
    if (m := n.nxt) is not None and m.nxt is not None:
        return m.nxt.v
    return -1


def al(n: N) -> str:
    other = n
    if n.nxt is not None:
        other.nxt = None
        return str(n.nxt is None)
    return "?"


def lp(n: N) -> str:
    out = ""
    if n.nxt is not None:
        for i in range(2):
            if n.nxt is None:
                out += "None "
            else:
                out += "N "
            n.nxt = None
    return out


def cl() -> None:
    items: list[N | None] = [N(1), None]
    it = items[0]
    if it is not None:
        items[0] = None
        print(it.v, items[0])
    dd: dict[str, int | None] = {"a": None, "b": 2}
    print(dd, dd["a"] is None, dd.get("zz") is None)
    v = dd.get("b")
    if v is not None:
        print(v + 1)


g1: N | None = None


def setg() -> bool:
    global g1
    g1 = N(5)
    return True


def rd() -> str:
    global g1
    g1 = None
    if setg():
        if g1 is None:
            return "none"
        return "set"
    return ""


def main() -> None:
    print(a(N(1, N(2))), b(N(1, N(2))), b(N(1)), c(None), c(7), d(None, None), d(1, 2), d(None, 5), d(0, None))
    print(e([1, None, 3]), f(1), f("x"), f([1]), g(None), g(0), g(5), h(None), h(""), h("q"), t(True), t(False), tr(4))
    print(w(N(1, N(2, N(3)))), w(None), z(N(1, N(2, N(3)))), z(N(1)), al(N(1, N(2))), lp(N(1, N(2))))
    cl()
    print(rd())
