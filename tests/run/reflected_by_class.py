"""The right side's reflected method is asked where the classes differ at run time, whatever the static types say."""
class A:
    def __init__(self, x: int) -> None:
        self.x = x

    def __truediv__(self, other: "A") -> str:
        if self.x == 3:
            return NotImplemented
        return "div"

    def __rtruediv__(self, other: "A") -> str:
        return "rdiv"


class L(A):
    pass


class R(L):
    pass


class V(A):
    def __rtruediv__(self, other: "A") -> str:
        return "rV"


def same(a: A) -> A:
    return a


def main() -> None:
    for a in (same(L(3)), same(R(3)), same(A(3)), same(V(3)), same(L(1))):
        for b in (same(L(3)), same(R(3)), same(A(3)), same(V(3))):
            try:
                print(a / b)
            except TypeError as e:
                print(e)
            try:
                print(L(3) / R(3))
            except TypeError as e:
                print(e)
