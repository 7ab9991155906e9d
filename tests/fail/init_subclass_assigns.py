from typing import ClassVar


class Named:
    name: ClassVar[str] = ""

    def __init_subclass__(cls, name: str = "") -> None:
        cls.name = name


class One(Named, name="one"):
    pass


def main() -> None:
    print(One.name)
