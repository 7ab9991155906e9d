"""Generators that the traceback of an exception keeps: their ends come when the handler is done."""

from collections.abc import Iterator


def rows(name: str) -> Iterator[int]:
    try:
        yield 0
        yield 1
    finally:
        print("end of", name)


def listed() -> None:
    try:
        print([1 // x for x in rows("list")])
    except ZeroDivisionError:
        print("caught, list")


def summed() -> None:
    try:
        print(sum(1 // x for x in rows("sum")))
    except ZeroDivisionError as e:
        print("caught, sum", e)


def looped() -> None:
    try:
        for v in (1 // x for x in rows("loop")):
            print(v)
    except ZeroDivisionError:
        print("caught, loop")


def stated() -> None:
    try:
        for x in rows("stmt"):
            print(1 // x)
    except ZeroDivisionError:
        print("caught, stmt")


def second() -> None:
    try:
        print([1 // x for _ in range(2) for x in rows("second")])
    except ZeroDivisionError:
        print("caught, second")


def nested() -> None:
    try:
        try:
            print({1 // x for x in rows("inner")})
        except ZeroDivisionError:
            print("caught inner")
            print({1 // x: x for x in rows("context")})
    except ZeroDivisionError:
        print("caught outer")


def again() -> None:
    try:
        try:
            print(max(1 // x for x in rows("again")))
        except ZeroDivisionError:
            print("first")
            raise
        finally:
            print("finally")
    except ArithmeticError:
        print("second")


def returns() -> int:
    try:
        print(any(1 // x for x in rows("returns")))
    except ZeroDivisionError:
        print("caught, returns")
        return 1
    return 2


def swallowed() -> int:
    try:
        print(all(1 // x for x in rows("swallowed")))
    finally:
        print("finally, swallowed")
        return 3


def broken() -> None:
    for i in range(2):
        try:
            print(",".join(str(1 // x) for x in rows("broken")))
        except ZeroDivisionError:
            print("caught, broken", i)
            if i == 0:
                continue
            break


def from_none() -> None:
    try:
        try:
            print(tuple(1 // x for x in rows("from")))
        except ZeroDivisionError:
            raise ValueError("other") from None
    except ValueError as e:
        print("caught", e)


def closed() -> None:
    g = (x for x in rows("closed"))
    print(next(g))
    g.close()
    print("after close")


def early() -> None:
    for v in (x for x in rows("early")):
        print(v)
        break
    print("after break")


def gen_in(n: int) -> Iterator[int]:
    try:
        yield sum(1 // x for x in rows("gen_in"))
    except ZeroDivisionError:
        print("in generator")
        yield 7
        print("on")
    print("gen ends")
    yield 8


def two() -> None:
    try:
        print(sum(sum(1 // (x + y) for x in rows("two inner")) for y in rows("two outer")))
    except ZeroDivisionError:
        print("caught two")


def mapped() -> None:
    try:
        print(sum(map(lambda x: 1 // x, rows("map"))))
    except ZeroDivisionError:
        print("caught, map")
    try:
        print(sorted(rows("sorted"), key=lambda x: 1 // x))
    except ZeroDivisionError:
        print("caught, sorted")


def star(*xs: int) -> int:
    return len(xs)


def lazy() -> None:
    for word in map(str, rows("map")):
        print(word)
        break
    for v in filter(None, rows("filter")):
        print(v)
        break
    for pair in zip(rows("zip1"), rows("zip2")):
        print(pair)
        break
    for i, v in enumerate(rows("enum")):
        print(i, v)
        break
    for i, word in enumerate(map(str, rows("enum map"))):
        print(i, word)
        break


def main() -> None:
    lazy()
    for run in (listed, summed, looped, stated, second, nested, again):
        run()
    print(returns(), swallowed())
    for run in (broken, from_none, closed, early, two, mapped):
        run()
    for v in gen_in(1):
        print(v)
    try:
        star(*(1 // x for x in rows("star")))
    except ZeroDivisionError:
        print("caught star")

if __name__ == "__main__":
    main()
