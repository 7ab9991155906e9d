"""__eq__, __lt__ and their kin, __hash__, __bool__, __str__ and __repr__."""


class Version:
    def __init__(self, major: int, minor: int) -> None:
        self.major = major
        self.minor = minor

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other: "Version") -> bool:
        return (self.major, self.minor) < (other.major, other.minor)

    def __le__(self, other: "Version") -> bool:
        return self == other or self < other

    def __hash__(self) -> int:
        return hash((self.major, self.minor))

    def __bool__(self) -> bool:
        return self.major != 0 or self.minor != 0

    def __repr__(self) -> str:
        return f"Version({self.major}, {self.minor})"

    def __str__(self) -> str:
        return f"v{self.major}.{self.minor}"


class OnlyRepr:
    def __repr__(self) -> str:
        return "<only repr>"


class Sized:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n


class Other:
    def __ne__(self, other: object) -> bool:
        return False


def main() -> None:
    a = Version(1, 2)
    b = Version(1, 2)
    c = Version(2, 0)
    print(a == b, a != b, a == c, a != c, a is b, a < c, c < a, a <= b, a > c, c > a, c >= a, a >= b)
    print(a, repr(a), str(a), f"{a} {a!r} {a!s}", [a, c], (a,), {a: c}, {"k": a})
    versions = [c, a, Version(0, 9), b]
    versions.sort()
    print(versions, min(versions), max(versions), sorted(versions, reverse=True))
    print(bool(Version(0, 0)), bool(a), not Version(0, 0), "yes" if Version(0, 0) else "no")
    print(len({a, b, c}), {a: 1}[b], a in [c, b], hash(a) == hash(b))
    print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr()}")
    print(bool(Sized(0)), bool(Sized(3)), len(Sized(3)), not Sized(0))
    print(Other() != Other(), a == OnlyRepr(), a != OnlyRepr())


if __name__ == "__main__":
    raise SystemExit(main())
