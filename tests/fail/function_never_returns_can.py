from typing import Never


def f() -> Never:
    print(1)
