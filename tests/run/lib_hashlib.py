"""hashlib: every length around a block, parts, copies, keys, salts, sizes, messages."""

import hashlib
from hashlib import blake2b, blake2s, sha256

NAMES = ["sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"]


def main() -> None:
    data = bytes([i * 7 % 256 for i in range(300)])
    for name in NAMES:
        h = hashlib.new(name)
        print(h.name, h.digest_size, h.block_size, h.hexdigest())
        for length in (1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 255, 256, 257, 300):
            print(length, hashlib.new(name, data[:length]).hexdigest())
        for at in range(0, 300, 37):
            h.update(data[at:at + 37])
        early = h.copy()
        h.update(b"more")
        print(h.hexdigest() != early.hexdigest(), early.digest() == hashlib.new(name, data).digest(), len(h.digest()))
    print(sha256(b"abc").hexdigest(), sha256(bytearray(b"abc")).digest(), hashlib.sha224(b"a").hexdigest())
    print(hashlib.sha384(b"a").hexdigest(), hashlib.sha512(b"").hexdigest())
    for size in (1, 16, 20, 32, 63, 64):
        print(blake2b(b"hello", digest_size=size).hexdigest(), blake2b(data, digest_size=size, key=b"k" * size).hexdigest())
    for size in (1, 16, 31, 32):
        print(blake2s(b"hello", digest_size=size).hexdigest(), blake2s(data, digest_size=size, key=b"key").hexdigest())
    print(blake2b(b"", key=b"secret").hexdigest(), blake2s(b"", key=b"secret").hexdigest())
    print(blake2b(b"x", salt=b"salt", person=b"me").hexdigest(), blake2s(b"x", salt=b"12345678", person=b"p").hexdigest())
    keyed = blake2b(digest_size=16, key=bytes(range(64)))
    keyed.update(b"one ")
    keyed.update(b"two")
    print(keyed.hexdigest(), keyed.digest_size)
    for step in range(7):
        try:
            if step == 0:
                blake2b(digest_size=0)
            elif step == 1:
                blake2s(digest_size=33)
            elif step == 2:
                blake2b(key=b"k" * 65)
            elif step == 3:
                blake2s(key=b"k" * 33)
            elif step == 4:
                blake2b(salt=b"s" * 17)
            elif step == 5:
                blake2s(person=b"p" * 9)
            else:
                hashlib.new("md9")
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    main()
