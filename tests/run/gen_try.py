"""Generators as methods; `yield` in try, except, else, finally and with; what ends a generator."""

from collections.abc import Generator, Iterator


class Node:
    def __init__(self, value: int, left: "Node | None" = None, right: "Node | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right

    def walk(self) -> Iterator[int]:
        if self.left is not None:
            for x in self.left.walk():
                yield x
        yield self.value
        if self.right is not None:
            for x in self.right.walk():
                yield x


def guarded(n: int) -> Iterator[str]:
    try:
        for i in range(n):
            try:
                if i == 2:
                    raise ValueError(f"no {i}")
                yield f"item {i}"
            except ValueError as error:
                yield f"caught {error}"
                yield f"again {error}"
            else:
                yield f"else {i}"
            finally:
                yield f"finally {i}"
    finally:
        print("outer finally")
        yield "last"


def returning(n: int) -> Iterator[int]:
    for i in range(100):
        try:
            if i == n:
                return
            yield i
        finally:
            yield -i


class Guard:
    def __enter__(self) -> "Guard":
        print("enter")
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> bool:
        print("exit", repr(error))
        return True


def managed() -> Iterator[int]:
    with Guard():
        yield 1
        yield 2
        raise KeyError("x")
    yield 3
    with Guard() as a, Guard() as b:
        yield 4
        print(a is b)
        return


def context() -> Iterator[str]:
    try:
        raise ValueError("a")
    except ValueError:
        yield "in handler"
        try:
            raise KeyError("b")
        except KeyError as error:
            yield repr(error.__context__)
    try:
        raise IndexError("c")
    except IndexError as error:
        yield repr(error.__context__)


def failing() -> Iterator[int]:
    yield 1
    raise RuntimeError("broken")


def stops() -> Iterator[int]:
    yield 1
    raise StopIteration


def expressions(n: int) -> Generator[int, int, int]:
    total = 0
    while total < n:
        total = total + (yield total) * 2
    return total


def chatty(a: int, b: str = "x", *, c: float = 1.5) -> Iterator[tuple[int, str, float]]:
    for k in {"p": 1, "q": 2}.items():
        yield a, b + k[0], c * k[1]
        a += 1


def main() -> None:
    tree = Node(4, Node(2, Node(1), Node(3)), Node(6, Node(5)))
    print(list(tree.walk()))
    for line in guarded(4):
        print(line)
    print(list(returning(3)))
    for m in managed():
        print("got", m)
    try:
        raise OSError("outside")
    except OSError:
        for text in context():
            print(text)
            try:
                raise TypeError("inner")
            except TypeError as error:
                print(repr(error.__context__))
    try:
        for x in failing():
            print(x)
    except RuntimeError as error:
        print("failed", error)
    try:
        for x in stops():
            print(x)
    except RuntimeError as error:
        print("stopped:", error, repr(error.__cause__))
    print(list(chatty(1)), list(chatty(5, "yy", c=0.5)))


if __name__ == "__main__":
    main()
