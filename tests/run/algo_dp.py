"""Dynamic programming: knapsack, edit distance, longest common subsequence, coins, matrix chain."""
from functools import lru_cache


def knapsack(items: list[tuple[str, int, int]], capacity: int) -> tuple[int, list[str]]:
    best = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (_, weight, value) in enumerate(items, 1):
        for c in range(capacity + 1):
            best[i][c] = best[i - 1][c]
            if weight <= c:
                best[i][c] = max(best[i][c], best[i - 1][c - weight] + value)
    chosen: list[str] = []
    c = capacity
    for i in range(len(items), 0, -1):
        if best[i][c] != best[i - 1][c]:
            name, weight = items[i - 1][:2]
            chosen.append(name)
            c -= weight
    return best[-1][capacity], sorted(chosen)


def edit_distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]


def common(a: str, b: str) -> str:
    table: dict[tuple[int, int], str] = {}

    def solve(i: int, j: int) -> str:
        if i == len(a) or j == len(b):
            return ""
        key = (i, j)
        if key not in table:
            if a[i] == b[j]:
                table[key] = a[i] + solve(i + 1, j + 1)
            else:
                table[key] = max(solve(i + 1, j), solve(i, j + 1), key=len)
        return table[key]

    return solve(0, 0)


@lru_cache(maxsize=None)
def ways(amount: int, largest: int) -> int:
    if amount == 0:
        return 1
    if amount < 0 or largest == 0:
        return 0
    smaller = {50: 20, 20: 10, 10: 5, 5: 2, 2: 1, 1: 0}[largest]
    return ways(amount - largest, largest) + ways(amount, smaller)


def chain(dims: list[int]) -> tuple[int, str]:
    n = len(dims) - 1
    cost = [[0] * n for _ in range(n)]
    text = [["" for _ in range(n)] for _ in range(n)]
    for i in range(n):
        text[i][i] = chr(ord("A") + i)
    for span in range(1, n):
        for i in range(n - span):
            j = i + span
            options = [(cost[i][k] + cost[k + 1][j] + dims[i] * dims[k + 1] * dims[j + 1], k) for k in range(i, j)]
            cost[i][j], k = min(options)
            text[i][j] = f"({text[i][k]}{text[k + 1][j]})"
    return cost[0][-1], text[0][-1]


def main() -> None:
    print(knapsack([("map", 9, 150), ("compass", 13, 35), ("water", 15, 200), ("sandwich", 50, 160), ("glucose", 15, 60)], 60))
    for a, b in [("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("same", "same")]:
        print(a, b, edit_distance(a, b), repr(common(a, b)))
    print([ways(n, 50) for n in (0, 1, 5, 10, 50, 100)])
    print(chain([30, 35, 15, 5, 10, 20, 25]))
