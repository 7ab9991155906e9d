"""Span[T]: views of arrays, bytes and bytearrays; slices share their memory."""

from rumpk import Array, Span, u8, u16


class Buffer:
    data: Array[u8, 16]

    def __init__(self) -> None:
        self.data = Array[u8, 16]()

    def view(self, start: int, length: int) -> Span[u8]:
        return Span[u8](self.data)[start:start + length]


def checksum(data: Span[u8]) -> int:
    total = 0
    for byte in data:
        total = (total * 31 + int(byte)) % 65521
    return total


def fill(data: Span[u8], first: u8) -> None:
    for i in range(len(data)):
        data[i] = first + u8(i)


def be16(data: Span[u8], at: int) -> u16:
    return u16(data[at]) << 8 | u16(data[at + 1])


def main() -> None:
    buffer = Buffer()
    fill(buffer.view(4, 8), u8(100))
    print([int(byte) for byte in buffer.data])
    whole = Span[u8](buffer.data)
    part = whole[4:12]
    print(len(whole), len(part), part[0], part[-1], checksum(part), checksum(whole[:0]), be16(part, 2))
    inner = part[2:-2]
    inner[0] = u8(7)
    print(inner[0], part[2], whole[6], buffer.data[6], len(inner), len(part[5:100]), len(part[6:2]))
    for bad in (8, -9):
        try:
            print(part[bad])
        except IndexError as e:
            print(e)
        try:
            part[bad] = u8(1)
        except IndexError as e:
            print(e)
    text = Span[u8](bytearray(b"hello, span"))
    print(checksum(text), len(text), text[0], bytes(text[7:]), u8(115) in text)
    raw = bytearray(b"........")
    fill(Span[u8](raw)[2:6], u8(65))
    print(raw)


if __name__ == "__main__":
    raise SystemExit(main())
