"""The values of a Literal as get_args gives them: what a program tests texts and numbers against."""

from enum import Enum
from typing import Final, Literal, TypeAlias, get_args
import typing


class Color(Enum):
    RED = 1
    BLUE = 2


Mode = Literal["r", "w"]
More: TypeAlias = Literal[Mode, "a", "r"]
MODES = get_args(Mode)
VALID: tuple[str, ...] = get_args(More)
LIST: list[str] = list(get_args(Mode))
NAMES: Final = frozenset(get_args(Mode))
Level = Literal[1, 2, -3]
Primary = Literal[Color.RED]
Mixed = Literal["auto", 0, True, 1, None]
INDEX = {m: i for i, m in enumerate(get_args(Mode))}


class Conf:
    ALLOWED = get_args(Mode)

    def __init__(self, mode: str) -> None:
        if mode not in self.ALLOWED:
            raise ValueError(f"mode must be one of {self.ALLOWED}, not {mode!r}")
        self.mode = mode


def check(m: str) -> bool:
    return m in get_args(Mode)


def parse(m: str) -> Mode:
    if m not in MODES:
        raise ValueError(f"bad {m}: {', '.join(MODES)}")
    for known in get_args(Mode):
        if known == m:
            return known
    raise AssertionError


def choices() -> list[str]:
    return [m.upper() for m in get_args(Mode)]


def main() -> None:
    print(MODES, VALID, LIST, sorted(NAMES), INDEX, check("r"), check("x"))
    print(parse("w"), choices(), Conf("r").mode)
    for bad in ("q", ""):
        try:
            parse(bad)
        except ValueError as e:
            print(e)
        try:
            Conf(bad)
        except ValueError as e:
            print(e)
    print(
        get_args(Level),
        sum(get_args(Level)),
        max(get_args(Level)),
        [x * 2 for x in get_args(Level)],
        len(get_args(Mode)),
    )
    print(
        get_args(Literal["a", "b"]),
        typing.get_args(More),
        get_args(Primary),
        get_args(Mixed),
        get_args(Mode)[0],
        get_args(Mode)[1:],
    )
    print(" | ".join(get_args(Mode)), list(get_args(Mode)), set(get_args(Level)) == {1, 2, -3}, tuple(get_args(Mode)))
    a, b = get_args(Mode)
    print(a, b, dict.fromkeys(get_args(Mode), 0), all(m in MODES for m in "rw"), any(map(str.isupper, get_args(Mode))))
    m = "w"
    print(MODES.index(m), 3 in get_args(Level), "x" not in get_args(Mode))
    local = get_args(Mode)
    print(local, [*get_args(Mode), "z"], *get_args(Mode))


if __name__ == "__main__":
    main()
