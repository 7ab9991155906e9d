"""Tries: prefix search, a radix tree, Aho-Corasick over many patterns, a suffix automaton, wildcard lookup."""
from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Iterable, Iterator


class Trie:
    def __init__(self, words: Iterable[str] = ()) -> None:
        self.children: dict[str, Trie] = {}
        self.ends = False
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        node = self
        for ch in word:
            node = node.children.setdefault(ch, Trie())
        node.ends = True

    def descend(self, prefix: str) -> Trie | None:
        node: Trie | None = self
        for ch in prefix:
            if node is None:
                break
            node = node.children.get(ch)
        return node

    def __iter__(self) -> Iterator[str]:
        if self.ends:
            yield ""
        for ch in sorted(self.children):
            for rest in self.children[ch]:
                yield ch + rest

    def with_prefix(self, prefix: str) -> list[str]:
        node = self.descend(prefix)
        return [prefix + rest for rest in node] if node else []

    def __bool__(self) -> bool:
        return self.ends or bool(self.children)

    def matching(self, pattern: str) -> Iterator[str]:
        if not pattern:
            if self.ends:
                yield ""
            return
        head, tail = pattern[0], pattern[1:]
        for ch, child in sorted(self.children.items()):
            if head in (ch, "?"):
                yield from (ch + rest for rest in child.matching(tail))

    def remove(self, word: str) -> bool:
        if not word:
            had, self.ends = self.ends, False
            return had
        child = self.children.get(word[0])
        if child is None or not child.remove(word[1:]):
            return False
        if not child:
            del self.children[word[0]]
        return True


@dataclass
class Radix:
    label: str = ""
    ends: bool = False
    children: list[Radix] = field(default_factory=list)

    def add(self, word: str) -> None:
        for child in self.children:
            shared = 0
            for a, b in zip(child.label, word):
                if a != b:
                    break
                shared += 1
            if not shared:
                continue
            if shared < len(child.label):
                rest = Radix(child.label[shared:], child.ends, child.children)
                child.label, child.ends, child.children = word[:shared], False, [rest]
            if shared < len(word):
                child.add(word[shared:])
            else:
                child.ends = True
            return
        self.children.append(Radix(word, True))

    def show(self) -> str:
        inside = ",".join(c.show() for c in sorted(self.children, key=lambda c: c.label))
        return self.label + ("*" if self.ends else "") + (f"({inside})" if inside else "")


class AhoCorasick:
    def __init__(self, patterns: list[str]) -> None:
        self.goto: list[dict[str, int]] = [{}]
        self.fail = [0]
        self.out: list[list[str]] = [[]]
        for pattern in patterns:
            state = 0
            for ch in pattern:
                if ch not in self.goto[state]:
                    self.goto[state][ch] = len(self.goto)
                    self.goto.append({})
                    self.fail.append(0)
                    self.out.append([])
                state = self.goto[state][ch]
            self.out[state].append(pattern)
        queue = deque(self.goto[0].values())
        while queue:
            state = queue.popleft()
            for ch, target in self.goto[state].items():
                queue.append(target)
                back = self.fail[state]
                while back and ch not in self.goto[back]:
                    back = self.fail[back]
                self.fail[target] = self.goto[back].get(ch, 0)
                self.out[target] += self.out[self.fail[target]]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        state = 0
        for at, ch in enumerate(text):
            while state and ch not in self.goto[state]:
                state = self.fail[state]
            state = self.goto[state].get(ch, 0)
            for pattern in self.out[state]:
                yield at - len(pattern) + 1, pattern


@dataclass
class State:
    length: int
    link: int
    next: dict[str, int]


def suffix_automaton(text: str) -> list[State]:
    states = [State(0, -1, {})]
    last = 0
    for ch in text:
        current = len(states)
        states.append(State(states[last].length + 1, 0, {}))
        p = last
        while p != -1 and ch not in states[p].next:
            states[p].next[ch] = current
            p = states[p].link
        if p != -1:
            q = states[p].next[ch]
            if states[p].length + 1 == states[q].length:
                states[current].link = q
            else:
                clone = len(states)
                states.append(State(states[p].length + 1, states[q].link, dict(states[q].next)))
                while p != -1 and states[p].next.get(ch) == q:
                    states[p].next[ch] = clone
                    p = states[p].link
                states[q].link = states[current].link = clone
        last = current
    return states


def distinct_substrings(text: str) -> int:
    states = suffix_automaton(text)
    return sum(s.length - states[s.link].length for s in states[1:])


def main() -> None:
    words = "tea ten to inn in i ted teal toast".split()
    trie = Trie(words)
    print(list(trie), trie.with_prefix("te"), trie.with_prefix("x"), list(trie.matching("t??")), list(trie.matching("?")))
    print(trie.remove("tea"), trie.remove("tea"), trie.remove("teal"), trie.with_prefix("te"), bool(Trie()))
    radix = Radix()
    for word in "romane romanus romulus rubens ruber rom".split():
        radix.add(word)
    print(radix.show())
    print(list(AhoCorasick(["he", "she", "his", "hers"]).find("ushers his")))
    print(list(AhoCorasick(["a", "aa", "aaa"]).find("aaa")), list(AhoCorasick([]).find("x")))
    for text in ("abcbc", "aaaa", "", "mississippi"):
        brute = len({text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)})
        assert distinct_substrings(text) == brute
        print(text or "-", brute, len(suffix_automaton(text)))
