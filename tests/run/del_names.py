# ruff: noqa: F821
"""`del` of variables, parameters, fields, properties, several at once; what reads them then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


def plain() -> None:
    x, y, z = 1, "two", [3]
    del x
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 5
    print(x)
    del (y, z[0]), x
    print(z)
    try:
        del x
    except NameError as error:
        print(type(error).__name__, error)


def in_loops(count: int) -> list[str]:
    out: list[str] = []
    item = "start"
    for n in range(count):
        try:
            out.append(f"{n}{item}")
        except UnboundLocalError:
            out.append(f"{n}none")
        if n % 2:
            item = f"i{n}"
        elif n:
            try:
                del item
            except UnboundLocalError:
                out.append("gone already")
    return out


def parameters(used: int, unused: str, *rest: int, flag: bool = False) -> int:
    del unused, flag
    if used > 3:
        del rest
    try:
        return used + sum(rest)
    except UnboundLocalError as error:
        print(error)
        return -1


def handlers(fail: bool) -> None:
    e: int = 1
    try:
        if fail:
            raise ValueError("first")
    except ValueError as e:         # type: ignore[assignment]
        print("handled", e)
    try:
        print(e)
    except UnboundLocalError as gone:
        print(gone)
    for again in range(3):
        try:
            if again == 1:
                raise KeyError(again)
            print("next", again)
        except KeyError as inner:
            try:
                raise IndexError("deep")
            except IndexError as inner:  # type: ignore[assignment]
                print(repr(inner))
            try:
                print(inner)
            except UnboundLocalError as gone:
                print(gone)
            continue


def handled_first(xs: list[int]) -> None:
    for x in xs:
        try:
            print(10 // x)
        except ZeroDivisionError as it:
            print("zero", it)
            if len(xs) > 2:
                continue
        it = f"text {x}"    # type: ignore[assignment]
        print(it)
    try:
        print(it)           # type: ignore[misc]
    except UnboundLocalError as gone:
        print(gone)


def finals(early: bool) -> str:
    word = "word"
    try:
        if early:
            del word
    finally:
        try:
            print(word)
        except UnboundLocalError:
            print("no word")
        word = "final"
        del word
    try:
        return word
    except UnboundLocalError:
        return "none"


def shared() -> None:
    value = 3

    def show() -> None:
        try:
            print(value)
        except NameError as error:
            print(type(error).__name__, error)

    def drop() -> None:
        nonlocal value
        del value

    show()
    drop()
    show()
    try:
        print(value)
    except UnboundLocalError as error:
        print(error)
    value = 4
    show()
    del value
    show()


def walks(xs: list[int]) -> Iterator[int]:
    total = 0
    for x in xs:
        total += x
        yield total
    del xs
    try:
        yield len(xs)
    except UnboundLocalError as error:
        print(error)
    del total, x


class Cache:
    size: int = 10

    def __init__(self, name: str) -> None:
        self.name = name
        self._value: int | None = None
        self.items = [1, 2]

    @property
    def value(self) -> int:
        if self._value is None:
            print("compute")
            self._value = len(self.name)
        return self._value

    @value.setter
    def value(self, new: int) -> None:
        self._value = new

    @value.deleter
    def value(self) -> None:
        print("forget", self._value)
        self._value = None

    def clear(self) -> None:
        del self.items


class Loud(Cache):
    @property
    def value(self) -> int:
        return 99

    @value.deleter
    def value(self) -> None:
        print("loud")


class ReadOnly(Cache):
    @property
    def value(self) -> int:
        return 5


@dataclass
class Point:
    x: int
    y: int = 7


def fields() -> None:
    caches: list[Cache] = [Cache("abc"), Loud("x"), ReadOnly("y")]
    for cache in caches:
        print(cache.value)
        try:
            del cache.value
        except AttributeError as error:
            print(error)
        print(cache.value)
    cache = caches[0]
    cache.clear()
    for _ in range(2):
        try:
            print(cache.items)
        except AttributeError as error:
            print(error)
        try:
            cache.clear()
        except AttributeError as error:
            print(error)
        cache.items = [4]
    print(cache.items)
    cache.size = 11
    print(cache.size)
    del cache.size
    print(cache.size, Loud("z").size)
    try:
        del cache.size
    except AttributeError as error:
        print(error)
    point = Point(1, 2)
    print(point, point == Point(1), point.y)
    del point.x
    try:
        print(point)
    except AttributeError as error:
        print(error)


TABLE: list[int] = []
for number in range(4):
    TABLE.append(number * number)
del number


def main() -> None:
    plain()
    print(in_loops(7))
    print(parameters(1, "a", 2, 3), parameters(5, "a", 2, flag=True))
    handlers(False)
    handlers(True)
    handled_first([1, 0, 2, 0])
    handled_first([0])
    print(finals(True), finals(False))
    shared()
    print(list(walks([1, 2])))
    fields()
    makers: list[Callable[[], None]] = [shared]
    del makers[0]
    print(len(makers), TABLE)


if __name__ == "__main__":
    main()
