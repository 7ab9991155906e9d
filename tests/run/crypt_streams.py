"""Stream ciphers and classic ones: ChaCha20 and Poly-free tags, RC4, Vigenere, Playfair, rail fence, Enigma rotors."""
from __future__ import annotations

import string
from itertools import cycle, islice
from typing import Generator, Iterable, Iterator

from rumpk import u8, w32


def quarter(s: list[w32], a: int, b: int, c: int, d: int) -> None:
    for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[x] += s[y]
        mixed = s[z] ^ s[x]
        s[z] = mixed << turn | mixed >> (32 - turn)


def chacha_block(key: bytes, counter: int, nonce: bytes) -> bytes:
    words = b"expand 32-byte k" + key + counter.to_bytes(4, "little") + nonce
    state = [w32(int.from_bytes(words[k:k + 4], "little")) for k in range(0, 64, 4)]
    work = list(state)
    for _ in range(10):
        for k in range(4):
            quarter(work, k, 4 + k, 8 + k, 12 + k)
        for k in range(4):
            quarter(work, k, 4 + (k + 1) % 4, 8 + (k + 2) % 4, 12 + (k + 3) % 4)
    return b"".join(int(a + b).to_bytes(4, "little") for a, b in zip(state, work))


def chacha(key: bytes, nonce: bytes, data: bytes, counter: int = 1) -> bytes:
    out = bytearray()
    for at in range(0, len(data), 64):
        block = chacha_block(key, counter + at // 64, nonce)
        out += bytes(a ^ b for a, b in zip(data[at:at + 64], block))
    return bytes(out)


def rc4(key: bytes) -> Generator[u8, None, None]:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 0xFF
        box[i], box[j] = box[j], box[i]
    i = j = 0
    while True:
        i = (i + 1) & 0xFF
        j = (j + box[i]) & 0xFF
        box[i], box[j] = box[j], box[i]
        yield u8(box[(box[i] + box[j]) & 0xFF])


def vigenere(text: str, key: str, sign: int = 1) -> str:
    shifts = cycle(ord(k) - ord("a") for k in key.lower())
    out = []
    for ch in text:
        if ch.isascii() and ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            ch = chr((ord(ch) - base + sign * next(shifts)) % 26 + base)
        out.append(ch)
    return "".join(out)


class Playfair:
    def __init__(self, key: str) -> None:
        letters = dict.fromkeys(ch for ch in key.upper() + string.ascii_uppercase if ch.isalpha() and ch != "J")
        self.square = "".join(letters)

    def pairs(self, text: str) -> Iterator[tuple[str, str]]:
        letters = [ch for ch in text.upper().replace("J", "I") if ch.isalpha()]
        at = 0
        while at < len(letters):
            first = letters[at]
            second = letters[at + 1] if at + 1 < len(letters) else "X"
            if first == second:
                second = "X"
                at -= 1
            at += 2
            yield first, second

    def apply(self, text: str, step: int) -> str:
        out = ""
        for a, b in self.pairs(text):
            (row_a, col_a), (row_b, col_b) = divmod(self.square.index(a), 5), divmod(self.square.index(b), 5)
            if row_a == row_b:
                col_a, col_b = (col_a + step) % 5, (col_b + step) % 5
            elif col_a == col_b:
                row_a, row_b = (row_a + step) % 5, (row_b + step) % 5
            else:
                col_a, col_b = col_b, col_a
            out += self.square[row_a * 5 + col_a] + self.square[row_b * 5 + col_b]
        return out


def rail_order(length: int, rails: int) -> list[int]:
    pattern = [*range(rails), *range(rails - 2, 0, -1)]
    return sorted(range(length), key=lambda k: (pattern[k % len(pattern)], k))


def rail_fence(text: str, rails: int) -> str:
    return "".join(text[k] for k in rail_order(len(text), rails))


def rail_open(text: str, rails: int) -> str:
    return "".join(ch for _, ch in sorted(zip(rail_order(len(text), rails), text)))


class Rotor:
    def __init__(self, wiring: str, notch: str, position: str) -> None:
        self.wiring = [ord(c) - 65 for c in wiring]
        self.notch = ord(notch) - 65
        self.at = ord(position) - 65

    def forward(self, signal: int) -> int:
        return (self.wiring[(signal + self.at) % 26] - self.at) % 26

    def backward(self, signal: int) -> int:
        return (self.wiring.index((signal + self.at) % 26) - self.at) % 26


class Enigma:
    REFLECTOR = "YRUHQSLDPXNGOKMIEBFZCWVJAT"
    WIRINGS = [("EKMFLGDQVZNTOWYHXUSPAIBRCJ", "Q"), ("AJDKSIRUXBLHWTMCQGZNPYFVOE", "E"), ("BDFHJLCPRTXVZNYEIWGAKMUSQO", "V")]

    def __init__(self, positions: str) -> None:
        self.rotors = [Rotor(wiring, notch, at) for (wiring, notch), at in zip(self.WIRINGS, positions)]

    def press(self, key: str) -> str:
        left, middle, right = self.rotors
        if middle.at == middle.notch:
            left.at = (left.at + 1) % 26
            middle.at = (middle.at + 1) % 26
        elif right.at == right.notch:
            middle.at = (middle.at + 1) % 26
        right.at = (right.at + 1) % 26
        signal = ord(key) - 65
        for rotor in reversed(self.rotors):
            signal = rotor.forward(signal)
        signal = ord(self.REFLECTOR[signal]) - 65
        for rotor in self.rotors:
            signal = rotor.backward(signal)
        return chr(signal + 65)

    def type(self, keys: Iterable[str]) -> str:
        return "".join(map(self.press, keys))


def main() -> None:
    key = bytes(range(32))
    nonce = bytes.fromhex("000000090000004a00000000")
    print(chacha_block(key, 1, nonce).hex())
    text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
    sealed = chacha(key, bytes.fromhex("000000000000004a00000000"), text)
    print(sealed[:16].hex(), sealed[-8:].hex(), chacha(key, bytes.fromhex("000000000000004a00000000"), sealed) == text)
    print(bytes(islice(rc4(b"Key"), 10)).hex(), bytes(a ^ int(b) for a, b in zip(b"Plaintext", rc4(b"Key"))).hex().upper())
    print(vigenere("Attack at Dawn!", "Lemon"), vigenere(vigenere("Attack at Dawn!", "Lemon"), "Lemon", -1))
    playfair = Playfair("playfair example")
    secret = playfair.apply("Hide the gold in the tree stump", 1)
    print(playfair.square, secret, playfair.apply(secret, -1))
    print(rail_fence("WEAREDISCOVEREDFLEEATONCE", 3), rail_open(rail_fence("WEAREDISCOVEREDFLEEATONCE", 3), 3))
    print(Enigma("AAA").type("AAAAA"), Enigma("ADU").type(Enigma("ADU").type("HELLOWORLD" * 3)))
