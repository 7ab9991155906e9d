# exit: 3
"""A file that nobody closes: what was written is there at the end, and the program still ends as it says."""
import io
import sys
from typing import TextIO


def show(f: TextIO) -> str:
    return type(f).__name__ + repr(f.readline())


def main() -> None:
    a: TextIO = io.StringIO("x\ny")
    print(show(a))
    f = open("/tmp/o2.txt", "w")
    f.write("left open\n")
    print("done", file=f)
    sys.exit(3)


if __name__ == "__main__":
    main()
