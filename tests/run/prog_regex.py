"""A backtracking matcher for . * + ? ^ $ [a-z] and groups of alternatives, by a tree of patterns."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass
class Any_:
    pass


@dataclass
class Chars:
    members: frozenset[str]
    negated: bool = False


@dataclass
class Repeat:
    item: Pattern
    least: int
    most: int


@dataclass
class Sequence_:
    items: list[Pattern]


@dataclass
class Either:
    options: list[Pattern]


@dataclass
class Anchor:
    at_end: bool


Pattern = Any_ | Chars | Repeat | Sequence_ | Either | Anchor


class Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self) -> str:
        c = self.peek()
        self.at += 1
        return c

    def either(self) -> Pattern:
        options: list[Pattern] = [self.sequence()]
        while self.peek() == "|":
            self.take()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Either(options)

    def sequence(self) -> Pattern:
        items: list[Pattern] = []
        while self.peek() not in ("", "|", ")"):
            item = self.atom()
            if self.peek() == "*":
                item = Repeat(item, 0, 99)
                self.take()
            elif self.peek() == "+":
                item = Repeat(item, 1, 99)
                self.take()
            elif self.peek() == "?":
                item = Repeat(item, 0, 1)
                self.take()
            items.append(item)
        return Sequence_(items)

    def atom(self) -> Pattern:
        c = self.take()
        if c == ".":
            return Any_()
        if c in "^$":
            return Anchor(c == "$")
        if c == "(":
            inner = self.either()
            if self.take() != ")":
                raise ValueError("missing )")
            return inner
        if c == "[":
            return self.members()
        if c == "\\":
            c = self.take()
            if c == "d":
                return Chars(frozenset("0123456789"))
        return Chars(frozenset(c))

    def members(self) -> Pattern:
        negated = self.peek() == "^"
        if negated:
            self.take()
        found: set[str] = set()
        while (c := self.take()) != "]":
            if c == "":
                raise ValueError("missing ]")
            if self.peek() == "-":
                self.take()
                found.update(chr(n) for n in range(ord(c), ord(self.take()) + 1))
            else:
                found.add(c)
        return Chars(frozenset(found), negated)


def ends(p: Pattern, text: str, at: int) -> Iterator[int]:
    """Where a match of `p` that begins at `at` may end, longest first."""
    match p:
        case Any_():
            if at < len(text):
                yield at + 1
        case Chars(members, negated):
            if at < len(text) and (text[at] in members) != negated:
                yield at + 1
        case Anchor(at_end):
            if at == (len(text) if at_end else 0):
                yield at
        case Either(options):
            for option in options:
                yield from ends(option, text, at)
        case Sequence_(items):
            if not items:
                yield at
            else:
                for middle in ends(items[0], text, at):
                    yield from ends(Sequence_(items[1:]), text, middle)
        case Repeat(item, least, most):
            if most > 0:
                for middle in ends(item, text, at):
                    if middle > at:
                        yield from ends(Repeat(item, max(0, least - 1), most - 1), text, middle)
            if least == 0:
                yield at


def search(pattern: str, text: str) -> str | None:
    tree = Reader(pattern).either()
    for start in range(len(text) + 1):
        for end in ends(tree, text, start):
            return text[start:end]
    return None


def main() -> None:
    for pattern, text in [("a.c", "xxabcxx"), ("ab*c", "ac"), ("ab+c", "ac"), ("[a-c]+", "xxabccbax"), ("^\\d+$", "12345"), ("^\\d+$", "12a"),
                          ("(cat|dog)s?", "hotdogs"), ("[^ ]+@[a-z]+\\.com", "mail bob@site.com now"), ("x*", "aaa"), ("(ab)+", "ababab"),
                          ("colou?r", "my color"), ("a|b|", "c"), ("h.*o", "hello world, oh")]:
        print(f"{pattern:<20} {text:<24} {search(pattern, text)!r}")
    for wrong in ("[ab", "(a"):
        try:
            search(wrong, "ab")
        except ValueError as error:
            print(wrong, error)
