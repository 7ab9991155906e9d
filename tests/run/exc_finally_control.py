"""return, break and continue through finally; what finally itself may override."""


def returns(log: list[str]) -> int:
    try:
        log.append("try")
        return 1
    finally:
        log.append("finally")


def overrides() -> int:
    try:
        return 1
    finally:
        return 2  # noqa: B012


def swallows() -> str:
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"  # noqa: B012


def value_first() -> int:
    x = 1
    try:
        return x
    finally:
        x = 100


def loops() -> list[str]:
    log: list[str] = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(f"body {i}")
        finally:
            log.append(f"finally {i}")
    else:
        log.append("never")
    return log


def nested() -> list[str]:
    log: list[str] = []
    try:
        try:
            try:
                raise KeyError("inner")
            finally:
                log.append("first finally")
        except ValueError:
            log.append("wrong")
        finally:
            log.append("second finally")
    except KeyError as e:
        log.append(f"caught {e}")
    finally:
        log.append("third finally")
    return log


def in_handler() -> str:
    try:
        try:
            raise ValueError("a")
        except ValueError:
            return "from handler"
        finally:
            raise KeyError("b")
    except KeyError as e:
        return f"replaced by {e}"


def early(n: int) -> str:
    for i in range(10):
        for j in range(10):
            try:
                if i * j == n:
                    return f"{i}*{j}"
            finally:
                if i * j == n:
                    print("leaving", end=" ")
    return "none"


def while_finally() -> int:
    n = 0
    while True:
        try:
            n += 1
            if n < 3:
                continue
            break
        finally:
            n += 10
    return n


def main() -> None:
    log: list[str] = []
    print(returns(log), log, overrides(), swallows(), value_first())
    print(loops())
    print(nested())
    print(in_handler())
    print(early(6), early(97))
    print(while_finally())


if __name__ == "__main__":
    raise SystemExit(main())
