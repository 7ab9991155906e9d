"""`binascii`: bytes as hexadecimal and base64 text, CRC-32.  RFC 4648, sections 4 and 8; ISO 3309."""

from lib.zlib import crc32 as crc32

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
HEX = b"0123456789abcdef"
PAD = 0x3D


class Error(ValueError):
    """Text that stands for no bytes."""


def plain(data: bytes | bytearray) -> bytes:
    return data if isinstance(data, bytes) else bytes(data)


def from_text(data: str | bytes | bytearray) -> bytes:
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    return plain(data)


def hexlify(data: bytes | bytearray, sep: str | bytes | None = None, bytes_per_sep: int = 1) -> bytes:
    """Two digits for each byte; `sep` after groups that count from the right, or from the left if negative."""
    out = bytearray()
    mark = b""
    if isinstance(sep, str):
        mark = sep.encode()
    elif isinstance(sep, bytes):
        mark = sep
    if sep is not None and len(mark) != 1:
        raise ValueError("sep must be length 1.")
    group = abs(bytes_per_sep)
    raw = plain(data)
    for at, byte in enumerate(raw):
        edge = at if bytes_per_sep < 0 else len(raw) - at
        if mark and at > 0 and group > 0 and edge % group == 0:
            out += mark
        out.append(HEX[byte >> 4])
        out.append(HEX[byte & 15])
    return bytes(out)


def b2a_hex(data: bytes | bytearray, sep: str | bytes | None = None, bytes_per_sep: int = 1) -> bytes:
    return hexlify(data, sep, bytes_per_sep)


def _digit(c: int) -> int:
    if 0x30 <= c <= 0x39:
        return c - 0x30
    if 0x61 <= c | 0x20 <= 0x66:
        return (c | 0x20) - 0x61 + 10
    raise Error("Non-hexadecimal digit found")


def unhexlify(hexstr: str | bytes | bytearray) -> bytes:
    text = from_text(hexstr)
    if len(text) % 2 != 0:
        raise Error("Odd-length string")
    out = bytearray()
    for at in range(0, len(text), 2):
        out.append(_digit(text[at]) * 16 + _digit(text[at + 1]))
    return bytes(out)


def a2b_hex(hexstr: str | bytes | bytearray) -> bytes:
    return unhexlify(hexstr)


def b2a_base64(data: bytes | bytearray, *, newline: bool = True) -> bytes:
    raw = plain(data)
    out = bytearray()
    for at in range(0, len(raw), 3):
        count = min(3, len(raw) - at)
        group = raw[at] << 16
        if count > 1:
            group |= raw[at + 1] << 8
        if count > 2:
            group |= raw[at + 2]
        for place in range(4):
            out.append(ALPHABET[group >> (18 - 6 * place) & 63] if place <= count else PAD)
    if newline:
        out.append(0x0A)
    return bytes(out)


def _value(c: int) -> int:
    """The six bits that a character stands for; -1 where it stands for none."""
    if 0x41 <= c <= 0x5A:
        return c - 0x41
    if 0x61 <= c <= 0x7A:
        return c - 0x61 + 26
    if 0x30 <= c <= 0x39:
        return c - 0x30 + 52
    return 62 if c == 0x2B else 63 if c == 0x2F else -1


def a2b_base64(data: str | bytes | bytearray, /, *, strict_mode: bool = False) -> bytes:
    """Characters of no meaning are passed over, unless `strict_mode` refuses them."""
    text = from_text(data)
    if strict_mode and text[:1] == b"=":
        raise Error("Leading padding not allowed")
    out = bytearray()
    kept, count, pads, padded = 0, 0, 0, False
    for at, c in enumerate(text):
        if c == PAD:
            padded = True
            if count >= 2:
                pads += 1
                if count + pads >= 4:
                    if strict_mode and at + 1 < len(text):
                        raise Error("Excess data after padding")
                    return bytes(out)
            continue
        bits = _value(c)
        if bits < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padded:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        kept = (kept << 6 | bits) & 0xFFFFFF
        count = (count + 1) % 4
        if count != 1:
            out.append(kept >> (2 * (4 - count) if count != 0 else 0) & 0xFF)
    if count == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({len(out) // 3 * 4 + 1}) cannot be "
                    "1 more than a multiple of 4")
    if count != 0:
        raise Error("Incorrect padding")
    return bytes(out)


def crc_hqx(data: bytes | bytearray, crc: int, /) -> int:
    """The CRC-CCITT of 16 bits, with the polynomial 0x1021."""
    crc &= 0xFFFF
    for byte in plain(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
