from typing import ClassVar


class Named:
    name: ClassVar[str] = ""

    def __init_subclass__(cls, name: str = "") -> None:
        if name:
            cls.name = name


class Sized:
    def __init_subclass__(cls) -> None:
        cls.size = len(cls.__name__)


class One(Named, name="one"):
    pass


class Two(Sized):
    pass


def main() -> None:
    Named.name = "none"
    One.name = "1"
    print(One.name, Two.size)
