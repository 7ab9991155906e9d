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


def main() -> None:
    lambdas()
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
