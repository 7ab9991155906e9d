"""`**kwargs`: functions, methods, overriding, closures, defaults, function values."""

from collections.abc import Callable
from functools import lru_cache, partial

class Ev:
    handlers: dict[str, Callable[[int], None]]
    def __init__(self, **kw: Callable[[int], None]) -> None:
        self.handlers = kw
    def fire(self, name: str, v: int) -> None:
        self.handlers[name](v)

class A:
    def go(self, x: int, **kw: str) -> str:
        return f"A {x} {kw}"
class B(A):
    def go(self, x: int, **kw: str) -> str:
        return "B" + super().go(x, **kw)

def outer(**kw: int | None) -> int:
    return len([v for v in kw.values() if v is not None])

def cfg(host: str = "h", port: int = 1, **kw: str | int) -> str:
    return f"{host}:{port} {kw}"

def log(msg: str, *args: int | str, level: int = 1, **extra: int | str) -> None:
    print(level, msg, args, sorted(extra.items(), key=lambda p: p[0]))

@lru_cache(None)
def cached(a: int, b: int = 3) -> int:
    print("compute")
    return a * b

def deflist(xs: list[int] = [1], **kw: list[int]) -> dict[str, list[int]]:
    kw["xs"] = xs
    return kw

def mut(**kw: int) -> None:
    kw["new"] = 1
    kw.pop("old", None)
    print(kw)

def posonly(a: int, /, **kw: int) -> str:
    return f"{a} {kw}"

def main() -> None:
    e = Ev(a=lambda v: print("a", v), b=print)
    e.fire("a", 1)
    e.fire("b", 2)
    xs: list[A] = [A(), B()]
    for x in xs:
        print(x.go(1), x.go(2, k="v"), x.go(3, **{"q": "r"}))
    print(outer(a=1, b=None), outer())
    print(cfg(), cfg("x", tls=1, name="n"), cfg(port=3, z="z"))
    log("m", 1, "b", level=2, user="u", n=3)
    print(cached(2), cached(2), cached(2, b=3), cached(a=2))
    print(deflist(), deflist([2], a=[3]))
    d = {"old": 1, "keep": 2}
    mut(**d)
    print(d)
    print(posonly(1, a=2), posonly(*[5][:1], **{"a": 3}))
    try:
        mut(**d, old=3)
    except TypeError as err:
        print(str(err)[-50:])
    def add(a: int, b: int) -> int:
        return a + b
    pair = (1, 2)
    print(add(*pair))
    p: Callable[[int], str] = partial(cfg, "host")
    print(p(4))
    def deco(fn: Callable[[int], int], *a: int, **kw: int) -> int:
        return fn(a[0]) + sum(kw.values())
    print(deco(abs, -3, x=1))

if __name__ == "__main__":
    main()
