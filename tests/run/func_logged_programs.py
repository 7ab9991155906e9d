# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
# A registry, a cache with a limit, debug output and their like, on functions with defaults.
import functools
import sys
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")

REGISTRY: dict[str, Callable[..., Any]] = {}
HISTORY: list[tuple[Any, ...]] = []
STATS: dict[str, int] = {}

def register(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(f: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(f)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            STATS[name] = STATS.get(name, 0) + 1
            HISTORY.append((name, *args))
            parts = [str(a) for a in args]
            parts.extend(f"{k}={v}" for k, v in sorted(kwargs.items()))
            print(f"{name}({', '.join(parts)})")
            return f(*args, **kwargs)
        return wrapper
    return deco

def cached(maxsize: int = 3) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(f: Callable[P, R]) -> Callable[P, R]:
        store: dict[str, R] = {}
        order: list[str] = []
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            key = f"{args!r}|{sorted(kwargs.items())!r}"
            if key in store:
                print("hit", key)
                return store[key]
            out = f(*args, **kwargs)
            store[key] = out
            order.append(key)
            if len(order) > maxsize:
                del store[order.pop(0)]
            return out
        return wrapper
    return deco

def validate(*types: type) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(f: Callable[P, R]) -> Callable[P, R]:
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for a, t in zip(args, types):
                if not isinstance(a, t):
                    raise TypeError(f"{a!r} is not {t.__name__}")
            return f(*args, **kwargs)
        return wrapper
    return deco

def debug(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        a = [repr(x) for x in args]
        k = [f"{key}={value!r}" for key, value in kwargs.items()]
        signature = ", ".join(a + k)
        print(f"Calling {f.__name__}({signature})")
        value = f(*args, **kwargs)
        print(f"{f.__name__}() returned {value!r}")
        return value
    return wrapper

@register("mul")
def mul(a: int, b: int = 3) -> int:
    return a * b

@cached(maxsize=2)
def slow(x: int, *, scale: float = 1.0, name: str = "n") -> str:
    print("slow", x)
    return f"{name}{x * scale}"

@debug
@register("join")
def join(sep: str, *parts: str, end: str = "") -> str:
    return sep.join(parts) + end

@debug
def table(rows: list[list[int]], width: int = 2, fill: str | None = None) -> str:
    return (fill or " ").join(str(r).rjust(width) for r in rows)

@debug
def opt(a: int | None = None, b: dict[str, int] | None = None) -> int:
    return (a or 0) + sum((b or {}).values())

def caller(f: Callable[..., int]) -> int:
    return f(2) + f(2, 2) + f(a=1, b=1)

def main() -> int:
    print(mul(2), mul(2, 5), mul(b=2, a=1))
    print(slow(1), slow(1), slow(1, scale=2.0), slow(1, name="q"), slow(1), slow(1, name="q", scale=3.0))
    print(join("-", "a", "b"), join("+"), join("/", "x", end="."))
    print(table([[1], [2]]), table([[3]], fill="."), table(rows=[[4]], width=8))
    print(opt(), opt(3), opt(b={"x": 4}), opt(None, {"y": 1}))
    print(caller(mul))
    print(HISTORY, STATS)
    try:
        mul(1, 2).bit_length()
        join(" ", "deep")
    finally:
        print("end")
    return 0


if __name__ == "__main__":
    sys.exit(main())
