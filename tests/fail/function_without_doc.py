from collections.abc import Callable


class Job:
    def run(self, count: int) -> int:
        """Once."""
        return count


class Twice(Job):
    def run(self, count: int) -> int:
        """Two times."""
        return 2 * count


def help_of(job: Job) -> str | None:
    f: Callable[[int], int] = job.run
    return f.__doc__


def main() -> None:
    print(help_of(Job()), help_of(Twice()))
