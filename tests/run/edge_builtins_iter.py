"""zip, enumerate, map, filter, reversed, iter, next, any, all: empty and uneven inputs, strictness, laziness, errors."""
from collections.abc import Iterator

trace: list[str] = []


def loud(name: str, n: int) -> Iterator[int]:
    for k in range(n):
        trace.append(f"{name}{k}")
        yield k


def main() -> None:
    print(list(zip([1, 2, 3], "ab")), list(zip([1], [2], [3])), list(zip(range(3), range(0))))
    print(list(zip(loud("a", 3), loud("b", 2))), trace)
    trace.clear()
    for strict in ([1, 2], [1, 2, 3, 4]):
        try:
            for a, b in zip([1, 2, 3], strict, strict=True):
                print(a, b, end=" ")
        except ValueError as error:
            print(error)
    print(list(enumerate("ab", 5)), list(enumerate(trace[:0], 1)), list(enumerate({"k": 1}, start=-1)), dict(enumerate("xy")))
    print(list(map(lambda a, b: a * b, [1, 2, 3], (4, 5))), list(map(str.upper, "abc")), list(map(abs, {-1: 0})), list(map(len, trace)))
    print(list(filter(None, [0, 1, 2, 0])), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: x > 1, range(4))))
    lazy = (x * 2 for x in loud("g", 3))
    print(trace, next(lazy), trace, next(lazy), list(lazy), list(lazy), trace)
    trace.clear()
    print(any(x > 0 for x in loud("any", 5)), all(x < 2 for x in loud("all", 5)), trace, any(trace[:0]), all(()), any([0, 0]), all([1, 2]))
    it = iter([1, 2, 3])
    print(next(it), list(zip(it, it)), next(it, "done"), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed((1, "x")[:1])))
    try:
        next(it)
    except StopIteration as error:
        print("stop", error.args)
    it = iter(range(10))
    for x in it:
        if x % 3 == 2:
            print(x, next(it), end="; ")
    print(2 in iter([1, 2, 3]), list(it), sum(loud("s", 4)), max(loud("m", 3)), sorted(loud("t", 3), reverse=True), tuple(loud("u", 2)), set(loud("v", 2)))
    pairs = [(2, "b"), (1, "a")]
    numbers, letters = zip(*pairs)
    print(numbers, letters, list(zip(*[[1, 2], [3, 4]])), min(pairs), max("hello", key="lohe".index), min([3, -4], key=abs), max((), default=-1), min("b", "a", "c"), max(1, 2.5), max([1], [0, 5]))
    print(max([], default=-1), min({}, default=-0.5), max([], key=lambda s: len(s), default="x"), max({}, default=None))
    for action in (lambda: max(trace[:0]), lambda: min(trace[:0])):
        try:
            print(action())
        except ValueError as error:
            print(error)
    print(sum([[1], [2, 3]], []), sum((0.1,) * 10), sum([True, True]), sum(range(0)), round(2.5), round(-3.5), round(1234, -2), round(0.15, 1), divmod(-7, 3), pow(2, 10, 1000), pow(3, -1, 7), abs(-5), chr(9731), ord("€"), hash(1) == hash(1.0))
