"""Functions that loops of the module make and put into tables, with defaults of their rounds."""

from typing import Callable

fs: list[Callable[[int], int]] = []
for k in range(3):

    def add(x: int, k: int = k) -> int:
        return x + k

    fs.append(add)

gs: list[Callable[[], str]] = []
for name in ["a", "b"]:

    def hello() -> str:
        return "hello " + name

    gs.append(hello)

HANDLERS: dict[str, Callable[[str], str]] = {}
for kind, loud in [("a", True), ("b", False)]:

    def handle(x: str, kind: str = kind, *, loud: bool = loud) -> str:
        text = kind + x
        if loud:
            text = text.upper()
        return text

    HANDLERS[kind] = handle


class Route:
    def __init__(self, path: str, run: Callable[[int], str]) -> None:
        self.path = path
        self.run = run


ROUTES: list[Route] = []
for path in ("users", "items"):

    def view(n: int, path: str = path) -> str:
        return f"/{path}/{n}"

    ROUTES.append(Route(path, view))
    if path == "items":
        ROUTES.append(Route("alias", view))


def main() -> None:
    print([f(10) for f in fs], [g() for g in gs])
    print(HANDLERS["a"]("q"), HANDLERS["b"]("r"))
    for r in ROUTES:
        print(r.path, r.run(3))


if __name__ == "__main__":
    main()
