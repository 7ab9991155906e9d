"""Comparisons: chains with effects, mixed numbers exactly, identity and equality, membership of chains, ordering by tuples, NaN."""
log: list[str] = []


def seen(name: str, value: int) -> int:
    log.append(name)
    return value


class Version:
    def __init__(self, text: str) -> None:
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other: "Version") -> bool:
        return self.parts < other.parts

    def __le__(self, other: "Version") -> bool:
        return self == other or self < other

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return ".".join(map(str, self.parts))


def main() -> None:
    print(seen("a", 1) < seen("b", 2) < seen("c", 3), seen("d", 5) < seen("e", 2) < seen("f", 9), log)
    log.clear()
    print(1 < seen("p", 3) > 2 != 4.5 < 5 in (4, 5), seen("x", 1) == seen("y", 1) in [1, 2] == [1, 2], log, not seen("z", 1) == 2, (not 1) == 0)
    big = 2 ** 53
    print(big == float(big), big + 1 == float(big), big + 1 > float(big), 2 ** 62 < 4.7e18, -1 < -0.5, 3 == 3.0000000000000004, 10 ** 18 < float("inf"))
    nan = float("nan")
    print(nan == nan, nan != nan, nan < 1, nan > 1, not nan <= nan, max(1.0, nan), max(nan, 1.0), min(nan, 1.0), sorted([3.0, 1.0, 2.0]), 1.0 in [nan, 1.0])
    versions = [Version(t) for t in "1.10 1.2 1.2.0 0.9.9 1.2".split()]
    print(sorted(versions), versions[1] == versions[4], versions[1] is versions[4], versions[1] <= versions[4], versions[0] > versions[1], versions[0] >= versions[1], len(set(versions)), min(versions), versions.index(Version("1.2")))
    print((1, "b") < (1, "c"), (1,) < (1, 0), () < (0,), [(1, 2)] == [(1, 2)], ("a", 1) == ("a", 1.0), (1, (2, 3)) < (1, (2, 4)), "a" "b" == "ab")
    a = [1, 2]
    b = a
    c = list(a)
    print(a is b, a is c, a == c, a is not c, None is None, () == (), a in [c], [a] == [c], ""  == "a"[1:])
    x = 5
    print(0 <= x < 10 and x % 2 or "even", x and 0 or -1, None or "d", x > 3 and x < 7 and x != 6, not (x > 3) or x == 5, (x > 3) + (x > 4) + (x > 5))
    print([i for i in range(-3, 4) if -2 <= i < 2 != i], all(p <= q for p, q in zip(versions, versions)), any(p < p for p in versions))
    print("literal" is not None, 5 is not None)  # noqa: F632
