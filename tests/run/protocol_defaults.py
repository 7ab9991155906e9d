"""`= ...` in protocols and overloads: the default is that of the class or function which is called."""
from typing import Protocol, overload


@overload
def pick(x: int, y: int = ...) -> int: ...
@overload
def pick(x: str, y: int = ...) -> str: ...
def pick(x: int | str, y: int = 2) -> int | str:
    return x * y


class Writer(Protocol):
    def write(self, text: str, end: str = ...) -> int: ...


class Con:
    def __init__(self) -> None:
        self.out: list[str] = []

    def write(self, text: str, end: str = "\n") -> int:
        self.out.append(text + end)
        return len(text)


class Nul:
    def write(self, text: str, end: str = "") -> int:
        return 0


def say(w: Writer) -> int:
    return w.write("hi") + w.write("x", end="!")


def main() -> None:
    print(pick(2), pick("a", 3))
    c = Con()
    print(say(c), c.out, say(Nul()))
    writers: list[Writer] = [c, Nul()]
    print([w.write("q", "?") for w in writers])


if __name__ == "__main__":
    main()
