"""Backtracking: queens by bit masks and by generators, a knight's tour by Warnsdorff, exact cover by dancing links."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional


def count_queens(n: int) -> int:
    full = (1 << n) - 1

    def place(columns: int, left: int, right: int) -> int:
        if columns == full:
            return 1
        total = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return total

    return place(0, 0, 0)


def queens(n: int, placed: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    if len(placed) == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))


def board(columns: Sequence[int]) -> str:
    return "/".join("".join("Q" if c == column else "." for c in range(len(columns))) for column in columns)


MOVES = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]


def knights_tour(size: int, start: tuple[int, int]) -> Optional[list[list[int]]]:
    numbers = [[0] * size for _ in range(size)]

    def onward(y: int, x: int) -> list[tuple[int, int]]:
        return [(y + dy, x + dx) for dy, dx in MOVES
                if 0 <= y + dy < size and 0 <= x + dx < size and not numbers[y + dy][x + dx]]

    def go(y: int, x: int, step: int) -> bool:
        numbers[y][x] = step
        if step == size * size:
            return True
        for _, ny, nx in sorted((len(onward(ny, nx)), ny, nx) for ny, nx in onward(y, x)):
            if go(ny, nx, step + 1):
                return True
        numbers[y][x] = 0
        return False

    return numbers if go(*start, 1) else None


class Link:
    def __init__(self, column: Optional[Column] = None, row: int = -1) -> None:
        self.left = self.right = self.up = self.down = self
        self.column = column
        self.row = row


class Column(Link):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.size = 0

    def cover(self) -> None:
        self.right.left, self.left.right = self.left, self.right
        row = self.down
        while row is not self:
            one = row.right
            while one is not row:
                one.down.up, one.up.down = one.up, one.down
                if one.column is not None:
                    one.column.size -= 1
                one = one.right
            row = row.down

    def uncover(self) -> None:
        row = self.up
        while row is not self:
            one = row.left
            while one is not row:
                if one.column is not None:
                    one.column.size += 1
                one.down.up = one.up.down = one
                one = one.left
            row = row.up
        self.right.left = self.left.right = self


class ExactCover:
    def __init__(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.root = Column("root")
        columns: dict[str, Column] = {}
        for name in names:
            column = columns[name] = Column(name)
            column.left, column.right = self.root.left, self.root
            self.root.left.right = column
            self.root.left = column
        for number, row in enumerate(rows):
            first: Optional[Link] = None
            for name in row:
                head = columns[name]
                link = Link(head, number)
                link.up, link.down = head.up, head
                head.up.down = link
                head.up = link
                head.size += 1
                if first is None:
                    first = link
                else:
                    link.left, link.right = first.left, first
                    first.left.right = link
                    first.left = link

    def solve(self, chosen: list[int]) -> Iterator[list[int]]:
        best: Optional[Column] = None
        head = self.root.right
        while isinstance(head, Column) and head is not self.root:
            if best is None or head.size < best.size:
                best = head
            head = head.right
        if best is None:
            yield sorted(chosen)
            return
        best.cover()
        row = best.down
        while row is not best:
            chosen.append(row.row)
            one = row.right
            while one is not row:
                if one.column:
                    one.column.cover()
                one = one.right
            yield from self.solve(chosen)
            one = row.left
            while one is not row:
                if one.column:
                    one.column.uncover()
                one = one.left
            chosen.pop()
            row = row.down
        best.uncover()


def main() -> None:
    print([count_queens(n) for n in range(1, 8)], sum(1 for _ in queens(6)))
    print(board(next(queens(6))), next(queens(3), None))
    tour = knights_tour(5, (0, 0))
    print("\n".join(" ".join(f"{n:2}" for n in row) for row in tour or []))
    print(knights_tour(4, (0, 0)) is None and "no tour on 4×4", knights_tour(1, (0, 0)))
    rows = ["CEF", "ADG", "BCF", "AD", "BG", "DEG", "CF", "E"]
    print(list(ExactCover("ABCDEFG", rows).solve([])), list(ExactCover("AB", ["A"]).solve([])), list(ExactCover("", []).solve([])))
