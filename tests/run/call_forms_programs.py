# apart: functions, and objects of any type, are compared in all of the image
"""Callable[..., R] in tasks, signals, routers and callbacks."""

from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar


T = TypeVar("T")


@dataclass
class Task:
    func: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    def run(self) -> Any:
        return self.func(*self.args, **self.kwargs)


class Signal:
    def __init__(self) -> None:
        self._slots: list[Callable[..., None]] = []
    def connect(self, slot: Callable[..., None]) -> Callable[..., None]:
        self._slots.append(slot)
        return slot
    def disconnect(self, slot: Callable[..., None]) -> None:
        self._slots.remove(slot)
    def emit(self, *args: object) -> None:
        for s in list(self._slots):
            s(*args)


class Router:
    def __init__(self) -> None:
        self.routes: dict[str, Callable[..., str]] = {}
    def route(self, path: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
        def deco(f: Callable[..., str]) -> Callable[..., str]:
            self.routes[path] = f
            return f
        return deco
    def handle(self, path: str, **params: str) -> str:
        f = self.routes.get(path)
        if f is None:
            return "404"
        return f(**params)


app = Router()


@app.route("/")
def index() -> str:
    return "index"


@app.route("/user")
def user(name: str, age: str = "?") -> str:
    return f"user {name} {age}"


class Logger:
    def __init__(self, p: str) -> None:
        self.p = p
    def log(self, *parts: object) -> None:
        print(self.p, *parts)
    def one(self, x: object) -> None:
        print(self.p, "one", x)


class Callback:
    def __init__(self, fn: Callable[..., int], *args: int) -> None:
        self.fn = fn
        self.args = args
    def __call__(self) -> int:
        return self.fn(*self.args)


class Handler:
    def __call__(self, a: int, b: int = 3) -> int:
        return a * b


def add(a: int, b: int) -> int:
    return a + b


def hello(name: str, greeting: str = "hi") -> str:
    return f"{greeting} {name}"


def zero() -> int:
    return 0


def main() -> None:
    tasks = [Task(add, (1, 2)), Task(hello, ("bob",), {"greeting": "yo"}), Task(zero)]
    for t in tasks:
        print(t.run())
    try:
        Task(add, (1,)).run()
    except TypeError as e:
        print(e)
    s = Signal()
    lg = Logger("L")
    s.connect(lg.log)
    s.connect(lg.one)
    s.emit("a")
    s.disconnect(lg.one)
    s.emit("a", 2, None)
    s.emit()
    print(app.handle("/"), app.handle("/user", name="x"), app.handle("/user", name="x", age="3"), app.handle("/q"))
    try:
        print(app.handle("/user"))
    except TypeError as e:
        print(e)
    try:
        print(app.handle("/user", nam="2"))
    except TypeError as e:
        print(e)
    print(Callback(add, 1, 2)(), Callback(zero)(), Callback(Handler(), 4)())


if __name__ == "__main__":
    main()
