# apart: an int where `float` is written makes every `float` of the image take ints
"""Packets, parsers and small tables in arrays that lie in frames, in the arena, behind spans and inside `try`."""
from rumpk import Array, Span, be16, be32, i32, noalloc, packed, sizeof, u8, u16, unchecked, view, w32


@packed
class Eth:
    dst: Array[u8, 6]
    src: Array[u8, 6]
    kind: be16


@packed
class Ip:
    vihl: u8
    tos: u8
    length: be16
    ident: be16
    frag: be16
    ttl: u8
    proto: u8
    sum: be16
    src: be32
    dst: be32


@noalloc
def build(out: Span[u8], payload: Span[u8]) -> int:
    eth = view(Eth, out)
    eth.dst.fill(255)
    for i in range(6):
        eth.src[i] = u8(i)
    eth.kind = 0x0800
    ip = view(Ip, out[int(sizeof(Eth)):])
    ip.vihl = 0x45
    ip.length = u16(20 + len(payload))
    ip.ttl = 64
    ip.src = 0x0A000001
    ip.dst = ip.src + 1
    start = 14 + 20
    out[start:start + len(payload)].copy_from(payload)
    ip.sum = u16(total(out[14:34]))
    return start + len(payload)


@noalloc
def total(s: Span[u8]) -> int:
    scratch = Array[w32, 4]()
    for i in range(0, len(s), 2):
        scratch[(i // 2) % 4] += w32(s[i]) * 256 + w32(s[i + 1])
    out = w32(0)
    for x in scratch:
        out += x
    while out > 0xFFFF:
        out = (out & 0xFFFF) + (out >> 16)
    return int(~out & 0xFFFF)


class Parser:
    def __init__(self, text: Span[u8]) -> None:
        self.text = text
        self.at = 0

    def rest(self) -> Span[u8]:
        return self.text[self.at:]

    def number(self) -> int | None:
        n = 0
        start = self.at
        while self.at < len(self.text) and 48 <= self.text[self.at] <= 57:
            n = n * 10 + int(self.text[self.at]) - 48
            self.at += 1
        self.at += 1
        return n if self.at > start + 1 else None


def parse(data: bytes) -> list[int | None]:
    buffer = Array[u8, 64]()
    for i, b in enumerate(data):
        buffer[i] = u8(b)
    p = Parser(buffer[:len(data)])
    out: list[int | None] = []
    while p.at < len(data):
        out.append(p.number())
    return out


def parsers(n: int) -> list[Parser]:
    made: list[Parser] = []
    for i in range(n):
        cells = Array[u8, 4]([48 + u8(i), 44, 49, 50])
        made.append(Parser(cells))
    return made


@unchecked
def hash_of(s: Span[u8]) -> w32:
    h = w32(2166136261)
    for b in s:
        h = (h ^ w32(b)) * 16777619
    return h


def matrix(n: int) -> list[float]:
    a = Array[Array[float, 4], 4]()
    b = Array[Array[float, 4], 4]()
    for i in range(4):
        for j in range(4):
            a[i][j] = float(i * n + j)
            b[i][j] = float(i == j) * 2.0
    out: list[float] = []
    for i in range(4):
        for j in range(4):
            out.append(sum([a[i][k] * b[k][j] for k in range(4)]))
    return out


def sort_in_place(xs: Span[i32]) -> None:
    for i in range(1, len(xs)):
        j = i
        while j > 0 and xs[j - 1] > xs[j]:
            xs[j - 1], xs[j] = xs[j], xs[j - 1]
            j -= 1


def quick(xs: Span[i32]) -> None:
    if len(xs) < 2:
        return
    pivot = xs[len(xs) // 2]
    low, high = 0, len(xs) - 1
    while low <= high:
        while xs[low] < pivot:
            low += 1
        while xs[high] > pivot:
            high -= 1
        if low <= high:
            xs[low], xs[high] = xs[high], xs[low]
            low += 1
            high -= 1
    quick(xs[:high + 1])
    quick(xs[low:])


def in_try(n: int) -> int:
    a = Array[u8, 4]()
    try:
        a[n] = 200
        b = Array[u8, 4]([1, 2, 3, a[n]])
        a[n] += b[n] + 60
    except OverflowError:
        a[0] = 1
    except IndexError:
        a[1] = 2
    finally:
        a[3] = 9
    return int(a[0]) * 1000 + int(a[1]) * 100 + int(a[2]) * 10 + int(a[3])


def main() -> None:
    frame = Array[u8, 128]()
    payload = Array[u8, 5]([104, 101, 108, 108, 111])
    n = build(frame, payload)
    print(n, bytes([int(b) for b in frame[:n]]).hex())
    print(parse(b"12,345,,7"), [(p.number(), p.number(), list(p.rest())) for p in parsers(3)])
    print(hash_of(payload), matrix(3))
    xs = Array[i32, 12]([5, -3, 9, 0, 2, 2, -7, 11, 4, 1, 8, 6])
    ys = Array[i32, 12](list(xs))
    sort_in_place(xs)
    quick(ys)
    print(list(xs), list(ys) == list(xs), [in_try(k) for k in range(6)])


if __name__ == "__main__":
    raise SystemExit(main())
