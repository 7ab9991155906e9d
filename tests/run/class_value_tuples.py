"""`issubclass` of a class that is a value and classes in a variable, a field, a parameter."""
from typing import Optional, Type


class Guard:
    def __init__(self, *swallow: type[BaseException]) -> None:
        self.swallow = swallow
        self.seen: Optional[BaseException] = None

    def __enter__(self) -> "Guard":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], e: Optional[BaseException], tb: object) -> bool:
        self.seen = e
        return kind is not None and issubclass(kind, self.swallow)


class Animal:
    pass


class Dog(Animal):
    pass


class Cat(Animal):
    pass


def fits(kind: type[Animal], wanted: tuple[type[Animal], ...]) -> bool:
    return issubclass(kind, wanted)


PETS: tuple[type[Animal], type[Animal]] = (Dog, Cat)


def main() -> None:
    with Guard(LookupError, ZeroDivisionError) as g:
        raise KeyError("x")
    print(repr(g.seen))
    try:
        with Guard(ValueError):
            raise IndexError("y")
    except IndexError as e:
        print("escaped", e)
    try:
        with Guard():
            raise IndexError("z")
    except IndexError as e:
        print("escaped", e)
    print(fits(Dog, (Cat,)), fits(Dog, (Cat, Animal)), fits(Animal, (Dog,)), fits(Cat, ()), fits(Cat, PETS))
    kinds: list[type[Animal]] = [Animal, Dog]
    print([issubclass(k, PETS) for k in kinds], [issubclass(k, (Dog, Cat)) for k in kinds], issubclass(Dog, Animal))
    print([issubclass(k, kinds[1]) for k in kinds])


if __name__ == "__main__":
    main()
