"""`__init_subclass__` keeps the classes below in tables, with keywords of the class statement."""
from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

KINDS: list[str] = []


class Plugin(ABC):
    registry: ClassVar[dict[str, type[Plugin]]] = {}
    key = "base"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        Plugin.registry[cls.__name__] = cls
        KINDS.append(cls.key)

    @classmethod
    def create(cls, name: str) -> Plugin:
        try:
            return cls.registry[name]()
        except KeyError:
            raise ValueError(f"no plugin {name!r}; there are {sorted(cls.registry)}") from None

    @abstractmethod
    def run(self) -> str: ...


class A(Plugin):
    key = "a"

    def run(self) -> str:
        return "A runs"


@dataclass
class B(A):
    key = "b"
    n: int = 3

    def run(self) -> str:
        return f"B runs {self.n} and {super().run()}"


class Handler:
    table: ClassVar[dict[int, type[Handler]]] = {}
    names: ClassVar[list[tuple[str, int]]] = []

    def __init_subclass__(cls, /, code: int = 0, *, label: str = "none", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.table[code] = cls
        cls.names.append((label, code))

    def handle(self) -> str:
        return type(self).__name__


class Ok(Handler, code=200, label="fine"):
    pass


class NotFound(Handler, code=404):
    def handle(self) -> str:
        return "missing " + super().handle()


class Message:
    number: ClassVar[int] = -1
    label: ClassVar[str] = "none"
    tags: ClassVar[list[str]] = []
    kinds: ClassVar[dict[int, type[Message]]] = {}

    def __init_subclass__(cls, *, number: int = -1, label: str | None = None) -> None:
        super().__init_subclass__()
        if number < 0:
            return
        cls.number = number
        Message.kinds[number] = cls
        if label is not None:
            cls.label = label
        else:
            cls.tags = [cls.__name__]


class Ping(Message, number=1):
    pass


class Plain(Message):
    pass


class Data(Ping, number=7, label="data"):
    pass


class Last(Data):
    label = "own"


def show(m: Message) -> str:
    return f"{m.number} {m.label} {type(m).label} {type(m).__name__}"


def given_to_some() -> None:
    print(Ping.number, Plain.number, Data.number, Last.number, {n: k.__name__ for n, k in Message.kinds.items()})
    Plain.tags.append("x")
    print(Message.tags, Ping.tags, Plain.tags, Data.tags)
    print([show(m) for m in (Ping(), Plain(), Data(), Last(), Message())], Last().label, Last().number)


def main() -> None:
    given_to_some()
    print({k: c().run() for k, c in Plugin.registry.items()}, KINDS)
    print(Plugin.create("B").run())
    try:
        Plugin.create("Z")
    except ValueError as e:
        print(e)
    for code, kind in Handler.table.items():
        print(code, kind.__name__, kind().handle())
    print(Handler.names, Handler.table[404] is NotFound)


if __name__ == "__main__":
    main()
