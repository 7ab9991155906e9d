"""In CPython the assignment would give Derived a variable of its own: by this name, the compiler does not see that."""


class Base:
    count = 0


class Derived(Base):
    pass


Other = Derived


def main() -> None:
    Other.count = 7
    print(Base.count, Derived.count)
