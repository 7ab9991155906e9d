"""Base 16, 32, 58, 62 and ASCII armour, written out; compared with the library where it has them."""
import base64
import binascii

DIGITS58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def to_base(n: int, base: int, digits: str = "0123456789abcdefghijklmnopqrstuvwxyz") -> str:
    if n < 0:
        return "-" + to_base(-n, base, digits)
    out = ""
    while True:
        n, rest = divmod(n, base)
        out = digits[rest] + out
        if n == 0:
            return out


def from_base(text: str, digits: str) -> int:
    n = 0
    for c in text:
        at = digits.find(c)
        if at < 0:
            raise ValueError(f"{c!r} is no digit")
        n = n * len(digits) + at
    return n


def base32(data: bytes) -> str:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    out: list[str] = []
    for i in range(0, len(data), 5):
        chunk = data[i:i + 5]
        n = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        text = "".join(alphabet[n >> shift & 31] for shift in range(35, -1, -5))
        used = (len(chunk) * 8 + 4) // 5
        out.append(text[:used] + "=" * (8 - used))
    return "".join(out)


def base64_own(data: bytes) -> str:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk.ljust(3, b"\0"), "big")
        out += "".join(alphabet[n >> s & 63] for s in [18, 12, 6, 0][:len(chunk) + 1]).ljust(4, "=")
    return out


def main() -> None:
    for n in (0, 1, 58, 255, 123456789, -42):
        print(to_base(n, 2), to_base(n, 16), to_base(n, 36), to_base(n, 58, DIGITS58), int(to_base(n, 36), 36))
    print(from_base("BukQL", DIGITS58))
    try:
        from_base("0O", DIGITS58)
    except ValueError as error:
        print(error)
    for word in ("", "f", "fo", "foo", "foob", "fooba", "foobar"):
        data = word.encode()
        own = base64_own(data)
        print(base32(data), own, own == base64.b64encode(data).decode(), binascii.hexlify(data))
    print(base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"), binascii.unhexlify("00ff"))
