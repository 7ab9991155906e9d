from dataclasses import dataclass, replace


class Positive:
    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, obj: "Product", owner: type | None = None) -> float:
        return obj.values[self.name]

    def __set__(self, obj: "Product", value: float) -> None:
        obj.values[self.name] = value


class Product:
    price = Positive()

    def __init__(self, price: float) -> None:
        self.values: dict[str, float] = {}
        self.price = price


class Symbol(str):
    pass


class Pair(tuple[int, int]):
    pass


@dataclass
class Size:
    width: int

    def but(self, **changes: int) -> "Size":
        return replace(self, **changes)


def main() -> None:
    product = Product(1.5)
    print(Symbol("x"))
    print(Pair((1, 2)))
    print(product.price * 2)
    product.price += 1
    try:
        raise ValueError(Size(1))
    except ValueError as error:
        print(error.__traceback__ is None)
