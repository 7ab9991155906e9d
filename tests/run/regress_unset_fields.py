"""Fields that an object lacks: AttributeError, as long as nothing has assigned them."""


class Base:
    def __init__(self) -> None:
        self.a = 1
        self.setup()
        self.b = 2
    def setup(self) -> None:
        pass
    def peek(self) -> str:
        try:
            return str(self.b)
        except AttributeError as e:
            return str(e)
class Sub(Base):
    def __init__(self) -> None:
        super().__init__()
        self.c = "c"
    def setup(self) -> None:
        print(self.peek())
        self.z = [1]
        try:
            print(self.c)
        except AttributeError as e:
            print(e)
class NoSuper(Base):
    def __init__(self, n: int) -> None:
        self.n = n
class Kid(Sub):
    pass
class Lazy:
    cache: list[int]
    size: int
    name: str | None
    def fill(self) -> None:
        self.cache = [1, 2]
        self.size = 2
        self.name = None
def main() -> None:
    s = Sub()
    print(s.a, s.b, s.c, s.z, s.peek())
    k = Kid()
    print(k.peek(), k.c, k.z)
    n = NoSuper(5)
    print(n.peek(), n.n)
    try:
        print(n.a)
    except AttributeError as e:
        print(e)
    z = Lazy()
    for i in range(2):
        try:
            print(z.cache)
        except AttributeError as e:
            print(e)
        try:
            print(z.size)
            z.size += 1
            print(z.size)
        except AttributeError as e:
            print(e)
        try:
            print(z.name)
        except AttributeError as e:
            print(e)
        z.fill()
