"""with: __enter__, __exit__, suppression, several managers, leaving by return, break, raise."""


class Resource:
    def __init__(self, name: str, log: list[str], suppress: bool = False) -> None:
        self.name = name
        self.log = log
        self.suppress = suppress

    def __enter__(self) -> "Resource":
        self.log.append(f"enter {self.name}")
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> bool:
        self.log.append(f"exit {self.name} {error!r}")
        return self.suppress

    def use(self, n: int) -> int:
        self.log.append(f"use {self.name} {n}")
        return 10 // n


def returns(log: list[str]) -> int:
    with Resource("r", log) as r:
        return r.use(5)
    return -1


def loops(log: list[str]) -> int:
    count = 0
    for i in range(5):
        with Resource(str(i), log):
            if i == 1:
                continue
            if i == 3:
                break
            count += i
    return count


def suppressed(log: list[str]) -> str:
    with Resource("s", log, suppress=True) as r:
        r.use(0)
        return "never"
    return "suppressed"


def nested(log: list[str]) -> None:
    with Resource("a", log) as a, Resource("b", log, suppress=True) as b:
        a.use(1)
        b.use(0)
    with (
        Resource("c", log),
        Resource("d", log),
    ):
        log.append("both")


def escapes(log: list[str]) -> str:
    try:
        with Resource("e", log) as r:
            r.use(0)
    except ZeroDivisionError as error:
        return f"caught {error}"
    return "never"


def show(log: list[str]) -> None:
    print("; ".join(log))
    log.clear()


def main() -> None:
    log: list[str] = []
    print(returns(log))
    show(log)
    print(loops(log))
    show(log)
    print(suppressed(log))
    show(log)
    nested(log)
    show(log)
    print(escapes(log))
    show(log)
    kept = Resource("kept", log)
    with kept:
        pass
    with kept as again:
        print(again is kept)
    show(log)


if __name__ == "__main__":
    raise SystemExit(main())
