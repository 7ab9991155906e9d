"""`main` with parameters that have defaults: the guard calls it without arguments."""

import sys
from collections.abc import Sequence


def parse(argv: Sequence[str]) -> dict[str, str]:
    return dict(arg.split("=", 1) for arg in argv if "=" in arg)


def main(argv: Sequence[str] | None = None, *names: str, verbose: bool = False, **more: int) -> int:
    options = parse(argv if argv is not None else ["a=1", "b"])
    print(options, names, verbose, more)
    return 0 if options else 2


if __name__ == "__main__":
    sys.exit(main())
