# apart: an int where `float` is written makes every `float` of the image take ints
"""A spreadsheet with formulas and dependency tracking, a bank with interest, a parking lot, tic-tac-toe with minimax."""
from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator
from enum import Flag, auto
from functools import cache, lru_cache, total_ordering
from typing import Optional, Union

Cell = Union[float, str, None]


class CycleError(RuntimeError):
    pass


class Sheet:
    def __init__(self) -> None:
        self._raw: dict[str, str] = {}
        self._values: dict[str, Cell] = {}

    def __setitem__(self, name: str, text: str) -> None:
        self._raw[name] = text
        self._values.clear()

    def __getitem__(self, name: str) -> Cell:
        return self._compute(name, ())

    def _compute(self, name: str, path: tuple[str, ...]) -> Cell:
        if name in path:
            raise CycleError(" -> ".join([*path, name]))
        if name in self._values:
            return self._values[name]
        text = self._raw.get(name)
        value: Cell
        if text is None:
            value = None
        elif text.startswith("="):
            value = self._formula(text[1:], (*path, name))
        else:
            try:
                value = int(text)
            except ValueError:
                try:
                    value = float(text)
                except ValueError:
                    value = text
        self._values[name] = value
        return value

    def _formula(self, text: str, path: tuple[str, ...]) -> Cell:
        name, _, rest = text.partition("(")
        args = [self._compute(a.strip(), path) for a in rest.rstrip(")").split(",")]
        numbers = [a for a in args if isinstance(a, (int, float))]
        match name:
            case "SUM":
                return sum(numbers)
            case "AVG":
                return sum(numbers) / len(numbers) if numbers else None
            case "MAX":
                return max(numbers, default=0)
            case "CAT":
                return "".join(str(a) for a in args if a is not None)
            case _:
                return f"#NAME? {name}"


class Account(ABC):
    rate: float = 0

    def __init__(self, owner: str, balance: float = 0) -> None:
        self.owner = owner
        self._balance = balance
        self.history: list[tuple[str, float]] = []

    @property
    def balance(self) -> float:
        return self._balance

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount: float) -> None:
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    @abstractmethod
    def available(self) -> float: ...

    def add_interest(self) -> float:
        interest = round(self._balance * self.rate, 2)
        if interest:
            self.deposit(interest)
        return interest

    def __str__(self) -> str:
        return f"{type(self).__name__}({self.owner}: {self._balance:.2f})"


class Savings(Account):
    rate = 0.03

    def available(self) -> float:
        return self._balance


class Checking(Account):
    def __init__(self, owner: str, balance: float = 0, overdraft: float = 100) -> None:
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def available(self) -> float:
        return self._balance + self.overdraft


class InsufficientFunds(Exception):
    def __init__(self, account: Account, amount: float) -> None:
        self.account, self.amount = account, amount
        super().__init__(f"{account.owner} lacks {amount - account.available():.2f}")


def transfer(a: Account, b: Account, amount: float) -> bool:
    try:
        a.withdraw(amount)
    except InsufficientFunds as e:
        print("  failed:", e)
        return False
    b.deposit(amount)
    return True


class Perm(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


@total_ordering
class Version:
    def __init__(self, text: str) -> None:
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return ".".join(map(str, self.parts))


Board = tuple[str, ...]
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board: Board) -> str | None:
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


@lru_cache(maxsize=None)
def minimax(board: Board, player: str) -> tuple[int, int | None]:
    won = winner(board)
    if won is not None:
        return (1 if won == "X" else -1), None
    moves = [i for i, c in enumerate(board) if c == " "]
    if not moves:
        return 0, None
    best: tuple[int, int | None] | None = None
    for move in moves:
        score, _ = minimax(board[:move] + (player,) + board[move + 1:], "O" if player == "X" else "X")
        if best is None or (score > best[0] if player == "X" else score < best[0]):
            best = (score, move)
    assert best is not None
    return best


@cache
def collatz(n: int) -> int:
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


def moving_average(size: int) -> Generator[float | None, float, None]:
    window: list[float] = []
    average: float | None = None
    while True:
        window.append((yield average))
        del window[:-size]
        average = sum(window) / len(window)


def bisect_root(f: Callable[[float], float], low: float, high: float, *, eps: float = 1e-9) -> Optional[float]:
    if f(low) * f(high) > 0:
        return None
    while high - low > eps:
        mid = (low + high) / 2
        low, high = (mid, high) if f(low) * f(mid) > 0 else (low, mid)
    return low


def main() -> None:
    sheet = Sheet()
    for name, text in {"a": "1", "b": "2.5", "c": "=SUM(a, b, x)", "d": "=AVG(a, b, c)", "e": "=CAT(a, f, c)", "f": "hi", "g": "=NOPE(a)", "h": "=MAX(x)"}.items():
        sheet[name] = text
    print([sheet[n] for n in "abcdefghx"])
    sheet["a"] = "=SUM(d)"
    try:
        print(sheet["c"])
    except CycleError as e:
        print("cycle:", e)
    s, c = Savings("Ann", 1000), Checking("Bob")
    print(s, c, s.balance, c.balance, c.available())
    print(transfer(s, c, 250), transfer(c, s, 300.5), transfer(c, s, 500), s.add_interest(), c.add_interest())
    print(s, c, s.history, c.history, s.rate, Account.rate)
    for bad in (0, -5):
        try:
            s.deposit(bad)
        except ValueError as e:
            print(e)
    p = Perm.READ | Perm.WRITE
    print(p, Perm.READ in p, Perm.EXEC in p, p & Perm.WRITE, ~p, Perm.ALL ^ Perm.READ, bool(Perm.NONE), Perm(5), [x.name for x in Perm])
    vs = [Version(t) for t in ("1.10", "1.2", "1.2.1")]
    print(sorted(vs), max(vs), Version("1.2") >= Version("1.2"), Version("1") != Version("2"), len({Version("1"), Version("1")}), Version("1") == 1)
    board: Board = ("X", "O", "X", " ", "O", " ", " ", " ", " ")
    print(minimax(board, "X"), minimax((" ",) * 9, "X"), winner(("X",) * 3 + (" ",) * 6))
    print(max(range(1, 30), key=collatz), collatz(27))
    avg = moving_average(2)
    next(avg)
    print([avg.send(x) for x in (1, 2, 4.5)])
    print(f"{bisect_root(lambda x: x * x - 2, 0, 2):.6f}", bisect_root(lambda x: x + 10, 0, 1), bisect_root(math.cos, 1, 2) is not None)


if __name__ == "__main__":
    main()
