"""Did you mean …?"""


def nearest(word: str, known: list[str]) -> str:
    """The known word that `word` most likely misspells; the empty string where none is near."""
    best = ""
    least = 1 + len(word) // 3              # one slip, and one more for every three letters
    for candidate in known:
        slips = distance(word, candidate)
        if slips <= least and slips < len(candidate) and (best == "" or slips < least):
            best = candidate
            least = slips
    return best


def distance(a: str, b: str) -> int:
    """How many characters to insert, delete, replace or swap with their neighbour to get from `a` to `b`.

    Optimal string alignment, row by row; long words are cut, because what is typed by mistake is short.
    """
    a, b = a[:32], b[:32]
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            replaced = above[j - 1] + (0 if a[i - 1] == b[j - 1] else 1)
            slips = min(min(above[j], row[j - 1]) + 1, replaced)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                slips = min(slips, before[j - 2] + 1)
            row.append(slips)
        before = above
        above = row
    return above[len(b)]
