from dataclasses import dataclass

TABLE: dict[str, type[object]] = {}


class Base:
    def __init_subclass__(cls) -> None:
        TABLE[cls.__name__] = cls


@dataclass(slots=True)
class Twice(Base):
    x: int


def f() -> None:
    class Local(Base):
        pass

    print(Local())


def main() -> None:
    print(Twice(1), f())
