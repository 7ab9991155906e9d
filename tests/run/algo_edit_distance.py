# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Levenshtein, Damerau, Jaro-Winkler, longest common subsequence, alignment with affine costs, and a BK tree on top."""
from functools import lru_cache
from typing import Dict, Iterator, List, Optional, Tuple


def levenshtein(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, start=1):
        above, row[0] = row[0], i
        for j, cb in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (ca != cb))
    return row[-1]


def damerau(a: str, b: str) -> int:
    @lru_cache(maxsize=None)
    def cost(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        best = min(cost(i - 1, j) + 1, cost(i, j - 1) + 1, cost(i - 1, j - 1) + int(a[i - 1] != b[j - 1]))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            best = min(best, cost(i - 2, j - 2) + 1)
        return best

    return cost(len(a), len(b))


def jaro_winkler(a: str, b: str, scale: float = 0.1) -> float:
    if a == b:
        return 1.0
    reach = max(len(a), len(b)) // 2 - 1
    taken = [False] * len(b)
    matched: List[str] = []
    for i, ch in enumerate(a):
        for j in range(max(0, i - reach), min(len(b), i + reach + 1)):
            if not taken[j] and b[j] == ch:
                taken[j] = True
                matched.append(ch)
                break
    if not matched:
        return 0.0
    other = [ch for ch, used in zip(b, taken) if used]
    swaps = sum(x != y for x, y in zip(matched, other)) / 2
    m = len(matched)
    jaro = (m / len(a) + m / len(b) + (m - swaps) / m) / 3
    prefix = 0
    for x, y in zip(a[:4], b[:4]):
        if x != y:
            break
        prefix += 1
    return jaro + prefix * scale * (1 - jaro)


def lcs(a: str, b: str) -> str:
    best: List[List[str]] = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            best[i + 1][j + 1] = best[i][j] + a[i] if a[i] == b[j] else max(best[i][j + 1], best[i + 1][j], key=len)
    return best[-1][-1]


def align(a: str, b: str) -> Tuple[int, str, str]:
    """Needleman-Wunsch: match 2, mismatch -1, gap -1; ties go diagonal, then up."""
    gap = -1
    table = [[gap * (i + j) if not i or not j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = max(table[i - 1][j - 1] + (2 if a[i - 1] == b[j - 1] else -1), table[i - 1][j] + gap, table[i][j - 1] + gap)
    i, j = len(a), len(b)
    top, bottom = [], []
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + (2 if a[i - 1] == b[j - 1] else -1):
            i, j = i - 1, j - 1
            top.append(a[i])
            bottom.append(b[j])
        elif i and table[i][j] == table[i - 1][j] + gap:
            i -= 1
            top.append(a[i])
            bottom.append("-")
        else:
            j -= 1
            top.append("-")
            bottom.append(b[j])
    return table[-1][-1], "".join(reversed(top)), "".join(bottom[::-1])


class BkTree:
    def __init__(self) -> None:
        self.word: Optional[str] = None
        self.children: Dict[int, "BkTree"] = {}

    def add(self, word: str) -> None:
        node = self
        while node.word is not None:
            distance = levenshtein(node.word, word)
            if distance == 0:
                return
            node = node.children.setdefault(distance, BkTree())
        node.word = word

    def near(self, word: str, radius: int) -> Iterator[Tuple[int, str]]:
        if self.word is None:
            return
        distance = levenshtein(self.word, word)
        if distance <= radius:
            yield distance, self.word
        for at in range(distance - radius, distance + radius + 1):
            if at in self.children:
                yield from self.children[at].near(word, radius)


def main() -> None:
    pairs = [("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("ca", "abc"), ("martha", "marhta"), ("naïve", "naive"), ("same", "same")]
    for a, b in pairs:
        print(f"{a!r:9} {b!r:9} {levenshtein(a, b)} {damerau(a, b)} {jaro_winkler(a, b):.4f} {lcs(a, b)!r}")
    print(*align("GATTACA", "GCATGCT"), sep="\n")
    print(align("", "ab"))
    tree = BkTree()
    for word in "book books cake boo cape boon cook cart book".split():
        tree.add(word)
    print(sorted(tree.near("bo", 2)), sorted(tree.near("caqe", 1)), list(BkTree().near("x", 3)))
    print({d: child.word for d, child in tree.children.items()})
