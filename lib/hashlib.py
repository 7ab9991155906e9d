"""`hashlib`: SHA-2 (FIPS 180-4) and BLAKE2 (RFC 7693) behind Python's interface.

Each function makes an object of a class of its own below `Hash`, so an image holds the algorithms that it reaches.
"""

from abc import abstractmethod
from typing import Final

from lib.blake2 import Blake2b, Blake2s
from lib.sha2 import Sha256, Sha512
from rumpk import Array, w32, w64

# FIPS 180-4, sections 5.3.2 and 5.3.4
START_224: Final[Array[w32, 8]] = Array[w32, 8]([
    0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4,
])
START_384: Final[Array[w64, 8]] = Array[w64, 8]([
    0xCBBB9D5DC1059ED8, 0x629A292A367CD507, 0x9159015A3070DD17, 0x152FECD8F70E5939,
    0x67332667FFC00B31, 0x8EB44A8768581511, 0xDB0C2E0D64F98FA7, 0x47B5481DBEFA4FA4,
])

algorithms_guaranteed = {"sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"}


class Hash:
    """A running hash."""

    def __init__(self, name: str, digest_size: int, block_size: int) -> None:
        self.name = name
        self.digest_size = digest_size
        self.block_size = block_size

    def update(self, data: bytes | bytearray) -> None:
        """Takes more of the message."""
        self._feed(data if isinstance(data, bytes) else bytes(data))

    @abstractmethod
    def _feed(self, data: bytes) -> None: ...

    @abstractmethod
    def digest(self) -> bytes:
        """The hash of everything so far; `update` can go on afterwards."""

    @abstractmethod
    def copy(self) -> "Hash": ...

    def hexdigest(self) -> str:
        return self.digest().hex()


class _Short(Hash):
    """SHA-224 and SHA-256."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(name, size, 64)
        self._engine = Sha256()
        if size == 28:
            for i in range(8):
                self._engine.state[i] = START_224[i]

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()[:self.digest_size]

    def copy(self) -> Hash:
        out = _Short(self.name, self.digest_size)
        for i in range(8):
            out._engine.state[i] = self._engine.state[i]
        out._engine.pending = self._engine.pending
        out._engine.length = self._engine.length
        return out


class _Long(Hash):
    """SHA-384 and SHA-512."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(name, size, 128)
        self._engine = Sha512()
        if size == 48:
            for i in range(8):
                self._engine.state[i] = START_384[i]

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()[:self.digest_size]

    def copy(self) -> Hash:
        out = _Long(self.name, self.digest_size)
        for i in range(8):
            out._engine.state[i] = self._engine.state[i]
        out._engine.pending = self._engine.pending
        out._engine.length = self._engine.length
        return out


class _B(Hash):
    """BLAKE2b."""

    def __init__(self, engine: Blake2b) -> None:
        super().__init__("blake2b", engine.size, 128)
        self._engine = engine

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()

    def copy(self) -> Hash:
        return _B(self._engine.copy())


class _S(Hash):
    """BLAKE2s."""

    def __init__(self, engine: Blake2s) -> None:
        super().__init__("blake2s", engine.size, 64)
        self._engine = engine

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()

    def copy(self) -> Hash:
        return _S(self._engine.copy())


def sha224(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    out = _Short("sha224", 28)
    out.update(string)
    return out


def sha256(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    out = _Short("sha256", 32)
    out.update(string)
    return out


def sha384(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    out = _Long("sha384", 48)
    out.update(string)
    return out


def sha512(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    out = _Long("sha512", 64)
    out.update(string)
    return out


def _check(size: int, key: bytes, salt: bytes, person: bytes, most: int) -> None:
    """BLAKE2's limits: `most` bytes of digest and key, a quarter of it of salt and personalisation."""
    if not 1 <= size <= most:
        raise ValueError(f"digest_size must be between 1 and {most} bytes")
    if len(salt) > most // 4:
        raise ValueError(f"maximum salt length is {most // 4} bytes")
    if len(person) > most // 4:
        raise ValueError(f"maximum person length is {most // 4} bytes")
    if len(key) > most:
        raise ValueError(f"maximum key length is {most} bytes")


def blake2b(
    data: bytes | bytearray = b"", /, *, digest_size: int = 64, key: bytes = b"", salt: bytes = b"", person: bytes = b""
) -> Hash:
    _check(digest_size, key, salt, person, 64)
    out = _B(Blake2b(digest_size, key, salt, person))
    out.update(data)
    return out


def blake2s(
    data: bytes | bytearray = b"", /, *, digest_size: int = 32, key: bytes = b"", salt: bytes = b"", person: bytes = b""
) -> Hash:
    _check(digest_size, key, salt, person, 32)
    out = _S(Blake2s(digest_size, key, salt, person))
    out.update(data)
    return out


def new(name: str, data: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    match name.lower():
        case "sha224":
            return sha224(data)
        case "sha256":
            return sha256(data)
        case "sha384":
            return sha384(data)
        case "sha512":
            return sha512(data)
        case "blake2b":
            return blake2b(data)
        case "blake2s":
            return blake2s(data)
    raise ValueError(f"unsupported hash type {name}")
