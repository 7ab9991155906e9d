"""`hmac`: messages with a key.  RFC 2104. `hmac.new(key, message, "sha256")`, or `hashlib.sha256`."""

from collections.abc import Callable
from typing import Hashable

from lib.hashlib import Hash, keyed


class HMAC:
    """A running HMAC."""

    blocksize = 64

    def __init__(self, name: str, inner: Hash, outer: Hash) -> None:
        self._inner = inner
        self._outer = outer
        self.name = f"hmac-{name}"
        self.digest_size = inner.digest_size
        self.block_size = inner.block_size

    def update(self, msg: bytes) -> None:
        self._inner.update(msg)

    def digest(self) -> bytes:
        last = self._outer.copy()
        last.update(self._inner.digest())
        return last.digest()

    def hexdigest(self) -> str:
        return self.digest().hex()

    def copy(self) -> "HMAC":
        return HMAC(self.name.removeprefix("hmac-"), self._inner.copy(), self._outer.copy())


def new(key: bytes, msg: bytes | None = None, digestmod: str | Callable[[bytes | bytearray], Hash] = "") -> HMAC:
    name = digestmod if isinstance(digestmod, str) else digestmod(b"").name
    if not name:
        raise TypeError("Missing required parameter 'digestmod'.")
    inner, outer = keyed(name, key)
    out = HMAC(name, inner, outer)
    if msg is not None:
        out.update(msg)
    return out


def digest(key: bytes, msg: bytes, digest: str | Callable[[bytes | bytearray], Hash]) -> bytes:
    return new(key, msg, digest).digest()


def compare_digest(a: Hashable, b: Hashable) -> bool:
    """Whether both are equal, in a time that does not tell where they differ."""
    left, right = _plain(a), _plain(b)
    different = len(left) ^ len(right)
    for i in range(len(right)):
        different |= right[i] ^ (left[i] if i < len(left) else 0)
    return different == 0


def _plain(text: Hashable) -> bytes:
    if isinstance(text, bytes):
        return text
    if isinstance(text, bytearray):
        return bytes(text)
    if isinstance(text, str):
        if not text.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return text.encode()
    raise TypeError(f"unsupported operand types(s) or combination of types: '{type(text).__name__}'")
