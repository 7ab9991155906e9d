from rumpk import u8


def big() -> int:
    return 300


LEVELS: list[u8] = [big() for i in range(2)]


def f() -> int:
    return int(LEVELS[0])
