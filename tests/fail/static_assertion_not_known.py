from rumpk import static_assert


def slots() -> int:
    return 16


static_assert(slots() == 16)
