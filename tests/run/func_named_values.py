# Variables that hold a function or a method: calls with its defaults and names.
import sys
from collections.abc import Callable

LEVEL = 3

def log(msg: str, level: int = LEVEL, tags: tuple[str, ...] = ()) -> str:
    return f"{level}:{msg}{tags}"

class Counter:
    def __init__(self) -> None:
        self.n = 0
    def inc(self, by: int = 1) -> int:
        self.n += by
        return self.n
    def twice(self) -> int:
        step = self.inc
        step()
        return step(by=5)

class Loud(Counter):
    def inc(self, by: int = 1) -> int:
        return super().inc(by * 10)

def later(c: Counter) -> Callable[[], int]:
    step = c.inc
    def run() -> int:
        return step() + step(2)
    return run

def main() -> int:
    c = Counter()
    inc = c.inc
    print(inc(), inc(5), inc(by=3))
    g = log
    print(g("a"), g("b", 2), g("c", level=4), g(tags=("x",), msg="d"))
    for one in (Counter(), Loud()):
        f = one.inc
        print(f(), f(2), f(by=4), one.twice(), later(one)())
    c = Counter()
    print(inc(), c.n)
    h: Callable[[str], str] = log
    print(h("z"))
    show = log
    try:
        print(show("q", *[7]))
    except TypeError as e:
        print(e)
    both = log if c.n else log
    print(both("m", 1, ()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
