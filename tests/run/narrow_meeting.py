"""What is known where paths meet again: one of what either path knows."""
from dataclasses import dataclass

Value = int | str | float | list["Value"] | None


def h(a: int | str | None, b: int | str | None) -> int:
    if a is None:
        return 0
    if isinstance(a, int) and isinstance(b, int):
        return a * b
    return len(str(a)) + len(a) if isinstance(a, str) else a


def k(a: int | str | None, b: int | str | None) -> str:
    if a is None or b is None:
        return "none"
    if isinstance(a, int) and isinstance(b, int):
        return str(a * b)
    if isinstance(a, str) and isinstance(b, str):
        return a + b
    return twice(a) + twice(b)


def twice(x: int | str) -> str:
    return str(x) * 2


def less(a: Value, b: Value) -> bool:
    if a is None or b is None:
        return a is None and b is not None
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return a < b
    if isinstance(a, str) and isinstance(b, str):
        return a < b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) < len(b)
    raise TypeError(f"{type(a).__name__} and {type(b).__name__}")


@dataclass
class Leaf:
    v: int


@dataclass
class Tree:
    left: "Leaf | Tree | None"
    right: "Leaf | Tree | None"

def w(a: Leaf | Tree | None, b: Leaf | Tree | None) -> int:
    if a is not None:
        if isinstance(a, Leaf) and isinstance(b, Leaf):
            return a.v * b.v
        return depth(a)
    return 0

def depth(t: Leaf | Tree) -> int:
    if isinstance(t, Leaf):
        return 1
    return 1 + max(0 if t.left is None else depth(t.left), depth(t.right) if t.right else 0)

def q(a: object, b: object) -> int:
    if isinstance(a, int) and isinstance(b, int):
        return a + b
    if a is not None and isinstance(a, str):
        return len(a)
    return 0

def z(a: int | None, b: int | None) -> int:
    x: int = 0
    while a is not None:
        if isinstance(a, int) and isinstance(b, int):
            return a
        x += a
        a = a - 1 if a > 0 else None
    return x

def main() -> None:
    print(h(1, 2), h("abc", 1), k(2, 3), k("a", "b"), k(1, "x"), less(None, 3), less(1, 2.5), less("a", "b"), less([1], []))
    print(w(Leaf(2), Leaf(3)), w(Tree(None, Leaf(2)), None), q(1, 2), q("abc", None), z(4, None))
    try:
        less(1, "a")
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    main()
