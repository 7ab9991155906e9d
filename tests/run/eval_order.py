"""Everything is evaluated from left to right, once; assignments evaluate the value first."""


def v(name: str, value: int) -> int:
    print(name, end=" ")
    return value


def lst(name: str, values: list[int]) -> list[int]:
    print(name, end=" ")
    return values


class Box:
    def __init__(self, name: str) -> None:
        self.name = name
        self.value = 0
        self.items = [1, 2, 3]

    def get(self, tag: str) -> "Box":
        print(f"{self.name}.{tag}", end=" ")
        return self

    def take(self, a: int, b: int, c: int = 0) -> int:
        print("call", end=" ")
        return a + b + c


def end() -> None:
    print()


def main() -> None:
    print(v("a", 1) + v("b", 2) * v("c", 3))
    print((v("a", 1) + v("b", 2)) * v("c", 3) - v("d", 4) // v("e", 2))
    print(v("base", 2) ** v("exponent", 3) ** v("top", 1))
    print(-v("x", 5) + +v("y", 6), ~v("z", 7))
    print([v("1st", 1), v("2nd", 2)], (v("p", 1), v("q", 2)), {v("k1", 1): v("v1", 2), v("k2", 3): v("v2", 4)})
    print(lst("list", [1, 2, 3])[v("index", 1)])
    print(lst("list", [1, 2, 3, 4])[v("low", 1):v("high", 3)])
    print(v("then", 1) if v("test", 1) else v("else", 2), v("then", 1) if v("test", 0) else v("else", 2))
    box = Box("box")
    print(box.get("m").take(v("a", 1), v("b", 2), c=v("c", 3)))
    box.get("target").value = v("value", 5)
    end()
    lst("target", [0, 0])[v("place", 1)] = v("value", 9)
    end()
    lst("slice", [0, 0])[v("lo", 0):v("hi", 1)] = lst("values", [7])
    end()
    box.get("once").value += v("operand", 2)
    end()
    lst("once", box.items)[v("at", 0)] += v("plus", 10)
    end()
    print(box.value, box.items)
    first, second = v("f", 1), v("s", 2)
    a = b = v("shared", 3)
    print(first, second, a, b)
    box.items[v("i", 1)], box.value = v("x", 50), v("y", 60)
    print(box.items, box.value)
    print(v("in", 2) in lst("container", [1, 2]), v("a", 1) < v("b", 2) <= v("c", 0) < v("never", 9))
    print(f"{v('one', 1)}{v('two', 2):{v('width', 4)}}|")
    del lst("del", [1, 2, 3])[v("at", 1)]
    end()
    print([v("elem", n) for n in lst("iter", [1, 2]) if v("if", n)])
    for n in lst("loop", [1, 2]):
        print(n, end=" ")
    end()
    assert v("assert", 1), v("never", 0)
    end()
    print(max(v("m1", 3), v("m2", 4)), len(lst("len", [1])), str(v("str", 5)) + str(v("str2", 6)))


if __name__ == "__main__":
    raise SystemExit(main())
