"""`from m import x` keeps what `x` was then: where functions of `m` assign it, that is not what `m.x` is later."""

import facade
import state
from state import LIMIT, bump, counter
from state import items as seen


def later() -> int:
    from state import counter as now

    bump()
    return now


def main() -> int:
    bump()
    print(counter, seen, LIMIT, state.counter, state.items)
    print(facade.counter, facade.LIMIT, later())
    return 0
