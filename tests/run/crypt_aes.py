"""AES-128 with S-boxes computed at compile time; ECB, CBC and CTR modes; PKCS#7; vectors of FIPS 197 and SP 800-38A."""
from collections.abc import Iterator
from itertools import count
from typing import Final


def xtime(a: int) -> int:
    a <<= 1
    return a ^ 0x11B if a & 0x100 else a


def multiply(a: int, b: int) -> int:
    out = 0
    while b:
        if b & 1:
            out ^= a
        a, b = xtime(a), b >> 1
    return out


def make_sbox() -> bytes:
    box = bytearray(256)
    for value in range(256):
        inverse = next((x for x in range(256) if multiply(value, x) == 1), 0)
        out = inverse
        for _ in range(4):
            inverse = (inverse << 1 | inverse >> 7) & 0xFF
            out ^= inverse
        box[value] = out ^ 0x63
    return bytes(box)


SBOX: Final = make_sbox()
INVERSE: Final = bytes(SBOX.index(value) for value in range(256))
SHIFT: Final = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11]
BACK: Final = [SHIFT.index(k) for k in range(16)]


class Aes:
    ROUNDS = 10

    def __init__(self, key: bytes) -> None:
        if len(key) != 16:
            raise ValueError(f"a key has 16 bytes, not {len(key)}")
        words = [list(key[k:k + 4]) for k in range(0, 16, 4)]
        rcon = 1
        for k in range(4, 4 * (self.ROUNDS + 1)):
            word = words[-1][:]
            if k % 4 == 0:
                word = [SBOX[b] for b in word[1:] + word[:1]]
                word[0] ^= rcon
                rcon = xtime(rcon)
            words.append([a ^ b for a, b in zip(words[k - 4], word)])
        self.keys = [[b for word in words[k:k + 4] for b in word] for k in range(0, len(words), 4)]

    @staticmethod
    def _mix(state: list[int], row: tuple[int, int, int, int]) -> list[int]:
        out: list[int] = []
        for c in range(0, 16, 4):
            column = state[c:c + 4]
            for shift in range(4):
                total = 0
                for k in range(4):
                    total ^= multiply(column[k], row[(k - shift) % 4])
                out.append(total)
        return out

    def encrypt_block(self, block: bytes) -> bytes:
        state = [a ^ b for a, b in zip(block, self.keys[0])]
        for number, key in enumerate(self.keys[1:], 1):
            state = [SBOX[b] for b in state]
            state = [state[k] for k in SHIFT]
            if number < self.ROUNDS:
                state = self._mix(state, (2, 3, 1, 1))
            state = [a ^ b for a, b in zip(state, key)]
        return bytes(state)

    def decrypt_block(self, block: bytes) -> bytes:
        state = list(block)
        for number in range(self.ROUNDS, 0, -1):
            state = [a ^ b for a, b in zip(state, self.keys[number])]
            if number < self.ROUNDS:
                state = self._mix(state, (14, 11, 13, 9))
            state = [INVERSE[state[k]] for k in BACK]
        return bytes(a ^ b for a, b in zip(state, self.keys[0]))


def blocks(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), 16):
        yield data[at:at + 16]


def xor(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b))


def pad(data: bytes) -> bytes:
    missing = 16 - len(data) % 16
    return data + bytes([missing]) * missing


def unpad(data: bytes) -> bytes:
    last = data[-1] if data else 0
    if not 1 <= last <= 16 or data[-last:] != bytes([last]) * last:
        raise ValueError("bad padding")
    return data[:-last]


def cbc_encrypt(aes: Aes, iv: bytes, data: bytes) -> bytes:
    out = [iv]
    for block in blocks(pad(data)):
        out.append(aes.encrypt_block(xor(block, out[-1])))
    return b"".join(out)


def cbc_decrypt(aes: Aes, data: bytes) -> bytes:
    pieces = list(blocks(data))
    return unpad(b"".join(xor(aes.decrypt_block(this), before) for before, this in zip(pieces, pieces[1:])))


def ctr(aes: Aes, nonce: bytes, data: bytes) -> bytes:
    stream = (aes.encrypt_block(nonce + n.to_bytes(4, "big")) for n in count(1))
    return b"".join(xor(block, mask) for block, mask in zip(blocks(data), stream))


def main() -> None:
    print(SBOX[:8].hex(), INVERSE[SBOX[0xAB]] == 0xAB, hex(multiply(0x57, 0x83)))
    aes = Aes(bytes.fromhex("000102030405060708090a0b0c0d0e0f"))
    cipher = aes.encrypt_block(bytes.fromhex("00112233445566778899aabbccddeeff"))
    print(cipher.hex(), aes.decrypt_block(cipher).hex())
    second = Aes(bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c"))
    print(second.encrypt_block(bytes.fromhex("6bc1bee22e409f96e93d7e117393172a")).hex())
    text = "héllo, blocks of sixteen".encode()
    sealed = cbc_encrypt(second, bytes(range(16)), text)
    print(sealed.hex(), cbc_decrypt(second, sealed).decode())
    stream = ctr(aes, b"nonce-of-12!", text)
    print(stream.hex(), ctr(aes, b"nonce-of-12!", stream) == text, len(pad(b"")), unpad(pad(b"abc")))
    broken = bytearray(sealed)
    broken[-17] ^= 0x40
    for action in (lambda: Aes(b"short"), lambda: print(cbc_decrypt(second, bytes(broken))), lambda: print(unpad(b""))):
        try:
            action()
        except ValueError as error:
            print(error)
