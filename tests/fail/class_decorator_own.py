from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

T = TypeVar("T")
TABLE: dict[str, type[object]] = {}


def marks(cls: type["Base"]) -> type["Base"]:
    cls.mark = "x"
    return cls


def replaces(cls: type[T]) -> type["Base"]:
    return Base


def keeps(cls: type[T]) -> type[T]:
    TABLE[cls.__name__] = cls
    return cls


def passes_on(cls: type[T]) -> type[T]:
    return keeps(cls)


class Base:
    mark: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        TABLE[cls.__name__] = cls


@passes_on
class C:
    pass


def main() -> None:
    print(C)
