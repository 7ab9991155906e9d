from collections.abc import Callable


class Base:
    def __init__(self, name: str) -> None:
        self.name = name

    def greet(self) -> str:
        return f"base {self.name}"

    def greeter(self) -> Callable[[], str]:
        return self.greet

    def lazy(self) -> Callable[[], str]:
        return lambda: self.greet() + "!"

    @property
    def shout(self) -> str:
        return self.name.upper()

    @classmethod
    def build(cls, name: str) -> "Base":
        return cls(name)

    @staticmethod
    def helper(x: int) -> int:
        return x + 1


class Child(Base):
    def greet(self) -> str:
        return f"child of {super().greet()}"

    def apply(self, f: Callable[[Base], str]) -> str:
        return f(self)


class Acc:
    total = 0

    def __init__(self) -> None:
        self.handlers = {"add": self.add, "sub": self.sub}
        self.value = 0

    def add(self, n: int) -> None:
        self.value += n
        Acc.total += 1

    def sub(self, n: int) -> None:
        self.value -= n
        Acc.total += 1

    def do(self, cmd: str, n: int) -> bool:
        h = self.handlers.get(cmd)
        if h is None:
            return False
        h(n)
        return True


class Node:
    def __init__(self, v: int, kids: list["Node"]) -> None:
        self.v = v
        self.kids = kids

    def walk(self, visit: Callable[["Node", int], None], depth: int = 0) -> None:
        visit(self, depth)
        for k in self.kids:
            k.walk(visit, depth + 1)

    def total(self) -> int:
        total = 0

        def add(n: "Node", _: int) -> None:
            nonlocal total
            total += n.v
        self.walk(add)
        return total


def main() -> None:
    people: list[Base] = [Base("a"), Child("b")]
    fs = [p.greeter() for p in people] + [p.lazy() for p in people] + [p.greet for p in people]
    people[0].name = "z"
    print([f() for f in fs])
    print(Child("q").apply(Base.greet), Child("q").apply(lambda b: b.shout))
    mk: list[Callable[[str], Base]] = [Base, Child, Base.build, Child.build]
    print([m("m").greet() for m in mk])
    print(list(map(Base.helper, [1, 2])), list(map(people[1].helper, [5])))
    acc = Acc()
    print(acc.do("add", 5), acc.do("sub", 2), acc.do("mul", 3), acc.value, Acc.total)
    tree = Node(1, [Node(2, [Node(3, [])]), Node(4, [])])
    lines: list[str] = []
    tree.walk(lambda n, d: lines.append("  " * d + str(n.v)))
    print("\n".join(lines), tree.total())
    print(sorted(people, key=Base.greet)[0].name, max(people, key=lambda p: p.name).name)


if __name__ == "__main__":
    main()
