from rumpk import u8


def f() -> u8:
    level: u8 = 300
    return level
