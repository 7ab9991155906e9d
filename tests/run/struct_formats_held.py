"""Formats that stand in variables of modules and classes."""
import struct
from dataclasses import dataclass
from typing import ClassVar

FORMAT = ">IH"
COUNT = 3
MANY = f"<{COUNT}H"


@dataclass
class Head:
    LAYOUT: ClassVar[str] = "<BB"
    SIZE: ClassVar[int] = struct.calcsize("<BB")
    a: int
    b: int

    def pack(self) -> bytes:
        return struct.pack(self.LAYOUT, self.a, self.b)

    @classmethod
    def unpack(cls, data: bytes) -> "Head":
        a, b = struct.unpack(cls.LAYOUT, data[:cls.SIZE])
        return cls(a, b)


class Packet:
    LAYOUT = ">H4s"

    def pack(self) -> bytes:
        return struct.pack(Packet.LAYOUT, 7, b"ab")


class Longer(Packet):
    def pack(self) -> bytes:
        return struct.pack(self.LAYOUT, 8, b"xyz")


def main() -> None:
    print(struct.pack(FORMAT, 1, 2), struct.calcsize(FORMAT), struct.unpack(FORMAT, bytes(6)))
    print(struct.pack(MANY, 1, 2, 3), Head(1, 2).pack(), Head.unpack(b"\x05\x06\x07"), Head.SIZE)
    print(Packet().pack(), Longer().pack())


if __name__ == "__main__":
    main()
