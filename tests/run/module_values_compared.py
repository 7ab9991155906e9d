"""Attributes of modules and classes beside constants: no module is asked which object it is."""

import math
import string
import sys


class Box:
    size = 2
    kind = "box"


def main() -> None:
    print(sys.maxsize == 2**63 - 1, math.pi == 3, sys.byteorder in ("little", "big"), sys.byteorder == "big")
    print(string.digits == "0123456789", string.digits != "", Box.size in (2, 3), Box.kind == "box")
    if sys.byteorder == "little" and Box.kind != "bag":
        print("little")
    match Box.kind:
        case "box":
            print("a box")
        case _:
            print("none")


if __name__ == "__main__":
    main()
