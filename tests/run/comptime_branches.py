"""Variables of a module that only its blocks bind: what the body leaves while compiling."""

from typing import Final

DEBUG = False
if DEBUG:
    MODE = "debug"
    LEVEL: Final = 1
else:
    MODE = "release"
    LEVEL = 2
try:
    VALUE = int("12x")
except ValueError:
    VALUE = -1
TABLE: dict[str, int] = {}
for _i, _n in enumerate("abc"):
    TABLE[_n] = _i
    LAST = "c" * 2
else:
    DONE: bool = True
while True:
    COUNT = 4
    break
match MODE:
    case "release":
        SPEED: int | None = None
    case _:
        SPEED = 3


def mode() -> str:
    return MODE + str(LEVEL)


class K:
    if_mode = MODE


def main() -> None:
    global MODE
    print(TABLE, MODE, VALUE, LAST, DONE, COUNT, SPEED, mode(), K.if_mode)
    MODE = "changed"
    print(mode(), MODE)


if __name__ == "__main__":
    main()
