"""The order of evaluation where `__hash__`, `__eq__`, `__bool__` and other methods tell it: of displays, calls, comparisons, statements."""

from __future__ import annotations

log: list[str] = []


class D:
    def __init__(self, n: str) -> None:
        self.n = n
        log.append(f"+{n}")

    def __enter__(self) -> D:
        log.append(f"in {self.n}")
        return self

    def __exit__(self, *a: object) -> None:
        log.append(f"out {self.n}")

    def __eq__(self, o: object) -> bool:
        log.append(f"{self.n}==")
        return isinstance(o, D) and self.n == o.n

    def __hash__(self) -> int:
        log.append(f"h{self.n}")
        return 1

    def __bool__(self) -> bool:
        log.append(f"b{self.n}")
        return self.n != "f"

    def __add__(self, o: D) -> D:
        return D(self.n + o.n)

    def __call__(self, *a: int) -> D:
        log.append(f"call{self.n}{a}")
        return self

    def __getitem__(self, i: int) -> D:
        log.append(f"[{i}]")
        return self

    def __lt__(self, o: D) -> bool:
        log.append(f"{self.n}<{o.n}")
        return self.n < o.n

    def __contains__(self, o: object) -> bool:
        log.append("in?")
        return True


def e(n: str) -> D:
    return D(n)


def i(n: int) -> int:
    log.append(str(n))
    return n


def main() -> int:
    _d = {e("a"): 1, e("b"): 2}
    _s = {e("c"), e("c")}
    print(log)
    log.clear()
    _whole = {e("a"): e("v"), e("b"): e("w"), e("c"): e("x"), e("d"): e("y")}
    print(len(_whole), log)
    log.clear()
    _s = {e("a"), e("b"), *[e("c"), e("d")], e("e"), e("a")}
    print(len(_s), log)
    log.clear()
    _long = {e("1"): 1, e("2"): 2, e("3"): 3, e("4"): 4, e("5"): 5, e("6"): 6, e("7"): 7, e("8"): 8, e("9"): 9, e("10"): 10,
             e("11"): 11, e("12"): 12, e("13"): 13, e("14"): 14, e("15"): 15, e("16"): 16}
    print(log)
    log.clear()
    e("a")(i(1), i(2))[i(3)]
    _x = e("f") or (e("g") and e("h"))
    print(log)
    log.clear()
    e("a") + e("b") + e("c")
    e("a") < e("b") < e("a") < e("z")
    print(log)
    log.clear()
    [e("m") for _ in range(2) if e("f")]
    if not e("t"):
        pass
    while e("f"):
        pass
    print(log, e("q") in e("w"))
    log.clear()
    with e("x"), e("y"):
        log.append("body")
    _y = e("T") if e("f") else e("E")
    assert e("ok"), e("msg")
    print(log)
    log.clear()
    sorted([e("b"), e("a"), e("c")])
    max(e("a"), e("b"))
    [e("a")].index(e("a"))
    [e("k")].count(e("k"))
    print(log)
    log.clear()
    a, b = (e("1"), e("2"))
    a, b = (b, a)
    (lambda p=e("dflt"): p)()

    def f(p: D = e("def")) -> D:
        return p

    f()
    f()
    print(log, a.n, b.n)
    log.clear()
    for k in [e("l")] * 2:
        k()
    print({e("x"): e("y") for _ in range(1)} and log)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
