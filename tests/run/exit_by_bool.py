# exit: 1
# alone: it asks nowhere for the `code` of SystemExit, and others do
"""SystemExit with a bool, a member, a float or None-or-bool as its code: the texts keep what was given."""

import sys
from enum import IntEnum


class Level(IntEnum):
    FINE = 0
    BAD = 3


class Leave(SystemExit):
    pass


class Late(SystemExit):
    def __init__(self, why: str, failed: bool) -> None:
        super().__init__(failed)
        self.why = why


class Silent(SystemExit):
    def __init__(self, why: str) -> None:
        self.why = why


def maybe(n: int) -> bool | None:
    return n > 2 if n else None


def either(n: int) -> int | bool | str:
    return n > 2 if n > 1 else "text" if n else 7


def leave(n: int) -> None:
    match n:
        case 0:
            sys.exit(n == 0)
        case 1:
            sys.exit(False)
        case 2:
            raise SystemExit(Level.BAD)
        case 3:
            sys.exit(maybe(5))
        case 4:
            sys.exit(maybe(0))
        case 5:
            sys.exit(1.5)
        case 6:
            raise Leave(n > 3)
        case 7:
            raise Late("why", n > 30)
        case 8:
            raise Silent("nothing")
        case 9:
            sys.exit(None)
        case _:
            sys.exit(either(n - 10))


def main() -> None:
    for n in range(14):
        try:
            leave(n)
        except SystemExit as error:
            print(n, repr(error), error, error.args)
    sys.exit(len("ab") == 2)


if __name__ == "__main__":
    main()
