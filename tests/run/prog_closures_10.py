from collections.abc import Callable

REGISTRY: list[Callable[[int], int]] = [lambda n, k=k: n + k for k in range(3)]


def make_adder(k: int) -> Callable[[int], int]:
    return lambda n: n + k


ADD5: Callable[[int], int] = make_adder(5)


def make_counter() -> tuple[Callable[[], int], Callable[[], int]]:
    n = 10

    def up() -> int:
        nonlocal n
        n += 1
        return n

    def down() -> int:
        nonlocal n
        n -= 1
        return n
    return up, down


UP, DOWN = make_counter()
PAIR: tuple[Callable[[], int], Callable[[], int]] = make_counter()


class Conf:
    def __init__(self, name: str, f: Callable[[str], str]) -> None:
        self.name = name
        self.f = f


CONFS: list[Conf] = [Conf("up", lambda s: s.upper()), Conf("len", lambda s: str(len(s))), Conf("rev", lambda s: s[::-1])]


def main() -> None:
    print(ADD5(1))
    print([PAIR[0](), PAIR[0](), PAIR[1]()])
    print([c.f("abc") for c in CONFS])


if __name__ == "__main__":
    main()
