from collections.abc import Callable


class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []
        self.undo: list[Callable[[], None]] = []

    def push(self, x: int) -> None:
        self.items.append(x)

        def back() -> None:
            self.items.pop()
        self.undo.append(back)

    def pop(self) -> int:
        x = self.items.pop()
        self.undo.append(lambda: self.items.append(x))
        return x

    def rollback(self, n: int) -> None:
        for _ in range(n):
            self.undo.pop()()


class Signal:
    def __init__(self) -> None:
        self._slots: list[Callable[[str, int], bool]] = []

    def connect(self, slot: Callable[[str, int], bool]) -> Callable[[], None]:
        self._slots.append(slot)
        n = len(self._slots) - 1
        alive = True

        def disconnect() -> None:
            nonlocal alive
            if alive:
                self._slots[n] = lambda s, i: False
                alive = False
            else:
                print("already")
        return disconnect

    def emit(self, s: str, i: int) -> int:
        return sum(1 for slot in self._slots if slot(s, i))


class Lazy:
    def __init__(self, make: Callable[[], int]) -> None:
        self._make = make
        self._value: int | None = None

    @property
    def value(self) -> int:
        if self._value is None:
            self._value = self._make()
        return self._value


class Matrix:
    def __init__(self, n: int, f: Callable[[int, int], float]) -> None:
        self.rows = [[f(i, j) for j in range(n)] for i in range(n)]

    def map(self, f: Callable[[float], float]) -> "Matrix":
        return Matrix(len(self.rows), lambda i, j: f(self.rows[i][j]))


class Machine:
    def __init__(self) -> None:
        self.state: Callable[[str], bool] = self.start
        self.log: list[str] = []

    def start(self, c: str) -> bool:
        self.log.append("start" + c)
        self.state = self.word if c.isalpha() else self.start
        return c != "!"

    def word(self, c: str) -> bool:
        self.log.append("word" + c)
        if c == " ":
            self.state = self.start
        return True

    def feed(self, text: str) -> int:
        n = 0
        for c in text:
            if not self.state(c):
                break
            n += 1
        return n


def guarded(f: Callable[[], int], *handlers: Callable[[Exception], int]) -> int:
    try:
        return f()
    except (ValueError, ZeroDivisionError) as e:
        err = e
        return sum(h(err) for h in handlers)


def boom(n: int) -> int:
    if n == 0:
        raise ValueError("zero")
    return 10 // (n - 1)


def main() -> None:
    s = Stack()
    s.push(1)
    s.push(2)
    s.pop()
    s.push(3)
    print(s.items)
    s.rollback(2)
    print(s.items)
    s.rollback(2)
    print(s.items)
    sig = Signal()
    got: list[str] = []

    def slot(name: str, n: int) -> bool:
        got.append(name * n)
        return n > 1
    off = sig.connect(slot)
    sig.connect(lambda name, n: name.startswith("a"))
    print(sig.emit("ab", 2), sig.emit("b", 1), got)
    off()
    off()
    print(sig.emit("a", 5), got)
    hits = 0

    def expensive() -> int:
        nonlocal hits
        hits += 1
        return hits * 100
    lazy = Lazy(expensive)
    print(lazy.value, lazy.value, hits)
    m = Matrix(2, lambda i, j: i + j / 2).map(lambda v: v * 2)
    print(m.rows)
    mc = Machine()
    print(mc.feed("a b!c ! "), mc.log)
    print(guarded(lambda: boom(3)), guarded(lambda: boom(0), lambda e: len(str(e)), lambda e: 1),
          guarded(lambda: boom(1), lambda e: -len(str(e))))


if __name__ == "__main__":
    main()
