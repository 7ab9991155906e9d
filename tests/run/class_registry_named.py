"""A registry of plugins by the name that `__init_subclass__` gives to each."""
from abc import ABC, abstractmethod
from typing import Any, ClassVar


class Plugin(ABC):
    registry: ClassVar[dict[str, type["Plugin"]]] = {}
    name: ClassVar[str]
    order: ClassVar[int] = -1

    def __init_subclass__(cls, *, name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.lower()
        cls.order = len(Plugin.registry)
        Plugin.registry[cls.name] = cls

    @abstractmethod
    def run(self, text: str) -> str: ...

    @classmethod
    def create(cls, name: str) -> "Plugin":
        try:
            return cls.registry[name]()
        except KeyError:
            raise ValueError(f"unknown plugin {name!r}; have {', '.join(sorted(cls.registry))}") from None


class Upper(Plugin, name="up"):
    def run(self, text: str) -> str:
        return text.upper()


class Reverse(Plugin):
    order = 77

    def run(self, text: str) -> str:
        return f"{self.name}:{text[::-1]}"


class Twice(Reverse, name="twice"):
    def run(self, text: str) -> str:
        return super().run(text) * 2


def main() -> None:
    print(sorted(Plugin.registry), Upper.name, Twice.name, Reverse.order, Twice.order, Plugin.order)
    for n in ("up", "reverse", "twice"):
        one = Plugin.create(n)
        print(one.run("abc"), one.name, type(one).name, one.order)
    try:
        Plugin.create("zip")
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    main()
