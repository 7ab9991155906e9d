# What several passes find is said in one run, one error for each cause: nothing follows from what is missing or refused.
import nosuch
from xylofon import Base, thing


class Child(Base):
    def twice(self) -> int:
        return self.width * "2"

    def width(self) -> int:
        return 1


class Own:
    def __init__(self) -> None:
        self.size = 1

    async def wait(self) -> int:
        return "not looked at"

    def grow(self) -> str:
        return self.size


def one() -> int:
    return "a"


def made() -> Child:
    return Child()


def uses() -> int:
    return thing(3) + made().twice() + nosuch.value.other


async def later() -> int:
    return "not looked at either"


def calls_later() -> str:
    return later() + 1


def inside(n: int) -> int:
    async def here() -> None:
        pass

    return n.nothing


def calls_inside() -> str:
    return inside(2)


def main() -> None:
    print(one(), undefined)
    (1, 2).append(3)
    print(True + "a", {"a": 1}.key)
