"""hashlib: md5, sha1, sha3, shake, pbkdf2_hmac; hmac."""

import hashlib
import hmac

NAMES = ("md5", "sha1", "sha224", "sha256", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b")


def message(size: int) -> bytes:
    return bytes([(i * 7 + size) & 0xFF for i in range(size)])


def main() -> None:
    for name in NAMES:
        empty = hashlib.new(name)
        print(name, empty.name, empty.digest_size, empty.block_size, empty.hexdigest())
        for size in (1, 55, 56, 64, 65, 119, 135, 136, 143, 144, 200, 500):
            print(size, hashlib.new(name, message(size)).hexdigest())
    running = hashlib.sha1(b"ab")
    running.update(bytearray(b"c"))
    other = running.copy()
    other.update(b"d" * 100)
    print(running.hexdigest(), other.hexdigest(), hashlib.md5(b"abc").hexdigest(), hashlib.sha3_256(b"abc").digest())
    for size in (0, 10, 167, 168, 300):
        print(hashlib.shake_128(message(size)).hexdigest(20), hashlib.shake_256(message(size)).hexdigest(150))
    for name in ("md5", "sha1", "sha256", "sha512", "sha3_256"):
        for length in (0, 5, 64, 65, 200):
            code = hmac.new(message(length), b"what do ya want", name)
            print(name, code.name, code.digest_size, code.block_size, code.hexdigest())
            code.update(b" for nothing?")
            print(code.copy().hexdigest(), hmac.digest(message(length), b"x", name).hex())
    for make in (hashlib.sha256, hashlib.sha3_256):
        code = hmac.new(b"key", bytearray(b"message"), make)
        print(code.name, code.hexdigest(), hmac.digest(b"key", b"x", make).hex())
    print(hmac.new(b"key", digestmod=hashlib.blake2b).name)
    print(hmac.compare_digest(b"abc", b"abc"), hmac.compare_digest("abc", "abd"), hmac.compare_digest(b"ab", b"abc"))
    print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"NaCl", 3, 45).hex())
    for step in range(3):
        try:
            if step == 0:
                hashlib.new("sha0")
            elif step == 1:
                hashlib.pbkdf2_hmac("sha1", b"p", b"s", 0)
            else:
                hmac.new(b"k", b"m")
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


if __name__ == "__main__":
    main()
