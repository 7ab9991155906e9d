from typing import TypeVar

T = TypeVar("T")


class Base:
    def pick(self, x: int) -> int:
        return x


class Sub(Base):
    def pick(self, x: list[T]) -> int:
        return len(x)


def f(base: Base) -> int:
    return base.pick(1)


def main() -> int:
    return f(Sub()) + f(Base())
