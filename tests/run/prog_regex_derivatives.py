"""Regular expressions by Brzozowski derivatives: smart constructors, a DFA built from them, and its minimal form."""
from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Nothing:
    pass


@dataclass(frozen=True)
class Empty:
    pass


@dataclass(frozen=True)
class Char:
    c: str


@dataclass(frozen=True)
class Seq:
    a: Re
    b: Re


@dataclass(frozen=True)
class Alt:
    a: Re
    b: Re


@dataclass(frozen=True)
class Star:
    a: Re


@dataclass(frozen=True)
class Not:
    a: Re


Re = Nothing | Empty | Char | Seq | Alt | Star | Not
NOTHING, EMPTY = Nothing(), Empty()


def show(r: Re) -> str:
    match r:
        case Nothing():
            return "∅"
        case Empty():
            return "ε"
        case Char(c):
            return c
        case Seq(a, b):
            return f"{show(a)}{show(b)}"
        case Alt(a, b):
            return f"({show(a)}|{show(b)})"
        case Star(a):
            return f"{show(a)}*" if isinstance(a, (Char, Alt)) else f"({show(a)})*"
        case Not(a):
            return f"!({show(a)})"


def seq(a: Re, b: Re) -> Re:
    if NOTHING in (a, b):
        return NOTHING
    if a == EMPTY:
        return b
    if b == EMPTY:
        return a
    if isinstance(a, Seq):
        return seq(a.a, seq(a.b, b))
    return Seq(a, b)


def alternatives(r: Re) -> list[Re]:
    return alternatives(r.a) + alternatives(r.b) if isinstance(r, Alt) else [r]


def alt(a: Re, b: Re) -> Re:
    unique = {show(one): one for one in alternatives(a) + alternatives(b) if one != NOTHING}
    ordered = [unique[key] for key in sorted(unique)]
    if not ordered:
        return NOTHING
    out = ordered.pop()
    while ordered:
        out = Alt(ordered.pop(), out)
    return out


def star(a: Re) -> Re:
    return EMPTY if a in (EMPTY, NOTHING) else a if isinstance(a, Star) else Star(a)


def nullable(r: Re) -> bool:
    match r:
        case Empty() | Star():
            return True
        case Nothing() | Char():
            return False
        case Seq(a, b):
            return nullable(a) and nullable(b)
        case Alt(a, b):
            return nullable(a) or nullable(b)
        case Not(a):
            return not nullable(a)


@lru_cache(maxsize=None)
def derive(r: Re, c: str) -> Re:
    match r:
        case Empty() | Nothing():
            return NOTHING
        case Char(own):
            return EMPTY if own == c else NOTHING
        case Seq(a, b):
            first = seq(derive(a, c), b)
            return alt(first, derive(b, c)) if nullable(a) else first
        case Alt(a, b):
            return alt(derive(a, c), derive(b, c))
        case Star(a):
            return seq(derive(a, c), r)
        case Not(a):
            return Not(derive(a, c))


def matches(r: Re, text: str) -> bool:
    for c in text:
        r = derive(r, c)
    return nullable(r)


class Parser:
    """alt = seq ("|" seq)*;  seq = post*;  post = "!"? atom ("*" | "+" | "?")*."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def alt(self) -> Re:
        out = self.seq()
        while self.peek() == "|":
            self.at += 1
            out = alt(out, self.seq())
        return out

    def seq(self) -> Re:
        out: Re = EMPTY
        while self.peek() not in ("", "|", ")"):
            out = seq(out, self.post())
        return out

    def post(self) -> Re:
        c = self.peek()
        self.at += 1
        if c == "!":
            return Not(self.post())
        out: Re
        if c == "(":
            out = self.alt()
            if self.peek() != ")":
                raise ValueError(f"missing ) at {self.at} of {self.text!r}")
            self.at += 1
        elif c in "*+?":
            raise ValueError(f"nothing to repeat at {self.at - 1}")
        else:
            out = Char(c)
        while (mark := self.peek()) in ("*", "+", "?") and mark:
            self.at += 1
            out = star(out) if mark == "*" else seq(out, star(out)) if mark == "+" else alt(out, EMPTY)
        return out


@dataclass
class Dfa:
    edges: list[dict[str, int]]
    accepting: set[int]

    def run(self, text: str) -> bool:
        state = 0
        for c in text:
            state = self.edges[state][c]
        return state in self.accepting

    def minimal_size(self) -> int:
        group = [int(s in self.accepting) for s in range(len(self.edges))]
        while True:
            keys = [tuple([group[s], *(group[t] for _, t in sorted(self.edges[s].items()))]) for s in range(len(self.edges))]
            numbers: dict[tuple[int, ...], int] = {}
            renamed = [numbers.setdefault(key, len(numbers)) for key in keys]
            if len(numbers) == len(set(group)):
                return len(numbers)
            group = renamed


def build(r: Re, alphabet: str) -> Dfa:
    states = {r: 0}
    edges: list[dict[str, int]] = []
    queue = deque([r])
    while queue:
        here = queue.popleft()
        row: dict[str, int] = {}
        for c in alphabet:
            there = derive(here, c)
            if there not in states:
                states[there] = len(states)
                queue.append(there)
            row[c] = states[there]
        edges.append(row)
    return Dfa(edges, {n for one, n in states.items() if nullable(one)})


def words(alphabet: str, longest: int) -> list[str]:
    out = [""]
    level = [""]
    for _ in range(longest):
        level = [w + c for w in level for c in alphabet]
        out += level
    return out


def main() -> None:
    for text in ("a", "ab|ba", "(a|b)*abb", "a*b*", "a+b?", "!(a*)", "(aa|b)*", "!(!(ab))", "(a|b|ab)*", "()", "(a|a)a**"):
        r = Parser(text).alt()
        dfa = build(r, "ab")
        hits = [w or "ε" for w in words("ab", 3) if matches(r, w)]
        assert all(dfa.run(w) == matches(r, w) for w in words("ab", 5))
        print(f"{text:12} {show(r):20} {len(dfa.edges)} states, {dfa.minimal_size()} minimal:", *hits[:7])
    for wrong in ("(a", "*a"):
        try:
            Parser(wrong).alt()
        except ValueError as error:
            print(error)
    print(derive.cache_info().misses > 20, derive(Char("a"), "a"), Seq(Char("x"), Star(EMPTY)))
