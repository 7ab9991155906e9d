"""A property that subclasses answer with a property, or a variable of the class: also read in `__init__`."""
import abc


class Account(abc.ABC):
    def __init__(self) -> None:
        self.number = f"{self.prefix}1"

    @property
    @abc.abstractmethod
    def prefix(self) -> str: ...


class Savings(Account):
    @property
    def prefix(self) -> str:
        return "S"


class Checking(Account):
    prefix = "C"


class Named:
    @property
    def name(self) -> str:
        return "plain"


class Other(Named):
    @property
    def name(self) -> str:
        return "other"


class Fixed(Named):
    name = "fixed"


def show(one: Named) -> str:
    return one.name


def main() -> None:
    for a in (Savings(), Checking()):
        print(a.number, a.prefix)
    every: list[Named] = [Named(), Other(), Fixed()]
    print([(n.name, show(n)) for n in every])


if __name__ == "__main__":
    main()
