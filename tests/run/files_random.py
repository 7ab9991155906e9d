"""Files of random text, longer than what is read at once: every newline mode, reads of every kind, `tell` and `seek`."""
import os
import random
import zlib

PATH = "/tmp/files_random.txt"
PIECES = ["a", "bc", "\n", "\r\n", "\r", "é", "€", "😀", "word ", "\n\n", "\r\r\n"]


def content(rng: random.Random, count: int) -> bytes:
    return "".join(rng.choice(PIECES) for _ in range(count)).encode()


def note(parts: list[str]) -> str:
    text = "|".join(parts)
    return f"{len(parts)} {len(text)} {zlib.crc32(text.encode()):08x}"


def look(newline: str | None, rng: random.Random) -> str:
    out: list[str] = []
    with open(PATH, encoding="utf-8", newline=newline) as f:
        while True:
            kind = rng.randrange(4)
            part = f.readline() if kind == 0 else f.read(rng.randrange(1, 3000)) if kind == 1 else (
                f.readline(rng.randrange(1, 40)) if kind == 2 else "".join(f.readlines(100)))
            if not part:
                break
            out.append(part)
    return note(out)


def places(rng: random.Random) -> str:
    """Come back to each of some places, and read the same again. Text without returns: CPython's places are opaque."""
    with open(PATH, encoding="utf-8") as f:
        seen: list[tuple[int, str]] = []
        while True:
            at = f.tell()
            line = f.readline()
            if not line:
                break
            if rng.random() < 0.02:
                seen.append((at, line))
        rng.shuffle(seen)
        good = 0
        for at, line in seen:
            f.seek(at)
            good += f.readline() == line and f.tell() == at + len(line.encode())
    return f"{good} {len(seen)} {zlib.crc32(repr(seen).encode()):08x}"


def raw(rng: random.Random) -> str:
    sums: list[int] = []
    with open(PATH, "r+b") as f:
        size = os.stat(PATH).st_size
        for _ in range(60):
            f.seek(rng.randrange(size))
            kind = rng.randrange(4)
            if kind == 0:
                sums.append(zlib.crc32(f.read(rng.randrange(9000))))
            elif kind == 1:
                sums.append(zlib.crc32(f.readline()))
            elif kind == 2:
                f.write(bytes([rng.randrange(256)]) * rng.randrange(20))
            else:
                buffer = bytearray(50)
                sums.append(f.readinto(buffer) + zlib.crc32(buffer))
            sums.append(f.tell())
        f.seek(0)
        sums.append(zlib.crc32(f.read()))
    return f"{len(sums)} {zlib.crc32(repr(sums).encode()):08x}"


def main() -> None:
    for seed in range(3):
        rng = random.Random(seed)
        with open(PATH, "wb") as f:
            f.write(content(rng, 12_000))
        for newline in (None, "", "\n", "\r", "\r\n"):
            print(seed, repr(newline), look(newline, rng))
        with open(PATH, "w", encoding="utf-8", newline="\r\n") as g:
            for _ in range(500):
                g.write("line é\n" * rng.randrange(3))
        print(seed, os.stat(PATH).st_size)
        with open(PATH, "w") as h:
            h.writelines(f"{n} €\n" * rng.randrange(4) for n in range(3000))
        print(seed, places(rng), raw(rng))
    os.remove(PATH)


if __name__ == "__main__":
    main()
