"""`hashlib`: SHA-1, SHA-2, SHA-3 (FIPS 180-4, 202), MD5 and BLAKE2 (RFC 1321, 7693) behind Python's interface.

Each function makes its own kind of `Running`, so an image holds the algorithms that it reaches.
"""

from lib.blake2 import Blake2b, Blake2s, parameter_block
from lib.digests import Running
from lib.sha1 import Md5, Sha1
from lib.sha2 import Sha256, Sha512
from lib.sha3 import Keccak

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
    "shake_256", "blake2b", "blake2s",
}


algorithms_available = algorithms_guaranteed


class Hash:
    """A running hash, with its name."""

    def __init__(self, name: str, engine: Running) -> None:
        self.name = name
        self.digest_size = engine.size
        self.block_size = engine.block_size
        self._engine = engine

    def update(self, data: bytes | bytearray) -> None:
        """Takes more of the message."""
        self._engine.update(data if isinstance(data, bytes) else bytes(data))

    def digest(self) -> bytes:
        """The hash of everything so far; `update` can go on afterwards."""
        return self._engine.digest()

    def hexdigest(self) -> str:
        return self.digest().hex()

    def copy(self) -> "Hash":
        return Hash(self.name, self._engine.copy())


def _begun(name: str, engine: Running, data: bytes | bytearray) -> Hash:
    out = Hash(name, engine)
    out.update(data)
    return out


class Shake:
    """SHAKE: a hash whose length is chosen when it is asked for."""

    digest_size = 0

    def __init__(self, name: str, engine: Keccak) -> None:
        self.name = name
        self.block_size = engine.block_size
        self._engine = engine

    def update(self, data: bytes | bytearray) -> None:
        self._engine.update(data if isinstance(data, bytes) else bytes(data))

    def digest(self, length: int) -> bytes:
        if length < 0:
            raise SystemError("Negative size passed to PyBytes_FromStringAndSize")
        return self._engine.squeeze(length)

    def hexdigest(self, length: int) -> str:
        if length < 0:
            raise MemoryError
        return self.digest(length).hex()

    def copy(self) -> "Shake":
        return Shake(self.name, self._engine.copy())


def md5(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _begun("md5", Md5(), string)


def sha1(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _begun("sha1", Sha1(), string)


def _sha3(size: int, string: bytes | bytearray) -> Hash:
    return _begun(f"sha3_{8 * size}", Keccak(200 - 2 * size, 6, size), string)


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
    return _begun("sha224", Sha256(28), string)


def sha256(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _begun("sha256", Sha256(), string)


def sha384(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _begun("sha384", Sha512(48), string)


def sha512(string: bytes | bytearray = b"", *, usedforsecurity: bool = True) -> Hash:
    return _begun("sha512", Sha512(), string)


def _check(
    size: int, key: bytes, salt: bytes, person: bytes, tree: tuple[int, int, int, int, int, int], most: int
) -> None:
    """BLAKE2's limits: `most` bytes of digest and key, a quarter of it of salt and personalisation."""
    fanout, depth, leaf_size, node_offset, node_depth, inner_size = tree
    if not 1 <= size <= most:
        raise ValueError(f"digest_size must be between 1 and {most} bytes")
    if len(salt) > most // 4:
        raise ValueError(f"maximum salt length is {most // 4} bytes")
    if len(person) > most // 4:
        raise ValueError(f"maximum person length is {most // 4} bytes")
    if not 0 <= fanout <= 255:
        raise ValueError("fanout must be between 0 and 255")
    if not 0 < depth <= 255:
        raise ValueError("depth must be between 1 and 255")
    if leaf_size < 0 or node_offset < 0:
        raise ValueError("value must be positive")
    if leaf_size > 0xFFFF_FFFF:
        raise OverflowError("leaf_size is too large")
    if most == 32 and node_offset > 0xFFFF_FFFF_FFFF:
        raise OverflowError("node_offset is too large")
    if not 0 <= node_depth <= 255:
        raise ValueError("node_depth must be between 0 and 255")
    if not 0 <= inner_size <= most:
        raise ValueError(f"inner_size must be between 0 and is {most}")
    if len(key) > most:
        raise ValueError(f"maximum key length is {most} bytes")


def blake2b(
    data: bytes | bytearray = b"", /, *, digest_size: int = 64, key: bytes = b"", salt: bytes = b"",
    person: bytes = b"", fanout: int = 1, depth: int = 1, leaf_size: int = 0, node_offset: int = 0,
    node_depth: int = 0, inner_size: int = 0,
    last_node: bool = False, usedforsecurity: bool = True,
) -> Hash:
    tree = fanout, depth, leaf_size, node_offset, node_depth, inner_size
    _check(digest_size, key, salt, person, tree, 64)
    block = parameter_block(digest_size, len(key), tree, salt, person, True)
    return _begun("blake2b", Blake2b(digest_size, key, block, last_node), data)


def blake2s(
    data: bytes | bytearray = b"", /, *, digest_size: int = 32, key: bytes = b"", salt: bytes = b"",
    person: bytes = b"", fanout: int = 1, depth: int = 1, leaf_size: int = 0, node_offset: int = 0,
    node_depth: int = 0, inner_size: int = 0,
    last_node: bool = False, usedforsecurity: bool = True,
) -> Hash:
    tree = fanout, depth, leaf_size, node_offset, node_depth, inner_size
    _check(digest_size, key, salt, person, tree, 32)
    block = parameter_block(digest_size, len(key), tree, salt, person, False)
    return _begun("blake2s", Blake2s(digest_size, key, block, last_node), data)


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
