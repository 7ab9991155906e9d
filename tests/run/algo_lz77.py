"""LZ77, run lengths and move-to-front, each with its inverse."""
from typing import NamedTuple


class Token(NamedTuple):
    back: int
    length: int
    literal: str


def compress(text: str, window: int = 20) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        best = (0, 0)
        for start in range(max(0, at - window), at):
            length = 0
            while at + length < len(text) - 1 and text[start + length] == text[at + length]:
                length += 1
            if length > best[1]:
                best = (at - start, length)
        back, length = best
        tokens.append(Token(back, length, text[at + length]))
        at += length + 1
    return tokens


def expand(tokens: list[Token]) -> str:
    out: list[str] = []
    for back, length, literal in tokens:
        for _ in range(length):
            out.append(out[-back])
        out.append(literal)
    return "".join(out)


def runs(data: bytes) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for byte in data:
        if found and found[-1][0] == byte:
            found[-1] = (byte, found[-1][1] + 1)
        else:
            found.append((byte, 1))
    return found


def unruns(pairs: list[tuple[int, int]]) -> bytes:
    return b"".join(bytes([byte]) * count for byte, count in pairs)


def to_front(text: str, alphabet: str) -> list[int]:
    letters = list(alphabet)
    out = []
    for c in text:
        i = letters.index(c)
        out.append(i)
        letters.insert(0, letters.pop(i))
    return out


def from_front(indices: list[int], alphabet: str) -> str:
    letters = list(alphabet)
    out = ""
    for i in indices:
        c = letters.pop(i)
        letters.insert(0, c)
        out += c
    return out


def main() -> None:
    for text in ("abracadabra abracadabra", "aaaaaaaaaa", "abc", "x"):
        tokens = compress(text)
        print(len(tokens), tokens[:4])
        assert expand(tokens) == text
    pairs = runs(b"aaabccccd\x00\x00")
    print(pairs, unruns(pairs))
    moved = to_front("bananaaa", "abn")
    print(moved, from_front(moved, "abn"), runs(bytes(moved)))
