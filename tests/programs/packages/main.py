"""Packages: parts by `from . import`, names given on, imports inside functions, `__name__` of each."""

import pkg
import pkg.sub.tools as tools
from pkg import Engine, make, errors, describe
from pkg.sub.tools import Adder, Root
from pkg.core import VERSION

WHO = __name__


def main() -> int:
    e = make("a").add(Adder(5)).add(tools.Root())
    print(e.run(11), make("a") is e, e.late(), describe(), pkg.VERSION, pkg.tools.helper(e))
    try:
        make("b").run(1)
    except errors.EngineError as x:
        print(x, x.who, isinstance(x, pkg.errors.EngineError))
    try:
        Engine("c").add(Root()).run(-4)
    except pkg.errors.EngineError as x:
        print(x)
    try:
        pkg.Engine("d").add(tools.Tool()).run(1)
    except NotImplementedError as x:
        print("ni", repr(x))
    print(VERSION, __name__, WHO)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
