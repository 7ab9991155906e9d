"""itertools called without any iterable."""

import itertools
from itertools import chain, product


def main() -> None:
    print(list(product()), list(itertools.product(repeat=2)), list(chain()))
    for row in product():
        print(row, len(row))
    rows: list[list[int]] = []
    print(list(product(*rows)), list(product(*rows, repeat=2)), list(product([1, 2], repeat=0)), list(chain(*rows)))
    print(sum(1 for _ in product()), next(chain(), "nothing"), next(product()))


if __name__ == "__main__":
    main()
