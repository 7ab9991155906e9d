"""Copies, moves, fills and comparisons of bytes, of every small size from every place within a word to every other."""

SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 23, 24, 31, 32, 33, 39, 40, 41, 63, 64, 65, 71, 72, 73, 97]
ROOM = 130


def pattern(length: int) -> bytes:
    return bytes([(i * 37 + 11) & 0xFF for i in range(length)])


def copies(source: bytes) -> int:
    """Slices from one place to another; the bytes around stay."""
    wrong = 0
    for size in SIZES:
        for start in range(9):
            for to in range(9):
                target = bytearray(ROOM)
                target[to:to + size] = source[start:start + size]
                for i in range(ROOM):
                    expected = source[start + i - to] if to <= i < to + size else 0
                    if target[i] != expected:
                        wrong += 1
    return wrong


def moves(source: bytes) -> int:
    """Bytes that make room or close a gap: the areas overlap."""
    wrong = 0
    for size in SIZES:
        for at in (0, 1, 3, 8):
            for gap in (1, 2, 5, 8, 11, 40):
                held = bytearray(source[:at + size])
                held[at:at] = b"\xee" * gap
                for i in range(size):
                    if held[at + gap + i] != source[at + i]:
                        wrong += 1
                del held[at:at + gap]
                if bytes(held) != source[:at + size]:
                    wrong += 1
    return wrong


def fills() -> int:
    wrong = 0
    for size in SIZES:
        for value in (0, 1, 0x80, 0xFF):
            filled = bytes([value]) * size
            if len(filled) != size:
                wrong += 1
            for byte in filled:
                if byte != value:
                    wrong += 1
    return wrong


def comparisons(source: bytes) -> int:
    """The first byte that differs decides, wherever it is; the one after it says the opposite."""
    wrong = 0
    for size in SIZES:
        for start in (0, 1, 5):
            left = source[start:start + size]
            if left != bytes(bytearray(left)) or left < left or left > left:
                wrong += 1
            for at in range(size):
                other = bytearray(left)
                other[at] = (left[at] + 1) & 0xFF
                if at + 1 < size:
                    other[at + 1] = 0 if other[at] > left[at] else 0xFF
                right = bytes(other)
                if left == right or (left < right) != (left[at] < right[at]) or (left > right) != (left[at] > right[at]):
                    wrong += 1
    return wrong


def lists() -> int:
    wrong = 0
    for size in SIZES:
        items = list(range(size))
        items.insert(0, -1)
        items[1:1] = [7, 8, 9]
        for i in range(size):
            if items[4 + i] != i:
                wrong += 1
        del items[:4]
        if items != list(range(size)):
            wrong += 1
    return wrong


def main() -> int:
    source = pattern(ROOM)
    print("copies", copies(source))
    print("moves", moves(source))
    print("fills", fills())
    print("comparisons", comparisons(source))
    print("lists", lists())
    words = "the quick brown fox jumps over the lazy dog and runs away from it".split()
    print(sorted(words), "".join(words)[3:41], "x" * 33, ",".join(words[::2]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
