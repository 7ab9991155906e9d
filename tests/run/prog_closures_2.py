from collections.abc import Callable


def retry(times: int, f: Callable[[int], str]) -> str:
    last: Exception | None = None
    for attempt in range(times):
        try:
            return f(attempt)
        except ValueError as e:
            last = e
            print("failed", attempt, e)
        finally:
            print("done", attempt)
    raise RuntimeError(f"gave up: {last}")


def make(fail_until: int) -> Callable[[int], str]:
    calls = 0

    def attempt(n: int) -> str:
        nonlocal calls
        calls += 1
        if n < fail_until:
            raise ValueError(f"{n} < {fail_until} (call {calls})")
        return f"ok after {calls}"
    return attempt


def nested_try() -> Callable[[], list[str]]:
    log: list[str] = []
    try:
        try:
            x = 1

            def inner() -> None:
                nonlocal x
                x += 1
                log.append(f"inner {x}")
                if x == 3:
                    raise KeyError(x)
            inner()
            inner()
            log.append("not reached")
        except KeyError as e:
            log.append(f"key {e}")
            inner()
        finally:
            inner()
    finally:
        log.append(f"x={x}")
    return lambda: [*log, str(x)]


def early(n: int) -> int:
    def check(k: int) -> bool:
        try:
            if k > n:
                return True
            return False
        finally:
            hits.append(k)
    hits: list[int] = []
    for i in range(10):
        if check(i):
            return i * 100 + len(hits)
    return -1


def main() -> None:
    print(retry(3, make(2)))
    try:
        retry(2, make(5))
    except RuntimeError as e:
        print(e)
    print(nested_try()())
    print(early(4))


if __name__ == "__main__":
    main()
