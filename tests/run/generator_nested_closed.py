"""Generator functions inside functions: a loop that leaves one early closes it, as for those at module level."""

from typing import Iterator

class Res:
    def __init__(self, log: list[str]) -> None:
        self.log = log

    def __enter__(self) -> "Res":
        self.log.append("enter")
        return self

    def __exit__(self, *a: object) -> None:
        self.log.append("exit")


def use(n: int, log: list[str]) -> int:
    def rows(k: int = 3) -> Iterator[int]:
        with Res(log):
            for i in range(k):
                yield i * n
    def outer() -> Iterator[int]:
        for r in rows():
            try:
                yield r
            finally:
                log.append(f"o{r}")
        log.append("end")
    def walk(d: int) -> Iterator[int]:
        try:
            yield d
            if d:
                yield from walk(d - 1)
        finally:
            log.append(f"w{d}")
    for x in rows():
        if x:
            break
    log.append("|")
    for x in outer():
        if x:
            break
    log.append("|")
    for x in walk(3):
        if x == 1:
            break
    log.append("|")
    print(next(rows(5)), any(rows()), 2 in rows(), [x for x in outer()][-1])
    log.append("|")
    def deeper() -> int:
        for x in outer():
            return x
        return 9
    deeper()
    log.append("|")
    for x in rows():
        for y in walk(1):
            break
        else:
            continue
        break
    try:
        for x in outer():
            raise ValueError
    except ValueError:
        log.append("caught")
    return x


def main() -> int:
    log: list[str] = []
    print(use(2, log))
    print(log)
    return 0

if __name__ == "__main__":
    raise SystemExit(main())
