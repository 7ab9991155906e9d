"""with: exceptions in __enter__ and __exit__, values other than the manager, try inside."""


class Silent:
    def __enter__(self) -> int:
        return 42

    def __exit__(self, kind: object | None, error: object | None, trace: object | None) -> None:
        print("[exit]", end=" ")


class BadExit:
    def __enter__(self) -> str:
        return "entered"

    def __exit__(self, kind: object | None, error: object | None, trace: object | None) -> None:
        raise ValueError("from exit")


class BadEnter:
    def __enter__(self) -> None:
        raise KeyError("from enter")

    def __exit__(self, kind: object | None, error: object | None, trace: object | None) -> None:
        print("never")


class Counter:
    depth = 0

    def __enter__(self) -> int:
        Counter.depth += 1
        return Counter.depth

    def __exit__(self, kind: object | None, error: object | None, trace: object | None) -> None:
        Counter.depth -= 1


def main() -> None:
    with Silent() as n:
        print(n + 1, end=" ")
    print()
    try:
        with BadExit() as text:
            print(text)
    except ValueError as e:
        print(e)
    try:
        with BadExit():
            print(1 // 0)
    except ValueError as e:
        print(e)
    try:
        with Silent(), BadEnter():
            print("never")
    except KeyError as e:
        print(e)
    counter = Counter()
    with counter as a:
        with counter as b, counter as c:
            print(a, b, c, Counter.depth)
        try:
            with counter:
                raise RuntimeError("x")
        except RuntimeError:
            print(Counter.depth)
    print(Counter.depth)


if __name__ == "__main__":
    raise SystemExit(main())
