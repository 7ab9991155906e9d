"""Fields that methods of `__init__` assign which call themselves and each other."""

from collections.abc import Callable


class Calc:
    def __init__(self, text: str) -> None:
        self.toks = text.split()
        self.pos = 0
        self.result = self.ev()

    def ev(self) -> int:
        tok = self.toks[self.pos]
        self.pos += 1
        match tok:
            case "+":
                return self.ev() + self.ev()
            case "-":
                return self.ev() - self.ev()
            case "*":
                return self.ev() * self.ev()
            case "/":
                return self.ev() // self.ev()
            case "%":
                return self.ev() % self.ev()
            case "neg":
                return -self.ev()
        return int(tok)


class Parser:
    """Rules that call each other, and a field that only some of them read."""

    def __init__(self, text: str) -> None:
        self.text = text + "$"
        self.at = 0
        self.value = self.sum()
        self.depth = 0

    def peek(self) -> str:
        return self.text[self.at]

    def take(self) -> str:
        self.at += 1
        return self.text[self.at - 1]

    def sum(self) -> int:
        left = self.product()
        while self.peek() in "+-":
            left = left + self.product() if self.take() == "+" else left - self.product()
        return left

    def product(self) -> int:
        left = self.factor()
        while self.peek() in "*/":
            left = left * self.factor() if self.take() == "*" else left // self.factor()
        return left

    def factor(self) -> int:
        if self.peek() == "-":
            self.take()
            return -self.factor()
        if self.peek() == "(":
            self.take()
            inner = self.sum()
            self.take()
            return inner
        digits = ""
        while self.peek().isdigit():
            digits += self.take()
        return int(digits)


class Filled:
    """The innermost call assigns."""

    def __init__(self, n: int) -> None:
        self.fill(n)
        self.after: int = self.steps + 1

    def fill(self, n: int) -> None:
        if n == 0:
            self.steps = 0
        else:
            self.fill(n - 1)
            self.steps += 1


class Early:
    """The inner call reads what only the outer one has assigned after it."""

    def __init__(self, n: int) -> None:
        self.texts: list[str] = []
        self.walk(n)

    def walk(self, n: int) -> None:
        if n > 0:
            self.walk(n - 1)
        try:
            self.texts.append(f"{n} {self.mark}")
        except AttributeError as e:
            self.texts.append(f"{n} {e}")
        self.mark = n


class Ping:
    """Two that call each other; the one reads what the other leaves out on a path."""

    def __init__(self, first: bool) -> None:
        self.log: list[str] = []
        if first:
            self.x = 1
            self.ping(3)
        else:
            self.pong(2)

    def ping(self, n: int) -> None:
        try:
            self.log.append(f"ping {n} {self.x}")
        except AttributeError as e:
            self.log.append(f"ping {n} {e}")
        if n > 0:
            self.pong(n - 1)

    def pong(self, n: int) -> None:
        if n > 0:
            self.ping(n - 1)
            self.ping(n - 2)
        self.x = n


class Shown:
    """A stranger sees the object from inside of the recursion."""

    def __init__(self, n: int) -> None:
        try:
            self.dig(n)
        except ValueError as e:
            print(e)
        self.y = 2

    def dig(self, n: int) -> None:
        if n > 0:
            self.dig(n - 1)
            self.y = 1
            return
        look(self)
        raise ValueError("bottom")


def look(s: Shown) -> None:
    try:
        print(s.y)
    except AttributeError as e:
        print(e)


class Lambdas:
    """Lambdas that are only held here: each of them calls what holds them all."""

    def __init__(self) -> None:
        self.ops: dict[str, Callable[[int], int]] = {
            "a": lambda n: self.run("b", n) + self.run("c", n) + self.run("d", n),
            "b": lambda n: self.run("c", n) * self.run("c", n) + self.run("d", n),
            "c": lambda n: self.run("d", n) + self.run("d", n) + self.run("d", n) + self.run("d", n),
            "d": lambda n: n,
        }
        self.count = 0

    def run(self, name: str, n: int) -> int:
        self.count += 1
        return self.ops[name](n)


def main() -> None:
    print(Calc("+ 1 * 2 neg 3").result)
    p = Parser("2*(3+4)-10/-5")
    print(p.value, p.depth, p.at)
    f = Filled(4)
    print(f.steps, f.after)
    print(Early(2).texts)
    print(Ping(True).log, Ping(False).log)
    print(Shown(2).y)
    m = Lambdas()
    print(m.run("a", 2), m.count)


if __name__ == "__main__":
    main()
