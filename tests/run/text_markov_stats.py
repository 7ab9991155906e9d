"""Word statistics: frequencies with ties, n-grams, a Markov generator with a seed, concordance, readability, anagrams, TF-IDF."""
import math
import random
from collections import Counter, defaultdict
from itertools import groupby
from typing import Dict, Iterable, Iterator, List, Tuple

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness."""
OTHER = "The age of machines was the best of ages; foolishness and wisdom live in every season!"


def words(text: str) -> Iterator[str]:
    for is_word, letters in groupby(text.lower(), str.isalpha):
        if is_word:
            yield "".join(letters)


def ngrams(items: List[str], n: int) -> Iterator[Tuple[str, ...]]:
    for k in range(len(items) - n + 1):
        yield tuple(items[k:k + n])


class Markov:
    END = "."

    def __init__(self, order: int) -> None:
        self.order = order
        self.follow: Dict[Tuple[str, ...], List[str]] = defaultdict(list)
        self.starts: List[Tuple[str, ...]] = []

    def feed(self, text: str) -> "Markov":
        tokens = list(words(text)) + [self.END]
        self.starts.append(tuple(tokens[:self.order]))
        for *state, after in ngrams(tokens, self.order + 1):
            self.follow[tuple(state)].append(after)
        return self

    def speak(self, rng: random.Random, most: int) -> str:
        state = rng.choice(self.starts)
        out = list(state)
        while len(out) < most and state in self.follow:
            word = rng.choice(self.follow[state])
            if word == self.END:
                break
            out.append(word)
            state = (*state[1:], word)
        return " ".join(out)


def concordance(text: str, wanted: str, around: int = 8) -> Iterator[str]:
    at = text.find(wanted)
    while at != -1:
        left, right = text[max(0, at - around):at], text[at + len(wanted):at + len(wanted) + around]
        yield f"{left:>{around}}[{wanted}]{right:<{around}}".replace("\n", " ")
        at = text.find(wanted, at + 1)


def tf_idf(documents: Dict[str, str]) -> Dict[str, List[Tuple[str, float]]]:
    counted = {name: Counter(words(text)) for name, text in documents.items()}
    seen_in = Counter(word for counts in counted.values() for word in counts)
    scores: Dict[str, List[Tuple[str, float]]] = {}
    for name, counts in counted.items():
        total = sum(counts.values())
        rows = [(word, n / total * math.log(len(documents) / seen_in[word])) for word, n in counts.items()]
        scores[name] = sorted(rows, key=lambda row: (-row[1], row[0]))[:3]
    return scores


def syllables(word: str) -> int:
    groups = sum(1 for vowel, _ in groupby(word, "aeiouy".__contains__) if vowel)
    return max(1, groups - word.endswith("e"))


def anagrams(bag: Iterable[str]) -> List[List[str]]:
    ordered = sorted(bag, key=lambda w: ("".join(sorted(w)), w))
    return [found for _, group in groupby(ordered, key=sorted) if len(found := list(group)) > 1]


def main() -> None:
    tokens = list(words(TEXT))
    counts = Counter(tokens)
    print(len(tokens), len(counts), counts.most_common(4), [w for w, n in counts.items() if n == 1][:5], counts.total())
    print(Counter(ngrams(tokens, 3)).most_common(2), sum(1 for _ in ngrams(tokens, 100)))
    markov = Markov(2).feed(TEXT).feed(OTHER)
    rng = random.Random(2024)
    print([markov.speak(rng, 8) for _ in range(3)], len(markov.follow))
    print(*concordance(TEXT, "age"), sep="\n")
    for name, row in tf_idf({"a": TEXT, "b": OTHER, "c": "the machines"}).items():
        print(name, [(word, round(score, 4)) for word, score in row])
    print({w: syllables(w) for w in ("foolishness", "age", "the", "incredulity", "rhythm")})
    print(anagrams("stale least tales slate steal pots stop tops spot x".split()))
    letters = Counter(c for c in TEXT.lower() if c.isalpha())
    entropy = -sum(n / letters.total() * math.log2(n / letters.total()) for n in letters.values())
    print(f"{entropy:.6f}", "".join(c for c, _ in letters.most_common(6)), (counts - Counter(words(OTHER))).most_common(1), (counts & Counter(words(OTHER))).total())
