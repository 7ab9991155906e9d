"""`hashlib`: SHA-1, SHA-2, SHA-3 (FIPS 180-4, 202), MD5 and BLAKE2 (RFC 1321, 7693) behind Python's interface.

Each function makes an object of a class of its own below `Hash`, so an image holds the algorithms that it reaches.
"""

from abc import abstractmethod
from typing import Final

from lib.blake2 import Blake2b, Blake2s
from lib.sha1 import Md5, Sha1
from lib.sha2 import Sha256, Sha512
from lib.sha3 import Keccak
from rumpk import Array, w32, w64

# FIPS 180-4, sections 5.3.2 and 5.3.4
START_224: Final[Array[w32, 8]] = Array[w32, 8]([
    0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4,
])
START_384: Final[Array[w64, 8]] = Array[w64, 8]([
    0xCBBB9D5DC1059ED8, 0x629A292A367CD507, 0x9159015A3070DD17, 0x152FECD8F70E5939,
    0x67332667FFC00B31, 0x8EB44A8768581511, 0xDB0C2E0D64F98FA7, 0x47B5481DBEFA4FA4,
])

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
    "shake_256", "blake2b", "blake2s",
}


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


class _Old(Hash):
    """SHA-1."""

    def __init__(self, engine: Sha1) -> None:
        super().__init__("sha1", engine.size, 64)
        self._engine = engine

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()

    def copy(self) -> Hash:
        return _Old(self._engine.copy())


class _Older(Hash):
    """MD5."""

    def __init__(self, engine: Md5) -> None:
        super().__init__("md5", engine.size, 64)
        self._engine = engine

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()

    def copy(self) -> Hash:
        return _Older(self._engine.copy())


class _Sponge(Hash):
    """SHA-3."""

    def __init__(self, name: str, engine: Keccak) -> None:
        super().__init__(name, engine.size, engine.rate)
        self._engine = engine

    def _feed(self, data: bytes) -> None:
        self._engine.update(data)

    def digest(self) -> bytes:
        return self._engine.digest()

    def copy(self) -> Hash:
        return _Sponge(self.name, self._engine.copy())


class Shake:
    """SHAKE: a hash whose length is chosen when it is asked for."""

    digest_size = 0

    def __init__(self, name: str, engine: Keccak) -> None:
        self.name = name
        self.block_size = engine.rate
        self._engine = engine

    def update(self, data: bytes | bytearray) -> None:
        self._engine.update(data if isinstance(data, bytes) else bytes(data))

    def digest(self, length: int) -> bytes:
        if length < 0:
            raise ValueError("value must be positive")
        return self._engine.squeeze(length)

    def hexdigest(self, length: int) -> str:
        return self.digest(length).hex()

    def copy(self) -> "Shake":
        return Shake(self.name, self._engine.copy())


def md5(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    out = _Older(Md5())
    out.update(string)
    return out


def sha1(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    out = _Old(Sha1())
    out.update(string)
    return out


def _sha3(size: int, string: bytes | bytearray) -> Hash:
    out = _Sponge(f"sha3_{8 * size}", Keccak(200 - 2 * size, 6, size))
    out.update(string)
    return out


def sha3_224(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _sha3(28, string)


def sha3_256(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _sha3(32, string)


def sha3_384(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _sha3(48, string)


def sha3_512(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _sha3(64, string)


def shake_128(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Shake:
    out = Shake("shake_128", Keccak(168, 0x1F, 0))
    out.update(string)
    return out


def shake_256(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Shake:
    out = Shake("shake_256", Keccak(136, 0x1F, 0))
    out.update(string)
    return out


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
    match name.lower().replace("-", "_") if name.lower().startswith("sha3") else name.lower():
        case "md5":
            return md5(data)
        case "sha1":
            return sha1(data)
        case "sha3_224":
            return sha3_224(data)
        case "sha3_256":
            return sha3_256(data)
        case "sha3_384":
            return sha3_384(data)
        case "sha3_512":
            return sha3_512(data)
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


def pbkdf2_hmac(
    hash_name: str, password: bytes, salt: bytes, iterations: int, dklen: int | None = None
) -> bytes:
    """A key of a password.  RFC 8018, section 5.2."""
    size = new(hash_name).digest_size
    wanted = size if dklen is None else dklen
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if wanted < 1:
        raise ValueError("key length must be greater than 0.")
    inner, outer = keyed(hash_name, password)
    out = bytearray()
    block = 0
    while len(out) < wanted:
        block += 1
        last = _hmac_of(inner, outer, salt + block.to_bytes(4, "big"))
        mixed = bytearray(last)
        for _ in range(iterations - 1):
            last = _hmac_of(inner, outer, last)
            for i in range(size):
                mixed[i] ^= last[i]
        out += mixed
    return bytes(out[:wanted])


def keyed(name: str, key: bytes) -> tuple[Hash, Hash]:
    """The two hashes of HMAC (RFC 2104) that have taken in the key."""
    inner, outer = new(name), new(name)
    if len(key) > inner.block_size:
        key = new(name, key).digest()
    key += bytes(inner.block_size - len(key))
    inner.update(bytes([b ^ 0x36 for b in key]))
    outer.update(bytes([b ^ 0x5C for b in key]))
    return inner, outer


def _hmac_of(inner: Hash, outer: Hash, message: bytes) -> bytes:
    first, second = inner.copy(), outer.copy()
    first.update(message)
    second.update(first.digest())
    return second.digest()
