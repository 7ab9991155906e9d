"""Variables that a base only declares, and classes below it have."""

from abc import ABC
from typing import Protocol


class Command:
    name: str

    def run(self) -> str:
        return f"{self.name}"


class Ls(Command):
    name = "ls"


class Command_cv2(ABC):
    name: str

    def run(self) -> str:
        return f"{self.name}"


class Ls_cv2(Command_cv2):
    name = "ls"


class Command_cv3:
    name: str
    size: int = 3

    def run(self) -> str:
        return f"{self.name} {self.size}"


class Ls_cv3(Command_cv3):
    name = "ls"


class Cd(Command_cv3):
    name: str = "cd"
    size = 7


class Own(Command_cv3):
    def __init__(self, name: str) -> None:
        self.name = name


class Both(Ls_cv3):
    def __init__(self, n: int) -> None:
        if n:
            self.name = f"both {n}"


class Shape(Protocol):
    sides: int

    def describe(self) -> str:
        return f"{self.sides}-gon"


class Sq(Shape):
    sides = 4


def run_cv1() -> None:
    print(Ls().run())


def run_cv2() -> None:
    print(Ls_cv2().run())


def run_cv3() -> None:
    cs: list[Command_cv3] = [Ls_cv3(), Cd(), Own("own"), Both(0), Both(2)]
    print([c.run() for c in cs], [c.name for c in cs])
    try:
        print(Command_cv3().run())
    except AttributeError as e:
        print(e)
    c = Ls_cv3()
    c.name = "mine"
    print(c.run(), Ls_cv3.name, Ls_cv3().run())


def run_m44b_protocol_member_classvar() -> None:
    print(Sq().describe(), Sq().sides)


def main() -> None:
    run_cv1()
    run_cv2()
    run_cv3()
    run_m44b_protocol_member_classvar()


if __name__ == "__main__":
    main()
