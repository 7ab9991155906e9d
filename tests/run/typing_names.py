"""Names of `typing` that only say something: List, Annotated, AnyStr, NewType, protocols with properties."""

from typing import Annotated, AnyStr, Dict, List, Mapping, NewType, Optional, Protocol, Tuple


UserId = NewType("UserId", int)


class P(Protocol):
    x: int

    @property
    def y(self) -> int: ...


class A:
    def __init__(self) -> None:
        self.x = 1

    @property
    def y(self) -> int:
        return 2


class F:
    def __init__(self, p: P) -> None:
        self.p = p


def both(a: AnyStr, b: AnyStr) -> AnyStr:
    return a + b


def who(u: UserId) -> str:
    return f"user {u}"


def main() -> None:
    xs: List[int] = [1]
    d: Dict[str, Optional[int]] = {"a": None}
    t: Tuple[int, str] = (1, "a")
    n: Annotated[int, "m"] = 3
    print(xs, d, t, n, both("a", "b"), both(b"a", b"c"))
    print(F(A()).p.x, F(A()).p.y, who(UserId(3)))
    m: Mapping[str, int] = {"z": 1}
    print(m["z"])


if __name__ == "__main__":
    main()
