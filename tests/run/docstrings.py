"""`__doc__` of functions and classes by name."""

from abc import ABC, abstractmethod


def double(x: int) -> int:
    """Twice x.

    And no more.
    """
    return 2 * x


def plain() -> None:
    "x".upper()
    return None


class Command(ABC):
    """A command."""

    @abstractmethod
    def run(self) -> int:
        """Does it."""

    @staticmethod
    def help() -> str:
        "Says how."
        return (Command.help.__doc__ or "").lower()

    def about(self) -> str:
        return f"{self.__doc__}"


class Quiet(Command):
    def run(self) -> int:
        return 0


class Loud(Quiet):
    """Says all."""


def usage() -> str:
    """usage: prog"""
    text = usage.__doc__
    return text if text is not None else "-"


def silent() -> None:
    pass


def main() -> None:
    print(double.__doc__, double(2))
    print(Command.__doc__, Quiet.__doc__, Command.run.__doc__, Quiet.run.__doc__)
    print(Command.help(), usage(), silent.__doc__, main.__doc__ or "none")
    print(Quiet().about(), Loud().about(), Loud().__doc__)

    def inner() -> int:
        """A function of its own."""
        return 1

    print(inner.__doc__, inner())
    print(double.__doc__.splitlines()[0] if double.__doc__ else "")


if __name__ == "__main__":
    main()
