"""Recursion: single, mutual, with accumulators, deep enough to matter."""


def factorial(n: int) -> int:
    return 1 if n <= 1 else n * factorial(n - 1)


def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def hanoi(n: int, source: str, target: str, spare: str, moves: list[str]) -> int:
    if n == 0:
        return 0
    count = hanoi(n - 1, source, spare, target, moves)
    moves.append(source + target)
    return count + 1 + hanoi(n - 1, spare, target, source, moves)


def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items: list[int]) -> list[list[int]]:
    if not items:
        return [[]]
    result: list[list[int]] = []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            result.append([items[i]] + rest)
    return result


def depth(n: int) -> int:
    return 0 if n == 0 else 1 + depth(n - 1)


def queens(n: int, row: int, columns: list[int]) -> int:
    if row == n:
        return 1
    count = 0
    for column in range(n):
        safe = True
        for r in range(row):
            if columns[r] == column or abs(columns[r] - column) == row - r:
                safe = False
                break
        if safe:
            columns.append(column)
            count += queens(n, row + 1, columns)
            columns.pop()
    return count


def main() -> None:
    print(factorial(20), fib(20), is_even(100), is_odd(77), ackermann(2, 9))
    moves: list[str] = []
    print(hanoi(5, "a", "c", "b", moves), moves[:6], len(moves))
    print(permutations([1, 2, 3]), len(permutations([1, 2, 3, 4, 5])))
    print(depth(800), queens(6, 0, []))


if __name__ == "__main__":
    raise SystemExit(main())
