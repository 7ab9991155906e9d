from enum import IntFlag


class Mode(IntFlag):
    READ = 1
    WRITE = 2


def f(mode: Mode) -> str:
    return f"{mode!r}"
