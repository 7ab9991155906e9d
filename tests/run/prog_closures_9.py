from collections.abc import Callable


def late_types() -> None:
    result = []

    def add(x: int) -> None:
        result.append(x)
    add(3)
    for r in result:
        print(r)
    found = None

    def look(x: int) -> None:
        nonlocal found
        if x > 2:
            found = x
    look(1)
    print(found)
    look(5)
    print(found)
    seen: dict[str, int] = {}

    def mark(k: str) -> int:
        seen[k] = seen.get(k, 0) + 1
        return seen[k]
    print(mark("a"), mark("a"), seen)
    best: tuple[int, str] | None = None

    def consider(score: int, name: str) -> None:
        nonlocal best
        if best is None or score > best[0]:
            best = (score, name)
    for s, n in [(1, "a"), (5, "b"), (3, "c")]:
        consider(s, n)
    print(best)


def finally_order() -> list[str]:
    log: list[str] = []

    def cleanup(name: str) -> Callable[[], None]:
        def run() -> None:
            log.append(f"cleanup {name}")
        return run
    stack: list[Callable[[], None]] = []
    try:
        stack.append(cleanup("a"))
        stack.append(cleanup("b"))
        try:
            raise ValueError("x")
        finally:
            stack.pop()()
    except ValueError as e:
        log.append(str(e))
    finally:
        while stack:
            stack.pop()()
    return log


class Ctx:
    def __init__(self, enter: Callable[[], int], leave: Callable[[bool], bool]) -> None:
        self.enter = enter
        self.leave = leave

    def __enter__(self) -> int:
        return self.enter()

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> bool:
        return self.leave(error is not None)


def withs() -> None:
    depth = 0

    def enter() -> int:
        nonlocal depth
        depth += 1
        return depth

    def leave(failed: bool) -> bool:
        nonlocal depth
        depth -= 1
        return failed
    with Ctx(enter, leave) as a, Ctx(enter, leave) as b:
        print(a, b, depth)
        fs = [lambda: a + b + depth]
        raise KeyError("swallowed")
    print(depth, fs[0]())


def deep() -> int:
    x = 1

    def one() -> int:
        y = 10

        def two() -> int:
            z = 100

            def three() -> int:
                nonlocal x, y, z
                x += 1
                y += x
                z += y
                return x + y + z
            return three() + three() + z
        return two() + y
    return one() + x


def recursion_error() -> None:
    def forever(n: int) -> int:
        return forever(n + 1) + 1
    try:
        forever(0)
    except RecursionError:
        print("too deep")


def matchy(x: int | str | None) -> Callable[[], str]:
    match x:
        case int(n):
            return lambda: f"int {n}"
        case str() as s if s:
            return lambda: f"str {s}"
        case _:
            return lambda: "other"


def main() -> None:
    late_types()
    print(finally_order())
    withs()
    print(deep())
    recursion_error()
    print(matchy(3)(), matchy("q")(), matchy("")(), matchy(None)())


if __name__ == "__main__":
    main()
