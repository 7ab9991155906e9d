"""`base64`: base64, base32 and base16 (RFC 4648), and the two base 85 forms of Ascii85 and of git."""

from lib.binascii import Error, a2b_base64, b2a_base64, from_text, hexlify, plain, unhexlify

ALPHABET32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
ALPHABET32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
ALPHABET85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
BANG = 0x21                             # the digit 0 of Ascii85
LINE = 57                               # bytes that make a line of 76 letters


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


def encodebytes(s: bytes | bytearray) -> bytes:
    """Base64 in lines of 76 letters."""
    raw = plain(s)
    return b"".join([b2a_base64(raw[at:at + LINE]) for at in range(0, len(raw), LINE)])


def decodebytes(s: bytes | bytearray) -> bytes:
    return a2b_base64(plain(s))


def b32encode(s: bytes | bytearray) -> bytes:
    return _encode32(plain(s), ALPHABET32)


def b32hexencode(s: bytes | bytearray) -> bytes:
    return _encode32(plain(s), ALPHABET32_HEX)


def _encode32(raw: bytes, alphabet: bytes) -> bytes:
    out = bytearray()
    for at in range(0, len(raw), 5):
        part = raw[at:at + 5]
        group = 0
        for byte in part:
            group = group << 8 | byte
        group <<= 8 * (5 - len(part))
        used = (8 * len(part) + 4) // 5
        for place in range(8):
            out.append(alphabet[group >> (35 - 5 * place) & 31] if place < used else 0x3D)
    return bytes(out)


def b32decode(s: str | bytes | bytearray, casefold: bool = False, map01: str | bytes | None = None) -> bytes:
    text = from_text(s)
    if len(text) % 8 != 0:
        raise Error("Incorrect padding")
    if map01 is not None:
        text = _exchanged(text, b"01", b"O" + from_text(map01))
    return _decode32(text, ALPHABET32, casefold)


def b32hexdecode(s: str | bytes | bytearray, casefold: bool = False) -> bytes:
    text = from_text(s)
    if len(text) % 8 != 0:
        raise Error("Incorrect padding")
    return _decode32(text, ALPHABET32_HEX, casefold)


def _decode32(text: bytes, alphabet: bytes, casefold: bool) -> bytes:
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
            place = alphabet.find(byte)
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


# Base 85: four bytes as five digits


def _digits(part: bytes, alphabet: bytes) -> bytes:
    """The digits of one to four bytes: one more than bytes."""
    word = 0
    for at in range(4):
        word = word << 8 | (part[at] if at < len(part) else 0)
    out = bytearray(5)
    for at in range(4, -1, -1):
        out[at] = alphabet[word % 85] if alphabet else word % 85 + BANG
        word //= 85
    return bytes(out[:len(part) + 1])


def b85encode(b: bytes | bytearray, pad: bool = False) -> bytes:
    raw = plain(b)
    if pad:
        raw += bytes(-len(raw) % 4)
    out = bytearray()
    for at in range(0, len(raw), 4):
        out += _digits(raw[at:at + 4], ALPHABET85)
    return bytes(out)


def b85decode(b: str | bytes | bytearray) -> bytes:
    text = from_text(b)
    missing = -len(text) % 5
    values = [-1] * 256
    for value, letter in enumerate(ALPHABET85):
        values[letter] = value
    out = bytearray()
    text += b"~" * missing
    for start in range(0, len(text), 5):
        word = 0
        for at in range(start, start + 5):
            if values[text[at]] < 0:
                raise ValueError(f"bad base85 character at position {at}")
            word = word * 85 + values[text[at]]
        if word > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {start}")
        out += word.to_bytes(4, "big")
    return bytes(out[:len(out) - missing])


def a85encode(
    b: bytes | bytearray, *, foldspaces: bool = False, wrapcol: int = 0, pad: bool = False, adobe: bool = False
) -> bytes:
    raw = plain(b)
    if pad:
        raw += bytes(-len(raw) % 4)
    out = bytearray(b"<~" if adobe else b"")
    for at in range(0, len(raw), 4):
        part = raw[at:at + 4]
        if part == b"\0\0\0\0":
            out += b"z"
        elif foldspaces and part == b"    ":
            out += b"y"
        else:
            out += _digits(part, b"")
    if wrapcol:
        out = _wrapped(bytes(out), max(2 if adobe else 1, wrapcol), adobe)
    if adobe:
        out += b"~>"
    return bytes(out)


def _wrapped(text: bytes, width: int, adobe: bool) -> bytearray:
    lines = [text[at:at + width] for at in range(0, len(text), width)]
    if adobe and len(lines[-1]) + 2 > width:
        lines.append(b"")
    return bytearray(b"\n".join(lines))


def a85decode(
    b: str | bytes | bytearray, *, foldspaces: bool = False, adobe: bool = False, ignorechars: bytes = b" \t\n\r\v"
) -> bytes:
    text = from_text(b)
    if adobe:
        if not text.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        text = text[2:-2] if text.startswith(b"<~") else text[:-2]
    out = bytearray()
    word, count = 0, 0
    for letter in text + b"uuuu":
        if BANG <= letter <= 0x75:
            word, count = word * 85 + letter - BANG, count + 1
            if count == 5:
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                out += word.to_bytes(4, "big")
                word, count = 0, 0
        elif letter == 0x7A or foldspaces and letter == 0x79:
            if count > 0:
                raise ValueError(f"{chr(letter)} inside Ascii85 5-tuple")
            out += b"\0\0\0\0" if letter == 0x7A else b"    "
        elif letter not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(letter)}")
    return bytes(out[:len(out) - (4 - count)])
