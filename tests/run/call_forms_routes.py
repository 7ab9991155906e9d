# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Handlers of a router that take what stands in the path."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Optional


Handler = Callable[..., str]


@dataclass
class Route:
    path: str
    handler: Handler
    methods: list[str] = field(default_factory=lambda: ["GET"])


class App:
    def __init__(self) -> None:
        self.routes: list[Route] = []
        self.error: Optional[Handler] = None
    def add(self, path: str, handler: Handler) -> None:
        self.routes.append(Route(path, handler))
    def dispatch(self, path: str) -> str:
        for r in self.routes:
            parts, want = path.split("/"), r.path.split("/")
            if len(parts) != len(want):
                continue
            args = [p for p, w in zip(parts, want) if w == "*"]
            if all(w in ("*", p) for p, w in zip(parts, want)):
                return r.handler(*args)
        if self.error is not None:
            return self.error(404, path=path)
        return "none"


def index() -> str:
    return "index"


def user(name: str) -> str:
    return "user " + name


def post(name: str, n: str) -> str:
    return f"{name}#{n}"


def err(code: int, path: str = "") -> str:
    return f"{code} {path}"


def first(a: str, b: str) -> str:
    return a + b


def lambdas() -> None:
    joined: list[Callable[..., str]] = [first, lambda *a: "+".join(a), lambda a, *r: f"{a}{len(r)}"]
    print([f("x", "y") for f in joined], joined[1]("z"), joined[2]("u", "v", "w"))


class Table:
    def __init__(self) -> None:
        self._routes: dict[str, dict[str, Callable[..., str]]] = {}

    def add(self, path: str, how: str, fn: Callable[..., str]) -> None:
        self._routes.setdefault(path, {})[how] = fn

    def find(self, path: str) -> tuple[dict[str, Callable[..., str]], dict[str, str]] | None:
        return (self._routes[path], {"name": "ann"} if path == "user" else {}) if path in self._routes else None

    def run(self, path: str, how: str = "GET") -> str:
        found = self.find(path)
        if found is None:
            return "none"
        table, params = found
        return table[how](1, **params)


def home(request: int) -> str:
    return f"home {request}"


def person(request: int, name: str) -> str:
    return f"{name} {request}"


def tables() -> None:
    table = Table()
    table.add("home", "GET", home)
    table.add("user", "GET", person)
    table.add("user", "POST", lambda request, name: f"{request}{name}")
    print(table.run("home"), table.run("user"), table.run("user", "POST"), table.run("x"))


def main() -> None:
    lambdas()
    tables()
    a = App()
    a.add("", index)
    a.add("u/*", user)
    a.add("u/*/p/*", post)
    print(a.dispatch(""), a.dispatch("u/x"), a.dispatch("u/x/p/3"), a.dispatch("zz"))
    a.error = err
    print(a.dispatch("zz"))
    a.add("bad/*", post)
    try:
        a.dispatch("bad/1")
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    main()
