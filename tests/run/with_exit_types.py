"""An `__exit__` of any result swallows exceptions where that is true."""
from typing import Optional, Literal, Any


class A:
    def __enter__(self) -> "A":
        return self
    def __exit__(self, a: object, b: object, c: object) -> Optional[bool]:
        return True


class B(A):
    def __exit__(self, a: object, b: object, c: object) -> "bool":
        return True


class C(A):
    def __exit__(self, a: object, b: object, c: object) -> Literal[True]:
        return True


Ans = bool | None


class D(A):
    def __exit__(self, a: object, b: object, c: object) -> Ans:
        return True


class E:
    def __enter__(self) -> "E":
        return self
    def __exit__(self, a: object, b: object, c: object) -> object:
        return 1


class F:
    def __enter__(self) -> "F":
        return self
    def __exit__(self, a: object, b: object, c: object) -> int:
        return 1


class G:
    def __enter__(self) -> "G":
        return self
    def __exit__(self, a: object, b: object, c: object) -> Any:
        return 1


def f() -> int:
    x = 1
    with A():
        x = 2
        raise ValueError("q")
    x = 3
    return x


def g() -> int:
    with B():
        raise ValueError("q")
    return 3


def h() -> int:
    with C():
        raise ValueError("q")
    return 4


def i() -> int:
    with D():
        raise ValueError("q")
    return 5


def j() -> int:
    with E():
        raise ValueError("q")
    return 6


def k() -> int:
    with F():
        raise ValueError("q")
    return 7


def m() -> int:
    with G():
        raise ValueError("q")
    return 8


def main() -> None:
    print(f(), g(), h(), i(), j(), k(), m())


if __name__ == "__main__":
    main()
