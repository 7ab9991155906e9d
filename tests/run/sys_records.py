"""Records over memory: packed and C layouts, byte orders, bit fields, nested records, views of every length."""

from rumpk import (
    Array, Bits, Span, be16, be32, be64, f32, i8, i32, layout, le16, le32, le64, offsetof, packed, sizeof, static_assert,
    u8, u16, u32, u64, view, w16,
)


@packed
class Ethernet:
    destination: Array[u8, 6]
    source: Array[u8, 6]
    kind: be16


@packed
class Ip:
    first: u8
    service: u8
    length: be16
    flags: be16
    ihl = Bits("first", 0, 4)
    version = Bits("first", 4, width=4)
    fragment = Bits("flags", 0, 13)
    more = Bits("flags", 13)

    def header_bytes(self) -> int:
        return 4 * int(self.ihl)

    def grow(self, count: u16) -> None:
        self.length += count


@layout("C")
class Mixed:
    a: u8
    b: u32
    c: u16
    d: u64
    e: i8
    f: bool
    g: float
    h: f32
    i: w16


@packed
class Outer:
    tag: u8
    inner: Mixed
    small: le16
    number: le32
    big: be32
    huge: be64
    tiny: le64
    signed: i32
    count: int


static_assert(sizeof(Ethernet) == 14 and offsetof(Ethernet, "kind") == 12, "IEEE 802.3")
static_assert(offsetof(Mixed, "d") == 16 and sizeof(Mixed) == 48, "the C ABI")


def numbers(o: Outer) -> None:
    o.small, o.number, o.big, o.huge, o.tiny = 0x0102, 0x01020304, 0x01020304, 0x0102030405060708, 0x0102030405060708
    o.signed, o.count, o.tag = -2, -3, 255
    m = o.inner
    m.a, m.b, m.c, m.d, m.e, m.f, m.g, m.h, m.i = 1, 2, 3, 4, -5, True, 0.5, 0.25, w16(70_000)
    print(m.a, m.b, m.c, m.d, m.e, m.f, m.g, m.h, m.i, o.inner.e)
    print(o.small, o.number, o.big, o.huge, o.tiny, o.signed, o.count, o.tag)
    try:
        o.tag += 1
    except OverflowError as error:
        print(error, o.tag)
    try:
        o.small = u16(65_536 + int(o.tag))
    except OverflowError as error:
        print(error)


def bits(ip: Ip) -> None:
    ip.version = 4
    ip.ihl = 5
    ip.fragment, ip.more = 0x1ABC, 1
    print(ip.version, ip.ihl, ip.header_bytes(), hex(ip.first), hex(ip.flags), ip.more, ip.fragment)
    ip.grow(20)
    ip.more = 0
    print(ip.length, hex(ip.flags))
    try:
        ip.version = u8(12 + int(ip.version))
    except OverflowError as error:
        print(error, ip.version)


def main() -> None:
    frame = bytearray(range(40))
    header = view(Ethernet, Span[u8](frame)[2:])
    print(hex(header.kind), list(header.destination), len(header.source))
    header.kind = 0x0800
    header.source[0] = 255
    header.destination = Array[u8, 6]((9, 8, 7, 6, 5, 4))
    print(frame[:16].hex(), sizeof(Outer), offsetof(Outer, "big"))
    try:
        header.source = header.destination[1:]
    except ValueError as error:
        print(error)
    for size in (0, 13, 14):
        try:
            print(view(Ethernet, bytearray(size)).kind)
        except IndexError as error:
            print(error)
    memory = bytearray(100)
    numbers(view(Outer, Span[u8](memory)[1:]))
    print(memory.hex())
    bits(view(Ip, Span[u8](frame)[20:]))
    own = Ip()
    again = own
    again.length = 7
    print(own.length, Ip().length, frame[20:26].hex())
    seen = [view(Ip, Span[u8](frame)[i:]) for i in range(3)]
    seen[2].service = 77
    print([int(s.service) for s in seen], frame[3])
    maybe: Ip | None = own if len(frame) > 3 else None
    if maybe is not None:
        maybe.length += 1
    print(own.length)


if __name__ == "__main__":
    main()
