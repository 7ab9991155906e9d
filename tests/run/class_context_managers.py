"""Context managers: order of several, suppression, exceptions in enter and exit, re-entrance, ExitStack, contextmanager with try, state restored."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress

log: list[str] = []


class Resource:
    live = 0

    def __init__(self, name: str, fail: str = "", swallow: bool = False) -> None:
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self) -> Resource:
        if self.fail == "enter":
            raise OSError(f"cannot open {self.name}")
        Resource.live += 1
        log.append(f"+{self.name}")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        Resource.live -= 1
        log.append(f"-{self.name}{'!' + str(error) if error else ''}")
        if self.fail == "exit":
            raise RuntimeError(f"cannot close {self.name}")
        return self.swallow

    def close(self) -> None:
        log.append(f"close {self.name}")


@contextmanager
def setting(values: dict[str, int], **changes: int) -> Iterator[dict[str, int]]:
    before = dict(values)
    values.update(changes)
    try:
        yield values
    except ArithmeticError as error:
        log.append(f"caught {error}")
    finally:
        values.clear()
        values.update(before)


def early() -> str:
    with Resource("r") as r:
        for _ in range(3):
            with Resource("inner"):
                return r.name
    return "never"


def show(title: str) -> None:
    print(title, log, Resource.live)
    log.clear()


def main() -> None:
    with Resource("a") as a, Resource("b") as b:
        log.append(a.name + b.name)
    show("two")
    with Resource("s", swallow=True):
        raise ValueError("gone")
    show("swallowed")
    for fail in ("enter", "exit"):
        try:
            with Resource("outer"), Resource("x", fail):
                log.append("body")
        except (OSError, RuntimeError) as error:
            print(type(error).__name__, error, repr(error.__context__))
        show(fail)
    try:
        with Resource("o"), Resource("x", "exit"):
            raise KeyError("first")
    except RuntimeError as error:
        print(error, repr(error.__context__))
    show("both")
    values = {"depth": 1}
    with setting(values, depth=5, extra=2) as now:
        print(now, now is values)
        with setting(values, depth=9):
            print(values["depth"] // 0)
        print(values)
    show(str(values))
    with ExitStack() as stack:
        for n in range(3):
            stack.enter_context(Resource(str(n), swallow=n == 1))
        stack.callback(log.append, "callback")
        raise LookupError("in stack")
    show("stack")
    print(early())
    show("early")
    with suppress(ZeroDivisionError, KeyError), nullcontext(7) as seven, closing(Resource("c")) as c:
        print(seven, c.name, 1 // len(log))
    show("suppressed")
