"""Views of dicts as sets; dict.update of pairs and names; slices assigned from any iterable; numbers from bytes."""
from collections import deque
def pairs(n: int) -> list[tuple[str, int]]:
    return [(chr(97 + i), i) for i in range(n)]
def main() -> None:
    q: deque[int] = deque([], maxlen=0)
    d, e = {"a": 1, "b": 2}, {"b": 2, "c": 3}
    print(sorted(d.keys() & e.keys()), sorted(d.keys() | e.keys()), sorted(d.keys() - e.keys()), sorted(d.keys() ^ {"a", "z"}), sorted({"b"} & d.keys()), sorted(d.keys() & ["a"]))
    print(sorted(d.items() & e.items()), d.keys() == {"a", "b"}, d.keys() <= e.keys(), {"a"} < d.keys(), d.keys() != e.keys(), d.items() == d.items())
    d.update(zip("xy", [8, 9]))
    d.update(a=5, q=6)
    d.update(pairs(2))
    d.update(e, z=0)
    print(d, dict(d, z=-1), dict(e, b=7, n=1))
    n = {1: "a"}
    n.update(enumerate("xyz"))
    print(n)
    xs = [1, 2, 3, 4]
    xs[1:3] = range(5)
    xs[::2] = (9, 9, 9, 9)
    xs[:0] = {7}
    print(xs)
    b = bytearray(b"abcdef")
    b[::2] = b""
    b[1:1] = [65, 66]
    b.extend([67])
    b.extend(range(68, 70))
    print(b, int.from_bytes([1, 2], "big"), int.from_bytes(bytearray(b"\x01\x00"), "little"), int.from_bytes((255,), "big", signed=True))
    for raw in (b" 12 ", b"x", b"\xa05", b"\x1c5", b"1_0"):
        try:
            print(int(raw), float(raw))
        except ValueError as error:
            print(error)
        try:
            print(float(raw))
        except ValueError as error:
            print(error)
    try:
        b.extend([300])
    except ValueError as error:
        print(error)
    try:
        print(b"ab".hex("é"))
    except ValueError as error:
        print(error)
    print(int(bytearray(b"77")), int(b"ff", 16), q)
