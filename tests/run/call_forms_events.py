# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Events, registries and decorators of Callable[..., R]."""

from collections.abc import Callable
from typing import Any
import functools


class EventEmitter:
    def __init__(self) -> None:
        self._handlers: dict[str, list[Callable[..., None]]] = {}
    def on(self, event: str, handler: Callable[..., None]) -> None:
        self._handlers.setdefault(event, []).append(handler)
    def emit(self, event: str, *args: Any, **kwargs: Any) -> None:
        for h in self._handlers.get(event, []):
            h(*args, **kwargs)


def timed(f: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        print("begin")
        r = f(*args, **kwargs)
        print("end")
        return r
    return wrapper


@timed
def work(n: int, k: str = "x") -> str:
    return k * n


class Registry:
    def __init__(self) -> None:
        self.commands: dict[str, Callable[..., str]] = {}
    def command(self, name: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
        def deco(f: Callable[..., str]) -> Callable[..., str]:
            self.commands[name] = f
            return f
        return deco
    def run(self, name: str, *args: str) -> str:
        return self.commands[name](*args)


reg = Registry()


@reg.command("hi")
def hi(name: str) -> str:
    return "hi " + name


@reg.command("join")
def join(*names: str) -> str:
    return "+".join(names)


@reg.command("greet")
def greet(name: str, greeting: str = "Hello") -> str:
    return f"{greeting}, {name}"


def main() -> None:
    e = EventEmitter()
    def on_msg(text: str, urgent: bool = False) -> None:
        print("msg", text, urgent)
    e.on("msg", on_msg)
    e.on("quit", lambda: print("bye"))
    e.emit("msg", "hello")
    e.emit("msg", "hello", urgent=True)
    e.emit("quit")
    print(work(3), work(2, k="ab"))
    print(reg.run("hi", "bob"), reg.run("join", "a", "b", "c"), reg.run("greet", "x"), reg.run("greet", "x", "y"))


if __name__ == "__main__":
    main()
