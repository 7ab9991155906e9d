"""Strs that loops add to: alone, nested, with breaks, conditions, returns, exceptions; and read meanwhile."""

from collections.abc import Iterator


def plain(words: list[str], start: str) -> str:
    out = start
    for word in words:
        out += word
        if word == "stop":
            break
        if word == "skip":
            continue
        out += "-" + word[:1]
    else:
        out += "!"
    return out


def table(rows: int) -> list[str]:
    lines: list[str] = []
    whole = ""
    for r in range(rows):
        line = ""
        for c in range(r):
            line += chr(0xE0 + c)
            line += str(c)
            whole += "x"
        lines.append(line)
        whole += "\n"
    lines.append(whole)
    return lines


def seen(words: list[str]) -> str:
    out = ""
    longest = 0
    for word in words:
        out += word
        longest = max(longest, len(out))
    return f"{out} {longest}"


def left_early(words: list[str]) -> str:
    out = "<"
    for word in words:
        if word == "stop":
            return "gone"
        out = out + word + ","
    return out + ">"


def caught(words: list[str]) -> str:
    out = ""
    try:
        for word in words:
            out += word
            if word == "stop":
                raise ValueError(out)
    except ValueError as e:
        return f"{out}|{e}"
    return out


def inside(words: list[str]) -> str:
    out = ""
    for word in words:
        try:
            out += str(int(word))
        except ValueError:
            out += "?"
    return out


def maybe(words: list[str], bound: bool) -> str:
    if bound:
        out = "b"
    for word in words:
        out += word
    return out


def two(n: int) -> tuple[str, str]:
    a, b = "", "start"
    while n > 0:
        a += str(n)
        if n % 3 == 0:
            b += ""
        n -= 1
    kept = b
    b += "more"
    return a, kept + b


def chars(text: str) -> str:
    out = ""
    for c in text:
        out += c.upper() if c.isalpha() else f"[{ord(c)}]"
    again = out
    for _ in range(3):
        out += "é"
    return again + "/" + out


def yielding(words: list[str]) -> Iterator[str]:
    out = ""
    for word in words:
        out += word
        yield word
    yield out


def main() -> int:
    words = ["one", "skip", "", "two", "stop", "three"]
    print(plain(words, ""), plain(words[:3], "s"), plain([], "empty"))
    print(table(5))
    print(seen(words), left_early(words), left_early(words[:3]), caught(words), caught(words[:2]))
    print(inside(["1", "x", "22"]), maybe(["p", "q"], True))
    try:
        print(maybe(["p"], False))
    except UnboundLocalError as e:
        print(e)
    print(two(7), chars("aß 1"))
    print(list(yielding(words)))
    big = ""
    for i in range(5000):
        big += "ab" if i % 2 else "é"
    print(len(big), big[-3:], big.count("é"), hash(big) == hash("éab" * 2500))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
