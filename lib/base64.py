"""`base64`: base64, base32 and base16.  RFC 4648."""

from lib.binascii import Error, a2b_base64, b2a_base64, from_text, hexlify, plain, unhexlify

ALPHABET32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _exchanged(data: bytes, old: bytes, new: bytes) -> bytes:
    """Each byte of `old` becomes the one of `new` at its place."""
    out = bytearray(data)
    for at, byte in enumerate(data):
        place = old.find(byte)
        if place >= 0:
            out[at] = new[place]
    return bytes(out)


def b64encode(s: bytes | bytearray, altchars: bytes | None = None) -> bytes:
    out = b2a_base64(s, newline=False)
    return out if altchars is None else _exchanged(out, b"+/", altchars)


def b64decode(s: str | bytes | bytearray, altchars: str | bytes | None = None, validate: bool = False) -> bytes:
    text = from_text(s)
    if altchars is not None:
        text = _exchanged(text, from_text(altchars), b"+/")
    return a2b_base64(text, strict_mode=validate)


def standard_b64encode(s: bytes | bytearray) -> bytes:
    return b64encode(s)


def standard_b64decode(s: str | bytes | bytearray) -> bytes:
    return b64decode(s)


def urlsafe_b64encode(s: bytes | bytearray) -> bytes:
    return b64encode(s, b"-_")


def urlsafe_b64decode(s: str | bytes | bytearray) -> bytes:
    return b64decode(s, b"-_")


def b32encode(s: bytes | bytearray) -> bytes:
    raw = plain(s)
    out = bytearray()
    for at in range(0, len(raw), 5):
        part = raw[at:at + 5]
        group = 0
        for byte in part:
            group = group << 8 | byte
        group <<= 8 * (5 - len(part))
        used = (8 * len(part) + 4) // 5
        for place in range(8):
            out.append(ALPHABET32[group >> (35 - 5 * place) & 31] if place < used else 0x3D)
    return bytes(out)


def b32decode(s: str | bytes | bytearray, casefold: bool = False, map01: str | bytes | None = None) -> bytes:
    text = from_text(s)
    if len(text) % 8 != 0:
        raise Error("Incorrect padding")
    if map01 is not None:
        text = _exchanged(text, b"01", b"O" + from_text(map01))
    if casefold:
        text = text.upper()
    whole = len(text)
    text = text.rstrip(b"=")
    pads = whole - len(text)
    out = bytearray()
    for at in range(0, len(text), 8):
        part = text[at:at + 8]
        group = 0
        for byte in part:
            place = ALPHABET32.find(byte)
            if place < 0:
                raise Error("Non-base32 digit found")
            group = group << 5 | place
        group <<= 5 * (8 - len(part))
        out += group.to_bytes(5, "big")
    if pads not in (0, 1, 3, 4, 6):
        raise Error("Incorrect padding")
    if pads > 0 and len(out) > 0:
        del out[len(out) - 5 + (43 - 5 * pads) // 8:]
    return bytes(out)


def b16encode(s: bytes | bytearray) -> bytes:
    return hexlify(s).upper()


def b16decode(s: str | bytes | bytearray, casefold: bool = False) -> bytes:
    text = from_text(s)
    if casefold:
        text = text.upper()
    for byte in text:
        if not (0x30 <= byte <= 0x39 or 0x41 <= byte <= 0x46):
            raise Error("Non-base16 digit found")
    return unhexlify(text)
