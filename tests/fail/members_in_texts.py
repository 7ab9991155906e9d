from enum import StrEnum


class Kind(StrEnum):
    FAST = "fast"
    SLOW = "slow"


class Job:
    def __init__(self, kind: str) -> None:
        self.kind = kind


def check(name: str) -> None:
    raise ValueError(name)


def main() -> None:
    names: list[str] = ["x"]
    names.append(Kind.FAST)
    print(names, Kind.SLOW.partition("o"))
    print({"a": 1}[Kind.FAST])
    try:
        check(Job(Kind.SLOW).kind)
    except ValueError as error:
        print(repr(error))
