"""What the class of an object decides: class variables, properties, static and class methods of a subclass."""


class Plain:
    kind = "plain"
    number = 1

    def show(self) -> str:
        return self.kind + str(self.number)

    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, value: int) -> None:
        self.number = value

    @staticmethod
    def unit() -> str:
        return "m"

    @classmethod
    def title(cls) -> str:
        return cls.kind + "/" + cls.unit()

    @classmethod
    def make(cls) -> "Plain":
        return cls()

    def again(self) -> "Plain":
        return self.make()

    def __repr__(self) -> str:
        return f"{type(self).__name__}:{self.kind}:{self.number}:{self.size}"


class Constant(Plain):
    kind = "constant"
    number = 2

    @staticmethod
    def unit() -> str:
        return "km"


class Field(Constant):
    def __init__(self) -> None:
        self.kind = "field"

    @property
    def size(self) -> int:
        return super().size * 10

    @size.setter
    def size(self, value: int) -> None:
        self.number = value // 10


class Fixed:
    kind = "fixed"

    @property
    def size(self) -> int:
        return 3


class Computed(Fixed):
    size = 7

    @property
    def kind(self) -> str:
        return "computed"


class Counter:
    count = 0

    def step(self) -> None:
        self.count += 1


def main() -> None:
    things: list[Plain] = [Plain(), Constant(), Field()]
    fixed: list[Fixed] = [Fixed(), Computed()]
    print([(f.kind, f.size) for f in fixed])
    for thing in things:
        print(thing, thing.show(), thing.kind, thing.size, thing.unit(), thing.again())
    for thing in things:
        print(thing.title())
        thing.size = 50
        print(thing)
    Constant.number = 9
    print([Plain(), Constant(), Field()], Constant.title(), Field.title())
    first, second = Counter(), Counter()
    first.step()
    first.step()
    print(first.count, second.count, Counter.count)
