"""`super().name` of a class variable: the base's own, whatever the class below calls so."""

from __future__ import annotations


class A:
    limit = 3
    names: list[str] = ["a"]

    @property
    def twice(self) -> int:
        return self.limit * 2

class B(A):
    limit = 5
    names = A.names + ["b"]

    def show(self) -> str:
        return f"{self.limit} {super().limit} {A.limit} {type(self).limit} {super().names} {super().twice}"

    @classmethod
    def all(cls) -> list[str]:
        return super().names + cls.names

class C(B):

    def show(self) -> str:
        return super().show() + f" {super().limit}"

class Loud:
    def loud(self) -> str:
        return "loud"

    @classmethod
    def kind(cls) -> str:
        return f"Loud {cls.__name__}"

class Root:
    size = 1

    @classmethod
    def made(cls, by: int = 0) -> str:
        return f"Root of {cls.__name__} {cls.size} {by}"

class Stem(Root):
    size = 2

    @classmethod
    def made(cls, by: int = 5) -> str:
        return f"Stem[{super().made(by)}, {super().made()}]"

class Leaf(Stem):
    @classmethod
    def made(cls, by: int = 7) -> str:
        return f"Leaf[{super().made(by)}, {Root.made()}]"

class Bud(Leaf):
    size = 4

class Horn(Root, Loud):
    @classmethod
    def kind(cls) -> str:
        return f"Horn[{super().kind()}]"

def main() -> int:
    kinds: list[type[Stem]] = [Stem, Leaf, Bud]
    print([kind.made(9) for kind in kinds], [kind().made() for kind in kinds], Bud.made(), Horn.kind(), Horn.made())
    print(B().show(), B.all(), C().show(), C.all())
    A.limit = 9
    print(B().show())
    return 0

if __name__ == "__main__":
    raise SystemExit(main())
