"""Word statistics, a Caesar/Vigenere pair, run lengths, a tiny template engine, a table printer."""
from __future__ import annotations

import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

ALPHABET: Final = string.ascii_lowercase
STOP_WORDS: Final[frozenset[str]] = frozenset("the a an of and to in".split())


class Stat(NamedTuple):
    word: str
    count: int
    share: float

    def bar(self, width: int = 20) -> str:
        return "#" * max(1, round(self.share * width))


def words(text: str) -> Iterator[str]:
    for raw in text.split():
        word = raw.strip(string.punctuation).lower()
        if word and word not in STOP_WORDS:
            yield word


def frequencies(text: str, top: int | None = None) -> list[Stat]:
    counts = Counter(words(text))
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    return [Stat(w, n, n / total) for w, n in ranked[:top]]


def caesar(text: str, shift: int) -> str:
    table = str.maketrans(ALPHABET + ALPHABET.upper(), rotated(ALPHABET, shift) + rotated(ALPHABET, shift).upper())
    return text.translate(table)


def rotated(text: str, by: int) -> str:
    by %= len(text)
    return text[by:] + text[:by]


def vigenere(text: str, key: str, *, decrypt: bool = False) -> str:
    out: list[str] = []
    i = 0
    for ch in text:
        if ch.isalpha():
            shift = ord(key[i % len(key)].lower()) - ord("a")
            out.append(caesar(ch, -shift if decrypt else shift))
            i += 1
        else:
            out.append(ch)
    return "".join(out)


def rle(text: str) -> list[tuple[str, int]]:
    return [(ch, len(list(group))) for ch, group in groupby(text)]


def unrle(pairs: Iterable[tuple[str, int]]) -> str:
    return "".join(ch * n for ch, n in pairs)


class TemplateError(ValueError):
    def __init__(self, message: str, *, line: int) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


def render(template: str, values: dict[str, str | int | list[str]]) -> str:
    out: list[str] = []
    for number, line in enumerate(template.splitlines(), 1):
        while "{{" in line:
            before, _, rest = line.partition("{{")
            expr, end, after = rest.partition("}}")
            if not end:
                raise TemplateError("unclosed {{", line=number)
            name, *filters = (part.strip() for part in expr.split("|"))
            if name not in values:
                raise TemplateError(f"unknown name {name!r}", line=number)
            value = values[name]
            text = ", ".join(value) if isinstance(value, list) else str(value)
            for f in filters:
                match f.split(":"):
                    case ["upper"]:
                        text = text.upper()
                    case ["pad", width] if width.isdigit():
                        text = text.center(int(width), ".")
                    case ["first"]:
                        text = text.split(",")[0]
                    case [other, *_]:
                        raise TemplateError(f"unknown filter {other}", line=number)
            line = before + text + after
        out.append(line)
    return "\n".join(out)


@dataclass
class Column:
    title: str
    align: str = "<"
    width: int = 0

    def fit(self, cells: Sequence[str]) -> None:
        self.width = max(map(len, [self.title, *cells]))


def table(columns: list[Column], rows: Sequence[Sequence[object]]) -> str:
    cells = [[f"{c:.2f}" if isinstance(c, float) else str(c) for c in row] for row in rows]
    for i, column in enumerate(columns):
        column.fit([row[i] for row in cells])
    head = " | ".join(f"{c.title:^{c.width}}" for c in columns)
    rule = "-+-".join("-" * c.width for c in columns)
    body = [" | ".join(f"{cell:{c.align}{c.width}}" for c, cell in zip(columns, row)) for row in cells]
    return "\n".join([head, rule, *body])


def anagrams(items: Iterable[str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for item in items:
        groups["".join(sorted(item))].add(item)
    return {k: v for k, v in groups.items() if len(v) > 1}


def is_palindrome(text: str) -> bool:
    letters = [c for c in text.casefold() if c.isalnum()]
    return letters == letters[::-1]


def roman(n: int) -> str:
    out = ""
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        out += letters * count
    return out


def main() -> None:
    text = "The quick brown fox; the lazy dog. A fox and a dog, to the end of the fox!"
    for s in frequencies(text, 4):
        print(f"{s.word:>6} {s.count} {s.share:6.1%} {s.bar()}")
    secret = caesar("Hello, World!", 3)
    print(secret, caesar(secret, -3), vigenere("Attack at dawn", "Lemon"), vigenere(vigenere("Attack at dawn", "Lemon"), "Lemon", decrypt=True))
    print(rle("aaabccd"), unrle(rle("aaabccd")), rle(""))
    values: dict[str, str | int | list[str]] = {"name": "ann", "n": 3, "items": ["x", "y"]}
    print(render("Hi {{ name | upper | pad:9 }}!\n{{n}} items: {{items}} ({{ items | first }})", values))
    for bad in ("{{ name", "ok\n{{ nope }}", "{{ name | shout }}"):
        try:
            render(bad, values)
        except TemplateError as e:
            print(e, e.line, isinstance(e, ValueError))
    print(table([Column("word"), Column("n", ">"), Column("share", ">")], frequencies(text, 3)))
    print({k: sorted(v) for k, v in sorted(anagrams("tea eat ate tan nat bat".split()).items())})
    print([is_palindrome(t) for t in ("A man, a plan, a canal: Panama!", "no", "")], [roman(n) for n in (1994, 2024, 4)])
    print("%-8s|%5.1f|%03d|%x" % ("ab", 2.345, 7, 255), "{0}-{1!r:>6}-{name}".format("a", "b", name="c"), f"{'x':*^7}{1234567:,}{0.000123:.2e}")
    print("tab\tnew\\n", repr("it's"), ascii("é€"), "ß".upper(), "ǅ".title(), "abc".partition("b"), "a,b,,c".rsplit(",", 2), "  x ".strip().zfill(4))


if __name__ == "__main__":
    main()
