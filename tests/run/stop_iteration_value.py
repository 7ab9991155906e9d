"""What a generator returned is the value of the StopIteration that ends it: an object, whatever the type."""

from collections.abc import Generator, Iterator
from typing import Any
def g(n: int) -> Generator[int, None, str]:
    for i in range(n):
        yield i
    return f"done {n}"
def ints() -> Generator[str, int, int | None]:
    got = yield "a"
    return got * 2 if got else None
class Own:
    def __init__(self) -> None:
        self.left = 2
    def __iter__(self) -> "Own":
        return self
    def __next__(self) -> int:
        if self.left == 0:
            raise StopIteration("own", 5)
        self.left -= 1
        return self.left
def drain(it: Iterator[int]) -> Any:
    out: list[int] = []
    while True:
        try:
            out.append(next(it))
        except StopIteration as stop:
            print(out, repr(stop))
            return stop.value
def main() -> None:
    print(drain(g(2)), drain(g(0)), drain(iter([1, 2])))
    own = Own()
    try:
        while True:
            print(next(own))
    except StopIteration as e:
        print(e.value, e.args)
    it = ints()
    print(next(it))
    try:
        it.send(4)
    except StopIteration as e:
        v: Any = e.value
        if isinstance(v, int):
            print(v + 1)
        w = e.value
        assert isinstance(w, int)
        total = w + 1
        print(total)
    try:
        it.send(4)
    except StopIteration as e:
        print(e.value, e.args)
    try:
        raise StopIteration
    except StopIteration as e:
        print(e.value is None, e.value)
if __name__ == "__main__":
    main()
