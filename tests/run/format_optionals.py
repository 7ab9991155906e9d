"""Format specifications of what may be None: the text, or CPython's TypeError."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Track:
    title: str
    artist: str | None = None
    year: int | None = None
    rating: float | None = None


def show(x: str | None, n: int | None, f: float | str) -> None:
    try:
        print(f"[{x:5}] [{x!s:>8}] [{x!r:^9}] {x}")
    except TypeError as e:
        print("TypeError", e)
    try:
        print(f"[{n:03d}]")
    except TypeError as e:
        print("TypeError", e)
    try:
        print(f"[{f:>6}]", format(f, ">7"), "{:<5}|".format(f), "{:>4}|".format(x))
    except TypeError as e:
        print("TypeError", e)
    print("%s %r %5s" % (x, x, x))


def lines(tracks: list[Track]) -> list[str]:
    out: list[str] = []
    for t in tracks:
        try:
            out.append(f"{t.title:<10}|{t.artist:>8}|{t.year:6}|{t.rating:.2f}|")
        except TypeError as e:
            out.append(f"{t.title:<10}|{e}")
    return out


def main() -> None:
    show("ab", 4, 1.5)
    show(None, None, "t")
    show(None, 3, "t")
    print(f"{None}", f"{None!s:>5}")
    width = 6
    for y in ("k", 3, None):
        try:
            print(f"{y:>{width}}")
        except TypeError as e:
            print(e)
    print(
        *lines([Track("One", "A", 1999, 4.5), Track("Two", None, 2001, 1.0), Track("Three", "B", None, 2.0)]), sep="\n"
    )
    best: dict[str, int] = {"a": 1}
    for key in "ab":
        found = best.get(key)
        try:
            print(f"{key}={found:>4}")
        except TypeError as e:
            print(key, e)


if __name__ == "__main__":
    main()
