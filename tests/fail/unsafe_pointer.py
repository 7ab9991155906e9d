from rumpk import Ptr


def f(p: Ptr[int]) -> int:
    return 1
