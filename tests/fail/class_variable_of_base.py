"""In CPython the assignment would give Derived a variable of its own."""


class Base:
    count = 0


class Derived(Base):
    pass


def main() -> None:
    Derived.count = 7
    print(Base.count, Derived.count)
