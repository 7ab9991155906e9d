# apart: what becomes an `object` anywhere, and which classes functions have, is asked of all of the image
"""Class variables of classes inside functions: those that change where the function runs once, and those of objects."""


def once() -> list[int]:
    class Pt:
        count = 0
        step = 2

        def __init__(self, x: int) -> None:
            self.x = x
            self.step = x
            Pt.count += 1

    ps = [Pt(i) for i in range(3)]
    return [Pt.count, Pt.step, ps[2].step]


def many(n: int) -> int:
    class Q:
        base = 10

        def __init__(self) -> None:
            self.base = self.base + n

    return Q().base


def main() -> int:
    print(once(), many(1), many(2))
    return 0

if __name__ == "__main__":
    main()
