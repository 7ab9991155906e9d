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

def main() -> int:
    print(B().show(), B.all(), C().show(), C.all())
    A.limit = 9
    print(B().show())
    return 0

if __name__ == "__main__":
    raise SystemExit(main())
