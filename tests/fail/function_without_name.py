from collections.abc import Callable


def again(fn: Callable[["Job", int], int]) -> Callable[["Job", int], int]:
    def inner(job: "Job", n: int) -> int:
        return fn(job, fn(job, n))

    return inner


class Job:
    @again
    def add(self, a: int) -> int:
        return a + 1


def main() -> None:
    add: Callable[[int], int] = Job().add
    print(add.__name__)
