"""match on classes: attributes, dataclasses by position, nesting, enums, unions of classes."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    A = 1
    B = 2
    C = 3


@dataclass
class Number:
    value: int


@dataclass
class Add:
    left: "Expr"
    right: "Expr"


@dataclass
class Mul:
    left: "Expr"
    right: "Expr"


@dataclass
class Neg:
    operand: "Expr"


Expr = Number | Add | Mul | Neg


class Animal:
    def __init__(self, name: str) -> None:
        self.name = name


class Dog(Animal):
    def __init__(self, name: str, tricks: int) -> None:
        super().__init__(name)
        self.tricks = tricks


class Cat(Animal):
    pass


def evaluate(e: Expr) -> int:
    match e:
        case Number(value):
            return value
        case Add(left, right):
            return evaluate(left) + evaluate(right)
        case Mul(Number(0), _) | Mul(_, Number(0)):
            return 0
        case Mul(left, right):
            return evaluate(left) * evaluate(right)
        case Neg(Neg(inner)):
            return evaluate(inner)
        case Neg(operand=inner):
            return -evaluate(inner)


def show(e: Expr) -> str:
    match e:
        case Number(value=v) if v < 0:
            return f"({v})"
        case Number(value=v):
            return str(v)
        case Add() as add:
            return f"({show(add.left)} + {show(add.right)})"
        case Mul(left=a, right=b):
            return f"{show(a)} * {show(b)}"
        case Neg(x):
            return f"-{show(x)}"


def describe(animal: Animal) -> str:
    match animal:
        case Dog(tricks=0):
            return f"{animal.name} knows nothing"
        case Dog(name=n, tricks=t) if t > 5:
            return f"{n} is clever"
        case Dog():
            return f"a dog, {animal.tricks} tricks"
        case Cat(name="Tom"):
            return "that cat"
        case Cat():
            return "a cat"
        case _:
            return "an animal"


def letter(kind: Kind) -> str:
    match kind:
        case Kind.A:
            return "first"
        case Kind.B | Kind.C:
            return "later"


def boxed(a: Number | None) -> str:
    match a:
        case Number(1):
            return "one"
        case Number():
            return "number"
        case None:
            return "none"


def main() -> None:
    tree = Add(Mul(Number(2), Number(3)), Neg(Add(Number(-4), Number(1))))
    print(show(tree), "=", evaluate(tree))
    print(evaluate(Mul(tree, Number(0))), evaluate(Neg(Neg(Number(9)))), tree == Add(Number(1), Number(2)))
    for animal in (Dog("Rex", 0), Dog("Lassie", 9), Dog("Bo", 2), Cat("Tom"), Cat("Kit"), Animal("Cow")):
        print(describe(animal))
    print([letter(kind) for kind in Kind], boxed(Number(1)), boxed(Number(2)), boxed(None))


if __name__ == "__main__":
    raise SystemExit(main())
