# exit: 3
# alone: it asks nowhere for the `code` of SystemExit, and others do
"""The program ends with the number of a member of an IntEnum, which nothing asks for by `code`."""

import sys
from enum import IntEnum


class Status(IntEnum):
    FINE = 0
    BROKEN = 3


def check(n: int) -> Status:
    return Status.BROKEN if n > 2 else Status.FINE


def main() -> None:
    print(check(1), repr(check(3)))
    sys.exit(check(3))


if __name__ == "__main__":
    main()
