def f(fast: bool) -> int:
    if fast:
        from math import isqrt as root
    else:
        from math import floor as root
    return root(4)
