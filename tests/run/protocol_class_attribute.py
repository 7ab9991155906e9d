"""Runtime-checkable protocols whose attribute is a class variable that is assigned through another class."""

from typing import Any, ClassVar, Protocol, runtime_checkable


class Command:
    name: ClassVar[str] = "cmd"

    def __init_subclass__(cls, name: str = "", **kw: Any) -> None:
        super().__init_subclass__(**kw)
        cls.name = name or cls.__name__


class Ins(Command, name="ins"):
    def run(self) -> int:
        return 2


@runtime_checkable
class Plugin(Protocol):
    name: str

    def run(self) -> int: ...


class D:
    name = "d"

    def run(self) -> int:
        return 1


class Other:
    def __init__(self) -> None:
        self.name = "o"

    def run(self) -> int:
        return 3


def main() -> None:
    objs: list[object] = [D(), 3, Ins(), Command(), Other()]
    print([isinstance(o, Plugin) for o in objs], Ins.name, Command.name)
    for o in objs:
        if isinstance(o, Plugin):
            print(o.name, o.run())
    D.name = "changed"
    print(D().name, isinstance(D(), Plugin))


if __name__ == "__main__":
    main()
