"""Heuristic search: a generic A*, the eight puzzle, word ladders, water jugs by breadth first, minimax with pruning for noughts and crosses."""
from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import count
from typing import TypeVar

S = TypeVar("S", bound=Hashable)


def a_star(start: S, goal: Callable[[S], bool], near: Callable[[S], Iterable[tuple[S, int]]], guess: Callable[[S], int]) -> tuple[int, list[S]] | None:
    order = count()
    best: dict[S, int] = {start: 0}
    came: dict[S, S] = {}
    heap = [(guess(start), next(order), start)]
    while heap:
        _, _, state = heapq.heappop(heap)
        if goal(state):
            path = [state]
            while path[-1] in came:
                path.append(came[path[-1]])
            return best[state], path[::-1]
        for other, cost in near(state):
            total = best[state] + cost
            if total < best.get(other, total + 1):
                best[other] = total
                came[other] = state
                heapq.heappush(heap, (total + guess(other), next(order), other))
    return None


GOAL = "12345678."


def slides(board: str) -> Iterator[tuple[str, int]]:
    at = board.index(".")
    y, x = divmod(at, 3)
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        if 0 <= y + dy < 3 and 0 <= x + dx < 3:
            to = at + 3 * dy + dx
            cells = list(board)
            cells[at], cells[to] = cells[to], cells[at]
            yield "".join(cells), 1


def distance(board: str) -> int:
    return sum(abs(at // 3 - (int(c) - 1) // 3) + abs(at % 3 - (int(c) - 1) % 3) for at, c in enumerate(board) if c != ".")


WORDS = "cold cord card ward warm word worm wore core care dare".split()


def ladder(word: str) -> list[tuple[str, int]]:
    return [(w, 1) for w in WORDS if sum(a != b for a, b in zip(w, word)) == 1]


def jugs(sizes: tuple[int, ...], wanted: int) -> list[tuple[int, ...]] | None:
    start = (0,) * len(sizes)
    queue, seen = deque([[start]]), {start}
    while queue:
        path = queue.popleft()
        state = path[-1]
        if wanted in state:
            return path
        for i, full in enumerate(sizes):
            options = [state[:i] + (full,) + state[i + 1:], state[:i] + (0,) + state[i + 1:]]
            for j in range(len(sizes)):
                if j != i:
                    poured = min(state[i], sizes[j] - state[j])
                    levels = list(state)
                    levels[i] -= poured
                    levels[j] += poured
                    options.append(tuple(levels))
            for option in options:
                if option not in seen:
                    seen.add(option)
                    queue.append(path + [option])
    return None


LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board: str) -> str:
    return next((board[a] for a, b, c in LINES if board[a] == board[b] == board[c] != " "), "")


@lru_cache(maxsize=None)
def value(board: str, turn: str, alpha: int, beta: int) -> int:
    if won := winner(board):
        return 1 if won == "X" else -1
    if " " not in board:
        return 0
    for at in (k for k, c in enumerate(board) if c == " "):
        result = value(board[:at] + turn + board[at + 1:], "XO"[turn == "X"], alpha, beta)
        if turn == "X":
            alpha = max(alpha, result)
        else:
            beta = min(beta, result)
        if alpha >= beta:
            break
    return alpha if turn == "X" else beta


def main() -> None:
    for board in ("1234567.8", "12345.786", "4.5128736"):
        found = a_star(board, lambda b: b == GOAL, slides, distance)
        print(board, found[0] if found else None, found[1][1:3] if found else "")
    print(a_star("cold", lambda w: w == "warm", ladder, lambda w: sum(a != b for a, b in zip(w, "warm"))), a_star("cold", lambda w: w == "zzzz", ladder, lambda w: 0))
    print(jugs((3, 5), 4), jugs((2, 4), 3), jugs((8, 5, 3), 4) is not None)
    print(value(" " * 9, "X", -2, 2), value("XX OO    ", "X", -2, 2), value("XX  O    ", "O", -2, 2), winner("XXX" + " " * 6), value.cache_info().misses > 100)
