# A class of the table takes other arguments than the call gives.
class A:
    def __init__(self, v: int) -> None:
        self.v = v


class B(A):
    def __init__(self, v: int, w: int) -> None:
        super().__init__(v)
        self.w = w


def make(kind: type[A]) -> A:
    return kind(1)


def main() -> None:
    make(A)
    make(B)
