# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Sequences of both kinds as results, class variables and optional places."""

from collections.abc import Sequence


class Base:
    names: Sequence[str] = ("a", "b")

    def all(self) -> Sequence[str]:
        return self.names


class Sub(Base):
    names = ["c"]


def longest(*groups: Sequence[int]) -> Sequence[int]:
    return max(groups, key=len)


def halves(xs: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    m = len(xs) // 2
    return xs[:m], xs[m:]


def flat(xss: Sequence[Sequence[int]]) -> list[int]:
    return [x for xs in xss for x in xs]


def main() -> None:
    print(Base().all(), Sub().all())
    print(longest([1], [2, 3]), longest((1, 2), (3,)))
    print(halves([1, 2, 3]), halves((1, 2, 3)))
    print(flat([(1, 2), (3,)]), flat(([4], [5])))
    opt: Sequence[int] | None = None
    for v in ([1], (2, 3)):
        opt = v
        print(opt, len(opt))
    print(opt == (2, 3), opt is None)


if __name__ == "__main__":
    main()
