# apart: what becomes an `object` anywhere, and which classes functions have, is asked of all of the image
"""An Iterable that is tested for a class of collections.abc."""

from collections.abc import Iterable, Sequence


def ends(xs: Iterable[int]) -> str:
    if isinstance(xs, Sequence):
        return f"seq {len(xs)} {xs[0]}"
    return f"iter {sum(xs)}"


def run_ab1() -> None:
    print(ends([1, 2]), ends((3, 4)), ends({5}), ends(x for x in [6]), ends({7: "a"}), ends(range(8, 10)))


def main() -> None:
    run_ab1()


if __name__ == "__main__":
    main()
